import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mainSentence } from '../../core/report/sentences.ts';
import { speechOf } from '../../core/report/words.ts';
import { DEFAULT_SCALE } from '../../core/scale.ts';
import { sentenceOf } from '../../core/sentence.ts';
import { majorityOf, peopleOn, pluralityOf, sideLabels } from '../../core/side.ts';
import { figureWith } from './report/made.ts';

const counts = fc.array(fc.nat(9), { minLength: 5, maxLength: 5 });

describe('on which side people stand', () => {
  test('F9 where most stand is not where more than half stand', () => {
    const both = (row: number[]) => [pluralityOf(figureWith(row)), majorityOf(figureWith(row))];
    expect(both([1, 1, 1, 4, 0])).toEqual(['agree', 'agree']);
    expect(both([1, 1, 2, 3, 0])).toEqual(['agree', null]);
    expect(both([2, 0, 1, 0, 2])).toEqual(['even', null]);
    expect(both([1, 0, 7, 2, 0])).toEqual(['middle', null]);
    expect(both([4, 2, 0, 1, 0])).toEqual(['disagree', 'disagree']);
    expect(both([0, 0, 0, 0, 0])).toEqual([null, null]);
  });

  test('F9 whoever has more than half has most', () => {
    fc.assert(
      fc.property(counts, (row) => {
        const side = majorityOf(figureWith(row));
        if (side !== null) expect(pluralityOf(figureWith(row))).toBe(side);
      }),
    );
  });

  test('F1 the sentence on the screens and the one in the report count the same people', () => {
    const speech = speechOf('en');
    fc.assert(
      fc.property(counts, (row) => {
        const figure = figureWith(row);
        const { key, slots } = sentenceOf(figure, DEFAULT_SCALE);
        const most = pluralityOf(figure);
        if (most === null) return;
        expect(key).toBe(`sentence.plural.${most}`);
        expect(slots).toMatchObject({ n: peopleOn(figure, most) });
        if (figure.n > 2 && slots['n'] !== figure.n)
          expect(mainSentence(speech, figure, DEFAULT_SCALE, 'This.').replaceAll('\u00a0', ' ')).toContain(
            `${slots['n']} of ${figure.n}`,
          );
      }),
    );
  });

  test('F15 the answers of a side are those of its half, and the middle is of neither', () => {
    const five = { kind: 'own' as const, labels: ['a', 'b', 'c', 'd', 'e'], declines: [] };
    expect((['disagree', 'middle', 'agree'] as const).map((where) => sideLabels(five, where))).toEqual([
      ['a', 'b'],
      ['c'],
      ['d', 'e'],
    ]);
    expect(sideLabels({ ...five, labels: ['a', 'b', 'c', 'd'] }, 'middle')).toEqual([]);
  });
});
