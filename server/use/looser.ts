/** Rules that protect people and have been loosened since something went out under them. */
import type { ReleaseNote } from '../../core/api.ts';
import { partName, sayRelease } from '../../core/release/words.ts';
import { hashOf } from './boundTo.ts';
import type { ReportSource } from './reportSource.ts';

/**
 * Flags for a lower floor, for parts that are told apart now, and for approvals that are not asked for any
 * more, beside the last release. Once confirmed they stand in the register with the release.
 */
export function looserFlags({ consultation, document, releases }: ReportSource): ReleaseNote[] {
  const last = releases.at(-1);
  if (last === undefined) return [];
  const { number: release, entry, approvedBy } = last;
  const { floor: now } = document;
  const flag = (code: string, about: unknown, words: string): ReleaseNote => ({
    code: `looser-${code} ${hashOf([release, about])}`,
    words,
    statements: [],
  });
  const dropped = (['lead', 'panel'] as const).filter(
    (who) => (approvedBy[who] ?? '') !== '' && !consultation.approvals.includes(who),
  );
  const names = dropped.map((who) => sayRelease(`approval.${who}`));
  return [
    ...(now < entry.floor
      ? [
          flag(
            'floor',
            [entry.floor, now],
            sayRelease('flag.looser.floor', { release, before: entry.floor, now }),
          ),
        ]
      : []),
    ...(entry.breakdowns === 'hidden' && consultation.breakdowns === 'shown'
      ? [flag('breakdowns', null, sayRelease('flag.looser.breakdowns', { release }))]
      : []),
    ...(dropped.length > 0
      ? [
          flag(
            'approvals',
            dropped,
            sayRelease('flag.looser.approvals', { release, who: partName(names, false) }),
          ),
        ]
      : []),
  ];
}
