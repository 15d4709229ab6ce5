import { describe, expect, test } from '@jest/globals';
import { quoteBlocks } from '../../../core/report/quoteBlocks.ts';
import { speechOf } from '../../../core/report/words.ts';
import type { PrintedQuote } from '../../../core/report/input.ts';
import type { Answer, Scale } from '../../../core/scale.ts';
import { DEFAULT_SCALE } from '../../../core/scale.ts';
import { figureWith, roundWith, statementWith, textsOf } from './made.ts';

const speech = speechOf('en');
const quote = (answer: Answer, text: string, more: Partial<PrintedQuote> = {}): PrintedQuote => ({
  statement: 's1',
  round: 1,
  text,
  lang: 'en',
  by: 'Parent',
  answer,
  scale: DEFAULT_SCALE,
  entry: null,
  ...more,
});

describe('quotes of a statement', () => {
  const lines = (whole: number[] | null, quotes: PrintedQuote[]): string[] =>
    quoteBlocks(
      speech,
      statementWith(1, [roundWith(whole === null ? null : figureWith(whole, { declined: { n: 1, x: 0 } }))]),
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

  const anyhow = ['People wrote:', '“No.” (Parent)'];
  const under = (statement: ReturnType<typeof statementWith>, quotes: PrintedQuote[]): string[] =>
    quoteBlocks(speech, statement, quotes).flatMap(textsOf);

  test('F10 a side with nobody in the printed figure is not told of the one who is quoted', () => {
    expect(lines([0, 0, 0, 5, 4], [quote(1, 'No.')])).toEqual(anyhow);
    expect(lines([0, 0, 1, 5, 4], [quote(3, 'No.')])).not.toEqual(anyhow);
    const none = statementWith(1, [roundWith(figureWith([3, 0, 0, 5, 4]))]);
    expect(under(none, [quote('n', 'No.')])).toEqual(anyhow);
  });

  test('F10 a quote of the first round is looked up in the first round’s figure', () => {
    const rounds = [roundWith(figureWith([0, 0, 0, 5, 4])), roundWith(figureWith([3, 0, 0, 2, 4]), {}, 2)];
    expect(under(statementWith(1, rounds), [quote(1, 'No.')])).toEqual(anyhow);
    expect(under(statementWith(1, rounds), [quote(1, 'No.', { round: 2 })])).not.toEqual(anyhow);
  });

  test('F10 where counts are printed again no sides are told', () => {
    const again = { ...roundWith(figureWith([2, 2, 0, 5, 4])), reprinted: '2026-11-01' };
    expect(under(statementWith(1, [again]), [quote(1, 'No.')])).toEqual(anyhow);
  });

  test('F15 a quote stands only under the figure of the scale that it was answered on', () => {
    const four: Scale = { kind: 'agreement-4', declines: [] };
    const statement = statementWith(1, [roundWith(figureWith([2, 2, 5, 4]))], { scale: four });
    expect(under(statement, [quote(3, 'Perhaps.')])).toEqual([]);
    expect(under(statement, [quote(3, 'Yes.', { scale: four })])[0]).toBe('From people who agreed:');
  });
});
