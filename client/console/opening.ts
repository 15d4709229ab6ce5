/**
 * Opening a page once more, by itself. A laptop's network changes as Wi-Fi or a cable comes or goes, and the browser then
 * lets go of what it was loading, from this very laptop too. What is missing is not asked for again by a browser: the
 * page would stay empty.
 */

/** How long it is waited before each try, in milliseconds. A part that never comes must not be tried for ever. */
const WAITS_MS = [0, 1000, 2000, 4000, 8000];
/** How long until a laptop that did not answer is asked again, in milliseconds. */
const ASK_AGAIN_MS = 1000;

/** Where the number of tries stands in the history's entry, which stays as the page is loaded again. */
const TRIES = 'opened-anew';

export interface Opening {
  /** How often it was tried already. */
  tries: number;
  wait: (ms: number) => Promise<void>;
  /** Whether the laptop answers. */
  answers: () => Promise<boolean>;
  /** Loads the page again, as this try. */
  again: (tries: number) => void;
}

/** Opens the page again once the laptop answers. After some tries it is left to whoever reads the page's own words. */
export async function openAnew({ tries, wait, answers, again }: Opening): Promise<void> {
  const first = WAITS_MS[tries];
  if (first === undefined) return;
  await wait(first);
  while (!(await answers())) await wait(ASK_AGAIN_MS);
  again(tries + 1);
}

/** Null: the entry has another mark, which is a page's own, or none. */
function triesHere(): number | null {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && TRIES in state ? Number(state[TRIES]) : null;
}

/** Of the page that is open. */
export function openingHere(answers: Opening['answers']): Opening {
  return {
    tries: triesHere() ?? 0,
    wait: (ms) => new Promise((done) => void setTimeout(done, ms)),
    answers,
    again: (tries) => {
      history.replaceState({ [TRIES]: tries }, '');
      location.reload();
    },
  };
}

/** It is open: should it have to be loaded again one day, that begins anew. */
export function opened(): void {
  if (triesHere() !== null) history.replaceState(null, '');
}

/** Whether the console's own style sheet came: a browser shows nothing of it where it did not. */
export function isStyled(): boolean {
  return getComputedStyle(document.documentElement).getPropertyValue('--ink') !== '';
}
