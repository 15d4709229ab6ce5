/**
 * The consultation file: what is checked when one is opened and when the console saves. The JSON
 * Schema in docs/consultation.schema.json says the same; a test holds the two equal.
 */
import * as v from 'valibot';
import { isDay } from './day.ts';
import { LIMITS } from './limits.ts';
import { INVOLVEMENT, type Consultation } from './consultation.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusal.ts';
import { questionsInFile } from './schemaSources.ts';
import type { Question } from './talk/sources.ts';
import {
  faultOf,
  idSchema,
  langSchema,
  line,
  needed,
  object,
  paragraph,
  pictureEntries,
  yesNo,
} from './schemaParts.ts';

const FILE_FORMAT = 'standpoint-consultation';
export const FILE_VERSION = 1;

export const scaleSchema = v.pipe(
  object({
    kind: v.picklist(
      ['agreement-5', 'agreement-4', 'agreement-3', 'own'],
      'agreement-5, agreement-4, agreement-3 or own',
    ),
    labels: v.optional(
      v.pipe(
        v.array(needed(LIMITS.label), 'a list of labels'),
        v.minLength(LIMITS.scalePoints.least, `at least ${LIMITS.scalePoints.least} labels`),
        v.maxLength(LIMITS.scalePoints.most, `at most ${LIMITS.scalePoints.most} labels`),
      ),
    ),
    declines: v.pipe(
      v.array(v.picklist(['n', 'x'], 'n or x'), 'a list of ways to decline'),
      v.check((d) => new Set(d).size === d.length, 'each way to decline once'),
    ),
  }),
  v.check(
    (s) => (s.kind === 'own') === (s.labels !== undefined),
    'labels for a scale of kind own, and only there',
  ),
  v.transform((s) => ({
    kind: s.kind,
    declines: s.declines,
    ...(s.labels === undefined ? {} : { labels: s.labels }),
  })),
);

const wordingSchema = object({
  group: v.nullable(idSchema),
  lang: langSchema,
  text: line(LIMITS.statementText),
});
export const wordingsSchema = v.pipe(
  v.array(wordingSchema, 'a list of wordings'),
  v.minLength(1, 'at least one wording'),
  v.maxLength(LIMITS.wordings, `at most ${LIMITS.wordings} wordings`),
  v.check(
    (list) => new Set(list.map((w) => `${w.group ?? ''} ${w.lang}`)).size === list.length,
    'one wording for a group and language',
  ),
);
const versionNumber = v.pipe(
  v.number('a number'),
  v.integer('a whole number'),
  v.minValue(1, '1 or more'),
  v.maxValue(LIMITS.versions, `at most ${LIMITS.versions}`),
);

const pictureSchema = object({ ...pictureEntries(LIMITS.pictureBytes), alt: line(LIMITS.title) });

const proposals = v.pipe(
  v.array(object({ point: idSchema, text: line(LIMITS.statementText) }), 'a list of wordings'),
  v.maxLength(LIMITS.proposals, `at most ${LIMITS.proposals} wordings`),
);

const statementSchema = object({
  id: idSchema,
  notes: paragraph(LIMITS.notes),
  picture: v.nullable(pictureSchema),
  scale: v.nullable(scaleSchema),
  version: versionNumber,
  wordings: wordingsSchema,
  earlier: v.pipe(
    v.array(object({ version: versionNumber, wordings: wordingsSchema }), 'a list of earlier versions'),
    v.maxLength(LIMITS.earlierVersions, `at most ${LIMITS.earlierVersions} earlier versions`),
  ),
  from: v.exactOptional(
    object({
      who: v.literal('participants', 'participants'),
      wordings: proposals,
      acceptedBy: line(LIMITS.title),
    }),
  ),
});

const unique = (list: { id: string }[]): boolean => new Set(list.map((x) => x.id)).size === list.length;

