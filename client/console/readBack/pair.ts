/** Two desks on one page, whose steps are taken back in the order in which they were made, together where they belong. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { StudiesDesk, Wanted as StudiesWanted } from '../caseStudies/desk.ts';
import { nextStep } from '../stepOrder.ts';
import type { TalkDesk, Wanted as TalkWanted } from '../talk/desk.ts';

export interface Pair {
  steps: ReadonlySignal<{ undo: number; redo: number }>;
  /** One step, of one desk or both. */
  perform(step: { talk?: TalkWanted[]; told?: StudiesWanted[] }): void;
  undo(): void;
  redo(): void;
}

/**
 * Which step is whose is asked of the desks: some are made or let go of there, as where somebody takes their own words
 * after all, or a writer has taken out what a step was about.
 */
export function makePair(talk: TalkDesk, told: StudiesDesk): Pair {
  const desks = [talk, told] as const;
  const numbers = (way: 'undo' | 'redo'): Set<number> => new Set(desks.flatMap((one) => one.numbers(way)));
  const steps = computed(() => {
    for (const desk of desks) void desk.steps.value;
    return { undo: numbers('undo').size, redo: numbers('redo').size };
  });
  let newest = 0;
  effect(() => {
    void steps.value;
    for (const [desk, other] of [
      [talk, told],
      [told, talk],
    ] as const) {
      const last = desk.numbers('undo').at(-1) ?? 0;
      if (last <= newest) continue;
      newest = last;
      other.dropRedo();
    }
  });
  const move = (way: 'undo' | 'redo', pick: (...all: number[]) => number): void => {
    const at = pick(...numbers(way));
    for (const desk of desks) if (desk.numbers(way).at(-1) === at) desk[way]();
  };
  return {
    steps,
    perform: ({ talk: points = [], told: stories = [] }) => {
      const at = nextStep();
      talk.perform(points, at);
      told.perform(stories, at);
    },
    undo: () => move('undo', Math.max),
    // Of those that were taken back, the one that was made first was taken back last.
    redo: () => move('redo', Math.min),
  };
}
