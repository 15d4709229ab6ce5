/** What the team picked to be read back, as it is ordered for print. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { refuse, type Refusal } from './refusal.ts';
import { idSchema } from './schemaParts.ts';

const each = <S extends v.GenericSchema>(one: S, most: number) => v.pipe(v.array(one), v.maxLength(most));

const orderSchema = v.pipe(
  v.strictObject({
    /** The session it is for; null: any of the consultation. */
    session: v.nullable(idSchema),
    /** In the order in which they are printed. */
    themes: each(idSchema, LIMITS.readBackThemes),
    quotes: each(
      v.variant('of', [
        v.strictObject({ of: v.literal('point'), session: idSchema, id: idSchema }),
        v.strictObject({ of: v.literal('passage'), id: idSchema }),
        v.strictObject({
          of: v.literal('postit'),
          session: idSchema,
          board: v.pipe(v.number(), v.integer(), v.minValue(1)),
          tag: v.pipe(v.string(), v.nonEmpty(), v.maxLength(64)),
        }),
      ]),
      LIMITS.readBackQuotes,
    ),
    caseStudies: each(idSchema, LIMITS.readBackStudies),
  }),
  v.check(
    ({ themes, quotes, caseStudies }) => themes.length + quotes.length + caseStudies.length > 0,
    'something to read back',
  ),
);

export type ReadBackOrder = v.InferOutput<typeof orderSchema>;
export type QuoteOrder = ReadBackOrder['quotes'][number];

/** @returns what is to be printed, or a refusal that names the place */
export function readReadBackOrder(value: unknown): ReadBackOrder | Refusal {
  const parsed = v.safeParse(orderSchema, value);
  if (parsed.success) return parsed.output;
  return refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? 'order');
}
