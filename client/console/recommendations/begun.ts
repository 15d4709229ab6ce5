/** What was typed on the page of recommendations and is saved by a press only: it waits where its card is folded. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { RecommendationsPage } from '../../../core/recommendations/api.ts';
import type { RecommendationChange } from '../../../core/recommendations/change.ts';
import type { OwnersAnswer, Recommendation } from '../../../core/recommendations/types.ts';

type Answered = Pick<Recommendation, 'answer' | 'why' | 'answeredOn'>;

/** An answer that was chosen, and is not saved before its reason is there. */
export interface Begun {
  answer: 'part' | 'no';
  why: string;
  /** What stood as it was begun: another window may answer meanwhile. */
  over: Answered;
}

/** What somebody answers over: what stood as an answer was begun, else what stands. */
export function answeredOver({ answer, why, answeredOn }: Recommendation, begun: Begun | null): Answered {
  return begun?.over ?? { answer, why, answeredOn };
}

/** The change that answers so; only what becomes another is in it. */
export function answering(
  one: Recommendation,
  begun: Begun | null,
  answer: OwnersAnswer,
  why: string,
): Omit<RecommendationChange, 'id'> {
  const over = answeredOver(one, begun);
  // The day goes out as it stands, so nothing but what somebody typed is it.
  const next: Answered = { answer, why, answeredOn: answer === '' ? '' : over.answeredOn };
  const names = (Object.keys(next) as (keyof Answered)[]).filter((name) => next[name] !== over[name]);
  const pick = (from: Answered): Partial<Answered> =>
    Object.fromEntries(names.map((name) => [name, from[name]]));
  return { key: one.id, was: pick(over), set: pick(next) };
}

export interface Waiting {
  /** By the recommendation; kept while the page is there, also where its card was closed. */
  begun: ReadonlySignal<ReadonlyMap<string, Begun>>;
  /** Promised days that are typed and not written down: new ones, and corrections, by `dayKey`. */
  days: ReadonlySignal<ReadonlyMap<string, string>>;
  /** @param answer null: none is begun any more */
  begin(key: string, answer: Begun | null): void;
  /** This window went back or forth: what is begun on one of these is over what that has made of its answer. */
  beginOver(changes: readonly Pick<RecommendationChange, 'key' | 'set'>[]): void;
  /**
   * @param key of `dayKey`
   * @param by empty: none is typed any more
   */
  typeDay(key: string, by: string): void;
}

/** @param promise the promise that is being corrected, as it is kept; without one it is a new day */
export function dayKey(recommendation: string, promise?: string): string {
  return promise === undefined ? recommendation : `${recommendation} ${promise}`;
}

export function makeWaiting(
  page: ReadonlySignal<RecommendationsPage | null>,
  list: ReadonlySignal<readonly Recommendation[]>,
): Waiting {
  const begun = signal<ReadonlyMap<string, Begun>>(new Map());
  const days = signal<ReadonlyMap<string, string>>(new Map());
  // Of a removed one nothing waits any more; undo brings it back with the rest.
  const here = (key: string): Recommendation | undefined => list.value.find(({ id }) => id === key);
  return {
    begun: computed(() => new Map([...begun.value].filter(([key]) => here(key) !== undefined))),
    days: computed(
      () =>
        new Map(
          [...days.value].filter(([key]) => {
            const [id = '', promise] = key.split(' ');
            if (promise === undefined) return here(id) !== undefined;
            // A day that another window corrected, or that has gone out since, is not corrected here any more.
            return here(id)?.promises.includes(promise) === true && !page.value?.promised.includes(key);
          }),
        ),
    ),
    begin: (key, answer) => (begun.value = withOne(begun.peek(), key, answer)),
    beginOver: (changes) => {
      for (const { key, set } of changes) {
        const own = begun.peek().get(key);
        if (own === undefined || set === null) continue;
        // Of all else another window's answer may stand there, which nobody here has seen.
        const { answer = own.over.answer, why = own.over.why, answeredOn = own.over.answeredOn } = set;
        begun.value = withOne(begun.peek(), key, { ...own, over: { answer, why, answeredOn } });
      }
    },
    typeDay: (key, by) => (days.value = withOne(days.peek(), key, by === '' ? null : by)),
  };
}

function withOne<T>(all: ReadonlyMap<string, T>, key: string, one: T | null): ReadonlyMap<string, T> {
  const next = new Map(all);
  if (one === null) next.delete(key);
  else next.set(key, one);
  return next;
}
