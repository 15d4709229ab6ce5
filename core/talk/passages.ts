/** Passages when their text is another one than it was. */
import { applyChange, type Applied, type PassageChange } from './change.ts';
import { editsOf, type Edit } from './diff.ts';
import { pointAt, wordsAt } from './positions.ts';
import { isLost, type Passage, type PassageFields } from './sources.ts';

export interface Range {
  from: number;
  to: number;
}

/**
 * Where passages of a text stand after it was changed; only those that stand elsewhere, or nowhere any more. By what
 * was written anew; words that are there once before and after are the same ones, wherever they were put.
 */
export function movedPassages(before: string, after: string, passages: readonly Passage[]): Passage[] {
  if (before === after || passages.length === 0) return [];
  const edits = editsOf(before, after);
  // Once for all of them: a text is long, and passages are many.
  const [letters, now] = [[...before], [...after]];
  const words = (all: readonly string[], { from, to }: Range): string => all.slice(from, to).join('');
  return passages.flatMap((passage) => {
    const said = words(letters, passage);
    const byEdits = movedRange(passage, edits);
    const stay = said === '' || words(now, byEdits) === said;
    const { from, to } = stay || onceAt(before, said) < 0 ? byEdits : (onceIn(after, said) ?? byEdits);
    return from === passage.from && to === passage.to ? [] : [{ ...passage, from, to }];
  });
}

/** Where words begin that are in a text once, in units; -1: they are not, or more often. */
function onceAt(text: string, words: string): number {
  const at = text.indexOf(words);
  return at >= 0 && text.includes(words, at + 1) ? -1 : at;
}

function onceIn(text: string, words: string): Range | null {
  const at = onceAt(text, words);
  if (at < 0) return null;
  const from = pointAt(text, at);
  return { from, to: from + [...words].length };
}

/**
 * What was written anew within a passage stays in it; what reaches beyond it, or was put in at its very edge, does
 * not. Nothing left: both ends stand where its words were.
 */
function movedRange({ from, to }: Range, edits: readonly Edit[]): Range {
  let [first, last, place] = [-1, -1, from];
  const keep = (start: number, end: number): void => {
    if (end <= start) return;
    if (first < 0) first = start;
    last = end;
  };
  /** Up to where the text before stays as it was, and by how much it stands elsewhere. */
  let [at, shift] = [0, 0];
  for (const edit of [...edits, { from: Infinity, to: Infinity, at: 0, end: 0 }]) {
    keep(Math.max(at, from) + shift, Math.min(edit.from, to) + shift);
    const replaced = edit.from < edit.to || (edit.from > from && edit.from < to);
    if (replaced && edit.from >= from && edit.to <= to) keep(edit.at, edit.end);
    if (from >= at && from < edit.from) place = from + shift;
    if (from >= edit.from && from <= edit.to) place = edit.at;
    [at, shift] = [edit.to, edit.end - edit.to];
  }
  return first < 0 ? { from: place, to: place } : { from: first, to: last };
}

/**
 * Where words stand in a text that may have changed since somebody selected them: at that place, else at the one
 * nearest to it. Null: nowhere any more.
 */
export function standing(text: string, { from, to }: Range, words: string): Range | null {
  if (words !== '' && wordsAt(text, { from, to }) === words) return { from, to };
  const letters = [...text];
  const wanted = [...words];
  if (wanted.length === 0) return from === to && from <= letters.length ? { from, to } : null;
  const isAt = (at: number): boolean => wanted.every((letter, i) => letters[at + i] === letter);
  let best: number | null = null;
  for (let at = 0; at + wanted.length <= letters.length; at += 1)
    if (
      letters[at] === wanted[0] &&
      (best === null || Math.abs(at - from) < Math.abs(best - from)) &&
      isAt(at)
    )
      best = at;
  return best === null ? null : { from: best, to: best + wanted.length };
}

/**
 * A change to a passage, done to what stands: its words are looked for in the text as it is now. Where they are not in
 * it any more the passage is kept without them, and whoever selected them is told.
 *
 * @param now null: there is none yet
 */
export function changedPassage(
  now: PassageFields | null,
  change: PassageChange,
  text: string,
  again: boolean,
): Applied<PassageFields> {
  const { id, words } = change;
  let { was, set } = change;
  let lost: Range | null = null;
  if (set?.from !== undefined && set.to !== undefined) {
    const wanted = { from: set.from, to: set.to };
    // Taken out of the text on purpose, or that done again: its words are not looked for.
    const found = isLost(wanted) ? wanted : standing(text, wanted, words);
    const place = Math.min(wanted.from, [...text].length);
    if (found === null) lost = { from: place, to: place };
    set = { ...set, ...(found ?? lost) };
    // One that has lost its words may be put anywhere, whatever place was seen of it.
    if (was !== null && now !== null && isLost(now)) was = { ...was, from: now.from, to: now.to };
  }
  const applied = applyChange<PassageFields>(now, { id, was, set }, again);
  if (lost === null || applied.next === null || applied.outcome.is !== 'done' || again) return applied;
  return { ...applied, outcome: { id, is: 'differs', now: lost } };
}
