import { describe, expect, test } from '@jest/globals';
import { divergingBars } from '../../core/chart.ts';
import type { Bar, ChartRow } from '../../core/chart.ts';
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

const row = (label: string, counts: number[]): ChartRow => ({ label, figure: figure(counts) });

function only(rows: ChartRow[], scale: Scale): Bar {
  const bar = divergingBars(rows, scale).bars[0];
  if (bar === undefined) throw new Error('no bar');
  return bar;
}

describe('the rows of the diverging bars', () => {
  test('disagreeing lies left of nought, agreeing right, the middle answer astride it in equal halves', () => {
    const { segments } = only([row('all', [1, 2, 4, 2, 1])], five);
    expect(segments.map((s) => [s.from, s.to])).toEqual([
      [-50, -40],
      [-40, -20],
      [-20, 20],
      [20, 40],
      [40, 50],
    ]);
    expect(segments.map((s) => s.middle)).toEqual([false, false, true, false, false]);
  });

  test('segments follow each other without gaps and make a hundred percent of the people in the row', () => {
    for (const counts of [
      [4, 9, 6, 15, 12],
      [0, 0, 7, 0, 0],
      [3, 0, 0, 0, 0],
      [0, 1, 0, 0, 2],
    ]) {
      const { segments, n } = only([row('all', counts)], five);
      for (const [i, s] of segments.entries()) {
        expect(s.to - s.from).toBeCloseTo((100 * s.count) / n, 10);
        expect(segments[i + 1]?.from ?? s.to).toBe(s.to);
      }
      expect((segments.at(-1)?.to ?? 0) - (segments[0]?.from ?? 0)).toBeCloseTo(100, 10);
    }
  });

  test('a scale without a middle has its border at nought', () => {
    const { segments, disagree, agree } = only([row('all', [1, 2, 3, 4])], four);
    expect(segments.map((s) => s.from)).toEqual([-30, -20, 0, 30]);
    expect(segments.some((s) => s.middle)).toBe(false);
    expect([disagree, agree]).toEqual([3, 7]);
  });

  test('an answer keeps its tone on scales of every length', () => {
    const tones = (scale: Scale, counts: number[]): number[] =>
      only([row('all', counts)], scale).segments.map((s) => s.tone);
    expect(tones(three, [1, 1, 1])).toEqual([2, 3, 4]);
    expect(tones(five, [1, 1, 1, 1, 1])).toEqual([0, 2, 3, 4, 6]);
    expect(tones(own(['a', 'b', 'c', 'd', 'e', 'f', 'g']), [1, 1, 1, 1, 1, 1, 1])).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
  });

  test('a row in which nobody answered keeps its place and has no width', () => {
    const { bars } = divergingBars([row('all', [1, 0, 0, 0, 4]), row('none', [0, 0, 0, 0, 0])], five);
    expect(bars.map((b) => [b.label, b.n])).toEqual([
      ['all', 5],
      ['none', 0],
    ]);
    expect(bars[1]?.segments.every((s) => s.from === 0 && s.to === 0)).toBe(true);
  });
});

describe('the axis of the diverging bars', () => {
  test('it is the same to both sides and holds every bar', () => {
    expect(divergingBars([row('all', [0, 0, 0, 10, 10])], five).reach).toBe(100);
    expect(divergingBars([row('all', [5, 5, 0, 5, 5])], five).reach).toBe(50);
    expect(divergingBars([row('all', [5, 5, 0, 5, 5]), row('part', [14, 6, 0, 0, 0])], five).reach).toBe(100);
    expect(divergingBars([row('all', [5, 5, 0, 5, 5])], five, 100).reach).toBe(100);
    expect(divergingBars([], five).reach).toBe(25);
  });

  test('below twenty people in any row it has no percentages', () => {
    expect(divergingBars([row('all', [4, 5, 2, 5, 4])], five).ticks).toEqual([-50, -25, 0, 25, 50]);
    expect(divergingBars([row('all', [0, 0, 0, 10, 10])], five).ticks).toEqual([-100, -50, 0, 50, 100]);
    expect(divergingBars([row('all', [4, 5, 1, 5, 4])], five).ticks).toBeNull();
    expect(divergingBars([row('all', [9, 9, 9, 9, 9]), row('part', [1, 1, 1, 1, 1])], five).ticks).toBeNull();
  });
});

describe('the sentence of a figure', () => {
  test('it counts the side that most people took, and never in percent', () => {
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

  test('a split room and a room in the middle are said as such', () => {
    expect(sentenceOf(figure([2, 2, 1, 2, 2]), five)).toEqual({
      key: 'sentence.plural.even',
      slots: { n: 4, of: 9 },
    });
    expect(sentenceOf(figure([1, 1, 7, 1, 1]), five)).toEqual({
      key: 'sentence.plural.neither',
      slots: { n: 7, of: 11 },
    });
    expect(sentenceOf(figure([0, 0, 0, 0, 0]), five)).toEqual({ key: 'sentence.none', slots: {} });
  });

  test('an own scale is told in its own labels', () => {
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
