/** GUIDs, places and days in a file of REFI-QDA, and the fault that names what is wrong. */
import { refuse, type Refusal } from '../../../core/refusal.ts';
import type { Element } from './xml.ts';

/** What is wrong with one thing in the file. */
export class QdaFault extends Error {
  readonly what: string;
  readonly expected: string;
  constructor(what: string, expected: string) {
    super(expected);
    this.what = what;
    this.expected = expected;
  }
  refusal(file: string): Refusal {
    return refuse('bad-file', `${file}, ${this.what.slice(0, 80)}`, this.expected);
  }
}

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/iu;

/** Some programs write braces or capitals; the same thing is the same id. */
function guidIn(element: Element, attribute: string): string {
  const raw = (element.attributes[attribute] ?? '').trim();
  const found = GUID.exec(raw)?.[1];
  if (found === undefined || raw.startsWith('{') !== raw.endsWith('}'))
    throw new QdaFault(
      `${attribute} of ${element.name}`,
      'a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e',
    );
  return found.toLowerCase();
}

export const idOf = (element: Element): string => guidIn(element, 'guid');

/** Id of what it points to. */
export const refOf = (element: Element): string => guidIn(element, 'targetGUID');

/** A place in a text, which has to be a whole number from nought. */
export function placeOf(element: Element, attribute: 'startPosition' | 'endPosition'): number {
  const raw = element.attributes[attribute] ?? '';
  if (!/^\d{1,10}$/u.test(raw.trim()))
    throw new QdaFault(`${attribute} of ${element.name}`, 'a whole number from 0');
  return Number(raw);
}

/** The day of when it was made; empty where it is not told. Nothing finer is kept. */
export function dayOf(element: Element): string {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/u.exec(element.attributes['creationDateTime'] ?? '')?.[0] ?? '';
  return Number.isNaN(Date.parse(day)) ? '' : day;
}
