/** Two desks on one page, whose steps are taken back in the order in which they were made, together where they belong. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { StudiesDesk, Wanted as StudiesWanted } from '../caseStudies/desk.ts';
import type { TalkDesk, Wanted as TalkWanted } from '../talk/desk.ts';

export interface Pair {
  steps: ReadonlySignal<{ undo: number; redo: number }>;
  /** One step, of one desk or both. */
  perform(step: { talk?: TalkWanted[]; told?: StudiesWanted[] }): void;
  undo(): void;
  redo(): void;
}

interface Step {
  talk: boolean;
  told: boolean;
}

type Desk = Pick<TalkDesk, 'undo' | 'redo'>;

export function makePair(
  talk: Pick<TalkDesk, 'perform'> & Desk,
  told: Pick<StudiesDesk, 'perform'> & Desk,
): Pair {
  const past: Step[] = [];
  const future: Step[] = [];
  const steps = signal({ undo: 0, redo: 0 });
  const show = (): void => {
    steps.value = { undo: past.length, redo: future.length };
  };
  const move = (from: Step[], to: Step[], how: 'undo' | 'redo'): void => {
    const step = from.pop();
    if (step === undefined) return;
    if (step.talk) talk[how]();
    if (step.told) told[how]();
    to.push(step);
    show();
  };
  return {
    steps,
    perform: ({ talk: points = [], told: stories = [] }) => {
      if (points.length + stories.length === 0) return;
      talk.perform(points);
      told.perform(stories);
      past.push({ talk: points.length > 0, told: stories.length > 0 });
      future.length = 0;
      show();
    },
    undo: () => move(past, future, 'undo'),
    redo: () => move(future, past, 'redo'),
  };
}
