/** One valibot schema for each message that comes in over a socket. Unknown keys are refused. */
import * as v from 'valibot';
import { LIMITS, MOST_PEOPLE } from './limits.ts';
import { MOST_HANDS } from './topics.ts';
import { isToken } from './id.ts';
import { isBeside } from './beside.ts';
import { MOST_CHECKED } from './checking.ts';
import { TALK_KINDS } from './thought.ts';
import { REDACTIONS } from './personal/types.ts';

const MOST_BOARDS = 2 * LIMITS.statements;
const MOST_REVISIONS = 1e9;

export const boardNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_BOARDS));
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
export const groupList = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(40))),
  v.maxLength(LIMITS.groupsPerPerson),
);

export const tokenSchema = v.pipe(v.string(), v.check(isToken, 'a token of 22 symbols'));
const sessionIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

/** `auth` of a phone's socket: the code as typed, and the token this phone keeps. */
export const phoneAuthSchema = v.strictObject({
  code: v.pipe(v.string(), v.maxLength(20)),
  token: tokenSchema,
  /** The state comes with being let in, without `hello`. */
  hello: v.optional(v.literal(true)),
});
/** `auth` of a projector's, a shared tablet's or a console's socket. */
export const staffAuthSchema = v.strictObject({ session: sessionIdSchema });

export const joinSchema = v.strictObject({
  groups: groupList,
  /** The second yes: comments may be quoted. */
  quote: v.boolean(),
});

/** A code for later as it was typed. */
export const typedCode = v.pipe(v.string(), v.maxLength(30));

/** Asks for a code; with `card`, for the one on that card. */
export const codeAskSchema = v.strictObject({ card: v.exactOptional(typedCode) });
export const quoteChangeSchema = v.strictObject({ quote: v.boolean() });

/** A code that brings back: typed on any phone. */
export const comeBackSchema = v.strictObject({ code: typedCode });
/** What is to go: all answers under a code, or only the yes to being quoted. */
export const takeOutSchema = v.strictObject({ code: typedCode, what: v.picklist(['all', 'quote'] as const) });

export const answerSchema = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.scalePoints.most)),
  v.picklist(['n', 'x'] as const),
]);
const revisionSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_REVISIONS));
export const commentSchema = v.pipe(v.string(), v.maxLength(LIMITS.commentBytes));

const besideNumber = v.pipe(
  v.number(),
  v.integer(),
  v.check((n) => isBeside(n), 'a place beside the boards'),
);

/** The arguments of `place`: board, revision, answer or null, comment, 0 for the room or 1 for the team. */
export const placeSchema = v.strictTuple([
  v.union([boardNumber, besideNumber]),
  revisionSchema,
  v.nullable(answerSchema),
  v.optional(commentSchema, ''),
  v.optional(v.picklist([0, 1] as const), 0),
]);

export type PlaceParts = v.InferOutput<typeof placeSchema>;

/**
 * What `placeSchema` makes of the arguments of `place`, where they are plainly right: most of what a full room sends
 * is, and the schema, which can say what is wrong, costs ten times as much.
 *
 * @returns null: the schema is to be asked
 */
export function plainPlace(sent: readonly unknown[]): PlaceParts | null {
  const { length } = sent;
  const [comment, team] = [length > 3 ? sent[3] : '', length > 4 ? sent[4] : 0];
  const isPlain =
    length >= 3 &&
    length <= 5 &&
    isWithin(sent[0], MOST_BOARDS) &&
    isWithin(sent[1], MOST_REVISIONS) &&
    (sent[2] === null || isWithin(sent[2], LIMITS.scalePoints.most)) &&
    typeof comment === 'string' &&
    comment.length <= LIMITS.commentBytes &&
    (team === 0 || team === 1);
  return isPlain ? ([sent[0], sent[1], sent[2], comment, team] as PlaceParts) : null;
}

const isWithin = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;

const screenChange = v.strictObject({
  blank: v.exactOptional(v.picklist(['none', 'black', 'white'] as const)),
  join: v.exactOptional(v.boolean()),
  size: v.exactOptional(v.picklist([0, 1, 2, 3, 4] as const)),
  theme: v.exactOptional(v.picklist(['light', 'dark'] as const)),
  result: v.exactOptional(v.picklist(['notes', 'chart', 'table', 'thoughts'] as const)),
  byGroup: v.exactOptional(v.boolean()),
  notes: v.exactOptional(v.picklist(['all', 'one'] as const)),
  noteAt: v.exactOptional(count(10_000)),
  pile: v.exactOptional(v.picklist(['auto', 'on', 'off'] as const)),
  count: v.exactOptional(v.boolean()),
  live: v.exactOptional(v.boolean()),
});

const onBoard = <const T extends string>(name: T) =>
  v.strictObject({ do: v.literal(name), board: boardNumber });
const plain = <const T extends string>(name: T) => v.strictObject({ do: v.literal(name) });
const yes = v.exactOptional(v.boolean());
const consent = { sure: yes, together: yes, again: v.exactOptional(v.picklist(['same', 'new'])) };
const noteId = v.pipe(v.string(), v.maxLength(40));

const topicNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999));
const topicMinutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120));
const topicsChange = v.variant('to', [
  v.strictObject({ to: v.literal('step'), step: v.picklist(['collect', 'order', 'talk'] as const) }),
  v.strictObject({ to: v.literal('add'), text: v.pipe(v.string(), v.maxLength(LIMITS.topicText)) }),
  v.strictObject({ to: v.literal('drop'), n: topicNumber }),
  v.strictObject({ to: v.literal('at'), n: v.nullable(topicNumber) }),
  v.strictObject({ to: v.literal('done'), n: topicNumber, done: v.boolean() }),
  v.strictObject({ to: v.literal('minutes'), minutes: topicMinutes }),
  v.strictObject({
    to: v.literal('text'),
    n: topicNumber,
    text: v.pipe(v.string(), v.maxLength(LIMITS.topicText)),
  }),
  v.strictObject({ to: v.literal('move'), n: topicNumber, before: v.nullable(topicNumber) }),
  v.strictObject({
    to: v.literal('hands'),
    n: topicNumber,
    hands: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_HANDS)),
  }),
  v.strictObject({ to: v.literal('time'), n: topicNumber, minutes: v.nullable(topicMinutes) }),
]);

const checkNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_CHECKED));
const heads = count(LIMITS.attendanceCount);
const checkChange = v.variant('to', [
  v.strictObject({
    to: v.literal('begin'),
    ids: v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(40))),
      v.minLength(1, 'at least one'),
      v.maxLength(MOST_CHECKED, `at most ${MOST_CHECKED}`),
    ),
  }),
  v.strictObject({ to: v.literal('resume') }),
  v.strictObject({ to: v.literal('at'), n: checkNumber }),
  v.strictObject({ to: v.literal('step'), step: v.picklist(['ask', 'dots', 'done'] as const) }),
  v.strictObject({ to: v.literal('show'), on: v.boolean(), sure: consent.sure, again: consent.again }),
  v.strictObject({
    to: v.literal('paper'),
    sheets: heads,
    rows: v.pipe(
      v.array(
        v.strictObject({
          n: checkNumber,
          said: heads,
          notQuite: heads,
          missing: heads,
          declined: heads,
          dots: count(3 * LIMITS.attendanceCount),
        }),
      ),
      v.maxLength(MOST_CHECKED),
    ),
  }),
]);

/** Everything the console can ask of a running session. */
export const commandSchema = v.variant('do', [
  plain('start'),
  onBoard('show'),
  onBoard('open'),
  onBoard('close'),
  onBoard('reopen'),
  onBoard('discuss'),
  v.strictObject({ do: v.literal('reveal'), board: boardNumber, ...consent }),
  v.strictObject({ do: v.literal('next'), ...consent }),
  v.strictObject({ do: v.literal('openAll'), round: v.picklist([1, 2] as const) }),
  plain('closeAll'),
  plain('end'),
  plain('resume'),
  plain('openForPaper'),
  v.strictObject({
    do: v.literal('add'),
    statements: v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(40))),
      v.minLength(1),
      v.maxLength(LIMITS.statements),
    ),
  }),
  v.strictObject({ do: v.literal('talk'), on: v.boolean(), propose: yes }),
  v.strictObject({ do: v.literal('topics'), change: topicsChange }),
  v.strictObject({ do: v.literal('check'), change: checkChange }),
  plain('back'),
  plain('undo'),
  v.strictObject({ do: v.literal('hold'), on: v.boolean() }),
  v.strictObject({ do: v.literal('pause'), on: v.boolean() }),
  v.strictObject({ do: v.literal('door'), locked: v.boolean() }),
  v.strictObject({ do: v.literal('most'), people: v.picklist(MOST_PEOPLE) }),
  v.strictObject({ do: v.literal('keys'), locked: v.boolean() }),
  v.strictObject({ do: v.literal('screen'), change: screenChange }),
  v.strictObject({
    do: v.literal('note'),
    id: noteId,
    to: v.picklist(['show', 'hide', 'waiting'] as const),
  }),
  v.strictObject({
    do: v.literal('notes'),
    // Nought: the talk that is about no statement.
    board: count(2 * LIMITS.statements),
    to: v.picklist(['show', 'hide'] as const),
    // Of that talk these only; missing: everything.
    of: v.exactOptional(v.picklist(TALK_KINDS)),
  }),
  v.strictObject({
    do: v.literal('redact'),
    id: noteId,
    words: v.pipe(
      v.array(
        v.strictObject({
          from: count(LIMITS.commentBytes),
          to: count(LIMITS.commentBytes),
          by: v.picklist(REDACTIONS),
        }),
      ),
      v.minLength(1),
      v.maxLength(LIMITS.replacements),
    ),
  }),
  v.strictObject({ do: v.literal('mute'), id: noteId, on: v.boolean() }),
  v.strictObject({ do: v.literal('slow'), seconds: v.picklist([0, 15, 60] as const) }),
  v.strictObject({ do: v.literal('concern'), id: noteId }),
]);

/** An answer that the facilitator enters for someone without a phone; `person` numbers them from 1. */
export const addForSchema = v.strictObject({
  person: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.peopleWithoutPhone)),
  groups: groupList,
  board: boardNumber,
  answer: v.nullable(answerSchema),
  comment: v.optional(commentSchema, ''),
  audience: v.optional(v.picklist(['room', 'team'] as const), 'room'),
  quote: v.optional(v.boolean(), false),
  /** The code on their card, so that they can take their answers out later too. */
  card: v.exactOptional(typedCode),
});

export type Join = v.InferOutput<typeof joinSchema>;
export type AddFor = v.InferOutput<typeof addForSchema>;
export type CodeAsk = v.InferOutput<typeof codeAskSchema>;
export type QuoteChange = v.InferOutput<typeof quoteChangeSchema>;
