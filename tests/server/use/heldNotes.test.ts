/** What the team is told of quotes and case studies that an earlier release keeps out of this one. */
import { expect, test } from '@jest/globals';
import type { ReportInput } from '../../../core/report/input.ts';
import { heldNotes } from '../../../server/use/heldNotes.ts';
import type { ReportSource } from '../../../server/use/reportSource.ts';
import { about, board, comment } from '../../core/report/quotesMade.ts';

test('RT3 CS9 the check says how many quotes and case studies are left out beside an earlier release, and why', async () => {
  const source = {
    ...(await about()),
    comments: [comment(), comment({ tag: 'u' })],
  } as unknown as ReportSource;
  const codes = (quotes: number, heldQuotes: string[], held: number) =>
    heldNotes(source, { boards: [board()] }, {
      quotes: Array.from({ length: quotes }),
      talk: { heldQuotes },
      studies: { held },
    } as unknown as ReportInput).map(({ code, words }) => [code, words.slice(0, 32)]);
  expect(codes(2, [], 0)).toEqual([]);
  expect(codes(1, ['p'], 0)).toEqual([['quotes-held', '2 chosen quotes are left out: th']]);
  expect(codes(2, [], 1)).toEqual([['studies-held', '1 chosen case study is left out:']]);
});
