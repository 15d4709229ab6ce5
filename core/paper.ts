/** The printed pack: what of it can be ordered, and which statements and wordings go into it. */
import { wordingFor, type Consultation, type Group, type Wording } from './consultation.ts';
import { LIMITS } from './limits.ts';
import type { Session } from './session.ts';

/** In the order in which they are printed. */
export const PAPER_PARTS = [
  'statements',
  'headings',
  'cards',
  'slips',
  'tally',
  'consent',
  'help',
  'heard',
  'script',
  'alone',
  'codes',
] as const;
export type PaperPart = (typeof PAPER_PARTS)[number];

/** What hangs on the wall, and is printed on A3 where that is ordered. */
export const WALL_PARTS: readonly PaperPart[] = ['statements', 'headings'];

/** So many people get slips and cards of one kind: those of a group, or of anyone (null). */
export interface PaperPeople {
  group: string | null;
  n: number;
}

export interface PaperOrder {
  /** The session it is for; null: any session of the consultation. */
  session: string | null;
  paper: 'a4' | 'a3';
  print: 'usual' | 'large';
  parts: PaperPart[];
  /** The language of wordings, one of the consultation's. */
  lang: string;
  people: PaperPeople[];
}

/** How many slips and cards for each statement there are. */
export function peopleOf(order: Pick<PaperOrder, 'people'>): number {
  return order.people.reduce((sum, { n }) => sum + n, 0);
}

/** The groups that people can belong to where the pack is used. */
export function groupsIn(
  consultation: Pick<Consultation, 'groups'>,
  session: Pick<Session, 'groups'> | null,
): Group[] {
  return consultation.groups.filter((group) => session === null || session.groups.includes(group.id));
}

/** One text of a statement and the groups that see it; no groups: everyone. */
export interface Seen {
  groups: Group[];
  wording: Wording;
}

/** The texts of a statement, each once, in the order of the groups. */
export function seenBy(wordings: readonly Wording[], groups: readonly Group[], lang: string): Seen[] {
  const seen: Seen[] = [];
  for (const group of groups) {
    const wording = wordingFor(wordings, [group.id], lang);
    const same = seen.find((one) => one.wording.text === wording?.text);
    if (same !== undefined) same.groups.push(group);
    else if (wording !== null) seen.push({ groups: [group], wording });
  }
  const [first] = seen;
  if (seen.length > 1) return seen;
  const wording = first?.wording ?? wordingFor(wordings, [], lang);
  return wording === null ? [] : [{ groups: [], wording }];
}

/** Whether groups see different texts, so that each needs slips of its own. */
export function wordingsDiffer(
  statements: readonly { wordings: readonly Wording[] }[],
  groups: readonly Group[],
  lang: string,
): boolean {
  return statements.some(({ wordings }) => seenBy(wordings, groups, lang).length > 1);
}

/** Whether so many slips or cards are more than one pack holds. */
export function tooManyAnswers(people: number, statements: number, rounds: number): boolean {
  return people * statements * rounds > LIMITS.paperAnswers;
}
