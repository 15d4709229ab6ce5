/**
 * In how many interviews a theme was raised, in a release. An interview is one person's, and who was interviewed
 * between two releases can be known. So those that are counted are a set of at least as many people as the floor, and
 * another set is counted only where whoever is in one and not in another are nobody or as many again; else the earlier
 * numbers stand.
 *
 * A theme has its number from the floor on, and a number of people is what two of them leave over, too: of ten and of
 * five more, six and seven are one. So it is told anew only where, sorted by which of all numbers of the theme that were
 * ever told they stand behind, those who raised it are nobody or as many as the floor in each class that it makes. Else
 * what was told last stands, of the interviews that it was told of, with its date; also where it is the same, since who
 * came and raised something else would be seen by that. “Fewer than the floor” tells how many there are at most, so it
 * is held as well: a number after it is told where those who came since could be all of it, and it is told after a
 * number where those who went could leave fewer. Both are told where as many as the floor were put under the theme, or
 * taken from it, in interviews that were there before. What is not known is held for few.
 *
 * Who raised a theme raised those above it, so that of two such numbers, too, one taken from the other is a number of
 * people: those who raised the upper one alone. So a theme is held against those above and below it as well. There it
 * is not told either where nobody is left over: else nobody and a few would not look alike
 * (docs/decisions/035-stories-in-the-report.md). What a theme was told as, before it was merged or made anew, is its own
 * past here too (docs/decisions/043-wholes-and-parts.md).
 */
import { FLOORS } from '../limits.ts';
import type { EntryInterviews } from '../release/stories.ts';
import type { EntryTalk } from '../release/types.ts';
import { usableOfTeam, type Passage, type TextSource } from '../talk/sources.ts';
import type { Codebook } from '../talk/themes.ts';
import { movedInterviews } from './interviewsMoved.ts';
import { setHeld } from './sets.ts';
import type { Related } from './themesRelated.ts';

interface InterviewSource {
  /** Those of the report. */
  sources: readonly TextSource[];
  passages: readonly Passage[];
  /** Ids of those that another report is about. */
  others: ReadonlySet<string>;
  book: Codebook;
  related: Related;
  /** Ids of themes that are in print. */
  inPrint: ReadonlySet<string>;
  floor: number;
  /** What earlier releases told, oldest first. */
  earlier: readonly EntryTalk[];
  /** YYYY-MM-DD. */
  date: string;
}

/** In how many a theme was raised. */
export interface ToldInterviews {
  /** `few`: fewer than the floor, or none; `not`: not told. */
  n: number | 'few' | 'not';
  /** How many it was counted in. */
  of: number;
  /** The date of the release it is taken from unchanged. */
  again: string | null;
  /** Everyone raised it who came, or who went, since a number that was told. */
  everyoneSince?: true;
}

export interface InterviewCounts {
  /** How many are counted. */
  of: number;
  /** By theme. */
  themes: ReadonlyMap<string, ToldInterviews>;
  entry: EntryInterviews;
}

type Line = EntryInterviews['themes'][number];
/** What was told of one theme, of which interviews. */
interface Was {
  line: Line;
  of: readonly string[];
  few: boolean;
}

/** Null: they are not counted. */
export function interviewCounts(source: InterviewSource): InterviewCounts | null {
  const { sources, floor, others } = source;
  const earlier = source.earlier.flatMap((one) => one.interviews ?? []);
  const now = sources.filter(({ form, mayUse }) => form === 'interview' && mayUse).map(({ id }) => id);
  const last = earlier.at(-1);
  const sets = earlier.map(({ interviews }) => interviews);
  if (now.length >= floor && holds(now, sets, floor)) return countNow(source, now);
  if (last === undefined || last.interviews.some((id) => others.has(id))) return null;
  const stand = last.themes.flatMap((line) => {
    const was = wasOf(line, last);
    return was.of.some((id) => others.has(id))
      ? []
      : [[line.theme, again(was, last.interviews, floor)] as const];
  });
  return { of: last.interviews.length, themes: new Map(stand), entry: last };
}

