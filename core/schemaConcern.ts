/** What comes in about the lead for concerns. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { passphraseSchema } from './schemaLock.ts';
import { faultOf, line, needed, object } from './schemaParts.ts';

const leadSchema = object({
  name: needed(LIMITS.label),
  contact: line(LIMITS.title),
  passphrase: passphraseSchema,
});
const openingSchema = object({ passphrase: passphraseSchema });

/** Who the lead is, and the passphrase that only the lead knows. */
export function readLead(value: unknown): v.InferOutput<typeof leadSchema> | Refusal {
  const parsed = v.safeParse(leadSchema, value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}

export function readOpening(value: unknown): { passphrase: string } | Refusal {
  const parsed = v.safeParse(openingSchema, value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}
