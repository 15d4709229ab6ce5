/** Changes that did not come out as they were meant on this device. */
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import type { TalkAbout } from '../../../core/talk/api.ts';
import type { AnyFields, Change, Outcome, PointChange, WholeFields } from '../../../core/talk/change.ts';
import { sourceOf } from '../../../core/talk/types.ts';
import type { Wanted } from './desk.ts';
import type { Mirror } from './mirror.ts';

/** Somebody has to look at it. */
export interface Trouble {
  change: Change;
  /**
   * `counted`: the post-its of the session have other names since it was counted, and this one is not found.
   * `takenOut`: a thought is gone, whose writer may have taken it out; nothing of it is kept here.
   * `theirYes`: that a thought may be quoted is its writer's to say.
   */
  why: Exclude<Outcome['is'], 'done'> | 'counted' | 'takenOut' | 'theirYes' | Refusal;
  /** What stands of the fields that differ. */
  now: Partial<AnyFields>;
  /** What this device had before, whole, of what was removed elsewhere. */
  last: WholeFields | null;
}

/** Its session was removed, or its consultation. */
export function isGone(why: Trouble['why']): boolean {
  return isRefusal(why) && (why.refusal === 'no-such-session' || why.refusal === 'no-such-consultation');
}

/** What was meant, said anew over what stands now. */
export function afterAll({ change, why, now, last }: Trouble): Wanted | null {
  if (change.of === 'coding' || change.of === 'second') return null;
  const { id: _id, ...rest } = change;
  if (why === 'gone')
    return last === null ? null : ({ ...rest, was: null, set: { ...last, ...change.set } } as Wanted);
  if (why !== 'differs') return null;
  // It was to be removed: now with what has been looked at meanwhile.
  if (change.set === null) return { ...rest, was: { ...change.was, ...now } };
  const set = Object.fromEntries(
    Object.keys(now).map((field) => [field, (change.set as Record<string, unknown>)[field]]),
  );
  return { ...rest, was: now, set };
}

/** The change that a refusal is about; null: about none, it can be tried again. */
export function refusedOf(batch: readonly Change[], { refusal, where = '' }: Refusal): Change | null {
  if (REFUSALS[refusal].retry || refusal === 'sign-in-needed') return null;
  const [, index] = /^changes\.(\d+)/.exec(where) ?? [];
  return index === undefined ? null : (batch[Number(index)] ?? null);
}

function isLostNow({ from, to }: Trouble['now']): boolean {
  return from !== undefined && from === to;
}

/** Nothing else differs than that it may be quoted. */
function isTheirYes({ set }: PointChange, now: Trouble['now']): boolean {
  return set?.mayQuote === true && now.mayQuote === false && Object.keys(now).length === 1;
}

export function troublesIn(
  batch: readonly Change[],
  outcomes: readonly Outcome[],
  lastSeen: ReadonlyMap<string, Trouble['last']>,
): Trouble[] {
  return outcomes.flatMap((outcome, i): Trouble[] => {
    const change = batch[i];
    if (change === undefined || outcome.is === 'done') return [];
    // A post-it that is gone has taken its themes with it: there is nothing to decide. What a second coder coded on
    // two devices is under the themes of both, as on the screen.
    if (change.of === 'coding' || change.of === 'second') return [];
    // Its text is gone or has lost its words: the page of the text shows that, and keeps it.
    if (change.of === 'passage' && (outcome.is === 'gone' || isLostNow(outcome.now))) return [];
    const theirs = change.of === 'point' && sourceOf(change.key) === 'phone';
    // By whom it was removed is not told: its writer may have it nowhere any more.
    if (theirs && outcome.is === 'gone')
      return [{ change: { ...change, set: {} }, why: 'takenOut', now: {}, last: null }];
    if (theirs && outcome.is === 'differs' && isTheirYes(change, outcome.now))
      return [{ change, why: 'theirYes', now: outcome.now, last: null }];
    return [
      {
        change,
        why: outcome.is,
        now: outcome.is === 'differs' ? outcome.now : {},
        last: outcome.is === 'gone' ? (lastSeen.get(change.key) ?? null) : null,
      },
    ];
  });
}

/**
 * What shows only once it is known what the laptop has after these changes.
 *
 * @param there that
 */
export function troublesAfter(
  batch: readonly Change[],
  outcomes: readonly Outcome[],
  there: Mirror,
  about: TalkAbout | null,
): Trouble[] {
  return [...countedMeanwhile(batch, outcomes, there, about), ...goneWithNote(batch, outcomes, there)];
}

/**
 * What hung on post-its by names that they had until the session was counted. It cannot be done any more, and whoever
 * wanted it has to know.
 */
function countedMeanwhile(
  batch: readonly Change[],
  outcomes: readonly Outcome[],
  there: Mirror,
  about: TalkAbout | null,
): Trouble[] {
  const sealed = new Set(about?.sessions.filter(({ state }) => state === 'sealed').map(({ id }) => id));
  // Of each only the last that was said about it.
  const last = new Map<string, Trouble>();
  for (const [i, change] of batch.entries()) {
    if ((change.of !== 'point' && change.of !== 'coding') || !sealed.has(change.session)) continue;
    const trouble = (of: Change): Trouble => ({ change: of, why: 'counted', now: {}, last: null });
    if (change.of === 'coding') {
      if (outcomes[i]?.is === 'gone') last.set(`coding ${change.key}`, trouble(change));
      continue;
    }
    const { id, key, session, set } = change;
    if (set?.postit === undefined) continue;
    // Its words are saved and stay no longer on this device.
    const link = trouble({ of: 'point', id, key, session, was: {}, set: { postit: set.postit } });
    if (set.postit === '' || there.points.get(key)?.postit !== '') last.delete(key);
    else last.set(key, link);
  }
  return [...last.values()];
}

/**
 * What was written of passages that were removed meanwhile: it is nowhere else. Of a text that was removed itself
 * nothing stays here.
 */
function goneWithNote(batch: readonly Change[], outcomes: readonly Outcome[], there: Mirror): Trouble[] {
  return batch.flatMap((change, i): Trouble[] => {
    if (change.of !== 'passage' || outcomes[i]?.is !== 'gone' || !there.sources.has(change.source)) return [];
    const note = change.set?.note ?? '';
    return note === '' ? [] : [{ change: { ...change, set: { note } }, why: 'gone', now: {}, last: null }];
  });
}
