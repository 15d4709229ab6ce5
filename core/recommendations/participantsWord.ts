/** What participants say of whether a recommendation happened, as it may be told: counts that leave nothing under the floor. */
import type { Recommendation } from './types.ts';

/** What participants said about whether it happened, on one day. */
export interface WordCounts {
  on: string;
  yes: number;
  partly: number;
  no: number;
  unknown: number;
}

export type WordField = 'wordYes' | 'wordPartly' | 'wordNo' | 'wordUnknown' | 'wordOn';

/**
 * `few`: too few were asked for their answers to be shown. `near`: they are too near to answers of that day that were
 * shown of a recommendation which is told no more.
 */
export type WordTold = WordCounts | 'few' | { near: string } | null;

/**
 * Head-counts are shown over a base of at least the floor. Where fewer people than that came, went or changed since
 * counts of the same day went out, those stand: the difference of the two would be theirs. Where the floor was lower then
 * and they do not reach today's, neither they nor those of now are told until as many are other. Where these were of a
 * recommendation that is told no more, it may be this one under another id, whatever words it has now. Nobody knows, so
 * neither the counts of then are told of it nor those of now; nor where both are alike, since what is left out would
 * then tell that somebody came or went.
 *
 * @param out what went out of it
 * @param gone what went out of others that it may have been
 */
export function wordToTell(
  one: Pick<Recommendation, WordField>,
  out: readonly WordCounts[],
  floor: number,
  gone: readonly WordCounts[] = [],
): WordTold {
  const now = wordNow(one);
  const asked = total(now);
  if (asked === 0 || now.on === '') return null;
  const isOfDay = ({ on }: WordCounts): boolean => on === now.on;
  const own = out.filter((before) => isOfDay(before) && moved(before, now) < floor);
  const [stands] = own.toSorted((a, b) => total(b) - total(a) || (said(a) < said(b) ? -1 : 1));
  // Also where they are as they were: else it would tell whether somebody came or went.
  if (stands !== undefined) return total(stands) < floor ? { near: now.on } : stands;
  if (gone.some((before) => isOfDay(before) && moved(before, now) < floor)) return { near: now.on };
  return asked < floor ? 'few' : now;
}

/**
 * Whether counts that went out are those it has now: fewer than the floor came, went or changed since, or people only
 * came. Else they may have moved to another one, with the words that they are about.
 */
export function isStillOf(before: WordCounts, one: Pick<Recommendation, WordField>, floor: number): boolean {
  const now = wordNow(one);
  if (before.on !== now.on) return false;
  return moved(before, now) < floor || cells(before).every((n, i) => n <= (cells(now)[i] ?? 0));
}

function wordNow(one: Pick<Recommendation, WordField>): WordCounts {
  const { wordOn: on, wordYes: yes, wordPartly: partly, wordNo: no, wordUnknown: unknown } = one;
  return { on, yes, partly, no, unknown };
}

const cells = ({ yes, partly, no, unknown }: WordCounts): number[] => [yes, partly, no, unknown];
const said = (counts: WordCounts): string => JSON.stringify(cells(counts));
const total = (counts: WordCounts): number => cells(counts).reduce((sum, n) => sum + n, 0);

/** How many people at least have come, gone or changed between the two. */
function moved(before: WordCounts, now: WordCounts): number {
  const steps = cells(now).map((n, i) => n - (cells(before)[i] ?? 0));
  const came = steps.reduce((sum, n) => sum + Math.max(0, n), 0);
  const went = steps.reduce((sum, n) => sum + Math.max(0, -n), 0);
  return Math.max(came, went);
}
