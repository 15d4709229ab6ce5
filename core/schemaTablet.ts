/** What comes in from a shared tablet. Unknown keys are refused. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { answerSchema, boardNumber, commentSchema, groupList, tokenSchema, typedCode } from './schema.ts';
import { WHICH } from './tablet.ts';

/** How many people may wait on one tablet at most. */
export const queueSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(LIMITS.peoplePerSession),
);

export const cardSchema = typedCode;

/** Base64 of what was sealed. */
export const packetAskSchema = v.strictObject({
  packet: v.pipe(v.string('base64'), v.maxLength(Math.ceil(LIMITS.packetBytes / 3) * 4), v.base64('base64')),
});

export const lockAskSchema = v.strictObject({ which: v.picklist(WHICH, 'every or front') });
export const leaveAskSchema = v.strictObject({ pin: v.optional(v.pipe(v.string(), v.maxLength(20)), '') });

const placed = v.strictObject({
  board: boardNumber,
  answer: answerSchema,
  comment: commentSchema,
  audience: v.picklist(['room', 'team'] as const),
});

/** What somebody says of being heard, and what stopped them. */
const heard = v.strictObject({
  said: v.exactOptional(answerSchema),
  stopped: v.exactOptional(commentSchema),
  told: v.exactOptional(answerSchema),
});

/**
 * One person's answers. `every`: a participant, who may have left everything out. `front`: an answer to the one
 * statement, of somebody who is not kept as a participant. `heard`: after the end, whether they were heard, and nothing else.
 */
export const packetSchema = v.variant('which', [
  v.strictObject({
    which: v.literal('every'),
    token: tokenSchema,
    groups: groupList,
    quote: v.boolean(),
    card: v.exactOptional(typedCode),
    heard: v.exactOptional(heard),
    placed: v.pipe(v.array(placed), v.maxLength(2 * LIMITS.statements)),
  }),
  v.strictObject({
    which: v.literal('front'),
    token: tokenSchema,
    groups: groupList,
    quote: v.boolean(),
    placed: v.strictTuple([placed]),
  }),
  v.strictObject({ which: v.literal('heard'), token: tokenSchema, heard }),
]);

export type Packet = v.InferOutput<typeof packetSchema>;
