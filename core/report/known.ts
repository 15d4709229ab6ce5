/** What a report's document names and what is still there: sessions and groups may have been removed since. */
import type { ReportDocument, Unit } from './document.ts';

/**
 * The document without sessions and groups that are no longer there. A unit of which nothing is left goes
 * whole, since an empty choice would mean all; for the same reason the report's own sessions stay when none
 * of them is left, and then it is about nobody until others are chosen.
 *
 * @param sessions ids of the sealed sessions there are
 * @param groups ids of the consultation's groups
 */
export function withoutUnknown(
  document: ReportDocument,
  sessions: readonly string[],
  groups: readonly string[],
): ReportDocument {
  const kept = (unit: Unit): Unit[] => {
    const own = unit.groups.filter((id) => groups.includes(id));
    const held = unit.sessions.filter((id) => sessions.includes(id));
    const emptied =
      (own.length === 0 && unit.groups.length > 0) || (held.length === 0 && unit.sessions.length > 0);
    return emptied ? [] : [{ ...unit, groups: own, sessions: held }];
  };
  const chosen = document.sessions.filter((id) => sessions.includes(id));
  return {
    ...document,
    sessions: chosen.length === 0 ? document.sessions : chosen,
    units: document.units.flatMap(kept),
  };
}
