/** What comes in about the stick. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { type Refusal } from './refusal.ts';
import { faultOf, object } from './schemaParts.ts';

const folder = v.pipe(
  v.string('a folder'),
  v.trim(),
  v.minLength(1, 'a folder'),
  v.maxLength(LIMITS.paragraph, 'a folder'),
);
const namedSchema = object({ folder });
const takeSchema = object({
  folder,
  passphrase: v.pipe(v.string('a passphrase'), v.maxLength(LIMITS.passphrase.most, 'a passphrase')),
  /** Somebody has read what there is to doubt. */
  sure: v.optional(v.boolean('true or false'), false),
});
const settleSchema = object({
  session: v.string('a session'),
  do: v.picklist(['open', 'remove'], 'open or remove'),
});

const asideSchema = object({
  session: v.string('a session'),
  do: v.picklist(['put', 'remove'], 'put or remove'),
});

export type NamedStick = v.InferOutput<typeof namedSchema>;
export type TakeStick = v.InferOutput<typeof takeSchema>;
export type SettleElsewhere = v.InferOutput<typeof settleSchema>;
export type AsideAsk = v.InferOutput<typeof asideSchema>;

function read<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | Refusal {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}

/** The folder that a stick has on this laptop. */
export const readNamed = (value: unknown): NamedStick | Refusal => read(namedSchema, value);
/** The stick of another laptop, and its passphrase as it was typed. */
export const readTake = (value: unknown): TakeStick | Refusal => read(takeSchema, value);
/** What is to become of a session that another laptop may have. */
export const readSettle = (value: unknown): SettleElsewhere | Refusal => read(settleSchema, value);
/** Whether a session that could not be taken up is put aside, or what was kept of it removed. */
export const readAside = (value: unknown): AsideAsk | Refusal => read(asideSchema, value);
