/** A report that an archive brings, under the ids that are known here. */
import type { ReportDocument } from '../../core/report/document.ts';

/** A point's id here, by its session's id and its own there. */
export type PointOf = (session: string, id: string) => string;

/** A report whose sessions and points have other ids here. */
export function reportUnder(
  report: ReportDocument,
  idOf: (id: string) => string,
  pointOf: PointOf,
): ReportDocument {
  const { points } = report;
  return {
    ...report,
    sessions: report.sessions.map(idOf),
    units: report.units.map((unit) => ({ ...unit, sessions: unit.sessions.map(idOf) })),
    ...(points === undefined
      ? {}
      : {
          points: points.map((one) => ({
            ...one,
            session: idOf(one.session),
            point: pointOf(one.session, one.point),
          })),
        }),
  };
}
