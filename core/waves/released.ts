/**
 * Figures of an earlier wave as they were released. They are read from its register and from nowhere else, so that
 * nothing leaves by the wave that repeats it which has not left already.
 */
import type { Wording } from '../consultation.ts';
import { bitsOf } from '../release/sets.ts';
import type { Choice, EntryBoard, FigureSet, ReleaseEntry } from '../release/types.ts';
import { figureOf, type Figure } from '../results.ts';
import type { Answer, Scale } from '../scale.ts';
import { points, scaleKey } from '../scale.ts';

/** A board of the earlier wave as it was asked. */
export interface BoardThen {
  session: string;
  statement: string;
  round: 1 | 2;
  scale: Scale;
  wordings: Wording[];
}

/** A figure that was released. */
export interface FigureThen {
  round: 1 | 2;
  /** See `setKey`. */
  key: string;
  scale: Scale;
  figure: Figure;
  /** The release that it is of: the last that had one for these people. */
  date: string;
  sessions: readonly string[];
}

/** The key of everyone. */
export const EVERYONE = 'everyone';

/**
 * Whom a figure is about, by ids of groups, so that figures of two waves are about the same kinds of people if it is
 * the same. Null where sessions are told apart, since those of another wave are other ones.
 *
 * @param groups every group there is: "everyone else" is only the same where they are
 */
export function setKey(
  { units, others }: Pick<FigureSet, 'units' | 'others'>,
  groups: readonly string[],
): string | null {
  if (units === null) return EVERYONE;
  const named = namesOf(units);
  const besides = others === null ? [] : namesOf(others);
  if (named === null || besides === null) return null;
  const all = others === null ? '' : ` and none of ${besides.join('+')} of ${groups.toSorted().join('+')}`;
  return `${named.join('+')}${all}`;
}

/** Ids of the groups whose people may be in a figure, by its key; of everyone none is named. */
export function coveredBy(key: string): string[] {
  if (key === '' || key === EVERYONE) return [];
  const [named = '', besides] = key.split(' and none of ');
  if (besides === undefined) return named.split('+');
  const [left = '', all = ''] = besides.split(' of ');
  const apart = new Set(left.split('+'));
  return [...new Set([...named.split('+'), ...all.split('+').filter((id) => !apart.has(id))])];
}

/** Whoever is in any of them is in any of these groups; null: sessions are told apart, or it is everyone. */
function namesOf(choices: readonly Choice[]): string[] | null {
  const plain = choices.every(({ sessions, groups }) => sessions.length === 0 && groups.length > 0);
  return plain ? [...new Set(choices.flatMap(({ groups }) => groups))].toSorted() : null;
}

/**
 * What was released of one statement: for each round, scale and set of people the latest figure.
 *
 * @param releases the register
 * @param boards all that were asked; those of sessions that were removed may be missing
 */
export function releasedOf(
  releases: readonly Pick<ReleaseEntry, 'date' | 'boards'>[],
  boards: readonly BoardThen[],
  statement: string,
  groups: readonly string[],
): FigureThen[] {
  const latest = new Map<string, FigureThen>();
  for (const { date, boards: entries } of releases)
    for (const entry of entries.filter((b) => b.statement === statement))
      for (const { set } of entry.figures) {
        const key = setKey(set, groups);
        const scale = scaleOfSet(set, entry, boards);
        if (key === null || scale === null) continue;
        const { round } = entry;
        const { sessions } = set;
        const one = { round, key, scale, figure: figureIn(entry, set, scale), date, sessions };
        latest.set(`${round} ${scaleKey(scale)} ${key}`, one);
      }
  return [...latest.values()];
}

/** Whether a figure of everyone was, of sessions of which none is there any more: nobody knows its answers. */
export function wasOfGone(
  releases: readonly Pick<ReleaseEntry, 'boards'>[],
  boards: readonly BoardThen[],
  statement: string,
): boolean {
  const isThere = ({ round }: EntryBoard, { sessions }: FigureSet): boolean =>
    boards.some((b) => b.statement === statement && b.round === round && sessions.includes(b.session));
  return releases.some((release) =>
    release.boards.some(
      (entry) =>
        entry.statement === statement &&
        entry.figures.some(({ set }) => set.units === null && !isThere(entry, set)),
    ),
  );
}

/** The scale of the boards that a figure was made from; null where that is not known any more, or not one. */
function scaleOfSet(set: FigureSet, entry: EntryBoard, boards: readonly BoardThen[]): Scale | null {
  const own = boards.filter(
    (b) => b.statement === entry.statement && b.round === entry.round && set.sessions.includes(b.session),
  );
  const [first] = own;
  if (first === undefined || new Set(own.map(({ scale }) => scaleKey(scale))).size > 1) return null;
  const declines = (['n', 'x'] as const).filter((way) => own.some((b) => b.scale.declines.includes(way)));
  return { ...first.scale, declines };
}

/** The counts as they were used. Who placed nothing is not told again. */
function figureIn(entry: EntryBoard, set: FigureSet, scale: Scale): Figure {
  const { statement, round, atoms } = entry;
  const bits = bitsOf(set, atoms);
  const k = points(scale);
  const answerAt = (at: number): Answer => (at < k ? at + 1 : at === k ? 'n' : 'x');
  const rows = atoms.flatMap(({ session, membership, cells }, i) => {
    const where = { session, statement, round, version: 1, membership };
    return bits[i] === 1 ? cells.map((n, at) => ({ ...where, answer: answerAt(at), n })) : [];
  });
  return figureOf(rows, null, { sessions: [], groups: [], statement, round }, scale);
}
