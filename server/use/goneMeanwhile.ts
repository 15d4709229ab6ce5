/**
 * What was taken back or removed while the files of a report were being made: it goes out of releases that are kept, and
 * one that is only being made must not bring it back into the register, or into anybody's hands.
 */
import { isDeepStrictEqual } from 'node:util';
import { mayPublish } from '../../core/caseStudies/publish.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { Release, Store } from '../store/store.ts';
import type { Draft, Drafts, DraftTask } from './draft.ts';
import { standingPoints } from './pointQuotes.ts';
import { documentOf } from './reportSource.ts';
import { picturesWithdrawn, withdrawnFrom, type Printed, type Withdrawn } from './withdrawn.ts';

/** What of a release would not be printed now as it was in it. */
export async function withdrawnNow(store: Store, id: string, release: Printed): Promise<Withdrawn | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { document } = await documentOf(store, stored.consultation);
  const points = standingPoints(document, await store.talk.read(id));
  const { caseStudies } = await store.studies.read(id);
  const { groups } = stored.consultation;
  const studies = caseStudies.filter((study) => mayPublish(study, document.lists, groups).length === 0);
  return {
    quotes: withdrawnFrom(release, await store.comments(id, null), points, studies),
    pictures: picturesWithdrawn(release, document),
  };
}

/**
 * Whether a release that was drafted may go out as it was. Where anything was written meanwhile it is drafted once more:
 * a list of what may be taken back, a yes, a picture's consent, words that were mended, would lack one, and a draft is
 * made of all of them.
 *
 * @param at what had been written before it was drafted (`writtenSoFar`)
 * @returns what had been written before it was looked at now; refused where it would be another
 */
export async function stillAsDrafted(
  { store, drafts }: { store: Store; drafts: Drafts },
  task: Omit<DraftTask, 'want'>,
  drafted: Draft,
  at: number,
): Promise<number | 'registered' | Refusal> {
  const now = await store.writtenSoFar();
  if (now === at) return now;
  const again = await drafts.draft('draft', task);
  if (isRefusal(again)) return again;
  // Whoever ordered the very same beside it was quicker, or it was there before.
  if (again.same && again.hash === drafted.hash) return 'registered';
  const last = (await store.releases(task.consultation)).at(-1);
  if (last?.number === drafted.imprint.number && last.hash === drafted.hash) return 'registered';
  return isDeepStrictEqual(heldIn(again), heldIn(drafted)) ? now : refuse('taken-back');
}

/**
 * All that is registered of a draft, and what is noted with it; its model is behind the hash, and so are the words of
 * which the marks of persons are made, with a salt that each draft has anew.
 */
function heldIn({ hash, same, imprint, check, entry, word, wordThen }: Draft): unknown {
  const persons = entry.persons?.list.map(({ mark: _of, ...one }) => one);
  return { hash, same, imprint, check, entry: { ...entry, persons }, word, wordThen };
}

/**
 * Whether a registered release is still kept as it was when it was begun to be written once more.
 *
 * @param withdrawn what had been taken back by then, as whoever ordered it knows
 */
export async function stillKept(
  store: Store,
  id: string,
  { number, entry, model }: Pick<Release, 'number' | 'entry' | 'model'>,
  withdrawn: Withdrawn,
): Promise<Refusal | null> {
  const kept = (await store.releases(id)).find((one) => one.number === number);
  if (kept === undefined || JSON.stringify(kept.model) !== JSON.stringify(model)) return refuse('taken-back');
  const now = await withdrawnNow(store, id, { entry, model });
  if (isRefusal(now)) return now;
  const more = now.quotes > withdrawn.quotes || now.pictures > withdrawn.pictures;
  return more ? refuse('taken-back') : null;
}
