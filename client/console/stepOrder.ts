/** Steps of several desks on one page: numbered as they are made, so that they can be taken back in that order. */

let made = 0;

/** The number of a step that is made now. It keeps it when it is taken back and done again. */
export function nextStep(): number {
  made += 1;
  return made;
}

export interface Numbered {
  /** Numbers of the steps that can be taken back, or done again; the next one is last. */
  numbers(way: 'undo' | 'redo'): readonly number[];
  /** On another desk of the page something new was made: what was taken back before that is not done again. */
  dropRedo(): void;
}

type Steps = (readonly { n: number }[])[];

/** @param show draws the desk anew */
export function numbered(past: Steps, future: Steps, show: () => void): Numbered {
  return {
    numbers: (way) => (way === 'undo' ? past : future).flatMap(([first]) => first?.n ?? []),
    dropRedo: () => {
      if (future.length === 0) return;
      future.length = 0;
      show();
    },
  };
}
