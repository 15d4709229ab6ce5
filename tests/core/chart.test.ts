import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barsOf, NEUTRALS } from '../../core/chart/bars.ts';
import type { Bar, BarRow, Neutral } from '../../core/chart/bars.ts';
import { narrowReachOf, reachOf } from '../../core/chart/reach.ts';
import { textsOf } from '../../core/chart/texts.ts';
import { speaker } from '../../core/message.ts';
import { answersEn } from '../../core/messages/answers.en.ts';
import { chartEn } from '../../core/messages/chart.en.ts';
import type { Figure } from '../../core/results.ts';
import type { Scale } from '../../core/scale.ts';
import { sentenceOf } from '../../core/sentence.ts';

const five: Scale = { kind: 'agreement-5', declines: ['n', 'x'] };
const four: Scale = { kind: 'agreement-4', declines: [] };
const three: Scale = { kind: 'agreement-3', declines: [] };
const own = (labels: string[]): Scale => ({ kind: 'own', labels, declines: [] });

function figure(counts: number[]): Figure {
  const n = counts.reduce((a, b) => a + b, 0);
  return { counts, n, declined: { n: 0, x: 0 }, notAnswered: null, median: null, percent: null };
}

const row = (label: string, counts: number[]): BarRow => ({ label, figure: figure(counts) });

function only(rows: BarRow[], scale: Scale, neutral: Neutral = 'split'): Bar {
  const bar = barsOf(rows, scale, neutral).bars[0];
  if (bar === undefined) throw new Error('no bar');
  return bar;
}

const ends = (bar: Bar): [number, number][] => bar.segments.map((s) => [s.from, s.to]);
const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

