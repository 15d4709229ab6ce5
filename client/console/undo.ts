/**
 * Undo and redo over snapshots of a whole document. Typing in one field is one step: changes that name
 * the same field in a row are taken back together.
 */
import { LIMITS } from '../../core/limits.ts';

export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** The field the last change was typed into; null when the next change is a step of its own. */
  field: string | null;
}

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], field: null };
}

/**
 * Goes on to a changed document.
 *
 * @param field names what is being typed into; null for a change that is always a step of its own
 * @param most steps that are kept; older ones are forgotten
 */
export function change<T>(
  history: History<T>,
  present: T,
  field: string | null,
  most: number = LIMITS.undoSteps,
): History<T> {
  if (Object.is(present, history.present)) return history;
  if (field !== null && field === history.field) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-most), present, future: [], field };
}

/** Ends the step that typing has begun, so that what is typed next is taken back apart from it. */
export function settle<T>(history: History<T>): History<T> {
  return history.field === null ? history : { ...history, field: null };
}

/** The document before the last step; unchanged when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    field: null,
  };
}

/** The step that was taken back last, done again; unchanged when there is none. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future: rest, field: null };
}

/**
 * Brings something that cannot be undone (it was done on the server) into every snapshot, so that
 * undoing what came before it does not take it back.
 */
export function rebase<T>(history: History<T>, onto: (snapshot: T) => T): History<T> {
  return {
    past: history.past.map(onto),
    present: onto(history.present),
    future: history.future.map(onto),
    field: null,
  };
}
