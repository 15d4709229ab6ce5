import { describe, expect, test } from '@jest/globals';
import type { PublishedStatement } from '../../../core/report/input.ts';
import { madeTexts } from '../../../core/report/texts.ts';
import { figureWith, roundWith, sampleInput, statementWith } from './made.ts';

/** The paragraphs of the summary after the first, which says who took part. */
async function summary(statements: PublishedStatement[]): Promise<string[]> {
  const { texts } = madeTexts(await sampleInput({ statements }));
  return texts.summary.replaceAll('\u00a0', ' ').split('\n\n').slice(1);
}
const alone = (number: number, counts: number[]) => statementWith(number, [roundWith(figureWith(counts))]);

describe('the summary of many statements', () => {
  const spread = Array.from({ length: 7 }, (_, i) => alone(i + 1, [2, 2, 3, 2, 2]));

  test('F15 does not say of spread answers that most were on one side', async () => {
    expect(await summary(spread)).toEqual([
      'On no statement were more than half of those who answered on one side.',
    ]);
  });

  test('F15 names those with more than half on one side, and no other', async () => {
    const [found] = await summary([
      ...spread,
      alone(8, [0, 1, 1, 4, 5]),
      // The largest share, and less than half.
      alone(9, [0, 0, 6, 5, 0]),
      alone(10, [6, 0, 5, 0, 0]),
    ]);
    expect(found?.split('\n')).toEqual([
      'On these statements more than half of those who answered were on one side:',
      '- 9 of 11 people agreed or strongly agreed with “The worker keeps promise 8”.',
      '- 6 of 11 people disagreed or strongly disagreed with “The worker keeps promise 10”.',
    ]);
  });

  test('F15 of more than six it names the clearest, and says how many there are', async () => {
    const clear = Array.from({ length: 9 }, (_, i) => alone(i + 1, [9 - i, 0, 0, i + 11, 0]));
    const [found] = await summary(clear);
    const lines = found?.split('\n') ?? [];
    expect(lines[0]).toBe(
      'On 9 statements more than half of those who answered were on one side. These are the ones with the widest gap between the two sides:',
    );
    expect(lines.slice(1).map((line) => /promise (\d)/u.exec(line)?.[1])).toEqual([
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ]);
  });
});

describe('what the summary says groups share', () => {
  const agreeing = figureWith([0, 0, 1, 4, 1]);
  const camp = figureWith([3, 0, 0, 0, 5]);

  test('F9 it gives the whole rule, whether there is common ground or not', async () => {
    const common = statementWith(1, [
      roundWith(figureWith([0, 0, 2, 8, 2]), { One: agreeing, Two: agreeing }),
    ]);
    const camps = statementWith(2, [roundWith(figureWith([6, 0, 0, 0, 10]), { One: camp, Two: camp })]);
    expect((await summary([common, camps])).at(-1)).toBe(
      'Groups with 5 answers or more can be compared on 2 statements. There is common ground on 1 of 2: more than half of everyone, and of every such group, were on the same side, and people did not stand in two camps. Nowhere were more than half of one such group on one side and more than half of another on the other.',
    );
    expect((await summary([camps])).at(-1)).toBe(
      'Groups with 5 answers or more can be compared on 1 statement. There is no common ground: nowhere were more than half of everyone, and of every such group, on the same side without people standing in two camps. Nowhere were more than half of one such group on one side and more than half of another on the other.',
    );
  });

  test('F4 a statement with figures on two scales is one statement', async () => {
    const five = statementWith(1, [roundWith(figureWith([0, 0, 2, 8, 2]), { One: agreeing, Two: agreeing })]);
    const three = statementWith(
      1,
      [roundWith(figureWith([0, 2, 10]), { One: figureWith([0, 1, 5]), Two: figureWith([0, 1, 5]) })],
      { scale: { kind: 'agreement-3', declines: [] } },
    );
    expect((await summary([five, three])).at(-1)).toContain('common ground on 1 of 1');
  });
});
