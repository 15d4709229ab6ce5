/**
 * In how many interviews a theme was raised, in a release. An interview is one person's, and who was interviewed
 * between two releases can be known. So those that are counted are a set of at least as many people as the floor, and
 * another set is counted only where whoever is in one and not in another are nobody or as many again; else the earlier
 * numbers stand. A theme has its number from the floor on (docs/decisions/035-stories-in-the-report.md).
 */
import type { EntryInterviews } from '../release/stories.ts';
import { usable, type Passage, type TextSource } from '../talk/sources.ts';
import type { Codebook } from '../talk/themes.ts';
import { setHeld } from './sets.ts';
import type { Told } from './talkHeld.ts';

interface InterviewSource {
  /** Those of the report. */
  sources: readonly TextSource[];
  passages: readonly Passage[];
  /** Ids of those that another report is about. */
  others: ReadonlySet<string>;
  book: Codebook;
  floor: number;
  /** What earlier releases told, oldest first. */
  earlier: readonly EntryInterviews[];
  /** YYYY-MM-DD. */
  date: string;
}

export interface InterviewCounts {
  /** How many are counted. */
  of: number;
  /** By theme; fewer than the floor, and none, are left out alike. */
  themes: ReadonlyMap<string, Told>;
  entry: EntryInterviews;
}

/** Null: they are not counted. */
export function interviewCounts(source: InterviewSource): InterviewCounts | null {
  const { sources, floor, earlier, others } = source;
  const now = sources.filter(({ form, mayUse }) => form === 'interview' && mayUse).map(({ id }) => id);
  const last = earlier.at(-1);
  const sets = earlier.map(({ interviews }) => interviews);
  const counted = setHeld(now, sets, () => 1, floor);
  if (now.length >= floor && sameIds(counted, now)) return countNow(source, now);
  if (last === undefined || last.interviews.some((id) => others.has(id))) return null;
  return { of: last.interviews.length, themes: toldOf(last.themes, () => true, floor), entry: last };
}

/** Of the same interviews a number that moved by less than the floor stands as it was told. */
function countNow(
  { sources, passages, book, floor, earlier, date }: InterviewSource,
  now: readonly string[],
): InterviewCounts {
  const counted = new Map<string, Set<string>>();
  for (const { source, passage } of usable(sources, passages)) {
    if (!now.includes(source.id)) continue;
    for (const { theme, above } of book.of(passage.themes))
      for (const id of [theme.id, ...above]) counted.set(id, (counted.get(id) ?? new Set()).add(source.id));
  }
  const same = earlier.findLast(({ interviews }) => sameIds(interviews, now));
  const stood = new Set<string>();
  const themes = book.list.map(({ theme: { id: theme } }) => {
    const n = counted.get(theme)?.size ?? 0;
    const was = same?.themes.find((one) => one.theme === theme);
    if (was === undefined || Math.abs(was.n - n) >= floor) return { theme, n, date };
    if (was.n !== n) stood.add(theme);
    return was;
  });
  return {
    of: now.length,
    themes: toldOf(themes, (theme) => stood.has(theme), floor),
    entry: { interviews: now.toSorted(), themes },
  };
}

function toldOf(
  themes: EntryInterviews['themes'],
  again: (theme: string) => boolean,
  floor: number,
): InterviewCounts['themes'] {
  const enough = themes.filter(({ n }) => n >= floor);
  return new Map(enough.map(({ theme, n, date }) => [theme, { n, again: again(theme) ? date : null }]));
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
