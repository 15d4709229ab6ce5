/** What two windows decided about one quote. */
import { expect, test } from '@jest/globals';
import { reportMerger } from '../../core/merge/report.ts';
import { newReport, type PointReview, type ReportDocument } from '../../core/report/document.ts';

const NOTED = { session: 'w', point: 'q', chosen: true, checked: false, published: null };
const quoted = (one: Partial<PointReview>): ReportDocument => ({
  ...newReport(5, 'shown'),
  points: [{ ...NOTED, ...one }],
});

/** Words and tick of the merged quote, and how much is asked, whichever window is the one that merges. */
function merged(
  mine: Partial<PointReview>,
  theirs: Partial<PointReview>,
  base: Partial<PointReview> = {},
): unknown {
  const [one, other] = [[mine, theirs] as const, [theirs, mine] as const].map(([a, b]) => {
    const { document, conflicts } = reportMerger.merge(quoted(base), quoted(a), quoted(b));
    const [quote] = document.points ?? [];
    return [quote?.published, quote?.checked, conflicts.length];
  });
  expect(one).toEqual(other);
  return one;
}

test('RT3 a quote was read by somebody only in the words that stand, whoever reworded it and whoever ticked', () => {
  const ticked = { checked: true };
  const other = { published: 'Anna Berg never rang' };
  expect(merged(ticked, other)).toEqual([other.published, false, 0]);
  expect(merged(ticked, { ...other, ...ticked })).toEqual([other.published, true, 0]);
  expect(merged(ticked, ticked)).toEqual([null, true, 0]);
  expect(merged(ticked, { chosen: false })).toEqual([null, true, 0]);
  // One found something in it and took the tick back, the other read other words.
  expect(merged({}, { ...other, ...ticked }, ticked)).toEqual([other.published, false, 0]);
});

test('RT3 S7 where both reworded it, the tick is that of the words that were chosen', () => {
  const [mine, theirs] = [quoted({ checked: true, published: 'Mine' }), quoted({ published: 'Theirs' })];
  const take = (side: 'mine' | 'theirs') =>
    reportMerger.merge(quoted({}), mine, theirs, new Map([['points.w/q.published', side]]));
  expect(take('theirs')).toMatchObject({ document: { points: [{ published: 'Theirs', checked: false }] } });
  expect(take('mine')).toMatchObject({ document: { points: [{ published: 'Mine', checked: true }] } });
  expect(take('mine').conflicts).toEqual([]);
});
