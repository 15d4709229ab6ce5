/** Passages of texts: where they stand, what moves them, how they are counted, how far two coders agree. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreementOf, sentencesOf } from '../../core/talk/agreement.ts';
import { contributions } from '../../core/talk/contributions.ts';
import { countThemes, voices } from '../../core/talk/count.ts';
import { editsOf } from '../../core/talk/diff.ts';
import { changedPassage, movedPassages, standing } from '../../core/talk/passages.ts';
import { pointAt, unitAt, wordsAt } from '../../core/talk/positions.ts';
import { NEW_PASSAGE, NEW_SOURCE, type Passage, type TextSource } from '../../core/talk/sources.ts';
import { undoOf, type PassageChange } from '../../core/talk/change.ts';
import { codebook } from '../../core/talk/themes.ts';
import { togetherOf } from '../../core/talk/together.ts';
import { NEW_POINT, NEW_THEME } from '../../core/talk/types.ts';
import { codePoints } from '../../core/text.ts';
import { editPassage, passage, placeOf, SAID } from '../support/sources.ts';

const letters = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '.', 'é', '👪', '𝒩', 'ab ', 'x\u0301'), {
  maxLength: 40,
});
const texts = letters.map((list) => list.join(''));

describe('IV1 positions are code points', () => {
  test('IV1 units of a selection and code points lead to the same words, whatever the script', () => {
    fc.assert(
      fc.property(texts, fc.nat(60), fc.nat(60), (text, a, b) => {
        const all = [...text];
        const [from, to] = [Math.min(a, b, all.length), Math.min(Math.max(a, b), all.length)];
        const words = all.slice(from, to).join('');
        expect(wordsAt(text, { from, to })).toBe(words);
        expect(text.slice(unitAt(text, from), unitAt(text, to))).toBe(words);
        expect(pointAt(text, unitAt(text, to))).toBe(to);
      }),
    );
  });

  test('IV1 a place inside a pair of units is the one before it', () => {
    expect(pointAt('👪x', 1)).toBe(0);
    expect(pointAt('👪x', 2)).toBe(1);
  });
});

describe('IV2 passages stay with their words', () => {
  test('IV2 what is told of a change makes the text after it out of the text before it', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const [a, b] = [[...before], [...after]];
        let [made, at] = ['', 0];
        for (const edit of editsOf(before, after)) {
          made += a.slice(at, edit.from).join('') + b.slice(edit.at, edit.end).join('');
          at = edit.to;
        }
        expect(made + a.slice(at).join('')).toBe(after);
      }),
    );
  });

  test('IV2 whatever is put in and taken out around a passage, its words are the same', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (head, tail, otherHead, otherTail) => {
        const words = 'Zq 👪 zq';
        const [before, after] = [head + words + tail, otherHead + words + otherTail];
        const from = codePoints(head);
        const one = { ...NEW_PASSAGE, id: 'p', source: 's', from, to: from + codePoints(words) };
        const [moved = one] = movedPassages(before, after, [one]);
        expect(wordsAt(after, moved)).toBe(words);
      }),
    );
  });

  const moved = (words: string, after: string): string | null => {
    const one: Passage = { ...NEW_PASSAGE, id: 'p', source: 's', ...placeOf(words) };
    const [now = one] = movedPassages(SAID, after, [one]);
    return now.from === now.to ? null : wordsAt(after, now);
  };
  test.each([
    ['a name in it is written anew', 'came on Monday', SAID.replace('Monday', '[day]'), 'came on [day]'],
    ['all of it is written anew', 'Monday', SAID.replace('Monday', '[day]'), '[day]'],
    [
      'more is written in it',
      'Nobody asked'.replace('N', '𝒩'),
      SAID.replace('asked', 'ever asked'),
      '𝒩obody ever asked',
    ],
    ['words before it go, and words after it', 'asked', 'Nobody asked', 'asked'],
    [
      'two places are changed at once',
      'Nobody asked me'.replace('N', '𝒩'),
      SAID.replace('Monday', 'X').replace('Friday', 'Y'),
      '𝒩obody asked me',
    ],
    [
      'its line is put elsewhere',
      'told on Friday',
      SAID.split('\n').toReversed().join('\n'),
      'told on Friday',
    ],
    ['its words go', 'Monday', SAID.replace('on Monday', ''), null],
    ['everything is written anew', 'Monday', 'Wholly other.', null],
  ])('IV2 %s', (_, words, after, is) => expect(moved(words, after)).toBe(is));

  test('IV2 a passage of an older text is found where its words stand now, the nearest one', () => {
    const text = 'so. and so. and so.';
    expect(standing(text, { from: 0, to: 2 }, 'so')).toEqual({ from: 0, to: 2 });
    expect(standing(text, { from: 7, to: 9 }, 'so')).toEqual({ from: 8, to: 10 });
    expect(standing(text, { from: 0, to: 4 }, 'gone')).toBeNull();
  });

  test('IV2 one whose words are gone is kept without them, told, and may be put elsewhere', () => {
    const { set, ...change } = passage('p', 's', 'Monday');
    const { next, outcome } = changedPassage(null, { ...change, set }, 'Other words', false);
    expect(next).toMatchObject({ from: 11, to: 11 });
    expect(outcome).toMatchObject({ is: 'differs', now: { from: 11, to: 11 } });
    const back = editPassage('p', 's', { from: 3, to: 5 }, { from: 0, to: 5 }, 'Other');
    const put = changedPassage(next, back, 'Other words', false);
    expect(put).toMatchObject({ next: { from: 0, to: 5 }, outcome: { is: 'done' } });
    const undone = undoOf(
      editPassage('p', 's', { from: 11, to: 11 }, { from: 0, to: 5 }, 'Other'),
      'u',
      null,
    );
    expect(changedPassage(put.next, undone as PassageChange, 'Other words', false)).toMatchObject({
      next: { from: 11, to: 11 },
      outcome: { is: 'done' },
    });
  });
});

const book = codebook([
  { ...NEW_THEME, id: 'top', name: 'Top', order: 1 },
  { ...NEW_THEME, id: 'in', name: 'In', parent: 'top', order: 2 },
  { ...NEW_THEME, id: 'other', name: 'Other', order: 3 },
]);
const text = (id: string, more: Partial<TextSource> = {}): TextSource => ({
  ...NEW_SOURCE,
  id,
  text: SAID,
  mayUse: true,
  ...more,
});
const marked = (
  id: string,
  source: string,
  words: string,
  themes: string[],
  coder: 'first' | 'second' = 'first',
): Passage => ({
  ...NEW_PASSAGE,
  ...placeOf(words),
  id,
  source,
  themes,
  coder,
});

describe('IV5 an interview is one voice', () => {
  const count = (passages: Passage[], sources: TextSource[]) =>
    countThemes(book, contributions([], [], [], [{ id: 'one', groups: ['g'] }], { sources, passages }));

  test('IV5 however often it comes back to a theme, and overlapping passages are one', () => {
    const [first] = count(
      [
        marked('1', 's', 'came on Monday', ['in']),
        marked('2', 's', 'on Monday', ['top']),
        marked('3', 's', 'Friday', ['in']),
      ],
      [text('s', { group: 'g' })],
    );
    expect(first).toMatchObject({ theme: { id: 'top' }, sessions: 0, sources: 1, passages: 2, points: 0 });
    expect(first === undefined ? 0 : voices(first)).toBe(1);
    expect(first?.groups.get('g')).toMatchObject({ sources: 1 });
  });

  test('SC6 what a second coder marked counts nowhere', () => {
    const [top, , other] = count(
      [
        marked('1', 's', 'Monday', ['in']),
        marked('2', 's', 'Monday', ['other'], 'second'),
        marked('3', 't', 'Friday', ['in'], 'second'),
      ],
      [text('s'), text('t')],
    );
    expect(top).toMatchObject({ theme: { id: 'top' }, sources: 1, passages: 1 });
    expect(other).toMatchObject({ theme: { id: 'other' }, sources: 0, passages: 0 });
  });

  test('IV3 without a yes, and without its words, a passage counts nowhere', () => {
    const lost = { ...marked('2', 't', 'Monday', ['top']), from: 4, to: 4 };
    const counted = count(
      [marked('1', 's', 'Monday', ['top']), lost],
      [text('s', { mayUse: false }), text('t')],
    );
    expect(counted.every(({ sources, passages }) => sources + passages === 0)).toBe(true);
  });
});

describe('IV6 themes that were raised together', () => {
  test('IV6 on one point, one post-it, or where passages overlap; not a theme with the one above it', () => {
    const list = contributions(
      [
        {
          ...NEW_POINT,
          id: 'p',
          session: 'one',
          source: 'discussion',
          place: 0,
          text: 'x',
          themes: ['in', 'other'],
        },
      ],
      [{ session: 'two', postit: '1.a', themes: ['other', 'in', 'top'] }],
      [],
      [],
      {
        sources: [text('s'), text('no', { mayUse: false })],
        passages: [
          marked('1', 's', 'came on Monday', ['in']),
          marked('2', 's', 'on Monday', ['in']),
          marked('3', 's', 'Monday. 𝒩obody', ['other']),
          marked('4', 's', 'Friday', ['top']),
          marked('5', 'no', 'Friday', ['top', 'other']),
        ],
      },
    );
    expect(
      togetherOf(book, list).map(({ a, b, said, places, origins }) => [
        a.theme.id,
        b.theme.id,
        said,
        places,
        origins,
      ]),
    ).toEqual([
      ['in', 'other', 2, 1, 3],
      ['top', 'other', 1, 0, 1],
    ]);
  });
});

describe('IV7 two coders', () => {
  test('IV7 units are sentences, also in brackets and quotes and across scripts', () => {
    const of = (words: string): string[] => sentencesOf(words).map((range) => wordsAt(words, range));
    expect(of('One. Two 3.5 of it! “Three?” he said.\n- \nFour')).toEqual([
      'One.',
      'Two 3.5 of it!',
      '“Three?”',
      'he said.',
      'Four',
    ]);
    expect(of('هل جئت؟ نعم۔ 你来了。是。')).toHaveLength(4);
  });

  test('IV7 alpha over the sentences of texts that both coded, and none where nothing varies', () => {
    const three = [text('s'), text('one'), text('no', { mayUse: false })];
    const { sources, units, themes } = agreementOf(book, three, [
      marked('1', 's', 'came on Monday', ['in']),
      marked('2', 's', 'They came', ['top'], 'second'),
      marked('3', 's', 'told', ['in'], 'second'),
      marked('4', 's', SAID.slice(0, 60), ['other']),
      marked('5', 's', SAID.slice(0, 60), ['other'], 'second'),
      marked('6', 'one', 'told', ['in']),
      marked('7', 'no', 'told', ['in']),
      marked('8', 'no', 'told', ['in'], 'second'),
    ]);
    expect([sources, units]).toEqual([1, 3]);
    const of = (id: string) => themes.find(({ theme }) => theme.id === id);
    // First coder 1 0 0, second 1 0 1: by hand, 1 - 5 * 2 / (3 * 3 * 2).
    expect(of('top')).toMatchObject({ both: 1, first: 0, second: 1 });
    expect(of('top')?.alpha).toBeCloseTo(1 - (5 * 2) / 18, 10);
    expect(of('other')).toMatchObject({ both: 3, alpha: null });
  });
});
