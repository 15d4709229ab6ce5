/** The files inside an archive (docs/EXPORTS.md, "The archive"): what is checked before anything is taken in. */
import * as v from 'valibot';
import { scaleSchema, wordingsSchema } from './consultationFile.ts';
import { LIMITS } from './limits.ts';
import { idSchema as id } from './schemaParts.ts';
import {
  archivedCheckedSchema,
  archivedHeardSchema,
  archivedToldSchema,
  attendanceRows,
  dateSchema,
  groupsSchema,
  otherRows,
  sessionEntries,
} from './schemaSession.ts';
import { CHECKS } from './session.ts';
import { cleanText, codePoints, mendLine } from './text.ts';

export const ARCHIVE_FORMAT = 'standpoint-archive';
/** The newest that is read. Written is the lowest that holds what is there, which more of them open: 2 for photographs, 3 for points and themes, 4 for recommendations, interviews and documents, thoughts from phones and what was said of being heard, texts of other programs, what a report tells of talk and involvement, case studies and corrections, 5 for what rooms said of recommendations, for what a consultation repeats, for what people in a session were told can change, and for what a report tells of case studies, of reading back, of themes by session and of interviews. */
export const ARCHIVE_VERSION = 5;

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

/**
 * A line of a session's facts. Earlier versions took them twice as long and did not clean all of them, and
 * cleaning can make three characters of one: such a text is mended, never a reason to refuse the session.
 */
const kept = (most: number) =>
  v.pipe(
    v.string('a text'),
    v.check((t) => codePoints(t) <= 6 * most, `at most ${6 * most} characters`),
    v.transform(mendLine),
  );

/** Looked at first, so that a newer archive is told apart from a broken one. */
export const manifestHeadSchema = v.object({
  format: v.literal(ARCHIVE_FORMAT),
  version: v.number(),
});

export const manifestSchema = v.strictObject({
  format: v.literal(ARCHIVE_FORMAT),
  version: v.picklist([1, 2, 3, 4, ARCHIVE_VERSION]),
  mark: v.string(),
  consultation: id,
  title: v.string(),
  date: v.string(),
  /** Sessions that are not in it, since they were not finished when it was saved. */
  leftOut: v.exactOptional(
    v.array(
      v.strictObject({
        session: id,
        name: kept(LIMITS.label),
        state: v.picklist(['lobby', 'live', 'ended'] as const),
      }),
    ),
  ),
  /** SHA-256 of each file, in hex. */
  files: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '64 hex digits'))),
});

/** Drafts and sealed sessions only: what runs has files of its own, and rehearsals are nobody's answers. */
const sessionSchema = v.strictObject({
  id,
  consultation: id,
  name: kept(LIMITS.label),
  date: dateSchema,
  place: kept(LIMITS.title),
  mode: sessionEntries.mode,
  style: sessionEntries.style,
  state: v.picklist(['draft', 'sealed'] as const, 'draft or sealed'),
  groups: groupsSchema,
  twoGroups: v.boolean(),
  code: v.literal(''),
  attendance: attendanceRows(kept(LIMITS.label)),
  others: otherRows(kept(LIMITS.label)),
  withdrawUntil: v.exactOptional(dateSchema),
  keepUntil: v.exactOptional(dateSchema),
  told: v.exactOptional(archivedToldSchema),
  checks: v.exactOptional(v.array(v.picklist(CHECKS))),
  takenOut: v.exactOptional(whole(0, 1_000_000)),
  rehearsal: v.literal(false),
  imported: v.exactOptional(
    v.strictObject({ from: v.picklist(['polis', 'qda'] as const), first: dateSchema }),
  ),
  generation: v.exactOptional(whole(0, 1_000_000)),
  heard: v.exactOptional(archivedHeardSchema),
  checked: v.exactOptional(archivedCheckedSchema),
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
