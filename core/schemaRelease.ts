/** A registered release as an archive brings it; its counts are what later releases are held against. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { CODERS, FORMS, INTERVIEWERS } from './talk/sources.ts';

const id = v.pipe(v.string('an id'), v.regex(/^[a-z0-9-]{1,40}$/, '1 to 40 of a-z, 0-9 and -'));
const idOrNone = v.union([id, v.literal('')]);
const n = v.pipe(
  v.number('a number'),
  v.integer('a whole number'),
  v.minValue(0, 'at least 0'),
  v.maxValue(10_000_000, 'a number of people'),
);
const date = v.pipe(v.string('a date'), v.isoDate('a date, YYYY-MM-DD'));
const round = v.picklist([1, 2] as const, '1 or 2');
const choice = v.strictObject({ groups: v.array(id), sessions: v.array(id) });
const approver = v.exactOptional(v.pipe(v.string(), v.maxLength(2 * LIMITS.title)));

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '64 hex digits'));

const boards = v.array(
  v.strictObject({
    statement: id,
    round,
    figures: v.array(
      v.strictObject({
        set: v.strictObject({
          sessions: v.array(id),
          units: v.nullable(v.array(choice)),
          others: v.nullable(v.array(choice)),
        }),
        there: v.boolean(),
      }),
    ),
    atoms: v.array(
      v.strictObject({
        session: id,
        membership: v.string(),
        cells: v.array(n),
        there: v.nullable(n),
      }),
    ),
  }),
);
/** Where the words of a quote stand in the report. */
const places = v.exactOptional(v.array(n));
/** A printed quote and what was said of its writer. */
const quoteSchema = v.strictObject({
  session: id,
  board: v.pipe(n, v.minValue(1)),
  tag: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  said: v.nullable(
    v.strictObject({
      as: v.picklist(['role', 'group'] as const),
      label: v.string(),
      set: v.strictObject({
        sessions: v.array(id),
        units: v.nullable(v.array(choice)),
        others: v.nullable(v.array(choice)),
      }),
    }),
  ),
  at: places,
});
/** Head-counts of one kind, as they were printed. */
const headsSchema = v.strictObject({
  kind: v.picklist(['total', 'group', 'gender', 'ageBand', 'session', 'other'] as const),
  date,
  of: n,
  cells: v.array(v.strictObject({ session: id, name: v.string(), n })),
  rows: v.array(v.array(v.string())),
});
const attribute = v.exactOptional(v.string());
const attributes = v.strictObject({
  place: attribute,
  group: attribute,
  ageBand: attribute,
  gender: attribute,
  role: attribute,
});
/** Counts of themes and quotes of points that were printed. */
const talkSchema = v.strictObject({
  sessions: v.exactOptional(v.array(id)),
  counted: v.exactOptional(v.array(id)),
  cells: v.array(
    v.strictObject({
      theme: id,
      by: v.string(),
      n,
      date,
      sessions: v.exactOptional(
        v.array(
          v.strictObject({
            session: id,
            n,
            groups: v.exactOptional(v.array(id)),
            statement: v.exactOptional(v.string()),
            themes: v.exactOptional(v.array(id)),
          }),
        ),
      ),
      of: v.exactOptional(v.array(id)),
    }),
  ),
  themes: v.exactOptional(v.array(v.strictObject({ theme: id, name: v.string(), above: v.array(id) }))),
  quotes: v.array(v.strictObject({ session: id, point: id, said: attributes, at: places })),
  passages: v.exactOptional(
    v.array(v.strictObject({ source: id, passage: id, said: attributes, at: places })),
  ),
  left: v.exactOptional(v.array(v.picklist(FORMS))),
  interviews: v.exactOptional(
    v.strictObject({
      interviews: v.array(id),
      themes: v.array(
        v.strictObject({
          theme: id,
          n,
          date,
          raised: v.exactOptional(v.array(id)),
          of: v.exactOptional(v.array(id)),
          few: v.exactOptional(v.boolean()),
        }),
      ),
    }),
  ),
});
/** What was printed of being heard. */
const heardSchema = v.strictObject({
  question: v.union([
    v.picklist(['said', 'told'] as const),
    v.custom<`changed ${string}`>(
      (value) => typeof value === 'string' && /^changed \d{4}-\d{2}-\d{2}$/.test(value),
      'said, told or changed YYYY-MM-DD',
    ),
  ]),
  date,
  sessions: v.array(v.strictObject({ session: id, cells: v.tuple([n, n, n, n]) })),
});
/** A case study that was printed. */
const studySchema = v.strictObject({
  id,
  version: id,
  hash,
  place: v.pipe(n, v.minValue(1)),
  said: attributes,
});
/** What was said of persons. */
const personsSchema = v.strictObject({
  salt: idOrNone,
  list: v.array(
    v.strictObject({
      of: v.picklist(['point', 'passage', 'study'] as const),
      id,
      in: idOrNone,
      said: attributes,
      mark: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{5}$/, '5 hex digits'))),
    }),
  ),
});
/** How many in each session. */
const countsSchema = v.exactOptional(v.array(v.strictObject({ session: idOrNone, n })));
/** What was told of reading back. */
const readBackSchema = v.strictObject({
  date,
  people: n,
  sessions: v.array(id),
  counts: countsSchema,
  corrections: n,
  accepted: n,
});
/** What it was made from. */
const readingsSchema = v.array(
  v.strictObject({
    id,
    session: idOrNone,
    day: date,
    people: n,
    corrected: v.boolean(),
    accepted: v.boolean(),
  }),
);
/** What was told of two coders. */
const alphaFigure = v.nullable(v.pipe(v.number(), v.maxValue(1)));
const codersSchema = v.strictObject({
  date,
  sessions: v.array(id),
  units: n,
  counts: countsSchema,
  alpha: alphaFigure,
  low: alphaFigure,
  high: alphaFigure,
});
/** That two people coded, without how far they agree. */
const twiceSchema = v.strictObject({ sessions: v.array(id), why: v.picklist(['few', 'held'] as const) });
/** By which ways answers came. */
const channelsSchema = v.array(
  v.strictObject({
    session: id,
    ways: v.array(
      v.strictObject({
        channel: v.picklist(['phone', 'tablet', 'paper', 'mixed', 'polis'] as const),
        n,
        date,
      }),
    ),
    of: v.exactOptional(v.array(id)),
  }),
);
/** Of which texts it was told who asked and who coded. */
const howSchema = v.strictObject({
  texts: v.array(
    v.strictObject({
      id: idOrNone,
      session: idOrNone,
      date,
      form: v.picklist(FORMS),
      interviewer: v.nullable(v.picklist(['', ...INTERVIEWERS])),
      coders: v.array(v.picklist(CODERS)),
    }),
  ),
});
const entrySchema = v.strictObject({
  number: n,
  date,
  floor: n,
  breakdowns: v.exactOptional(v.picklist(['shown', 'hidden'] as const)),
  about: v.exactOptional(v.array(id)),
  boards,
  moved: v.exactOptional(boards),
  quotes: v.exactOptional(v.array(quoteSchema)),
  talk: v.exactOptional(talkSchema),
  heard: v.exactOptional(v.array(heardSchema)),
  studies: v.exactOptional(v.array(studySchema)),
  persons: v.exactOptional(personsSchema),
  readBack: v.exactOptional(readBackSchema),
  readings: v.exactOptional(readingsSchema),
  coders: v.exactOptional(codersSchema),
  twice: v.exactOptional(twiceSchema),
  channels: v.exactOptional(channelsSchema),
  how: v.exactOptional(howSchema),
  heads: v.exactOptional(v.array(headsSchema)),
});

