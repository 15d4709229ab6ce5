/**
 * Recommendations in one window: what the laptop has, with what was changed here laid over it until it is handed
 * over. What another window changed in the same field is shown, and somebody chooses.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import { LIMITS } from '../../../core/limits.ts';
import type { RecommendationsDone, RecommendationsPage } from '../../../core/recommendations/api.ts';
import { undoOfRecommendation, type RecommendationChange } from '../../../core/recommendations/change.ts';
import {
  NEW_RECOMMENDATION,
  type Recommendation,
  type RecommendationFields,
} from '../../../core/recommendations/types.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import { makeWaiting, type Waiting } from './begun.ts';
import { fieldsOf, overlaid } from './overlaid.ts';

const AGAIN_MS = 1500;

export interface DeskPorts {
  fetch(): Promise<RecommendationsPage | Refusal>;
  send(changes: readonly RecommendationChange[]): Promise<RecommendationsDone | Refusal>;
  /** Calls back after so many milliseconds; returns a way to call that off. */
  later(action: () => void, ms: number): () => void;
  newId(): string;
}

/** A change that did not come out as it was meant here. */
export interface Trouble {
  change: RecommendationChange;
  why: 'differs' | 'gone' | Refusal;
  /** What stands there, of the fields that differ. */
  now: Partial<RecommendationFields>;
  /** What was last seen of it, whole; null: nothing. */
  last: RecommendationFields | null;
}

/** A change without an id, which it gets as it is done. */
export type Wanted = Omit<RecommendationChange, 'id'>;

export interface Desk extends Waiting {
  /** Null before it is there. */
  page: ReadonlySignal<RecommendationsPage | null>;
  list: ReadonlySignal<readonly Recommendation[]>;
  link: ReadonlySignal<'loading' | 'here' | 'away' | Refusal>;
  /** Changes that the laptop does not have yet. */
  waiting: ReadonlySignal<number>;
  troubles: ReadonlySignal<readonly Trouble[]>;
  steps: ReadonlySignal<{ undo: number; redo: number }>;
  /** Done as one step, which one undo takes back. */
  perform(changes: readonly Wanted[]): void;
  /** Cannot be taken back: a promise, or that one is corrected or taken out. */
  performForGood(changes: readonly Wanted[]): void;
  /** What undo would take back though something was done since that stays; null: nothing is asked. */
  asked: ReadonlySignal<readonly RecommendationChange[] | null>;
  /** Takes the last step back; where something that stays was done since, that is asked first. */
  undo(): void;
  /** Answers what is asked. */
  undoAsked(yes: boolean): void;
  redo(): void;
  /** Takes what was meant here after all, or lets it go. */
  settle(mine: boolean, which: Trouble): void;
  refresh(): void;
  /** Called before a step is taken back: what is being typed is a step of its own. */
  beforeUndo(flush: () => void): () => void;
  flush(): void;
  close(): void;
}

interface Step {
  change: RecommendationChange;
  before: RecommendationFields | null;
}

