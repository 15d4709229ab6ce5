/** What the console sends when it wants a figure as a picture. */
import * as v from 'valibot';
import { NEUTRALS } from './chart/bars.ts';
import { scaleSchema } from './consultationFile.ts';
import { LIMITS } from './limits.ts';
import { points } from './scale.ts';
import { langSchema, made } from './schemaParts.ts';

/** Rows, lines and widths of one picture; more would not be read. */
const PICTURE = { rows: 60, lines: 6, narrow: 320, wide: 1600 } as const;
/** More people than any set of sessions has. */
const MOST_PEOPLE = 10_000_000;

const needed = (most: number) =>
  v.pipe(
    made(most),
    v.check((text) => text !== '', 'some text'),
  );
const yesNo = v.boolean('true or false');
const people = v.pipe(
  v.number('a number of people'),
  v.integer('a whole number of people'),
  v.minValue(0, 'a number of people, nought or more'),
  v.maxValue(MOST_PEOPLE, `at most ${MOST_PEOPLE} people`),
);
/** The other numbers of a figure may come along; a bar needs only these. */
const figure = v.pipe(
  v.object({ counts: v.array(people, 'a list of counts'), n: people }, 'a figure'),
  v.check(({ counts, n }) => counts.reduce((a, b) => a + b, 0) === n, 'counts that make n together'),
);
/** Names of groups put together make one label. */
const row = v.strictObject({ label: needed(LIMITS.notes), figure }, 'a label and a figure');
const end = v.picklist([25, 50, 75, 100], '25, 50, 75 or 100');

/** A tag may have the right form and still be none: "en-12". */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const picture = v.pipe(
  v.strictObject(
    {
      title: needed(LIMITS.statementText),
      subtitle: v.pipe(
        v.array(needed(LIMITS.statementText), 'a list of lines'),
        v.minLength(1, 'at least one line: who was asked, how many, when'),
        v.maxLength(PICTURE.lines, `at most ${PICTURE.lines} lines`),
      ),
      rows: v.pipe(
        v.array(row, 'a list of rows'),
        v.minLength(1, 'at least one row'),
        v.maxLength(PICTURE.rows, `at most ${PICTURE.rows} rows`),
      ),
      scale: scaleSchema,
      reach: v.exactOptional(v.strictObject({ sides: end, middle: end }, 'the ends of both axes')),
      neutral: v.picklist(NEUTRALS, NEUTRALS.join(', ')),
      hatched: yesNo,
      width: v.pipe(
        v.number('a number of pixels'),
        v.integer('a whole number of pixels'),
        v.minValue(PICTURE.narrow, `at least ${PICTURE.narrow}`),
        v.maxValue(PICTURE.wide, `at most ${PICTURE.wide}`),
      ),
      footer: made(LIMITS.statementText),
      captioned: yesNo,
      lang: v.pipe(langSchema, v.check(isLanguage, 'a language tag such as en or pa-Guru')),
    },
    'a picture with all its fields and no others',
  ),
  v.forward(
    v.partialCheck(
      [['rows'], ['scale']],
      ({ rows, scale }) => rows.every((r) => r.figure.counts.length === points(scale)),
      'as many counts in every row as the scale has answers',
    ),
    ['rows'],
  ),
);

/** The body of POST /api/picture. */
export const pictureSchema = v.strictObject(
  { format: v.picklist(['png', 'svg'], 'png or svg'), picture },
  'a format and a picture',
);