const releaseSchema = v.strictObject({
  consultation: id,
  number: v.pipe(n, v.minValue(1, 'at least 1')),
  date,
  formats: v.array(v.picklist(['docx', 'pdf', 'html', 'json'] as const)),
  approvedBy: v.strictObject({ lead: approver, panel: approver }),
  notes: v.array(v.strictObject({ code: v.string(), words: v.string(), statements: v.array(n) })),
  hash,
  /** Where somebody's words were taken out since: of the model as it is now. */
  now: v.exactOptional(hash),
  /** Checked by its hash; a renderer that cannot draw it says so. */
  model: v.looseObject({
    format: v.literal('standpoint-report'),
    version: v.literal(1, '1'),
    title: v.string(),
    sections: v.array(
      v.looseObject({ heading: v.string(), blocks: v.array(v.looseObject({ kind: v.string() })) }),
    ),
  }),
  entry: entrySchema,
});

export const releasesSchema = v.pipe(
  v.array(releaseSchema, 'a list of releases'),
  v.maxLength(LIMITS.releases, `at most ${LIMITS.releases} releases`),
);

const figureKey = v.tuple([v.string(), round, v.array(n), v.array(v.string()), v.array(n)]);
const restKey = v.tuple([v.string(), round, v.object({ is: v.string() }), v.array(n)]);

/**
 * What the key of a unanimity flag was made from, see core/release/flags.ts and rest.ts.
 *
 * @returns `names` null: people who are left by subtraction; null: it is no such key
 */
export function readFlagKey(key: string): { round: 1 | 2; names: string[] | null; counts: number[] } | null {
  let value: unknown;
  try {
    value = JSON.parse(key);
  } catch {
    return null;
  }
  const figure = v.safeParse(figureKey, value);
  if (figure.success) {
    const [, at, , names, counts] = figure.output;
    return { round: at, names, counts };
  }
  const rest = v.safeParse(restKey, value);
  return rest.success ? { round: rest.output[1], names: null, counts: rest.output[3] } : null;
}
