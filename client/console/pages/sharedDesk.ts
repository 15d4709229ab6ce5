/**
 * A document on a desk that other windows may have on theirs: undo and redo, saved by itself. What another
 * window has saved is merged in, field by field; where both changed the same field somebody chooses.
 */
import type { Merger } from '../../../core/merge/merge.ts';
import type { Conflict, Side } from '../../../core/merge/shape.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Result } from '../api.ts';
import * as stack from '../undo.ts';
import type { SaveState } from './autosave.ts';
import { makeAutosave } from './autosave.ts';

/** A document as the server has it. */
export interface Kept<T> {
  revision: number;
  document: T;
}

export interface SharedDesk<T> {
  document(): T;
  save(): SaveState;
  canUndo(): boolean;
  canRedo(): boolean;
  /** `field` names what is being typed into, so that typing is one step; null for a step of its own. */
  change(next: (doc: T) => T, field: string | null): void;
  /** Typing in a field has ended. */
  settle(): void;
  undo(): void;
  redo(): void;
  /** Saves what is still unsaved, at once; false where something could not be saved. */
  flush(): Promise<boolean>;
  /** Fields that another window has changed too. Nothing is saved until one side of each is chosen. */
  conflicts(): readonly Conflict[];
  /** Takes the chosen side of each field; one that is not named stays as it is here. */
  choose: (chosen: ReadonlyMap<string, Side>) => void;
}

export interface SharedPorts<T> {
  merger: Merger<T>;
  /** What the server has now. */
  load(): Promise<Result<Kept<T>>>;
  save(revision: number, document: T): Promise<Result<Kept<T>>>;
  later(action: () => void, ms: number): () => void;
  changed(): void;
}

/** What the desk's own page may do beyond what its fields may. */
export interface Inside<T> {
  desk: SharedDesk<T>;
  /** The newest revision that is known here. */
  revision: () => number;
  /** Takes in what the server has; it must be newer than what is known here. */
  takeIn: (kept: Kept<T>) => void;
}

export function makeSharedDesk<T>(first: Kept<T>, ports: SharedPorts<T>): Inside<T> {
  const { merger } = ports;
  let history = stack.begin(first.document);
  /** What the server had when this window last heard of it: both sides have begun from there. */
  let base = first.document;
  /** What is waited for somebody to choose about. */
  let open: { kept: Kept<T>; conflicts: readonly Conflict[] } | null = null;
  /** What was sent and not answered: the server may have it all the same. */
  let unanswered: T | null = null;
  const autosave = makeAutosave<T>(first.revision, {
    async save(revision, document) {
      const saved = await ports.save(revision, document);
      if (saved.ok) base = saved.value.document;
      else if (saved.refusal === null) unanswered = document;
      return saved;
    },
    meet,
    later: (action, ms) => ports.later(action, ms),
    changed: () => ports.changed(),
  });

  /** Another window has saved since. Gives the revision to go on from, or `ask`, or why it could not be read. */
  async function meet(): Promise<number | 'ask' | { refusal: Refusal | null }> {
    const theirs = await ports.load();
    if (!theirs.ok) return { refusal: theirs.refusal };
    // The other window is this one, when a save arrived and only its answer was lost.
    if (unanswered !== null && merger.same(unanswered, theirs.value.document)) base = theirs.value.document;
    const { conflicts } = merger.merge(base, history.present, theirs.value.document);
    if (conflicts.length > 0) {
      open = { kept: theirs.value, conflicts };
      return 'ask';
    }
    bringIn(theirs.value.document, new Map());
    return theirs.value.revision;
  }

  /**
   * Brings theirs into every step there is, so that Undo takes back what was done here and nothing else.
   * Choosing theirs is a step of its own.
   */
  function bringIn(theirs: T, chosen: ReadonlyMap<string, Side>): void {
    const from = base;
    const mine = history.present;
    history = stack.rebase(history, (snapshot) => merger.merge(from, snapshot, theirs).document);
    if ([...chosen.values()].includes('theirs'))
      history = stack.change(history, merger.merge(from, mine, theirs, chosen).document, null);
    base = theirs;
    autosave.put(history.present);
  }

  function takeIn({ revision, document }: Kept<T>): void {
    bringIn(document, new Map());
    if (merger.same(history.present, document)) autosave.letGo(revision);
    else autosave.goOnFrom(revision);
    ports.changed();
  }

  function become(next: stack.History<T>): void {
    const changed = next.present !== history.present;
    history = next;
    if (changed) autosave.put(next.present);
    ports.changed();
  }

  const desk: SharedDesk<T> = {
    document: () => history.present,
    save: () => autosave.state(),
    canUndo: () => history.past.length > 0,
    canRedo: () => history.future.length > 0,
    change: (next, field) => become(stack.change(history, next(history.present), field)),
    settle: () => {
      history = stack.settle(history);
    },
    undo: () => become(stack.undo(history)),
    redo: () => become(stack.redo(history)),
    flush: async () => autosave.flush(),
    conflicts: () => open?.conflicts ?? [],
    choose(chosen) {
      if (open === null) return;
      const { kept } = open;
      open = null;
      bringIn(kept.document, chosen);
      autosave.goOnFrom(kept.revision);
      ports.changed();
    },
  };
  return { desk, revision: () => autosave.revision(), takeIn };
}
