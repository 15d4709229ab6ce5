/**
 * That two people coded points and post-its, where nothing is told of how far they agree: it stays told once it was, or
 * it would be seen that somebody took back one of the few (docs/decisions/040-a-second-coder.md).
 */
import { sessionsAbout } from '../release/about.ts';
import type { EntryTwice } from '../release/stories.ts';
import type { ReleaseEntry } from '../release/types.ts';
import { lastWithin } from './countsHeld.ts';
import type { ReportModel } from './model.ts';
import type { Speech } from './words.ts';

/** How ids of sections begin that are checklists. */
const CHECKLIST = 'checklist';

/** What an earlier release told; of one from before it was noted what its words say. */
export function twiceTold(
  { say }: Speech,
  { entry, model }: { entry: ReleaseEntry; model: Pick<ReportModel, 'sections'> },
): EntryTwice[] {
  if (entry.twice !== undefined) return [entry.twice];
  // Only a checklist says it; what the team wrote elsewhere may read like it.
  const words = JSON.stringify(model.sections.filter(({ id }) => id.startsWith(CHECKLIST)));
  const sessions = [...(entry.talk?.counted ?? sessionsAbout(entry) ?? [])];
  return (['few', 'held'] as const)
    .filter((why) => words.includes(JSON.stringify(say(`check.know.coders.${why}.before`)).slice(1, -1)))
    .map((why) => ({ sessions, why }));
}

/**
 * @param now what would be told if nothing had been; null: nothing
 * @param sessions that are counted
 * @returns what is told; that they were too few is never told after something else was
 */
export function twiceHeld(
  now: EntryTwice['why'] | null,
  sessions: string[],
  earlier: readonly EntryTwice[],
): EntryTwice | null {
  const last = lastWithin(earlier, sessions);
  if (last === undefined) return now === null ? null : { sessions, why: now };
  return { sessions, why: last.why === 'held' || now === 'held' ? 'held' : 'few' };
}
