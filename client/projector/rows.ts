/** The rows of the projector's chart and table: everyone first, then groups, the second round before the first. */
import type { ChartRow } from '../../core/chart/bars.ts';
import type { ProjectorBoard } from '../../core/view.ts';
import { say } from './words.ts';

/** With more rows than this, the first round is shown for everyone only. */
const MOST_ROWS = 14;

export function rowsOf(board: ProjectorBoard, byGroup: boolean): ChartRow[] {
  const { result, before } = board;
  if (result === null) return [];
  const parts = byGroup ? (result.parts ?? []) : [];
  const earlier = before !== null && 2 * (parts.length + 1) <= MOST_ROWS ? (before.parts ?? []) : [];
  const rows = pair(say('row.everyone'), result.whole, before?.whole);
  for (const part of parts)
    rows.push(...pair(part.label, part.figure, earlier.find((p) => p.label === part.label)?.figure));
  return rows;
}

function pair(group: string, now: ChartRow['figure'], before: ChartRow['figure'] | undefined): ChartRow[] {
  if (before === undefined) return [{ label: group, figure: now }];
  return [
    { label: say('row.second', { group }), figure: now },
    { label: say('row.first', { group }), figure: before },
  ];
}