export function makeDesk(ports: DeskPorts): Desk {
  const page = signal<RecommendationsPage | null>(null);
  const list = signal<readonly Recommendation[]>([]);
  const link = signal<'loading' | 'here' | 'away' | Refusal>('loading');
  const waiting = signal(0);
  const troubles = signal<readonly Trouble[]>([]);
  const steps = signal({ undo: 0, redo: 0 });
  const typed = makeWaiting(page, list);
  const flushes = new Set<() => void>();
  let base: readonly Recommendation[] = [];
  let pending: RecommendationChange[] = [];
  let handing = false;
  let asking = false;
  /** How often something was handed over. */
  let handed = 0;
  let closed = false;
  let cancel = (): void => undefined;
  const lastSeen = new Map<string, RecommendationFields>();
  const asked = signal<readonly RecommendationChange[] | null>(null);
  /** What was done last stays, so that undo would take back something that nobody looks at. */
  let stays = false;
  /** One was removed, and with it words that a room was shown: the page is asked for anew. */
  let stale = false;
  const past: Step[][] = [];
  const future: Step[][] = [];

  const show = (): void => {
    const next = overlaid(base, pending);
    if (JSON.stringify(next) !== JSON.stringify(list.peek())) list.value = next;
    waiting.value = pending.length;
    steps.value = { undo: past.length, redo: future.length };
  };
  const seen = (key: string): RecommendationFields | null => {
    const there = list.peek().find(({ id }) => id === key);
    return there === undefined ? null : fieldsOf(there);
  };
  const enqueue = (changes: readonly RecommendationChange[]): Step[] => {
    const done = changes.map((change) => {
      const before = seen(change.key);
      if (before !== null) lastSeen.set(change.key, before);
      pending = [...pending, change];
      show();
      return { change, before };
    });
    void handOver();
    return done;
  };
  const take = (there: readonly Recommendation[]): void => {
    base = there;
    link.value = 'here';
  };

  const handOver = async (): Promise<void> => {
    if (handing || closed) return;
    handing = true;
    cancel();
    while (pending.length > 0) {
      const batch = pending.slice(0, LIMITS.changesAtOnce);
      handed += 1;
      const answer = await ports.send(batch);
      if (closed) return;
      if (isRefusal(answer)) {
        if (
          REFUSALS[answer.refusal].retry ||
          answer.refusal === 'sign-in-needed' ||
          answer.refusal === 'fault'
        ) {
          link.value = 'away';
          break;
        }
        // One of them is refused, and so none was carried out: that one is told of, the others go again.
        const at = Number(/^changes\.(\d+)/.exec(answer.where ?? '')?.[1] ?? 0);
        const wrong = batch[at] ?? batch[0];
        pending = pending.filter((one) => one !== wrong);
        if (wrong !== undefined)
          troubles.value = [...troubles.value, { change: wrong, why: answer, now: {}, last: null }];
        show();
        continue;
      }
      const found = answer.outcomes.flatMap((outcome): Trouble[] => {
        const change = batch.find(({ id }) => id === outcome.id);
        if (change === undefined || outcome.is === 'done') return [];
        const last = lastSeen.get(change.key) ?? null;
        return [{ change, why: outcome.is, now: outcome.is === 'differs' ? outcome.now : {}, last }];
      });
      if (found.length > 0) troubles.value = [...troubles.value, ...found];
      stale ||= batch.some(({ set }) => set === null);
      pending = pending.slice(batch.length);
      take(answer.list);
      show();
    }
    handing = false;
    if (stale && pending.length === 0) refresh();
    if (pending.length > 0 && !closed) cancel = ports.later(() => void handOver(), AGAIN_MS);
  };

  const refresh = (): void => {
    // What is on its way brings the newest along.
    if (handing || asking) return;
    asking = true;
    const before = handed;
    void ports.fetch().then((answer) => {
      asking = false;
      if (closed || handing) return;
      // Asked before something was handed over, it may be older than what that has brought.
      if (handed !== before) return refresh();
      if (isRefusal(answer)) {
        const passing = REFUSALS[answer.refusal].retry || answer.refusal === 'fault';
        link.value = passing || answer.refusal === 'sign-in-needed' ? 'away' : answer;
        if (link.peek() === 'away') cancel = ports.later(refresh, AGAIN_MS);
        return;
      }
      stale = false;
      page.value = answer;
      take(answer.list);
      show();
      if (pending.length > 0) void handOver();
    });
  };

  const flushAll = (): void => {
    for (const flush of flushes) flush();
  };
  const goBack = (from: Step[][], to: Step[][]): void => {
    const group = from.pop();
    if (group === undefined) return;
    const back = group
      .toReversed()
      .flatMap(({ change, before }) => undoOfRecommendation(change, ports.newId(), before) ?? []);
    to.push(enqueue(back));
    show();
    typed.beginOver(back);
  };
  const withIds = (wanted: readonly Wanted[]): RecommendationChange[] =>
    wanted.map((one) => ({ ...one, id: ports.newId() }));
  const perform = (wanted: readonly Wanted[]): void => {
    if (wanted.length === 0) return;
    stays = false;
    asked.value = null;
    past.push(enqueue(withIds(wanted)));
    if (past.length > LIMITS.undoSteps) past.shift();
    future.length = 0;
    show();
  };

  return {
    page,
    list,
    link,
    waiting,
    troubles,
    ...typed,
    steps,
    perform,
    performForGood: (wanted) => {
      stays = true;
      asked.value = null;
      enqueue(withIds(wanted));
    },
    asked,
    undo: () => {
      flushAll();
      const last = past.at(-1);
      if (stays && last !== undefined) asked.value = last.map(({ change }) => change);
      else goBack(past, future);
    },
    undoAsked: (yes) => {
      asked.value = null;
      if (!yes) return;
      stays = false;
      goBack(past, future);
    },
    redo: () => {
      flushAll();
      asked.value = null;
      // What is done again is what undo takes back next, and is in sight.
      if (future.length > 0) stays = false;
      goBack(future, past);
    },
    settle: (mine, which) => {
      troubles.value = troubles.value.filter((other) => other !== which);
      const again = mine ? afterAll(which) : null;
      if (again !== null) perform([again]);
    },
    refresh,
    beforeUndo: (flush) => {
      flushes.add(flush);
      return () => void flushes.delete(flush);
    },
    flush: flushAll,
    close: () => {
      closed = true;
      cancel();
    },
  };
}

/** The change that does what was meant, over what stands there now. */
function afterAll({ change, why, now, last }: Trouble): Wanted | null {
  if (isRefusal(why)) return null;
  const { key, set } = change;
  if (why === 'gone') {
    const whole = { ...NEW_RECOMMENDATION, ...last, ...set };
    return whole.text === '' ? null : { key, was: null, set: whole };
  }
  if (set === null) return null;
  const names = Object.keys(now) as (keyof RecommendationFields)[];
  return { key, was: now, set: Object.fromEntries(names.map((name) => [name, set[name]])) };
}
