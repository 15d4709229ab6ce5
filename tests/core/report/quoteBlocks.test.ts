import { describe, expect, test } from '@jest/globals';
import { quoteBlocks } from '../../../core/report/quoteBlocks.ts';
import { speechOf } from '../../../core/report/words.ts';
import type { PrintedQuote } from '../../../core/report/input.ts';
import type { Answer } from '../../../core/scale.ts';
import { figureWith, roundWith, statementWith, textsOf } from './made.ts';

const speech = speechOf('en');
const quote = (answer: Answer, text: string): PrintedQuote => ({
  statement: 's1',
  round: 1,
  text,
  lang: 'en',
  by: 'Parent',
  groups: [],
  answer,
});

describe('quotes of a statement', () => {
  const lines = (whole: number[] | null, quotes: PrintedQuote[]): string[] =>
    quoteBlocks(
      speech,
      statementWith(1, [roundWith(whole === null ? null : figureWith(whole))]),
      quotes,
    ).flatMap(textsOf);

  test('F15 the largest side comes first and the other is heard too', () => {
    expect(
      lines([1, 2, 1, 5, 4], [quote(1, 'No.'), quote('n', 'Pass.'), quote(5, 'Yes.'), quote(3, 'Perhaps.')]),
    ).toEqual([
      'From people who agreed:',
      '“Yes.” (Parent)',
      'From people who disagreed:',
      '“No.” (Parent)',
      'From people who neither agreed nor disagreed:',
      '“Perhaps.” (Parent)',
      'From people who chose not to answer:',
      '“Pass.” (Parent)',
    ]);
    expect(lines([5, 4, 1, 1, 2], [quote(4, 'Yes.'), quote(2, 'No.')])[0]).toBe('From people who disagreed:');
  });

  test('F15 where one side is not quoted the report says so', () => {
    expect(lines([1, 2, 1, 5, 4], [quote(5, 'Yes.')]).at(-1)).toBe(
      'No comment from people who disagreed is printed here.',
    );
    expect(lines([0, 0, 0, 5, 4], [quote(5, 'Yes.')])).toHaveLength(2);
    expect(lines([1, 2, 1, 5, 4], [])).toEqual([]);
  });

  test('F10 where the figure is withheld, so are the sides of the quoted', () => {
    expect(lines(null, [quote(1, 'No.'), quote(5, 'Yes.')])).toEqual([
      'People wrote:',
      '“No.” (Parent)',
      '“Yes.” (Parent)',
    ]);
  });
});