/** Each class that this set makes among those that were told is of nobody or of as many as the floor. */
function holds(now: readonly string[], earlier: readonly (readonly string[])[], floor: number): boolean {
  return sameIds(
    setHeld(now, earlier, () => 1, floor),
    now,
  );
}

function countNow(source: InterviewSource, now: readonly string[]): InterviewCounts {
  const { sources, passages, book, related, inPrint, floor, date, others } = source;
  const earlier = source.earlier.flatMap((one) => one.interviews ?? []);
  const counted = new Map<string, Set<string>>();
  const usable = usableOfTeam(sources, passages).filter(({ source: text }) => now.includes(text.id));
  for (const { source: text, passage } of usable) {
    for (const { theme, above } of book.of(passage.themes))
      for (const id of [theme.id, ...above]) counted.set(id, (counted.get(id) ?? new Set()).add(text.id));
  }
  const interviews = now.toSorted();
  const own = (theme: string): readonly string[] => standsAs(related.heirs(theme), source.earlier);
  const isFew = (line: Line): boolean => wasOf(line, { interviews, themes: [] }).few;
  const isMoved = movedInterviews({
    earlier: source.earlier.filter(
      (one) => one.interviews?.interviews.some((id) => now.includes(id)) === true,
    ),
    related,
    standsAs: own,
    passages: usable.map(({ passage }) => passage),
    isFew,
    floor,
  });
  const themes = new Map<string, ToldInterviews>();
  const lines: Line[] = [];
  const told = (is: (theme: string) => boolean): Was[] =>
    [...earlier, { interviews, themes: lines }].flatMap((entry) => wereTold(entry, is));
  for (const { theme } of book.list) {
    const { id } = theme;
    if (!inPrint.has(id)) continue;
    const raised = [...(counted.get(id) ?? [])].toSorted();
    const mine = related.held(id);
    const standing = own(id);
    const before = told((other) => mine.includes(other));
    const near = before.filter(({ of }) => meet(of, now));
    const stands = near.findLast(
      ({ of, line }) => standing.includes(line.theme) && !of.some((one) => others.has(one)),
    );
    const few = raised.length < floor;
    const same = !few && stands?.few === false && sameIds(stands.line.raised ?? [], raised);
    // Above or below what it was told as, too.
    const nested = (along: (theme: string) => ReadonlySet<string>): Was[] => {
      const line = new Set(mine.flatMap((one) => [...along(one)]).flatMap((other) => related.held(other)));
      return told((other) => line.has(other) && !mine.includes(other));
    };
    const upper = nested(related.above);
    const lower = nested(related.below);
    // A dash that stood for more would tell, by “few”, that somebody went.
    const dashed =
      stands === undefined && source.earlier.some((entry) => isDashed(entry, standing, now, floor));
    const may = few
      ? !dashed && mayBeFew(raised, now, [...before, ...lower], floor)
      : mayBeTold(raised, now, [...before, ...upper, ...lower.filter((was) => !was.few)], floor) &&
        [...upper, ...lower].every((was) => was.few || leavesEnough(raised, was, floor));
    const moved = isMoved(id);
    if (!same && may && !moved) {
      const everyone = !few && near.some((was) => !was.few && isEveryone(raised, now, was));
      const fresh: ToldInterviews = { n: few ? 'few' : raised.length, of: now.length, again: null };
      themes.set(id, { ...fresh, ...(everyone ? { everyoneSince: true } : {}) });
      lines.push({ theme: id, n: raised.length, date, raised, ...(few ? { few } : {}) });
      continue;
    }
    if (stands === undefined) themes.set(id, { n: 'not', of: now.length, again: null });
    else {
      const row = again(stands, now, floor);
      // It was few of what the theme was then.
      themes.set(id, moved ? { ...row, again: stands.line.date } : row);
      const { of: _of, ...was } = stands.line;
      const line = { ...was, theme: id };
      lines.push(sameIds(stands.of, now) ? line : { ...line, of: [...stands.of] });
    }
  }
  return { of: now.length, themes, entry: { interviews, themes: lines } };
}

