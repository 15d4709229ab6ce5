/** What a printed pack is ordered with. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { PAPER_PARTS, peopleOf, type PaperOrder } from './paper.ts';
import { refuse, type Refusal } from './refusal.ts';
import { idSchema, langSchema } from './schemaParts.ts';

const people = v.pipe(
  v.array(
    v.strictObject({
      group: v.nullable(idSchema),
      n: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.peopleWithoutPhone)),
    }),
  ),
  v.maxLength(LIMITS.groups + 1),
  v.check((rows) => new Set(rows.map(({ group }) => group)).size === rows.length),
  v.check((rows) => {
    const all = peopleOf({ people: rows });
    return all >= 1 && all <= LIMITS.peopleWithoutPhone;
  }),
);

const orderSchema = v.strictObject({
  session: v.nullable(idSchema),
  paper: v.picklist(['a4', 'a3']),
  print: v.picklist(['usual', 'large']),
  parts: v.pipe(
    v.array(v.picklist(PAPER_PARTS)),
    v.minLength(1),
    v.transform((parts) => PAPER_PARTS.filter((part) => parts.includes(part))),
  ),
  lang: langSchema,
  people,
});

/** Reads an order; the parts come out each once and in the order of print. */
export function readPaperOrder(value: unknown): PaperOrder | Refusal {
  const parsed = v.safeParse(orderSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  return refuse('bad-message', v.getDotPath(issue) ?? 'order');
}
