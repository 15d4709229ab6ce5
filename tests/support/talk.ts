/** Points and themes, and the changes that make them, as a scribe's device does. */
import type { Change, CodingChange, PointChange, ThemeChange } from '../../core/talk/change.ts';
import { NEW_POINT, NEW_THEME, type PointFields, type ThemeFields } from '../../core/talk/types.ts';
import { newId } from '../../server/random.ts';

export function point(key: string, fields: Partial<PointFields> = {}, session = 'session-1'): PointChange {
  return {
    id: newId(),
    of: 'point',
    key,
    session,
    was: null,
    set: { ...NEW_POINT, text: `Point ${key}`, ...fields },
  };
}

export function theme(key: string, fields: Partial<ThemeFields> = {}): ThemeChange {
  return { id: newId(), of: 'theme', key, was: null, set: { ...NEW_THEME, name: `Theme ${key}`, ...fields } };
}

export function edit(
  key: string,
  was: Partial<PointFields>,
  set: Partial<PointFields>,
  session = 'session-1',
): PointChange {
  return { id: newId(), of: 'point', key, session, was, set };
}

export function editTheme(key: string, was: Partial<ThemeFields>, set: Partial<ThemeFields>): ThemeChange {
  return { id: newId(), of: 'theme', key, was, set };
}

export function coding(postit: string, was: string[], set: string[], session = 'session-1'): CodingChange {
  return { id: newId(), of: 'coding', key: postit, session, was: { themes: was }, set: { themes: set } };
}

export function removal<C extends Exclude<Change, CodingChange>>(change: C): C {
  return { ...change, id: newId(), was: change.set, set: null };
}