/** Of which of these themes a number stands: of several that were told beside each other only the theme's own, the first. */
function standsAs(heirs: readonly string[], earlier: readonly EntryTalk[]): readonly string[] {
  const apart = earlier.some(({ themes = [], interviews }) => {
    const inPrint = themes.flatMap(({ theme, name }) => (name === '' ? [] : [theme]));
    const told = new Set([...inPrint, ...(interviews?.themes ?? []).map(({ theme }) => theme)]);
    return heirs.filter((id) => told.has(id)).length > 1;
  });
  return apart ? heirs.slice(0, 1) : heirs;
}

/** Of those behind a theme above or below, where one of the two are among the other. */
function leavesEnough(raised: readonly string[], { line }: Was, floor: number): boolean {
  const other = line.raised ?? [];
  const [less, more] = raised.length < other.length ? [raised, other] : [other, raised];
  return !less.every((id) => more.includes(id)) || more.length - less.length >= floor;
}

function mayBeTold(raised: readonly string[], now: readonly string[], before: readonly Was[], floor: number) {
  const numbers = before.filter(({ few }) => !few);
  const near = numbers.filter(({ of }) => meet(of, now));
  // One of quite other interviews can still be subtracted from one of these.
  const unknown = ({ line, of }: Was): boolean =>
    line.raised === undefined && [now, ...near.map((was) => was.of)].some((ids) => meet(ids, of));
  if (numbers.some(unknown)) return false;
  const known = numbers.flatMap(({ line }) => (line.raised === undefined ? [] : [line.raised]));
  return (
    holds(raised, known, floor) &&
    before.every(({ few, of, line }) => {
      const came = now.filter((id) => !of.includes(id)).length;
      const more = raised.filter((id) => of.includes(id) && line.raised?.includes(id) === false).length;
      return !few || raised.length <= came || more >= floor;
    })
  );
}

/** Likewise where fewer than the floor raised it. */
function mayBeFew(raised: readonly string[], now: readonly string[], before: readonly Was[], floor: number) {
  return before.every(({ few, of, line }) => {
    const went = of.filter((id) => !now.includes(id)).length;
    const less = (line.raised ?? []).filter((id) => now.includes(id) && !raised.includes(id)).length;
    return few || line.n - went < floor - 1 || less >= floor;
  });
}

/** It was in print with no number, of interviews that are counted now, but for fewer than the floor. */
function isDashed(
  { themes = [], interviews }: EntryTalk,
  line: readonly string[],
  now: readonly string[],
  floor: number,
): boolean {
  if (interviews === undefined || interviews.themes.some(({ theme }) => line.includes(theme))) return false;
  const went = interviews.interviews.filter((id) => !now.includes(id)).length;
  return went < floor && themes.some(({ theme, name }) => name !== '' && line.includes(theme));
}

/** Whether those who came since, or those who went, all raised it. */
function isEveryone(raised: readonly string[], now: readonly string[], { of, line }: Was): boolean {
  const came = now.filter((id) => !of.includes(id));
  const went = of.filter((id) => !now.includes(id));
  const all = (ids: readonly string[], among: readonly string[]): boolean =>
    ids.length > 0 && ids.every((id) => among.includes(id));
  return all(came, raised) || all(went, line.raised ?? []);
}

function wereTold(entry: EntryInterviews, is: (theme: string) => boolean): Was[] {
  return entry.themes.filter((line) => is(line.theme)).map((line) => wasOf(line, entry));
}

function wasOf(line: Line, { interviews }: EntryInterviews): Was {
  // Whether an older one was told depends on the floor of its release: one that may have been is held for told.
  const few = line.few ?? line.n < FLOORS.choices[0];
  return { line, of: line.of ?? interviews, few };
}

/** @param now which interviews are counted */
function again({ line, of, few }: Was, now: readonly string[], floor: number): ToldInterviews {
  if (!few && line.n >= floor) return { n: line.n, of: of.length, again: line.date };
  // Of the same interviews one that is still under the floor, and one that stands, read alike.
  return { n: 'few', of: of.length, again: sameIds(of, now) ? null : line.date };
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((id) => b.includes(id));
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
