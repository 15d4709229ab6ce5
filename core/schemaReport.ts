/** What comes in about a report: its document, what was decided about a comment, an order for files. */
import * as v from 'valibot';
import type { ReportOrder } from './api.ts';
import { FLOORS, LIMITS } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { CHECKLIST_ITEMS, type ReportDocument, type Review } from './report/document.ts';
import {
  edited,
  faultOf,
  idSchema,
  line,
  needed,
  object,
  paragraph,
  pictureEntries,
  yesNo,
} from './schemaParts.ts';

const ids = v.array(idSchema, 'a list of ids');
const each = (list: readonly { id: string }[]): boolean =>
  new Set(list.map((x) => x.id)).size === list.length;

const unitSchema = object({
  id: idSchema,
  name: line(LIMITS.label),
  groups: v.pipe(ids, v.maxLength(LIMITS.groups, `at most ${LIMITS.groups} groups`)),
  sessions: v.pipe(
    ids,
    v.maxLength(LIMITS.sessionsPerConsultation, `at most ${LIMITS.sessionsPerConsultation} sessions`),
  ),
});

const editedSchema = object({
  text: edited(LIMITS.reportText),
  // The program's own words, kept to the letter: cleaned, they would seem to have changed.
  from: v.pipe(
    v.string('a text'),
    v.maxLength(2 * LIMITS.reportText, `at most ${LIMITS.reportText} characters`),
  ),
});

const chapterSchema = object({
  id: idSchema,
  title: line(LIMITS.title),
  text: paragraph(LIMITS.reportText),
  pictures: v.pipe(
    v.array(
      object({
        id: idSchema,
        ...pictureEntries(LIMITS.chapterPictureBytes),
        alt: line(LIMITS.title),
        credit: line(LIMITS.title),
        consent: yesNo,
      }),
      'a list of pictures',
    ),
    v.maxLength(LIMITS.chapterPictures, `at most ${LIMITS.chapterPictures} pictures`),
    v.check((list) => each(list), 'a different id for each picture'),
  ),
  place: v.picklist(['before', 'after', 'end'] as const, 'before, after or end'),
});

const text = v.exactOptional(editedSchema);
const words = v.pipe(
  v.array(needed(LIMITS.title), 'a list of words'),
  v.maxLength(LIMITS.personalNames, `at most ${LIMITS.personalNames} of them`),
);

const reportSchema = object({
  title: line(LIMITS.title),
  subtitle: line(LIMITS.title),
  language: v.literal('en', 'en'),
  sessions: unitSchema.entries.sessions,
  parts: v.picklist(['groups', 'units', 'sessions', 'none'] as const, 'groups, units, sessions or none'),
  units: v.pipe(
    v.array(unitSchema, 'a list of units'),
    v.maxLength(LIMITS.units, `at most ${LIMITS.units} units`),
    v.check((list) => each(list), 'a different id for each unit'),
  ),
  floor: v.picklist(FLOORS.choices, '5, 8 or 10'),
  quoteFloor: v.pipe(
    v.number('a number'),
    v.integer('a whole number'),
    v.minValue(LIMITS.quoteFloor.least, `at least ${LIMITS.quoteFloor.least}`),
    v.maxValue(LIMITS.quoteFloor.most, `at most ${LIMITS.quoteFloor.most}`),
  ),
  neutral: v.picklist(['split', 'apart', 'plain'] as const, 'split, apart or plain'),
  order: v.picklist(['board', 'net'] as const, 'board or net'),
  show: object({ agreement: yesNo, consensus: yesNo, intervals: yesNo, tests: yesNo }),
  showDates: yesNo,
  showPlaces: yesNo,
  notHeard: paragraph(),
  texts: object({
    summary: text,
    changeable: text,
    methods: text,
    shared: text,
    differ: text,
    limits: text,
    reading: text,
  }),
  statements: v.record(
    idSchema,
    object({ sentence: text, text: v.exactOptional(paragraph(LIMITS.reportText)) }),
    'texts by statement',
  ),
  chapters: v.pipe(
    v.array(chapterSchema, 'a list of chapters'),
    v.maxLength(LIMITS.chapters, `at most ${LIMITS.chapters} chapters`),
    v.check((list) => each(list), 'a different id for each chapter'),
  ),
  lists: object({ names: words, places: words }),
  saturation: v.exactOptional(paragraph()),
  checklists: v.exactOptional(object({ coreq: yesNo, gripp2: yesNo })),
  follow: v.exactOptional(
    object({ waves: v.exactOptional(yesNo), recommendations: yesNo, followUp: yesNo, heard: yesNo }),
  ),
  answers: v.exactOptional(
    v.record(
      v.picklist(CHECKLIST_ITEMS, 'an item of a checklist'),
      object({ text: v.exactOptional(paragraph()), applies: v.exactOptional(v.literal(false, 'false')) }),
      'answers by item',
    ),
  ),
  caseStudies: v.exactOptional(
    v.pipe(
      ids,
      v.maxLength(LIMITS.caseStudies, `at most ${LIMITS.caseStudies} case studies`),
      v.check((list) => new Set(list).size === list.length, 'each case study once'),
    ),
  ),
  points: v.exactOptional(
    v.pipe(
      v.array(
        object({
          // Empty: a passage of an interview or document.
          session: v.union([v.literal(''), idSchema], 'an id, or nothing'),
          point: idSchema,
          chosen: yesNo,
          checked: yesNo,
          published: v.nullable(paragraph(LIMITS.publishedText)),
        }),
        'a list of quotes',
      ),
      v.maxLength(LIMITS.quotedPoints, `at most ${LIMITS.quotedPoints} quotes`),
      v.check(
        (list) => new Set(list.map(({ session, point }) => `${session} ${point}`)).size === list.length,
        'each quote once',
      ),
    ),
  ),
});

