/** Groups and sessions put together under a name, in the report's document. */
import type { ReportDocument, Unit } from '../report/document.ts';

/** A change of a document that can be made again on a newer one, when another window has saved meanwhile. */
export type Change = (document: ReportDocument) => ReportDocument;

/** Adds a unit, or puts it in the place of the one with its id. */
export function putUnit(unit: Unit, at?: number): Change {
  return (document) => {
    const units = document.units.filter(({ id }) => id !== unit.id);
    const place = at ?? document.units.findIndex(({ id }) => id === unit.id);
    return { ...document, units: units.toSpliced(place < 0 ? units.length : place, 0, unit) };
  };
}

/** Takes out the unit with this id; without one nothing changes. */
export function removeUnit(id: string): Change {
  return (document) => ({ ...document, units: document.units.filter((unit) => unit.id !== id) });
}

/** What is wrong with a unit before it is saved; null: nothing. */
export function unitFault(unit: Unit, others: readonly Unit[]): 'name' | 'same' | 'empty' | null {
  const name = unit.name.trim();
  if (name === '') return 'name';
  if (others.some((other) => other.id !== unit.id && other.name.trim() === name)) return 'same';
  return unit.groups.length + unit.sessions.length === 0 ? 'empty' : null;
}
