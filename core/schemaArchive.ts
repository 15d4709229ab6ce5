/** The files inside an archive (docs/EXPORTS.md, "The archive"): what is checked before anything is taken in. */
import * as v from 'valibot';
import { scaleSchema, wordingsSchema } from './consultationFile.ts';
import { LIMITS } from './limits.ts';
import { cleanLine, cleanText, codePoints } from './text.ts';

export const ARCHIVE_FORMAT = 'standpoint-archive';
export const ARCHIVE_VERSION = 1;

const id = v.pipe(v.string('an id'), v.regex(/^[a-z0-9-]{1,40}$/, '1 to 40 of a-z, 0-9 and -'));
const whole = (least: number, most: number) =>
  v.pipe(
    v.number('a number'),
    v.integer('a whole number'),
    v.minValue(least, `at least ${least}`),
    v.maxValue(most, `at most ${most}`),
  );
const boardNumber = whole(1, 2 * LIMITS.statements);
const round = v.picklist([1, 2] as const, '1 or 2');
/** Sorted ids of at most two groups, joined by +. */
const membership = v.pipe(
  v.string('groups joined by +'),
  v.regex(/^(?:[a-z0-9-]{1,40}(?:\+[a-z0-9-]{1,40})?)?$/, 'at most two group ids joined by +'),
);

/** Looked at first, so that a newer archive is told apart from a broken one. */
export const manifestHeadSchema = v.object({
  format: v.literal(ARCHIVE_FORMAT),
  version: v.number(),
});

export const manifestSchema = v.strictObject({
  format: v.literal(ARCHIVE_FORMAT),
  version: v.literal(ARCHIVE_VERSION),
  mark: v.string(),
  consultation: id,
  title: v.string(),
  date: v.string(),
  /** SHA-256 of each file, in hex. */
  files: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '64 hex digits'))),
});

const line = (most: number) =>
  v.pipe(
    v.string('a text'),
    v.check((t) => cleanLine(t) === t && codePoints(t) <= most, `one line of at most ${most} characters`),
  );
/** Whether the calendar has this day: 31 February is read as a day in March. */
const isDay = (date: string): boolean => {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
};
const people = whole(0, LIMITS.attendanceCount);

/** Drafts and sealed sessions only: what runs has files of its own, and rehearsals are nobody's answers. */
const sessionSchema = v.strictObject({
  id,
  consultation: id,
  name: line(LIMITS.label),
  date: v.pipe(
    v.string('a date'),
    v.isoDate('a date, YYYY-MM-DD'),
    v.check((d) => isDay(d), 'a day that there is'),
  ),
  place: line(LIMITS.title),
  mode: v.picklist(['unlinked', 'linked'] as const),
  style: v.picklist(['guided', 'walk-around'] as const),
  state: v.picklist(['draft', 'sealed'] as const, 'draft or sealed'),
  groups: v.pipe(v.array(id), v.maxLength(LIMITS.groups)),
  twoGroups: v.boolean(),
  code: v.literal(''),
  attendance: v.pipe(
    v.array(
      v.strictObject({
        group: v.nullable(id),
        gender: line(LIMITS.label),
        ageBand: line(LIMITS.label),
        n: people,
      }),
    ),
    v.maxLength(LIMITS.attendanceRows),
  ),
  others: v.pipe(
    v.array(v.strictObject({ role: line(LIMITS.label), n: people })),
    v.maxLength(LIMITS.attendanceRows),
  ),
  rehearsal: v.literal(false),
  generation: v.exactOptional(whole(0, 1_000_000)),
});

export const archivedSessionSchema = v.strictObject({
  session: sessionSchema,
  boards: v.pipe(
    v.array(
      v.strictObject({
        n: boardNumber,
        statement: id,
        round,
        version: whole(1, LIMITS.versions),
        wordings: wordingsSchema,
        scale: scaleSchema,
      }),
    ),
    v.check((list) => new Set(list.map((b) => b.n)).size === list.length, 'each board once'),
    v.check(
      (list) => new Set(list.map((b) => `${b.statement} ${b.round}`)).size === list.length,
      'each statement once in a round',
    ),
  ),
  eligible: v.array(
    v.strictObject({
      statement: id,
      round,
      membership,
      n: whole(1, LIMITS.peoplePerSession + LIMITS.peopleWithoutPhone),
    }),
  ),
});

/** [board, tag, membership, answer, comment, audience, may be quoted, was shown, channel, person] */
export const archivedResponseSchema = v.tuple([
  boardNumber,
  v.pipe(v.string('a tag'), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'a tag')),
  membership,
  v.union([whole(1, LIMITS.scalePoints.most), v.picklist(['n', 'x'] as const)], 'an answer'),
  v.pipe(
    v.string('a comment'),
    v.check(
      (t) => codePoints(t) <= LIMITS.commentCodePoints,
      `at most ${LIMITS.commentCodePoints} characters`,
    ),
    v.check((t) => cleanText(t) === t, 'a text as Standpoint keeps it'),
  ),
  v.picklist(['room', 'team'] as const, 'room or team'),
  v.picklist([0, 1] as const, '0 or 1'),
  v.picklist([0, 1] as const, '0 or 1'),
  v.picklist(['phone', 'tablet', 'paper', 'mixed'] as const, 'phone, tablet, paper or mixed'),
  v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'a participant number'))),
]);

export type ArchivedResponse = v.InferOutput<typeof archivedResponseSchema>;
export type ArchivedSession = v.InferOutput<typeof archivedSessionSchema>;
