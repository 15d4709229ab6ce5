/** What the console asks about paper slips, and is answered: POST /api/sessions/ID/slips. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { answerSchema, boardNumber, commentSchema, groupList, typedCode } from './schema.ts';
import type { Slip } from './slips.ts';

const slipNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.slips));

/** Made by the console once for each entry, so that sending it again changes nothing. */
const entryId = v.pipe(v.string(), v.regex(/^[a-z0-9]{16,40}$/));

const slipSchema = v.strictObject({
  groups: groupList,
  quote: v.boolean(),
  audience: v.picklist(['room', 'team'] as const),
  answers: v.pipe(
    v.array(v.strictObject({ board: boardNumber, answer: answerSchema, comment: commentSchema })),
    v.maxLength(2 * LIMITS.statements),
    v.check((answers) => new Set(answers.map((a) => a.board)).size === answers.length, 'each statement once'),
  ),
});

const about = { number: slipNumber };
const entry = { ...about, id: entryId, slip: slipSchema };
const card = v.exactOptional(typedCode);

/** Everything that can be asked about paper slips of a running session. */
export const slipAskSchema = v.variant('do', [
  v.strictObject({ do: v.literal('enter'), ...entry, card }),
  v.strictObject({ do: v.literal('read'), ...about }),
  v.strictObject({ do: v.literal('change'), ...entry, card }),
  v.strictObject({ do: v.literal('check'), ...entry }),
  v.strictObject({
    do: v.literal('decide'),
    ...entry,
    choices: v.pipe(
      v.array(v.picklist(['first', 'second'] as const)),
      v.maxLength(4 * LIMITS.statements + 3),
    ),
  }),
  v.strictObject({ do: v.literal('takeOut'), ...about }),
  v.strictObject({
    do: v.literal('pile'),
    slips: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.slips)),
  }),
]);

export type SlipAsk = v.InferOutput<typeof slipAskSchema>;

/** `slip`: what was called up. `first`: what was entered before, where a second entry says something else. */
export type SlipDone = { ok: true } | { slip: Slip } | { first: Slip };
