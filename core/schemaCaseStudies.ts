/** Case studies and what people corrected as they come in: over HTTP as changes, in archives as a whole. */
import * as v from 'valibot';
import type { StudiesChange } from './caseStudies/change.ts';
import { readPassed } from './caseStudies/signs.ts';
import { LIMITS } from './limits.ts';
import { VERDICTS } from './readBack/types.ts';
import type { Refusal } from './refusal.ts';
import { faultOf, idSchema, line, object, paragraph, yesNo } from './schemaParts.ts';
import { dateSchema } from './schemaSession.ts';
import { cleanText, codePoints } from './text.ts';

const optionalId = v.union([v.literal(''), idSchema], 'an id, or nothing');
const optionalDay = v.union([v.literal(''), dateSchema], 'a day, or nothing');
/** As long as the sign's words and the reason together. */
const PASSED = 3 * LIMITS.label;

const lines = <S extends v.GenericSchema<string, string>>(entry: S) =>
  v.pipe(
    v.array(entry, 'a list'),
    v.maxLength(LIMITS.caseStudySigns, `at most ${LIMITS.caseStudySigns}`),
    v.check((all) => new Set(all).size === all.length, 'each once'),
  );
const passed = v.pipe(
  v.string('a sign and why it may stand'),
  v.check((t) => codePoints(t) <= PASSED && cleanText(t) === t, 'a sign and why it may stand'),
  v.check((t) => readPassed(t) !== null, 'a sign and why it may stand, on a line each'),
);

const caseStudyEntries = {
  title: line(LIMITS.title),
  text: paragraph(LIMITS.caseStudyText),
  group: optionalId,
  gender: line(LIMITS.label),
  ageBand: line(LIMITS.label),
  version: optionalId,
  names: lines(line(LIMITS.label)),
  passed: lines(passed),
  writer: line(LIMITS.label),
  yesTo: optionalId,
  yesDay: optionalDay,
  yesHow: v.picklist(['', 'heard', 'read'] as const, 'heard, read or nothing'),
  yesGroup: line(LIMITS.label),
  readTo: optionalId,
  reader: line(LIMITS.label),
  readDay: optionalDay,
  readGroup: line(LIMITS.label),
  knownTo: lines(idSchema),
};
/** Only where it is known: a Standpoint that does not know of them opens all others. */
const onlyWhereKnown = {
  yesGroup: v.exactOptional(caseStudyEntries.yesGroup),
  readGroup: v.exactOptional(caseStudyEntries.readGroup),
  knownTo: v.exactOptional(caseStudyEntries.knownTo),
};
/** What may be mended of a correction; what it corrected stays as it was said. */
const mended = {
  text: paragraph(LIMITS.pointText),
  day: dateSchema,
  session: optionalId,
  people: v.pipe(
    v.number('a number'),
    v.integer('a whole number'),
    v.minValue(1, 'at least 1'),
    v.maxValue(LIMITS.peoplePerSession, `at most ${LIMITS.peoplePerSession}`),
  ),
  accepted: yesNo,
};
const correctionEntries = {
  about: v.picklist(['theme', 'point', 'caseStudy'] as const, 'theme, point or caseStudy'),
  of: idSchema,
  ofSession: optionalId,
  was: paragraph(LIMITS.caseStudyText),
  verdict: v.picklist(VERDICTS, 'said, notQuite or missing'),
  ...mended,
};
/** Either all fields at once, or the same fields before and after, or nothing any more. */
const moved = <const E extends v.ObjectEntries, const C extends v.ObjectEntries>(
  all: E,
  some: v.ObjectEntries,
  own: C,
) => {
  const names = Object.keys(all).toSorted().join();
  return v.pipe(
    object({
      id: idSchema,
      key: idSchema,
      was: v.nullable(v.partial(object(all))),
      set: v.nullable(v.partial(object(all))),
      ...own,
    }),
    v.check((change) => {
      const { was, set } = change as { was: object | null; set: object | null };
      if (was === null || set === null) return was !== set && (set === null || fieldsOf(set) === names);
      return fieldsOf(was) === fieldsOf(set) && Object.keys(set).every((name) => name in some);
    }, 'all fields of something new, or the same fields before and after, of those that may be changed'),
  );
};
const fieldsOf = (fields: object): string => Object.keys(fields).toSorted().join();

const changeSchema = v.variant(
  'of',
  [
    moved(caseStudyEntries, caseStudyEntries, {
      of: v.literal('caseStudy'),
      on: v.exactOptional(idSchema),
      back: v.exactOptional(idSchema),
      undoes: v.exactOptional(idSchema),
    }),
    v.pipe(
      moved(correctionEntries, mended, { of: v.literal('correction') }),
      v.check(({ was, set }) => {
        const { verdict = '', text = '' } = (set ?? {}) as { verdict?: string; text?: string };
        return was !== null || verdict === 'said' || text !== '';
      }, 'what people would say instead, or what is missing'),
    ),
  ],
  'a change of a case study or a correction',
);
const changesSchema = object({
  changes: v.pipe(
    v.array(changeSchema, 'a list of changes'),
    v.minLength(1, 'at least one'),
    v.maxLength(LIMITS.changesAtOnce, `at most ${LIMITS.changesAtOnce}`),
  ),
});

/** @returns what a window hands over, or a refusal that names the place */
export function readStudiesChanges(value: unknown): StudiesChange[] | Refusal {
  const parsed = v.safeParse(changesSchema, value);
  return parsed.success ? (parsed.output.changes as StudiesChange[]) : faultOf(parsed.issues);
}

const archivedSchema = object({
  caseStudies: v.pipe(
    v.array(object({ id: idSchema, ...caseStudyEntries, ...onlyWhereKnown })),
    v.maxLength(LIMITS.caseStudies),
  ),
  corrections: v.pipe(
    v.array(object({ id: idSchema, ...correctionEntries })),
    v.maxLength(LIMITS.corrections),
  ),
  /** Ids of those that were removed, so that no older copy brings them back. */
  gone: v.array(idSchema),
});

export type ArchivedStudies = v.InferOutput<typeof archivedSchema>;

/** @returns case studies and corrections of an archive, or a refusal that names the place */
export function readStudies(value: unknown): ArchivedStudies | Refusal {
  const parsed = v.safeParse(archivedSchema, value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}