const reviewSchema = object({
  session: idSchema,
  board: v.pipe(
    v.number('a number'),
    v.integer('a whole number'),
    v.minValue(1, '1 or more'),
    v.maxValue(2 * LIMITS.statements, `at most ${2 * LIMITS.statements}`),
  ),
  tag: v.pipe(v.string('a tag'), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'a tag')),
  chosen: yesNo,
  checked: yesNo,
  published: v.optional(v.nullable(paragraph(LIMITS.publishedText)), null),
  replacements: v.pipe(
    v.array(
      object({
        from: paragraph(LIMITS.publishedText),
        to: paragraph(LIMITS.publishedText),
        kind: line(LIMITS.label),
      }),
      'a list of replacements',
    ),
    v.maxLength(LIMITS.replacements, `at most ${LIMITS.replacements} replacements`),
  ),
});

const formats = v.pipe(
  v.array(
    v.picklist(['docx', 'pdf', 'html', 'json'] as const, 'docx, pdf, html or json'),
    'a list of formats',
  ),
  v.minLength(1, 'at least one format'),
  v.check((list) => new Set(list).size === list.length, 'each format once'),
);

/** Somebody has approved only when it can be read who. */
const approver = v.pipe(
  line(LIMITS.title),
  v.check((name) => /[\p{L}\p{N}]/u.test(name), 'a name or a role'),
);

const orderSchema = object({
  audience: v.picklist(['release', 'team'] as const, 'release or team'),
  formats,
  // Codes name a figure with its counts and come back as they were given.
  confirmed: v.pipe(v.array(v.string('a code'), 'a list of codes'), v.maxLength(5000, 'at most 5000 codes')),
  approvedBy: object({
    lead: v.exactOptional(approver),
    panel: v.exactOptional(approver),
  }),
  hash: v.exactOptional(v.pipe(v.string('a hash'), v.regex(/^[0-9a-f]{64}$/, '64 hex digits'))),
});

/** A report's document with its texts cleaned, or a refusal that names the place. */
export function readReport(value: unknown): ReportDocument | Refusal {
  const parsed = v.safeParse(reportSchema, value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}

/** What was decided about one comment, the published text cleaned as comments are. */
export function readReview(value: unknown): Review | Refusal {
  const parsed = v.safeParse(reviewSchema, value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}

/** A review with what was seen when it was made, so that a window that is behind cannot undo another's. */
export function readDecision(value: unknown): { review: Review; was: Review | null } | Refusal {
  const parsed = v.safeParse(object({ review: reviewSchema, was: v.nullable(reviewSchema) }), value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}

/** What is asked for of a new report; refused with the field that is at fault. */
export function readOrder(value: unknown): ReportOrder | Refusal {
  const parsed = v.safeParse(orderSchema, value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}

/** What is asked for of a registered release, and whether it is to go out with quotes that were taken back. */
export function readReprint(
  value: unknown,
): { formats: ReportOrder['formats']; confirmed: boolean } | Refusal {
  const parsed = v.safeParse(object({ formats, confirmed: v.optional(yesNo, false) }), value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}
