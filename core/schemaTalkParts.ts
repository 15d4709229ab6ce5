/** What the schemas of points, themes, sources and passages share. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { idSchema, object } from './schemaParts.ts';

export const optionalId = v.union([v.literal(''), idSchema], 'an id, or nothing');
export const whole = (most: number) =>
  v.pipe(
    v.number('a number'),
    v.integer('a whole number'),
    v.minValue(0, 'at least 0'),
    v.maxValue(most, `at most ${most}`),
  );
const anyThemes = v.pipe(
  v.array(idSchema, 'a list of themes'),
  v.check((ids) => new Set(ids).size === ids.length, 'each theme once'),
);
export const themeIds = v.pipe(
  anyThemes,
  v.maxLength(LIMITS.themesPerPoint, `at most ${LIMITS.themesPerPoint}`),
);
/** One too many is cut: no archive is refused for a count that two devices brought about together. */
export const archivedThemes = v.pipe(
  anyThemes,
  v.transform((ids) => ids.slice(0, LIMITS.themesPerPoint)),
);

/** Either all fields at once, or the same fields before and after, or nothing any more. */
export const moved = <const E extends v.ObjectEntries, const C extends v.ObjectEntries>(
  entries: E,
  common: C,
) => {
  const some = v.nullable(v.partial(object(entries)));
  const fields = Object.keys(entries).toSorted().join();
  return v.pipe(
    object({ ...common, was: some, set: some }),
    v.check((change) => {
      const { was, set } = change as { was: object | null; set: object | null };
      if (set === null) return was !== null;
      const names = Object.keys(set).toSorted().join();
      return names === (was === null ? fields : Object.keys(was).toSorted().join());
    }, 'all fields of something new, or the same fields before and after'),
  );
};