describe('the rows of the bars', () => {
  test('F1 disagreeing lies left of nought, agreeing right, the middle answer astride it in equal halves', () => {
    const bar = only([row('all', [1, 2, 4, 2, 1])], five);
    expect(ends(bar)).toEqual([
      [-50, -40],
      [-40, -20],
      [-20, 20],
      [20, 40],
      [40, 50],
    ]);
    expect(bar.segments.map((s) => s.astride)).toEqual([false, false, true, false, false]);
  });

  test('F1 set apart, the middle answer has a nought of its own and the sides meet at theirs', () => {
    const bar = only([row('all', [1, 2, 4, 2, 1])], five, 'apart');
    expect(ends(bar)).toEqual([
      [-30, -20],
      [-20, 0],
      [0, 40],
      [0, 20],
      [20, 30],
    ]);
    expect(bar.segments.map((s) => s.apart)).toEqual([false, false, true, false, false]);
    expect(bar.segments.some((s) => s.astride)).toBe(false);
  });

  test('F1 plain bars run from nought to a hundred with the middle answer in its place', () => {
    const { bars, axis, middle } = barsOf([row('all', [1, 2, 4, 2, 1])], five, 'plain');
    expect(bars.flatMap(ends)).toEqual([
      [0, 10],
      [10, 30],
      [30, 70],
      [70, 90],
      [90, 100],
    ]);
    expect([axis.from, axis.to, middle]).toEqual([0, 100, null]);
  });

  test('F1 whatever the answers, every bar is a hundred percent of its people and inside its axis', () => {
    const counts = fc
      .integer({ min: 2, max: 7 })
      .chain((k) => fc.array(fc.nat(400), { minLength: k, maxLength: k }));
    fc.assert(
      fc.property(counts, fc.constantFrom(...NEUTRALS), (some, neutral) => {
        const { bars, axis, middle } = barsOf(
          [row('all', some)],
          own(letters.slice(0, some.length)),
          neutral,
        );
        const segments = bars[0]?.segments ?? [];
        const n = some.reduce((a, b) => a + b, 0);
        const whole = segments.reduce((sum, s) => sum + s.to - s.from, 0);
        expect(whole).toBeCloseTo(n === 0 ? 0 : 100, 8);
        const line = segments.filter((s) => !s.apart);
        for (const [i, s] of line.entries()) {
          expect(s.from).toBeGreaterThanOrEqual(axis.from - 1e-9);
          expect(s.to).toBeLessThanOrEqual(axis.to + 1e-9);
          expect(line[i + 1]?.from ?? s.to).toBe(s.to);
        }
        for (const s of segments.filter((one) => one.apart))
          expect([s.from, s.to <= (middle?.to ?? 0) + 1e-9]).toEqual([0, true]);
        expect(middle !== null).toBe(neutral === 'apart' && some.length % 2 === 1);
      }),
    );
  });

  test('F1 a scale without a middle has its border at nought, set apart or not', () => {
    for (const neutral of ['split', 'apart'] as const) {
      const { segments, disagree, agree } = only([row('all', [1, 2, 3, 4])], four, neutral);
      expect(segments.map((s) => s.from)).toEqual([-30, -20, 0, 30]);
      expect(segments.some((s) => s.astride || s.apart)).toBe(false);
      expect([disagree, agree]).toEqual([3, 7]);
    }
  });

  test('F1 an answer keeps its tone on scales of every length', () => {
    const tones = (scale: Scale, counts: number[]): number[] =>
      only([row('all', counts)], scale).segments.map((s) => s.tone);
    expect(tones(three, [1, 1, 1])).toEqual([2, 3, 4]);
    expect(tones(five, [1, 1, 1, 1, 1])).toEqual([0, 2, 3, 4, 6]);
    expect(tones(own(letters), [1, 1, 1, 1, 1, 1, 1])).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('F1 a row in which nobody answered keeps its place and has no width', () => {
    const { bars } = barsOf([row('all', [1, 0, 0, 0, 4]), row('none', [0, 0, 0, 0, 0])], five);
    expect(bars.map((b) => [b.label, b.n])).toEqual([
      ['all', 5],
      ['none', 0],
    ]);
    expect(bars[1]?.segments.every((s) => s.from === 0 && s.to === 0)).toBe(true);
  });
});

describe('the axis of the bars', () => {
  const reach = (counts: number[][], neutral: Neutral = 'split') => reachOf(counts.map(figure), neutral);

  test('F1 it is the same to both sides and holds every bar of a report', () => {
    expect(reach([[0, 0, 0, 10, 10]]).sides).toBe(100);
    expect(reach([[5, 5, 0, 5, 5]]).sides).toBe(50);
    expect(
      reach([
        [5, 5, 0, 5, 5],
        [14, 6, 0, 0, 0],
      ]).sides,
    ).toBe(100);
    expect(reach([])).toEqual({ sides: 25, middle: 25 });
    expect(reach([[4, 4, 10, 1, 1]])).toEqual({ sides: 75, middle: 50 });
    expect(reach([[4, 4, 10, 1, 1]], 'apart')).toEqual({ sides: 50, middle: 50 });
    const given = barsOf([row('all', [5, 5, 0, 5, 5])], five, 'apart', { sides: 100, middle: 75 });
    expect([given.axis.from, given.axis.to, given.middle?.to]).toEqual([-100, 100, 75]);
  });

  test('F1 on paper each side is as long as it has to be, the same for every figure', () => {
    const narrow = (counts: number[][], neutral: Neutral = 'split') =>
      narrowReachOf(counts.map(figure), neutral);
    expect(narrow([[1, 1, 2, 8, 8]])).toEqual({ sides: 90, left: 20, middle: 20 });
    expect(
      narrow([
        [1, 1, 2, 8, 8],
        [14, 6, 0, 0, 0],
      ]),
    ).toEqual({ sides: 90, left: 100, middle: 20 });
    expect(narrow([[1, 1, 2, 8, 8]], 'apart')).toEqual({ sides: 80, left: 20, middle: 20 });
    expect(narrow([])).toEqual({ sides: 20, left: 20, middle: 20 });
    const given = barsOf([row('all', [5, 5, 0, 5, 5])], five, 'split', { sides: 90, left: 50, middle: 20 });
    expect([given.axis.from, given.axis.to, given.axis.ticks]).toEqual([-50, 90, [-50, 0, 50]]);
  });

  test('F2 below twenty people in any row it has no percentages', () => {
    const ticks = (rows: BarRow[], neutral?: Neutral) => barsOf(rows, five, neutral).axis.ticks;
    expect(ticks([row('all', [4, 5, 2, 5, 4])])).toEqual([-50, -25, 0, 25, 50]);
    expect(ticks([row('all', [0, 0, 0, 10, 10])])).toEqual([-100, -50, 0, 50, 100]);
    expect(ticks([row('all', [4, 5, 2, 5, 4])], 'plain')).toEqual([0, 25, 50, 75, 100]);
    for (const neutral of NEUTRALS) {
      expect(ticks([row('all', [4, 5, 1, 5, 4])], neutral)).toBeNull();
      expect(ticks([row('all', [9, 9, 9, 9, 9]), row('part', [1, 1, 1, 1, 1])], neutral)).toBeNull();
    }
  });
});

describe('an axis that figures share', () => {
  const reach = { sides: 100, middle: 50 };
  const axis = (told: 'percent' | 'words') =>
    barsOf([row('all', [9, 9, 9, 9, 9]), row('part', [1, 1, 1, 1, 1])], five, 'split', { ...reach, told })
      .axis;

  test('F2 has labels in every one of them, in words where one has a bar of fewer than twenty people', () => {
    const say = speaker({ ...answersEn, ...chartEn }, 'en');
    const { tick } = textsOf(say, five);
    expect(axis('words').ticks).toEqual([-100, -50, 0, 50, 100]);
    expect([0, 25, 50, 75, 100].map((share) => tick(share, axis('words')))).toEqual([
      '0',
      'a quarter',
      'half',
      'three quarters',
      'all',
    ]);
    expect(axis('percent').ticks).toEqual([-100, -50, 0, 50, 100]);
    expect(tick(50, axis('percent'))).toBe('50 %');
  });
});

describe('the sentence of a figure', () => {
  test('F15 it counts the side that most people took, and never in percent', () => {
    expect(sentenceOf(figure([1, 1, 1, 4, 5]), five)).toEqual({
      key: 'sentence.plural.agree',
      slots: { n: 9, of: 12 },
    });
    expect(sentenceOf(figure([3, 5, 0, 1]), four)).toEqual({
      key: 'sentence.plural.disagree',
      slots: { n: 8, of: 9 },
    });
    expect(sentenceOf(figure([1, 0, 6]), three)).toEqual({
      key: 'sentence.single.agree',
      slots: { n: 6, of: 7 },
    });
  });

  test('F15 a split room and a room in the middle are said as such', () => {
    expect(sentenceOf(figure([2, 2, 1, 2, 2]), five)).toEqual({
      key: 'sentence.plural.even',
      slots: { n: 4, of: 9 },
    });
    expect(sentenceOf(figure([1, 1, 7, 1, 1]), five)).toEqual({
      key: 'sentence.plural.middle',
      slots: { n: 7, of: 11 },
    });
    expect(sentenceOf(figure([0, 0, 0, 0, 0]), five)).toEqual({ key: 'sentence.none', slots: {} });
  });

  test('F15 an own scale is told in its own labels', () => {
    const often = own(['Never', 'Seldom', 'Often', 'Always']);
    expect(sentenceOf(figure([1, 1, 3, 4]), often)).toEqual({
      key: 'sentence.own2',
      slots: { n: 7, of: 9, a: 'Often', b: 'Always', c: '' },
    });
    expect(sentenceOf(figure([5, 4]), own(['No', 'Yes']))).toMatchObject({
      key: 'sentence.own1',
      slots: { n: 5, a: 'No' },
    });
    expect(sentenceOf(figure([1, 1]), own(['No', 'Yes'])).key).toBe('sentence.ownEven');
    expect(sentenceOf(figure([1, 7, 1]), own(['No', 'Perhaps', 'Yes']))).toMatchObject({
      key: 'sentence.own1',
      slots: { n: 7, a: 'Perhaps' },
    });
    expect(sentenceOf(figure([0, 0, 1, 1, 2, 3, 4]), own(['a', 'b', 'c', 'd', 'e', 'f', 'g']))).toMatchObject(
      {
        key: 'sentence.own3',
        slots: { n: 9, a: 'e', b: 'f', c: 'g' },
      },
    );
  });
});
