/** The two pages that are read back to people: content for the template, and setting it. */
import { fileURLToPath } from 'node:url';
import { speaker } from '../../core/message.ts';
import { readBackPaperEn } from '../../core/messages/readBackPaper.en.ts';
import { VERDICTS } from '../../core/readBack/types.ts';
import type { Said } from '../report/pdf/said.ts';
import { setPdf } from '../report/pdf/typst.ts';
import { sheetHead, type SheetSource } from './sheetHead.ts';
import { LANGUAGE, said } from './words.ts';

const TEMPLATE = fileURLToPath(new URL('../../templates/paper/readback.typ', import.meta.url));

/** What the template says, and nothing else of ours, when it does not fit at the smallest type. */
const TOO_LONG = 'more than two pages';

/** What is printed. It crosses to the thread as it is. */
export interface ReadBackSource extends SheetSource {
  themes: string[];
  quotes: string[];
  caseStudies: { title: string; text: string }[];
}

export const say = speaker(readBackPaperEn, LANGUAGE);

type Item =
  | { kind: 'theme'; text: Said }
  | { kind: 'quote'; text: Said }
  | { kind: 'study'; heading: Said; parts: Said[] };

interface Part {
  heading: Said;
  note: Said | null;
  items: Item[];
}

/** Whether setting it failed since it is too long, which is nobody's fault. */
export function isTooLong(fault: unknown): boolean {
  // From a thread it is an Error of another realm.
  return String(fault).includes(TOO_LONG);
}

/** @throws what the compiler found, without the texts it found it in; `isTooLong` tells why */
export function setReadBack(source: ReadBackSource): Uint8Array {
  const pages = pagesOf(source);
  const words = {
    title: say('title', { title: source.title }),
    heading: source.session === '' ? say('heading') : say('heading.session', { session: source.session }),
    lead: say('lead'),
    names: say('names'),
  };
  const content = (of: Part[][]) => (fonts: readonly string[], unprintable: readonly string[]) => ({
    ...sheetHead(source, words, fonts, unprintable),
    boxes: VERDICTS.map((verdict) => said(say(verdict))),
    ours: said(say('ours')),
    more: said(say('more')),
    pages: of,
  });
  return setPdf({
    template: TEMPLATE,
    input: 'pack',
    content: content(pages),
    letters: (text, fonts, unprintable) =>
      content([[{ heading: said(text), note: null, items: [] }], []])(fonts, unprintable),
    files: new Map(),
    date: source.today,
  });
}

/** Themes on the first page and the rest on the second; where there is only one of them, it is on both. */
function pagesOf({ themes, quotes, caseStudies }: ReadBackSource): Part[][] {
  const part = (heading: string, note: string | null, items: Item[]): Part => ({
    heading: said(heading),
    note: note === null ? null : said(note),
    items,
  });
  const themed = themes.map((text): Item => ({ kind: 'theme', text: said(text) }));
  const quoted = quotes.map((text): Item => ({ kind: 'quote', text: said(`“${text}”`) }));
  const told = caseStudies.map(({ title, text }): Item => ({
    kind: 'study',
    heading: said(title),
    parts: text
      .split(/\n+/u)
      .filter((line) => line.trim() !== '')
      .map((line) => said(line)),
  }));
  const rest: Part[] = [
    ...(quoted.length > 0 ? [part(say('quotes'), null, quoted)] : []),
    ...(told.length > 0
      ? [part(say(told.length === 1 ? 'studies' : 'studies.many'), say('studies.names'), told)]
      : []),
  ];
  const heading = say('themes');
  if (rest.length === 0) {
    const half = Math.ceil(themed.length / 2);
    return [
      [part(heading, null, themed.slice(0, half))],
      half < themed.length ? [part(heading, null, themed.slice(half))] : [],
    ];
  }
  if (themed.length > 0) return [[part(heading, null, themed)], rest];
  return rest.length > 1 ? [rest.slice(0, 1), rest.slice(1)] : [rest, []];
}
