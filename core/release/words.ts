/** What a release plan did and found, in words for the facilitator and for the report. */
import type { ReleaseNote as Told } from '../api.ts';
import type { Consultation } from '../consultation.ts';
import { listsIn, speaker } from '../message.ts';
import { releaseEn } from '../messages/release.en.ts';
import type { Session } from '../session.ts';
import type { ReleaseNote, ReleasePlan, ReleaseRefusal } from './types.ts';
import type { Rest, UnanimityFlag } from './unanimity.ts';

const LANG = 'en-GB';
export const sayRelease = speaker(releaseEn, LANG);
const lists = listsIn(LANG, 'conjunction');
const either = listsIn(LANG, 'disjunction');
const dates = new Intl.DateTimeFormat(LANG, { dateStyle: 'long', timeZone: 'UTC' });

export interface Names {
  consultation: Pick<Consultation, 'statements' | 'rounds' | 'breakdowns'>;
  sessions: readonly Session[];
  floor: number;
}

/** The name of a part that a release shows: "B and C", "B, C and everyone else". */
export function partName(names: readonly string[], others: boolean): string {
  return lists.format(others ? [...names, sayRelease('part.others')] : names);
}

/** Releases by number and date: "2 (4 May 2026) and 3 (9 June 2026)". */
export function releaseList(releases: readonly { number: number; date: string }[]): string {
  return lists.format(
    releases.map(({ number, date }) => sayRelease('release.dated', { number, date: dayOf(date) })),
  );
}

/** One note in words, without the statement it is about. */
export function noteWords(note: Pick<ReleaseNote, 'code' | 'round' | 'slots'>, names: Names): string {
  const { slots } = note;
  const why = slots['why'] === 'earlier' ? 'earlier' : 'under-floor';
  const list = (key: string): string[] => {
    const value = slots[key];
    return Array.isArray(value) ? value : [];
  };
  const { floor } = names;
  const told = {
    'breakdowns-hidden': () => sayRelease('note.breakdowns-hidden'),
    'not-pooled': () => sayRelease('note.not-pooled'),
    withheld: () => sayRelease(`note.withheld.${why}`, { floor }),
    // Where sessions are not told apart, none is named as small either.
    'held-back': () =>
      names.consultation.breakdowns === 'hidden'
        ? sayRelease('note.held-back.hidden', { floor })
        : sayRelease('note.held-back', { floor, sessions: sessionList(list('sessions'), names) }),
    merged: () => sayRelease(`note.merged.${why}`, { names: partName(list('names'), slots['others'] === 1) }),
    'split-withheld': () => sayRelease(`note.split-withheld.${why}`, { names: lists.format(list('names')) }),
    reprinted: () =>
      sayRelease('note.reprinted', {
        floor,
        release: Number(slots['release']),
        date: dayOf(String(slots['date'])),
      }),
    'not-answered-withheld': () => sayRelease('note.not-answered-withheld', { floor }),
    'moved-withheld': () => sayRelease('note.moved-withheld', { floor }),
  }[note.code]();
  return note.round === 2 || (note.round === 1 && names.consultation.rounds === 2)
    ? sayRelease('note.round', { n: note.round, words: told })
    : told;
}

/** All of a plan's notes; the same words about several statements are one note. */
export function notesOf(plan: ReleasePlan, names: Names): Told[] {
  return gathered(
    plan.notes.map((n) => ({ code: n.code, words: noteWords(n, names), statement: n.statement })),
    names,
  );
}

/** Why a plan is refused, and which choice of sessions would not be; the same words about several statements once. */
export function refusalsOf(plan: ReleasePlan, names: Names): Told[] {
  return gathered(
    plan.refusals.map((r) => ({
      code: 'differencing',
      words: refusalWords(r, names),
      statement: r.statement,
    })),
    names,
  );
}

/** A plan's flags in words, each by the key under which it is confirmed. */
export function flagsOf(plan: ReleasePlan, names: Names): Told[] {
  return plan.flags.map((flag) => ({
    code: flag.key,
    words: flagWords(flag, names),
    statements: numbersOf([flag.statement], names),
  }));
}

function refusalWords(
  { releases, sessions, instead: { add, remove } }: ReleaseRefusal,
  names: Names,
): string {
  const words = sayRelease('refusal.differencing', {
    floor: names.floor,
    releases: lists.format(releases.map(String)),
    sessions: sessionList(sessions, names),
  });
  const slots = { words, add: sessionList(add, names), remove: sessionList(remove, names) };
  if (add.length > 0 && remove.length > 0) return sayRelease('refusal.addRemove', slots);
  if (add.length > 0) return sayRelease('refusal.add', slots);
  return remove.length > 0 ? sayRelease('refusal.remove', slots) : words;
}

function flagWords({ kind, names: parts, rest, round }: UnanimityFlag, names: Names): string {
  const words =
    rest !== null
      ? sayRelease(`flag.${kind}.rest`, { who: restWords(rest) })
      : parts.length === 0
        ? sayRelease(`flag.${kind}.all`)
        : sayRelease(`flag.${kind}`, { names: lists.format(parts) });
  return names.consultation.rounds === 2 ? sayRelease('note.round', { n: round, words }) : words;
}

/** Who is left by subtraction: "Those who are in A and not in release 1". */
function restWords(rest: Rest): string {
  const release = (number: number): string => sayRelease('rest.release', { number });
  const quoted = (names: readonly string[]): string[] =>
    [...new Set(names)].map((name) => sayRelease('rest.part', { name }));
  if (rest.is === 'left-out')
    return sayRelease('rest.left-out', { releases: lists.format(rest.releases.map(release)) });
  const inside = rest.parts.length === 0 ? sayRelease('rest.whole') : lists.format(quoted(rest.parts));
  if (rest.is !== 'between')
    return sayRelease(`rest.${rest.is}`, { in: inside, release: release(rest.release) });
  const not = [...quoted(rest.not), ...rest.releases.map(release)];
  return not.length === 0
    ? sayRelease('rest.in', { in: inside })
    : sayRelease('rest.between', { in: inside, not: either.format(not) });
}

function sessionList(ids: readonly string[], { sessions }: Names): string {
  return lists.format(ids.map((id) => sessions.find((s) => s.id === id)?.name ?? id));
}

function numbersOf(ids: readonly string[], { consultation }: Names): number[] {
  return ids
    .map((id) => consultation.statements.findIndex((s) => s.id === id) + 1)
    .filter((n) => n > 0)
    .toSorted((a, b) => a - b);
}

/** The same code and words are one note about several statements. */
function gathered(
  notes: readonly { code: string; words: string; statement: string | null }[],
  names: Names,
): Told[] {
  const byWords = Map.groupBy(notes, ({ code, words }) => `${code} ${words}`);
  return [...byWords.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const about = [...new Set(same.flatMap((n) => n.statement ?? []))];
    return [{ code: first.code, words: first.words, statements: numbersOf(about, names) }];
  });
}

/** "3 March 2026" of YYYY-MM-DD. */
function dayOf(date: string): string {
  return Number.isNaN(Date.parse(date)) ? date : dates.format(new Date(`${date}T00:00:00Z`));
}
