/** The facts of a session that a facilitator writes down: one schema for routes, sockets and archives. */
import * as v from 'valibot';
import type { Checked } from './checked.ts';
import { MOST_CHECKED } from './checking.ts';
import { isDay } from './day.ts';
import { CHANGED, SAID, TOLD } from './heard.ts';
import { LIMITS } from './limits.ts';
import { KINDS } from './recommendations/types.ts';
import { idSchema, line } from './schemaParts.ts';
import type { WordsTold } from './wordsTold.ts';

export const dateSchema = v.pipe(
  v.string('a date'),
  v.isoDate('a date, YYYY-MM-DD'),
  v.check(isDay, 'a day that there is'),
);

const people = v.pipe(
  v.number('a number'),
  v.integer('a whole number'),
  v.minValue(0, 'at least 0'),
  v.maxValue(LIMITS.attendanceCount, `at most ${LIMITS.attendanceCount}`),
);

/** @param text the schema of a short text in a row */
export const attendanceRows = <const T extends v.GenericSchema<string>>(text: T) =>
  v.pipe(
    v.array(v.strictObject({ group: v.nullable(idSchema), gender: text, ageBand: text, n: people })),
    v.maxLength(LIMITS.attendanceRows),
  );
/** @param text the schema of a short text in a row */
export const otherRows = <const T extends v.GenericSchema<string>>(text: T) =>
  v.pipe(v.array(v.strictObject({ role: text, n: people })), v.maxLength(LIMITS.attendanceRows));

/** Each group once. */
export const groupsSchema = v.pipe(
  v.array(idSchema),
  v.maxLength(LIMITS.groups),
  v.transform((groups) => [...new Set(groups)]),
);

/** What of a session can be sent; its texts come out clean. */
export const sessionEntries = {
  name: line(LIMITS.label),
  date: dateSchema,
  place: line(LIMITS.title),
  mode: v.picklist(['unlinked', 'linked'] as const),
  style: v.picklist(['guided', 'walk-around'] as const),
  groups: groupsSchema,
  twoGroups: v.boolean(),
  attendance: attendanceRows(line(LIMITS.label)),
  others: otherRows(line(LIMITS.label)),
};

const heads = <const K extends readonly string[]>(keys: K) =>
  v.strictObject(Object.fromEntries(keys.map((key) => [key, people])) as Record<K[number], typeof people>);
const heardCounts = v.strictObject({ said: heads(SAID), told: heads(TOLD) });
const stopped = v.pipe(v.string(), v.maxLength(LIMITS.commentBytes));
const typedEntries = {
  paper: heardCounts,
  later: v.pipe(
    v.array(v.strictObject({ day: dateSchema, changed: heads(CHANGED) })),
    v.maxLength(LIMITS.askedAgain, `at most ${LIMITS.askedAgain}`),
  ),
};
/**
 * What of being heard can be edited: heads that are typed in, with those that were seen as they were typed; or one
 * text is left out, with how often it stood there. What has become another since is refused.
 */
export const heardEditSchema = v.variant('edit', [
  v.strictObject({ edit: v.literal('typed'), ...typedEntries, seen: v.strictObject(typedEntries) }),
  v.strictObject({ edit: v.literal('without'), text: stopped, seen: people }),
]);
export const archivedHeardSchema = v.strictObject({
  phone: heardCounts,
  texts: v.pipe(v.array(stopped), v.maxLength(LIMITS.peoplePerSession)),
  ...typedEntries,
});

/** Words of a recommendation as they were shown: one that was kept is not refused for what it says. */
const shownWords = v.pipe(v.string(), v.maxLength(4 * LIMITS.recommendationText));
export const archivedCheckedSchema = v.pipe(
  v.array(
    v.strictObject({
      n: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_CHECKED)),
      recommendation: idSchema,
      kind: v.picklist(KINDS),
      text: shownWords,
      points: shownWords,
      said: people,
      notQuite: people,
      missing: people,
      declined: people,
      dots: v.nullable(
        v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3 * LIMITS.attendanceCount)),
      ),
    } satisfies Record<keyof Checked, unknown>),
  ),
  v.maxLength(MOST_CHECKED),
  v.check((list) => new Set(list.map(({ n }) => n)).size === list.length, 'each number once'),
);

/** As it was told, also where it could not be typed any more. */
const toldWords = v.pipe(v.string(), v.maxLength(4 * LIMITS.paragraph));
export const wordsToldEntries = {
  open: toldWords,
  decided: toldWords,
  part: toldWords,
  answerDue: toldWords,
} satisfies Record<keyof WordsTold, unknown>;
export const archivedToldSchema = v.pipe(v.array(v.strictObject(wordsToldEntries)), v.maxLength(2));

export type HeardEdit = v.InferOutput<typeof heardEditSchema>;

export const attendanceSchema = v.strictObject({
  attendance: sessionEntries.attendance,
  others: sessionEntries.others,
});

export type AttendanceEntry = v.InferOutput<typeof attendanceSchema>;
