/** A wall that is counted: what has to change so that it is as it was counted. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changesTo, compareHeads, type WallNote, type WallSlot } from '../../core/wall.ts';

const note = (answer: number, text = '', membership = ''): WallNote => ({
  id: text,
  membership,
  answer,
  text,
  audience: 'room',
  quote: false,
});

/** The wall after the changes. */
function changed(slots: readonly WallSlot[], wanted: readonly WallNote[]): WallSlot[] {
  const after = [...slots];
  for (const { slot, to } of changesTo(wanted, slots)) after[slot] = to;
  return after;
}

const anyNote = fc.record({
  id: fc.constantFrom('x', 'y'),
  membership: fc.constantFrom('', 'a', 'a+b'),
  answer: fc.constantFrom<WallNote['answer']>(1, 2, 5, 'n'),
  text: fc.constantFrom('', 'one', 'two'),
  audience: fc.constantFrom<WallNote['audience']>('room', 'team'),
  quote: fc.boolean(),
});
const anyWall = fc.array(fc.option(anyNote), { maxLength: 12 });
const sorted = (list: readonly unknown[]): string[] => list.map((x) => JSON.stringify(x)).toSorted();
/** Limits of words that are not there say nothing. */
const told = (n: WallNote): unknown => (n.text === '' ? [n.membership, n.answer] : n);

describe('from one wall to another', () => {
  test('V1 whatever was there, what stands then is what was counted, and counting it again changes nothing', () => {
    fc.assert(
      fc.property(anyWall, fc.array(anyNote, { maxLength: 12 }), (slots, wanted) => {
        const after = changed(slots, wanted);
        expect(sorted(after.filter((s) => s !== null).map(told))).toEqual(sorted(wanted.map(told)));
        expect(changesTo(wanted, after)).toEqual([]);
      }),
    );
  });

  test('V1 one more is one change, one less is one, words are put on a post-it that stands there', () => {
    const wall = [note(5), note(5, 'because'), note(2)];
    expect(changesTo([...wall, note(5)], wall)).toEqual([{ slot: 3, to: note(5) }]);
    expect(changesTo([note(5, 'because'), note(2)], wall)).toEqual([{ slot: 0, to: null }]);
    expect(changesTo([note(5, 'so'), note(5, 'because'), note(2)], wall)).toEqual([
      { slot: 0, to: note(5, 'so') },
    ]);
    expect(changesTo([note(4)], [null, null])).toEqual([{ slot: 1, to: note(4) }]);
  });

  test('V1 a wall of five thousand is compared at once', () => {
    const many = Array.from({ length: 5000 }, (_, i) => note((i % 5) + 1, i % 3 === 0 ? `words ${i}` : ''));
    expect(changesTo(many, many.toReversed())).toEqual([]);
  });
});

test('V2 post-its are held against heads', () => {
  expect(compareHeads(12, 12)).toEqual({ is: 'same', by: 0 });
  expect(compareHeads(13, 12)).toEqual({ is: 'more', by: 1 });
  expect(compareHeads(9, 12)).toEqual({ is: 'fewer', by: 3 });
  for (const heads of [null, 0]) expect(compareHeads(9, heads)).toEqual({ is: 'no-heads', by: 0 });
});
