/**
 * Whom the figures of one wave tell apart and those of the other do not. Only what is in print on each side goes into
 * it: that a group was not there, or too few of it, is not told, and reads the same.
 */
import type { Consultation } from '../consultation.ts';
import { scaleKey } from '../scale.ts';
import { coveredBy, EVERYONE, type FigureThen } from '../waves/released.ts';
import type { BoardNow, PartNow, StatementThen } from './waves.ts';

/** The released figure of then for the same people as a part of now. */
export function partThen(
  { key }: PartNow,
  before: FigureThen,
  released: readonly FigureThen[],
): FigureThen | undefined {
  return key === null ? undefined : besides(before, released).find((one) => one.key === key);
}

/** Those of the same round and scale. */
function besides(before: FigureThen, released: readonly FigureThen[]): FigureThen[] {
  return released.filter(
    (one) =>
      one.key !== EVERYONE && one.round === before.round && scaleKey(one.scale) === scaleKey(before.scale),
  );
}

/** Parts whose sessions are chosen are other people by what they are, so that nothing is said of them. */
export function apartOf(
  now: BoardNow,
  before: FigureThen,
  released: readonly FigureThen[],
  own: Consultation,
  theirs: Consultation,
): StatementThen['apart'] {
  const known = new Set(theirs.groups.map(({ id }) => id));
  const fresh = new Set(own.groups.map(({ id }) => id).filter((id) => !known.has(id)));
  return now.parts
    .filter((part) => part.key !== null && partThen(part, before, released) === undefined)
    .map(({ label, key }) => ({ label, fresh: (key ?? '').split('+').every((id) => fresh.has(id)) }));
}

/** Groups, told apart or together then, of which at least one is in no part of now. */
export function goneOf(
  now: Pick<BoardNow, 'parts'>,
  before: FigureThen,
  released: readonly FigureThen[],
): string[][] {
  const here = coveredHere([now]);
  // Of a release on other sessions they are not among everyone, of whom this is said.
  return besides(before, released)
    .filter(({ sessions }) => sessions.every((id) => before.sessions.includes(id)))
    .flatMap(({ key }) => missingIn(key, here) ?? []);
}

/** Parts that stand on one side, for each statement that is compared alike. */
export interface OnlyIn {
  /** Ids of groups: those of a part. */
  was: string[][];
  /** Names of parts. */
  now: string[];
}

/**
 * Of everything that is compared: what no statement has on the other side.
 *
 * @param released of every statement, as `releasedOf` has it
 */
export function onlyIn(
  boards: readonly BoardNow[],
  released: readonly FigureThen[],
  statements: readonly Pick<StatementThen, 'apart' | 'gone'>[],
): OnlyIn {
  const here = coveredHere(boards);
  const then = new Set(released.flatMap(({ key }) => coveredBy(key)));
  const was = statements.flatMap(({ gone }) => gone).filter((part) => part.some((id) => !here.has(id)));
  const shown = new Set(statements.flatMap(({ apart }) => apart.map(({ label }) => label)));
  // A figure that is printed again may be of other people than the one beside it.
  const now = boards.flatMap(({ parts, reprinted }) =>
    parts.flatMap((part) =>
      part.key !== null &&
      reprinted === null &&
      part.reprinted === null &&
      shown.has(part.label) &&
      missingIn(part.key, then) !== null
        ? [part.label]
        : [],
    ),
  );
  return { was: [...new Map(was.map((part) => [part.join('+'), part])).values()], now: [...new Set(now)] };
}

function coveredHere(boards: readonly Pick<BoardNow, 'parts'>[]): Set<string> {
  return new Set(boards.flatMap(({ parts }) => parts.flatMap(({ key }) => coveredBy(key ?? ''))));
}

/** The groups of a part where one of them is not among these; null: all are, or it is "everyone else". */
function missingIn(key: string, there: ReadonlySet<string>): [string[]] | null {
  if (key.includes(' ')) return null;
  const groups = coveredBy(key);
  return groups.some((id) => !there.has(id)) ? [groups] : null;
}
