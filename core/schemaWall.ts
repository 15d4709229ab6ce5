/** What the console sends of a wall that was counted. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { idSchema, object, yesNo } from './schemaParts.ts';

const people = v.pipe(
  v.number('a whole number'),
  v.integer('a whole number'),
  v.minValue(0, 'nought or more'),
  v.maxValue(LIMITS.peoplePerSession, `at most ${LIMITS.peoplePerSession}`),
);
const groups = v.pipe(
  v.array(idSchema, 'a list of groups'),
  v.maxLength(LIMITS.groupsPerPerson, `at most ${LIMITS.groupsPerPerson}`),
);

const comment = object({
  id: idSchema,
  text: v.pipe(v.string('a text'), v.maxLength(LIMITS.commentBytes, `at most ${LIMITS.commentBytes}`)),
  audience: v.picklist(['room', 'team'] as const, 'room or team'),
  quote: yesNo,
});

const column = object({
  groups,
  answer: v.union(
    [
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.scalePoints.most)),
      v.picklist(['n', 'x'] as const),
    ],
    'an answer of the scale',
  ),
  n: people,
  comments: v.pipe(
    v.array(comment, 'a list of comments'),
    v.maxLength(LIMITS.peoplePerSession, `at most ${LIMITS.peoplePerSession}`),
  ),
});

/** How one board of the wall is now, and how many people there were at the wall in all. */
export const wallSchema = object({
  /** Words that were taken away, should they have come or still be on their way. */
  gone: v.optional(
    v.pipe(v.array(idSchema, 'a list'), v.maxLength(LIMITS.wallGone, `at most ${LIMITS.wallGone}`)),
    [],
  ),
  version: v.pipe(
    v.string('the version of what was changed'),
    v.maxLength(64, 'the version of what was changed'),
  ),
  heads: v.pipe(
    v.array(object({ groups, n: people }), 'a list'),
    v.maxLength(LIMITS.wallColumns, `at most ${LIMITS.wallColumns}`),
  ),
  columns: v.pipe(
    v.array(column, 'a list'),
    v.maxLength(LIMITS.wallColumns, `at most ${LIMITS.wallColumns}`),
  ),
});

export type WallEntry = v.InferOutput<typeof wallSchema>;
