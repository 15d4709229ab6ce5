/** Points and themes as they come in: over HTTP as changes, in archives as a whole. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { faultOf, idSchema, line, needed, object, paragraph, yesNo } from './schemaParts.ts';
import { sourceChanges } from './schemaSources.ts';
import { archivedThemes, moved, optionalId, themeIds, whole } from './schemaTalkParts.ts';
import type { Change } from './talk/change.ts';
import { COLOURS, OUTCOMES, STANCES } from './talk/types.ts';

const postit = v.pipe(
  v.string('a post-it'),
  v.regex(/^\d{1,4}\.[A-Za-z0-9_-]{1,64}$/, 'a board and a comment joined by a dot'),
);
const pointEntries = {
  text: v.pipe(
    paragraph(LIMITS.pointText),
    v.check((t) => t !== '', 'some text'),
  ),
  kind: v.picklist(['paraphrase', 'quote'] as const, 'paraphrase or quote'),
  mayQuote: yesNo,
  group: optionalId,
  gender: line(LIMITS.label),
  ageBand: line(LIMITS.label),
  stance: v.picklist(['', ...STANCES] as const, 'agree, disagree, idea, experience or nothing'),
  outcome: v.picklist(['', ...OUTCOMES] as const, 'worked, absent, change or nothing'),
  themes: themeIds,
  statement: optionalId,
  postit: v.union([v.literal(''), postit], 'a post-it, or nothing'),
  hands: whole(LIMITS.peoplePerSession),
  person: whole(LIMITS.speakers),
};
const themeEntries = {
  name: needed(LIMITS.label),
  description: paragraph(LIMITS.themeDescription),
  colour: v.picklist(COLOURS, 'a colour of the codebook'),
  parent: optionalId,
  order: whole(LIMITS.themeOrder),
  into: optionalId,
};

const codingFields = object({ themes: themeIds });
const unit = v.union([idSchema, postit], 'a point, or a post-it');
const secondFields = v.pipe(
  object({ themes: themeIds, coded: yesNo }),
  v.check(({ themes, coded }) => coded || themes.length === 0, 'nothing of what was not looked at'),
);
const changeSchema = v.variant(
  'of',
  [
    moved(pointEntries, { id: idSchema, of: v.literal('point'), key: idSchema, session: idSchema }),
    moved(themeEntries, { id: idSchema, of: v.literal('theme'), key: idSchema }),
    object({
      id: idSchema,
      of: v.literal('coding'),
      key: postit,
      session: idSchema,
      was: codingFields,
      set: codingFields,
    }),
    object({
      id: idSchema,
      of: v.literal('second'),
      key: unit,
      session: idSchema,
      was: secondFields,
      set: secondFields,
    }),
    ...sourceChanges,
  ],
  'a change of a point, a theme, a coding, a second coding, a source, a passage or a question',
);

const changesSchema = object({
  changes: v.pipe(
    v.array(changeSchema, 'a list of changes'),
    v.minLength(1, 'at least one'),
    v.maxLength(LIMITS.changesAtOnce, `at most ${LIMITS.changesAtOnce}`),
  ),
});

/** @returns what a device hands over, or a refusal that names the place */
export function readChanges(value: unknown): Change[] | Refusal {
  const parsed = v.safeParse(changesSchema, value);
  return parsed.success ? (parsed.output.changes as Change[]) : faultOf(parsed.issues);
}

const { person: _throwaway, ...keptEntries } = pointEntries;

/** One too many is cut, as of themes. */
const archivedHands = v.pipe(
  whole(Number.MAX_SAFE_INTEGER),
  v.transform((n) => Math.min(n, LIMITS.peoplePerSession)),
);

/** What of a sealed session is in an archive: no number of a speaker, no order, and post-its by their responses. */
const archivedSchema = object({
  themes: v.pipe(v.array(object({ id: idSchema, ...themeEntries })), v.maxLength(LIMITS.themes)),
  points: v.array(
    object({
      id: idSchema,
      session: idSchema,
      source: v.picklist(['discussion', 'phone'] as const, 'discussion or phone'),
      ...keptEntries,
      themes: archivedThemes,
      hands: archivedHands,
    }),
  ),
  codings: v.array(object({ session: idSchema, postit, themes: archivedThemes })),
  /** What a second coder put them under; absent: nobody did, or it is of an earlier version. */
  seconds: v.exactOptional(v.array(object({ session: idSchema, unit, themes: archivedThemes }))),
  /** Ids of points and themes that were removed, so that no older copy brings them back. */
  gone: v.array(idSchema),
});

export type ArchivedTalk = v.InferOutput<typeof archivedSchema>;

/** @returns points and themes of an archive, or a refusal that names the place */
export function readTalk(value: unknown): ArchivedTalk | Refusal {
  const parsed = v.safeParse(archivedSchema, value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}
