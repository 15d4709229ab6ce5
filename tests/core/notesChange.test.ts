/** Comments for a console that has most of them. */
import { expect, test } from '@jest/globals';
import { changeOf, notesAfter } from '../../core/notesChange.ts';
import type { ConsoleNote } from '../../core/view.ts';

const note = (id: string, part: Partial<ConsoleNote> = {}): ConsoleNote => ({
  id,
  board: 1,
  text: `words of ${id}`,
  audience: 'room',
  choice: 'waiting',
  answer: null,
  found: [],
  passedOn: false,
  muted: false,
  ...part,
});
const byId = (notes: readonly ConsoleNote[]): Map<string, ConsoleNote> =>
  new Map(notes.map((n) => [n.id, n]));

test('whatever changes in a comment is told, and what a console then has is what there is', () => {
  const parts: Partial<ConsoleNote>[] = [
    { board: 2 },
    { text: 'other words' },
    { audience: 'team' },
    { choice: 'hide' },
    { answer: 3 },
    { found: [{ from: 0, to: 5, kind: 'name', suggestion: '[name]' }] },
    { passedOn: true },
    { muted: true },
  ];
  // Each part of a comment is in one of them.
  expect(parts.flatMap(Object.keys).toSorted()).toEqual(
    Object.keys(note('a'))
      .filter((k) => k !== 'id')
      .toSorted(),
  );
  for (const part of parts) {
    const [a, b, c] = [note('a'), note('b'), note('c')];
    const now = [{ ...b, ...part }, a, note('d')];
    const change = changeOf(byId([a, b, c]), now);
    expect(change.order).toEqual(['b', 'a', 'd']);
    expect(change.changed.map(({ id }) => id)).toEqual(['b', 'd']);
    expect(notesAfter([a, b, c], change)).toEqual(now);
  }
});

test('without what all have, all of it is told; who lacks one of them is told to ask', () => {
  const [a, b] = [note('a'), note('b')];
  expect(changeOf(new Map(), [a, b]).changed).toEqual([a, b]);
  expect(notesAfter([a], { order: ['a', 'b'], changed: [] })).toBeNull();
  expect(notesAfter([a, b], { order: [], changed: [] })).toEqual([]);
});
