/** What the audience of a report changes in it. */
import type { ReportInput } from './input.ts';

/** Least people behind a count: none for the team, which sees everything. */
export function leastOf(input: Pick<ReportInput, 'audience' | 'document'>): number {
  return input.audience === 'team' ? 0 : input.document.floor;
}

/** Whether groups and sessions may be told apart before this audience. */
export function toldApart({ audience, consultation }: ReportInput): boolean {
  return audience === 'team' || consultation.breakdowns === 'shown';
}
