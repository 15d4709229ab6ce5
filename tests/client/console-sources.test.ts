/** Texts on a device: what it shows of its own changes at once, how a text is cut, what keys select. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sentencesOf } from '../../core/talk/agreement.ts';
import { undoOf, type Change } from '../../core/talk/change.ts';
import type { Range } from '../../core/talk/passages.ts';
import { wordsAt } from '../../core/talk/positions.ts';
import { NEW_PASSAGE, type Passage } from '../../core/talk/sources.ts';
import { LIMITS } from '../../core/limits.ts';
import { batchOf } from '../../client/console/talk/batch.ts';
import {
  emptyMirror,
  overlaid,
  standingFields,
  take,
  type Mirror,
} from '../../client/console/talk/mirror.ts';
import { segmentsOf } from '../../client/console/talk/sources/segments.ts';
import { moveSelection } from '../../client/console/talk/sources/selecting.ts';
import { editPassage, editSource, passage, placeOf, question, SAID, source } from '../support/sources.ts';

const shown = (mirror: Mirror): string[] =>
  [...mirror.passages.values()].map((one) => wordsAt(mirror.sources.get(one.source)?.text ?? '', one));

/** Does changes as one step, and takes them back as the desk does. */
function undone(mirror: Mirror, changes: readonly Change[]): Mirror {
  let view = mirror;
  const backs: Change[] = [];
  for (const change of changes) {
    const before = standingFields(view, change);
    view = overlaid(view, [change]);
    const back = undoOf(change, `${change.id}-back`, before);
    if (back !== null) backs.push(back);
  }
  return overlaid(view, backs.toReversed());
}

describe('IV4 changes on the device', () => {
  const base = overlaid(emptyMirror(), [
    source('s'),
    passage('a', 's', 'Monday', { themes: ['t'] }),
    passage('b', 's', 'on Friday'),
    question('q'),
  ]);

  test('IV2 passages move with the text before the laptop has said anything, and undo brings their words back', () => {
    const text = SAID.replace('👪 They came on Monday', 'Came');
    const { from, to } = placeOf('Monday');
    // What loses its words is said first, as the page does.
    const step: Change[] = [
      editPassage('a', 's', { from, to }, { from, to: from }, 'Monday'),
      editSource('s', { text: SAID }, { text }),
    ];
    expect(shown(overlaid(base, step))).toEqual(['', 'on Friday']);
    expect(undone(base, step)).toEqual(base);
  });

  test('IV4 a source takes its passages along, also where another device removed it, and undo brings all back', () => {
    const { sources, passages } = base;
    const whole = (id: string): object => ({ ...sources.get(id), ...passages.get(id) });
    const step = [...passages.values()].map((one): Change => {
      const { id, source: of, ...was } = one;
      return { id: `r-${id}`, of: 'passage', key: id, source: of, words: wordsAt(SAID, one), was, set: null };
    });
    const { id: _id, ...was } = whole('s') as { id: string };
    step.push({ id: 'r-s', of: 'source', key: 's', was, set: null });
    const gone = overlaid(base, step);
    expect([gone.sources.size, gone.passages.size, gone.questions.size]).toEqual([0, 0, 1]);
    const back = undone(base, step);
    expect([...back.passages.keys()].toSorted()).toEqual(['a', 'b']);
    expect(shown(back).toSorted()).toEqual(shown(base).toSorted());
    const page = {
      at: '1',
      whole: false,
      themes: [],
      points: [],
      codings: [],
      seconds: [],
      sources: [],
      passages: [],
      questions: [],
    };
    const other = overlaid(base, []);
    take(other, { ...page, gone: ['s'], about: null });
    expect([other.sources.size, other.passages.size]).toEqual([0, 0]);
  });

  test('IV4 what is handed over at once fits into a message, in its order', () => {
    const large = Array.from({ length: 20 }, (_, i) => source(`s${i}`, { text: '“x”'.repeat(25_000) }));
    const batch = batchOf(large, LIMITS.changesAtOnce);
    expect(batch).toEqual(large.slice(0, batch.length));
    expect(Buffer.byteLength(JSON.stringify({ changes: batch }))).toBeLessThan(LIMITS.changesBytes);
    expect(batch.length).toBeGreaterThan(1);
    expect(batchOf([source('s', { text: 'x'.repeat(LIMITS.sourceText) })], 100)).toHaveLength(1);
  });
});

test('IV10 a text that is cut where passages begin and end is the text, and each piece lies in its passages', () => {
  const letters = fc.array(fc.constantFrom('a', ' ', '\n', '👪', '𝒩'), { maxLength: 30 });
  const ranges = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 6 });
  fc.assert(
    fc.property(letters, ranges, (all, places) => {
      const passages = places.flatMap(([a, b], i): Passage[] => {
        const [from, to] = [Math.min(a, b, all.length), Math.min(Math.max(a, b), all.length)];
        return from === to ? [] : [{ ...NEW_PASSAGE, id: String(i), source: 's', from, to }];
      });
      const segments = segmentsOf(all.join(''), passages);
      expect(segments.map(({ text }) => text).join('')).toBe(all.join(''));
      for (const { id, from, to } of passages) {
        const own = segments.filter(({ inside }) => inside.some((one) => one.id === id));
        expect(own.map(({ text }) => text).join('')).toBe(all.slice(from, to).join(''));
        expect(own.filter(({ ends }) => ends.some((one) => one.id === id))).toHaveLength(1);
      }
    }),
  );
});

test('IV10 keys select sentences and words', () => {
  const sentences = sentencesOf(SAID);
  const press = (key: string, shift: boolean, selected: Range | null): string | null => {
    const range = moveSelection(key, shift, selected, sentences, SAID);
    return range === undefined ? null : wordsAt(SAID, range);
  };
  const first = sentences[0] ?? { from: 0, to: 0 };
  expect(press('ArrowDown', false, null)).toBe('👪 They came on Monday.');
  expect(press('ArrowUp', false, null)).toBe('I was told on Friday, too late.');
  expect(press('ArrowDown', false, first)).toBe('𝒩obody asked me.');
  expect(press('ArrowDown', true, first)).toBe('👪 They came on Monday. 𝒩obody asked me.');
  expect(press('ArrowUp', true, { from: first.from, to: sentences[1]?.to ?? 0 })).toBe(
    '👪 They came on Monday.',
  );
  expect(press('ArrowLeft', true, first)).toBe('👪 They came on');
  expect(press('ArrowRight', true, first)).toBe('👪 They came on Monday. 𝒩obody');
  expect(press('ArrowRight', false, first)).toBeNull();
  expect(press('x', false, first)).toBeNull();
});
