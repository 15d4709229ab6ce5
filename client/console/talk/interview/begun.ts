/** What of an interview is chosen and typed on one device, and the way back through its steps. */
export type Step = 'start' | 'told' | 'no' | 'ask' | 'end' | 'care';

/** What of an interview is on this device; nobody's name is asked for. */
export interface Begun {
  /** Of the text that becomes of it, and of its being handed over: so twice is once. Empty: nothing was asked yet. */
  key: string;
  step: Step;
  /** Which question, from nought; the last one is the open one. */
  at: number;
  interviewer: 'peer' | 'staff';
  group: string;
  gender: string;
  ageBand: string;
  mayUse: boolean | null;
  mayQuote: boolean | null;
  /** As they were when it began, so that an answer stays with its question. */
  questions: readonly string[];
  answers: readonly string[];
}

/** Nothing is chosen yet. */
export const FRESH: Begun = {
  key: '',
  step: 'start',
  at: 0,
  interviewer: 'peer',
  group: '',
  gender: '',
  ageBand: '',
  mayUse: null,
  mayQuote: null,
  questions: [],
  answers: [],
};

/** What one step back makes of it; null: it is at the start. */
export function stepBefore({ step, at }: Begun): Partial<Begun> | null {
  switch (step) {
    case 'start':
      return null;
    case 'ask':
      return at === 0 ? { step: 'told' } : { at: at - 1, step };
    case 'end':
      return { step: 'ask' };
    case 'told':
    case 'no':
    case 'care':
      return { step: 'start' };
  }
}
