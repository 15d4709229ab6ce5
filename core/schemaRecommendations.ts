/** Recommendations as they come in: over HTTP as changes, in archives as a whole. */
import * as v from 'valibot';
import { isDay } from './day.ts';
import { LIMITS } from './limits.ts';
import type { RecommendationChange } from './recommendations/change.ts';
import type { WordCounts } from './recommendations/participantsWord.ts';
import type { PromisesOut, WordsOut } from './recommendations/told.ts';
import type { FromHeld, FromOut } from './recommendations/toldFrom.ts';
import { pageAddress } from './recommendations/pageAddress.ts';
import { ANSWERS, KINDS, readEvidence } from './recommendations/types.ts';
import type { Refusal } from './refusal.ts';
import { wordsToldEntries } from './schemaSession.ts';
import { faultOf, idSchema, line, object, paragraph, yesNo } from './schemaParts.ts';
import type { ToldOn } from './wordsTold.ts';

const day = v.pipe(
  v.string('a day'),
  v.check((text) => text === '' || isDay(text), 'a day such as 2027-03-31, or nothing'),
);
const whole = (most: number) =>
  v.pipe(
    v.number('a number'),
    v.integer('a whole number'),
    v.minValue(0, 'at least 0'),
    v.maxValue(most, `at most ${most}`),
  );
const once = (list: string[]): boolean => new Set(list).size === list.length;
const evidence = v.pipe(
  v.array(
    v.pipe(
      v.string('a piece of evidence'),
      v.check((key) => readEvidence(key) !== null, 'a theme, a statement, a point, a post-it or a passage'),
    ),
    'a list of evidence',
  ),
  v.check(once, 'each piece once'),
  v.maxLength(LIMITS.evidence, `at most ${LIMITS.evidence}`),
);
const promise = v.pipe(
  v.string('a promise'),
  v.check((text) => {
    const [said = '', by = '', ...more] = text.split('>');
    return isDay(said) && isDay(by) && more.length === 0;
  }, 'the day it was made on and the day it is for, joined by >'),
);
const promises = v.pipe(
  v.array(promise, 'a list of promises'),
  v.check(once, 'each promise once'),
  v.maxLength(LIMITS.promises, `at most ${LIMITS.promises}`),
);
const heads = whole(LIMITS.attendanceCount);

const entries = {
  text: v.pipe(
    paragraph(LIMITS.recommendationText),
    v.check((text) => text !== '', 'some text'),
  ),
  points: paragraph(LIMITS.recommendationText),
  kind: v.picklist(KINDS, 'change or keep'),
  order: whole(LIMITS.themeOrder),
  evidence,
  told: yesNo,
  to: line(LIMITS.title),
  owner: line(LIMITS.title),
  askedOn: day,
  answer: v.picklist(['', ...ANSWERS] as const, 'accepted, part, no or nothing'),
  answerWords: paragraph(LIMITS.recommendationText),
  why: paragraph(LIMITS.recommendationText),
  answeredOn: day,
  done: paragraph(LIMITS.recommendationText),
  doneOn: day,
  promises,
  toldOn: day,
  toldHow: line(LIMITS.title),
  wordYes: heads,
  wordPartly: heads,
  wordNo: heads,
  wordUnknown: heads,
  wordOn: day,
};

const NAMES = Object.keys(entries).toSorted().join();
const some = v.nullable(v.partial(object(entries)));
const changeSchema = v.pipe(
  object({
    id: idSchema,
    key: idSchema,
    was: some,
    set: some,
    mend: v.exactOptional(object({ promise, by: day })),
  }),
  v.check(({ was, set }) => {
    if (set === null) return was !== null;
    const names = Object.keys(set).toSorted().join();
    return names === (was === null ? NAMES : Object.keys(was).toSorted().join());
  }, 'all fields of something new, or the same fields before and after'),
);
const changesSchema = object({
  changes: v.pipe(
    v.array(changeSchema, 'a list of changes'),
    v.minLength(1, 'at least one'),
    v.maxLength(LIMITS.changesAtOnce, `at most ${LIMITS.changesAtOnce}`),
  ),
});

/** @returns what a device hands over, or a refusal that names the place */
export function readRecommendationChanges(value: unknown): RecommendationChange[] | Refusal {
  const parsed = v.safeParse(changesSchema, value);
  return parsed.success ? (parsed.output.changes as RecommendationChange[]) : faultOf(parsed.issues);
}

const setDay = v.pipe(v.string('a day'), v.check(isDay, 'a day such as 2027-03-31'));
const counts = object({
  on: setDay,
  yes: heads,
  partly: heads,
  no: heads,
  unknown: heads,
} satisfies Record<keyof WordCounts, unknown>);

const from = object({
  raised: v.nullable(object({ n: heads, of: heads, smaller: v.boolean() })),
  lone: v.boolean(),
  voices: whole(Number.MAX_SAFE_INTEGER),
  links: evidence,
  held: v.exactOptional(
    object({
      nth: whole(Number.MAX_SAFE_INTEGER),
      releases: v.exactOptional(whole(Number.MAX_SAFE_INTEGER)),
      floor: whole(LIMITS.attendanceCount),
      direct: v.boolean(),
      sessions: v.array(
        object({
          session: idSchema,
          points: whole(Number.MAX_SAFE_INTEGER),
          hands: whole(Number.MAX_SAFE_INTEGER),
          large: v.boolean(),
        } satisfies Record<keyof FromHeld['sessions'][number], unknown>),
      ),
      themes: v.exactOptional(
        v.array(
          object({
            theme: idSchema,
            sessions: v.array(object({ session: idSchema, points: whole(Number.MAX_SAFE_INTEGER) })),
          } satisfies Record<keyof NonNullable<FromHeld['themes']>[number], unknown>),
        ),
      ),
      reach: v.exactOptional(v.array(idSchema)),
    } satisfies Record<keyof FromHeld, unknown>),
  ),
} satisfies Record<keyof FromOut, unknown>);

const promised = object({ promises } satisfies Record<keyof PromisesOut, unknown>);

const words = object({
  words: object({
    on: setDay,
    nth: v.exactOptional(whole(Number.MAX_SAFE_INTEGER)),
    ...wordsToldEntries,
  } satisfies Record<keyof ToldOn, unknown>),
} satisfies Record<keyof WordsOut, unknown>);

const archivedSchema = object({
  list: v.pipe(
    v.array(object({ id: idSchema, ...entries })),
    v.maxLength(LIMITS.recommendations, `at most ${LIMITS.recommendations}`),
  ),
  /** Ids of those that were removed, so that no older copy brings them back. */
  gone: v.array(idSchema),
  /** What went out of participants' word, of where it comes from, and of promises. */
  out: v.array(object({ recommendation: idSchema, counts: v.union([counts, from, promised, words]) })),
});

export type ArchivedRecommendations = v.InferOutput<typeof archivedSchema>;

/** @returns recommendations of an archive, or a refusal that names the place */
export function readRecommendations(value: unknown): ArchivedRecommendations | Refusal {
  const parsed = v.safeParse(archivedSchema, value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}

const tellSchema = object({
  address: v.optional(
    v.pipe(
      v.string('an address'),
      v.transform(pageAddress),
      v.string('an address that people can reach, or nothing'),
    ),
    '',
  ),
});

/** @returns the address of the page for participants, empty where none is named, or a refusal */
export function readPageAddress(value: unknown): string | Refusal {
  const parsed = v.safeParse(tellSchema, value ?? {});
  return parsed.success ? parsed.output.address : faultOf(parsed.issues);
}
