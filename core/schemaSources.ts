/** Interviews, documents, passages and questions as they come in: as changes, and in archives. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { faultOf, idSchema, langSchema, line, needed, object, paragraph, yesNo } from './schemaParts.ts';
import { dateSchema } from './schemaSession.ts';
import { archivedThemes, moved, optionalId, themeIds, whole } from './schemaTalkParts.ts';
import { CODERS, FORMS, INTERVIEWERS, PROPOSERS } from './talk/sources.ts';
import { OUTCOMES, STANCES } from './talk/types.ts';

const sourceEntries = {
  form: v.picklist(FORMS, 'interview or document'),
  title: needed(LIMITS.label),
  text: v.pipe(
    paragraph(LIMITS.sourceText),
    v.check((t) => t !== '', 'some text'),
  ),
  day: v.union([v.literal(''), dateSchema], 'a date, YYYY-MM-DD, or nothing'),
  session: optionalId,
  group: optionalId,
  gender: line(LIMITS.label),
  ageBand: line(LIMITS.label),
  interviewer: v.picklist(['', ...INTERVIEWERS] as const, 'peer, staff or nothing'),
  mayUse: yesNo,
  mayQuote: yesNo,
  language: langSchema,
};
const passageEntries = {
  from: whole(LIMITS.sourceText),
  to: whole(LIMITS.sourceText),
  themes: themeIds,
  coder: v.picklist(CODERS, 'first or second'),
  note: paragraph(LIMITS.passageNote),
  stance: v.picklist(['', ...STANCES] as const, 'agree, disagree, idea, experience or nothing'),
  outcome: v.picklist(['', ...OUTCOMES] as const, 'worked, absent, change or nothing'),
};
const questionEntries = {
  text: needed(LIMITS.questionText),
  proposedBy: v.picklist(PROPOSERS, 'team, participants or both'),
  agreedBy: line(LIMITS.label),
  order: whole(LIMITS.themeOrder),
};

const questionList = v.pipe(
  v.array(object({ id: idSchema, ...questionEntries }), 'a list of questions'),
  v.maxLength(LIMITS.questions, `at most ${LIMITS.questions} questions`),
);
/** In a consultation file, where nobody else has a hand in them. */
export const questionsInFile = v.pipe(
  questionList,
  v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'ids that are unique'),
);

/** The words of a passage, as the text has them: not cleaned, since they may begin with a space. */
const words = v.pipe(
  v.string('a text'),
  v.maxLength(2 * LIMITS.sourceText, `at most ${LIMITS.sourceText} characters`),
);

const upright = 'a passage that begins before it ends';
const passageChange = v.pipe(
  moved(passageEntries, {
    id: idSchema,
    of: v.literal('passage'),
    key: idSchema,
    source: idSchema,
    words,
  }),
  v.check(({ set }) => {
    const { from, to } = (set ?? {}) as { from?: number; to?: number };
    return (from === undefined) === (to === undefined) && (from ?? 0) <= (to ?? 0);
  }, upright),
);

export const sourceChanges = [
  moved(sourceEntries, { id: idSchema, of: v.literal('source'), key: idSchema }),
  passageChange,
  moved(questionEntries, { id: idSchema, of: v.literal('question'), key: idSchema }),
] as const;

const archivedSchema = object({
  sources: v.pipe(v.array(object({ id: idSchema, ...sourceEntries })), v.maxLength(LIMITS.sources)),
  passages: v.array(
    v.pipe(
      object({ id: idSchema, source: idSchema, ...passageEntries, themes: archivedThemes }),
      v.check(({ from, to }) => from <= to, upright),
    ),
  ),
  questions: questionList,
});

export type ArchivedSources = v.InferOutput<typeof archivedSchema>;

/** @returns interviews, documents, passages and questions of an archive, or a refusal that names the place */
export function readSources(value: unknown): ArchivedSources | Refusal {
  const parsed = v.safeParse(archivedSchema, value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}
