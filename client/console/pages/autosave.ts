/**
 * Saves a document a moment after typing pauses: one save at a time, always of the newest document,
 * and again by itself when nothing answered. It is given its way to save and to wait.
 */
import type { Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import type { Result } from '../api.ts';

/**
 * `waiting`: changed, about to be saved. `failed`: will be tried again; `refusal` null: nothing answered.
 * `refused`: something in the document has to be mended first. `elsewhere`: another window has saved, and
 * somebody must choose.
 */
export type SaveState =
  | { is: 'saved' | 'waiting' | 'saving' | 'elsewhere' }
  | { is: 'failed'; refusal: Refusal | null }
  | { is: 'refused'; refusal: Refusal };

export interface AutosavePorts<T> {
  save(revision: number, document: T): Promise<Result<{ revision: number }>>;
  /**
   * Another window has saved. Puts what is to be saved now and gives the revision to go on from; or `ask`
   * where somebody has to choose first, or why it could not be found out.
   */
  meet(): Promise<number | 'ask' | { refusal: Refusal | null }>;
  /** Calls back after so many milliseconds; returns a way to call that off. */
  later(action: () => void, ms: number): () => void;
  changed(state: SaveState): void;
}

export interface Autosave<T> {
  /** The newest document; it is saved when no other comes for a moment. */
  put(document: T): void;
  /** Saves now. Resolves when everything put so far is saved (true) or could not be (false). */
  flush(): Promise<boolean>;
  state(): SaveState;
  revision(): number;
  /** Goes on from what the server has now; what was not saved is saved over it. */
  goOnFrom(revision: number): void;
  /** Forgets what was not saved and goes on from this revision. */
  letGo(revision: number): void;
}

/** From the last key press to the save. */
const PAUSE_MS = 700;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 8000;

export function makeAutosave<T>(first: number, ports: AutosavePorts<T>): Autosave<T> {
  let revision = first;
  let state: SaveState = { is: 'saved' };
  let pending: { document: T } | null = null;
  let cancel: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let failures = 0;

  function become(next: SaveState): void {
    state = next;
    ports.changed(next);
  }

  function wait(ms: number): void {
    cancel?.();
    cancel = ports.later(() => {
      cancel = null;
      void run();
    }, ms);
  }

  async function run(): Promise<void> {
    cancel?.();
    cancel = null;
    if (pending !== null && state.is !== 'elsewhere') running ??= saveAll();
    await running;
  }

  async function saveAll(): Promise<void> {
    while (pending !== null) {
      const taken: { document: T } = pending;
      become({ is: 'saving' });
      const result = await ports.save(revision, taken.document);
      if (result.ok) {
        revision = result.value.revision;
        failures = 0;
        if (pending === taken) pending = null;
      } else if (result.refusal?.refusal === 'changed-elsewhere') {
        const met = await ports.meet();
        if (typeof met === 'number') revision = met;
        else {
          if (met === 'ask') become({ is: 'elsewhere' });
          else tryLater(met.refusal);
          break;
        }
      } else {
        failed(result.refusal);
        // What was refused may have been mended while it was on its way.
        if (state.is === 'refused' && pending !== taken) continue;
        break;
      }
    }
    running = null;
    if (pending === null) become({ is: 'saved' });
  }

  function failed(refusal: Refusal | null): void {
    if (refusal === null || REFUSALS[refusal.refusal].retry) tryLater(refusal);
    else become({ is: 'refused', refusal });
  }

  function tryLater(refusal: Refusal | null): void {
    become({ is: 'failed', refusal });
    wait(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures));
    failures += 1;
  }

  return {
    put(document) {
      pending = { document };
      if (state.is === 'elsewhere') return;
      // While a save is on its way or was not answered, that goes on with the newest document.
      if (running !== null) return;
      if (state.is !== 'failed') become({ is: 'waiting' });
      wait(PAUSE_MS);
    },
    async flush() {
      await run();
      return state.is === 'saved';
    },
    state: () => state,
    revision: () => revision,
    goOnFrom(newest) {
      revision = newest;
      if (state.is === 'elsewhere') become({ is: 'waiting' });
      void run();
    },
    letGo(newest) {
      revision = newest;
      pending = null;
      cancel?.();
      cancel = null;
      become({ is: 'saved' });
    },
  };
}
