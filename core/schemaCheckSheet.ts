/** Which recommendations are printed for people without a phone, while a room is asked or when people are asked again. */
import * as v from 'valibot';
import { MOST_CHECKED } from './checking.ts';
import { refuse, type Refusal } from './refusal.ts';
import { idSchema } from './schemaParts.ts';

const orderSchema = v.pipe(
  v.strictObject({
    /** A running session that is asked: what it is shown, in those words; null: as they read now. */
    session: v.nullable(idSchema),
    /** Without a session: these, in the team's order. */
    recommendations: v.pipe(v.array(idSchema), v.maxLength(MOST_CHECKED, `at most ${MOST_CHECKED}`)),
    /**
     * People are asked again what became of it: whether anything changed, and of each recommendation that may be told
     * and that somebody was asked for whether it happened. The session is then the one whose people are asked.
     */
    again: v.optional(v.boolean()),
  }),
  v.check(
    ({ session, recommendations, again }) => session !== null || recommendations.length > 0 || again === true,
    'something to print',
  ),
);

export type CheckSheetOrder = v.InferOutput<typeof orderSchema>;

/** @returns what is to be printed, or a refusal that names the place */
export function readCheckSheetOrder(value: unknown): CheckSheetOrder | Refusal {
  const parsed = v.safeParse(orderSchema, value);
  if (parsed.success) return parsed.output;
  return refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? 'order');
}
