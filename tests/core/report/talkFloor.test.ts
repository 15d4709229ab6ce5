/** Releases about themes under a floor that was raised between them. */
import { describe, expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import { newReport } from '../../../core/report/document.ts';
import type { TalkReport } from '../../../core/report/talk.ts';
import type { TalkBefore } from '../../../core/report/toldNumbers.ts';
import type { Point } from '../../../core/talk/types.ts';
import { sampleInput } from './made.ts';
import { families, of as themeOf, release, said, statement, workers } from './talkMade.ts';

const [f, w] = [families?.id ?? '', workers?.id ?? ''];
const many = (n: number, more: Partial<Point> = {}): Point[] =>
  Array.from({ length: n }, (_, i) =>
    said(`${more.group ?? ''}${more.statement ?? ''}${i}`, ['b'], { session: 'w', ...more }),
  );
const of = (report: TalkReport | null | undefined) => themeOf(report ?? null, 'b');

/** Of what was said by then, each under a floor. */
function releases(...list: [floor: 5 | 10, points: Point[]][]): (TalkReport | null)[] {
  const earlier: TalkBefore[] = [];
  return list.map(([floor, points], i) => {
    const report = release(points, floor, { earlier: [...earlier], date: `2026-11-0${i + 1}` });
    if (report !== null) earlier.push({ ...report.entry, floor });
    return report;
  });
}

/** All that a reader sees. */
const seen = (report: TalkReport | null | undefined): unknown => ({ ...report, entry: null });

describe('once the floor was raised', () => {
  test('RT1 RT2 a number of points under it is left out, and reads the same whoever came or went since', async () => {
    const before = many(6);
    const [, same, still] = releases([5, before], [10, before], [10, many(12)]);
    expect(of(same)).toMatchObject({ points: 'not', again: '2026-11-01', sessions: 1 });
    for (const n of [0, 4, 5, 7, 9, 10, 15])
      expect(seen(releases([5, before], [10, many(n)])[1])).toEqual(seen(same));
    expect(seen(still)).toEqual(seen(same));
    // As many as the floor are new.
    expect(of(releases([5, before], [10, many(16)])[1])?.points).toEqual({ n: 16, again: null });
    const { sections } = buildReport(
      await sampleInput({ talk: same ?? null, document: newReport(10, 'shown') }),
    );
    const table = sections.find(({ id }) => id === 'talk')?.blocks.find(({ kind }) => kind === 'table');
    expect(JSON.stringify(table)).toContain('["Theme b","1 of 1 (as on 1 November 2026)","–"]');
  });

  test('RT1 of a theme whose groups do not reach it none is told, nor one that leaves too few', () => {
    const halves = [...many(6, { group: f }), ...many(6, { group: w })];
    const [first, second] = releases([5, halves], [10, halves]);
    expect(of(first)?.groups.map(({ n }) => n)).toEqual([6, 6]);
    expect(of(second)).toMatchObject({ points: { n: 12, again: '2026-11-01' }, groups: [] });
    const parts = [...many(14, { group: f }), ...many(6, { group: w })];
    const [, left, more] = releases(
      [5, parts],
      [10, parts],
      [10, [...parts, ...many(12, { group: f, place: 1 }).map((one) => ({ ...one, id: `${one.id}+` }))]],
    );
    expect(of(left)).toMatchObject({ points: { n: 20 }, groups: [] });
    expect(of(more)).toMatchObject({ points: { n: 32, again: null }, groups: [] });
  });

  test('RT1 a group and a statement that fewer are apart are not both told again', () => {
    const parts = [
      ...many(12, { group: f, statement }),
      ...many(6, { group: w, statement }),
      ...many(12, { group: w }),
    ];
    const [first, second] = releases([5, parts], [10, parts]);
    expect(of(first)?.groups.map(({ n }) => n)).toEqual([18, 12]);
    expect(of(first)?.statements.map(({ n }) => n)).toEqual([18]);
    expect(of(second)).toMatchObject({ points: { n: 30 }, groups: [], statements: [] });
  });

  test('RT2 what holds under it stands', () => {
    const parts = [...many(14, { group: f }), ...many(11, { group: w })];
    const [, second] = releases([5, parts], [10, parts]);
    expect(of(second)?.groups.map(({ n, again }) => [n, again])).toEqual([
      [14, '2026-11-01'],
      [11, '2026-11-01'],
    ]);
  });
});