const consultationSchema = object({
  id: idSchema,
  title: line(LIMITS.title),
  aim: paragraph(),
  askedBy: line(LIMITS.title),
  ledBy: line(LIMITS.title),
  answeredBy: line(LIMITS.title),
  answerDue: line(LIMITS.label),
  decided: paragraph(),
  open: paragraph(),
  words: object({
    dangerTo: line(LIMITS.title),
    helpFrom: paragraph(),
    complainTo: paragraph(),
    withdrawUntil: line(LIMITS.label),
    consent: paragraph(),
    rights: paragraph(),
    talkTo: v.exactOptional(line(LIMITS.title)),
  }),
  languages: v.pipe(
    v.array(langSchema, 'a list of language tags'),
    v.minLength(1, 'at least one language'),
    v.maxLength(LIMITS.languages, `at most ${LIMITS.languages} languages`),
    v.check((list) => new Set(list).size === list.length, 'each language once'),
  ),
  scale: scaleSchema,
  groups: v.pipe(
    v.array(
      object({ id: idSchema, label: line(LIMITS.label), roomLabel: line(LIMITS.label) }),
      'a list of groups',
    ),
    v.maxLength(LIMITS.groups, `at most ${LIMITS.groups} groups`),
    v.check((list) => unique(list), 'a different id for each group'),
  ),
  statements: v.pipe(
    v.array(statementSchema, 'a list of statements'),
    v.maxLength(LIMITS.statements, `at most ${LIMITS.statements} statements`),
    v.check((list) => unique(list), 'a different id for each statement'),
  ),
  notTaken: v.exactOptional(
    v.pipe(
      v.array(object({ point: idSchema, why: line(LIMITS.title) }), 'a list of proposals'),
      v.maxLength(LIMITS.notTaken, `at most ${LIMITS.notTaken} proposals`),
    ),
  ),
  rounds: v.picklist([1, 2] as const, '1 or 2'),
  roundOrder: v.picklist(['each', 'all'] as const, 'each or all'),
  floor: v.picklist([5, 8, 10] as const, '5, 8 or 10'),
  // Files from before these were asked for have neither.
  breakdowns: v.optional(v.picklist(['shown', 'hidden'] as const, 'shown or hidden'), 'shown'),
  approvals: v.optional(
    v.pipe(
      v.array(v.picklist(['lead', 'panel'] as const, 'lead or panel'), 'a list of who approves'),
      v.check((list) => new Set(list).size === list.length, 'each once'),
    ),
    [],
  ),
  // Nor has one from before people could take their answers out with a code.
  withdrawDays: v.optional(
    v.pipe(
      v.number('a number of days'),
      v.integer('a whole number of days'),
      v.minValue(0, '0 or more days'),
      v.maxValue(LIMITS.withdrawDays.most, `at most ${LIMITS.withdrawDays.most} days`),
    ),
    LIMITS.withdrawDays.usual,
  ),
  keepUntil: v.optional(
    v.pipe(
      v.string('a date or nothing'),
      v.check((t) => t === '' || isDay(t), 'a date such as 2027-03-31, or nothing'),
    ),
    '',
  ),
  under18: v.optional(yesNo, false),
  involvement: v.exactOptional(v.picklist(INVOLVEMENT, 'inform, consult, involve, collaborate or empower')),
  voice: v.exactOptional(
    object({ space: paragraph(), voice: paragraph(), audience: paragraph(), influence: paragraph() }),
  ),
  waves: v.exactOptional(
    v.pipe(
      v.array(
        object({
          id: idSchema,
          title: line(LIMITS.title),
          year: v.pipe(
            v.string('a year or nothing'),
            v.regex(/^(\d{4})?$/, 'a year such as 2025, or nothing'),
          ),
        }),
        'a list of earlier consultations',
      ),
      v.minLength(1, 'at least one earlier consultation'),
      v.maxLength(LIMITS.waves, `at most ${LIMITS.waves} earlier consultations`),
      v.check((list) => unique(list), 'each earlier consultation once'),
    ),
  ),
  sample: yesNo,
});

/**
 * Checks a whole document, references between its parts too.
 *
 * @returns the document with its texts cleaned, or a refusal that names the place and what was expected
 */
export function readConsultation(value: unknown): Consultation | Refusal {
  const parsed = v.safeParse(consultationSchema, value);
  if (!parsed.success) return faultOf(parsed.issues);
  const doc: Consultation = parsed.output;
  const itself = doc.waves?.findIndex(({ id }) => id === doc.id) ?? -1;
  if (itself >= 0) return refuse('bad-file', `waves.${itself}.id`, 'another consultation than this one');
  const groups = new Set(doc.groups.map((g) => g.id));
  for (const [i, statement] of doc.statements.entries()) {
    const fault = faultInStatement(statement, groups, doc.languages);
    if (fault !== null) return refuse('bad-file', `statements.${i}.${fault.where}`, fault.expected);
  }
  return doc;
}

function faultInStatement(
  statement: Consultation['statements'][number],
  groups: ReadonlySet<string>,
  languages: readonly string[],
): { where: string; expected: string } | null {
  for (const [j, w] of statement.wordings.entries()) {
    if (w.group !== null && !groups.has(w.group))
      return { where: `wordings.${j}.group`, expected: 'the id of one of the groups, or null' };
    if (!languages.includes(w.lang))
      return { where: `wordings.${j}.lang`, expected: 'one of the consultation’s languages' };
  }
  const numbers = statement.earlier.map((e) => e.version);
  if (numbers.some((n, i) => n >= (numbers[i + 1] ?? statement.version)))
    return { where: 'earlier', expected: 'versions that rise to the current one' };
  return null;
}

const fileSchema = object({
  format: v.literal(FILE_FORMAT),
  version: v.literal(FILE_VERSION, String(FILE_VERSION)),
  consultation: v.unknown(),
  questions: v.exactOptional(questionsInFile),
});

/** The questions of interviews in a consultation file that was read; none where it has none. */
export function questionsOf(json: unknown): Question[] {
  const whole = v.safeParse(fileSchema, json);
  return whole.success ? (whole.output.questions ?? []) : [];
}

/** Reads a consultation file. A newer format is told apart from a broken file. */
export function readConsultationFile(json: unknown): Consultation | Refusal {
  const head = v.safeParse(v.object({ format: v.literal(FILE_FORMAT), version: v.number() }), json);
  if (!head.success)
    return refuse('bad-file', 'format', `"${FILE_FORMAT}", with a version beside it, as Standpoint saves it`);
  if (head.output.version > FILE_VERSION) return refuse('file-newer', 'version', `at most ${FILE_VERSION}`);
  const whole = v.safeParse(fileSchema, json);
  if (!whole.success) return faultOf(whole.issues);
  const doc = readConsultation(whole.output.consultation);
  if (!('refusal' in doc)) return doc;
  const inside = doc.where ?? '';
  return { ...doc, where: inside === '' ? 'consultation' : `consultation.${inside}` };
}

/** The value that is written to a consultation file. */
export function consultationFile(consultation: Consultation, questions: readonly Question[] = []): object {
  const file = { format: FILE_FORMAT, version: FILE_VERSION, consultation };
  return questions.length === 0 ? file : { ...file, questions };
}
