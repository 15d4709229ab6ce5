/** What comes in about talking alone, and what stands in a request once the lead has opened it. */
import * as v from 'valibot';
import { ALONE_KINDS, ALONE_LETTERS, ALONE_SAFE, ALONE_TEXT, type TalkWish, type TellWish } from './alone.ts';
import { refuse, type Refusal } from './refusal.ts';
import { passphraseSchema } from './schemaLock.ts';
import { faultOf, idSchema, needed, object, paragraph } from './schemaParts.ts';

const kind = v.picklist(ALONE_KINDS);
/** Random, made on the device and kept nowhere: whoever has it can take the request back. */
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
/** In base64 what such a file begins with: `age-encryption.org/v1`, a line break and `-> X25519`. */
const SEALED = /^YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0\+IFgyNTUxOS[A-Za-z0-9+/]+={0,2}$/;
const sealed = v.pipe(v.string(), v.length(ALONE_LETTERS), v.regex(SEALED));
/** The public key for which it was sealed. */
const to = v.pipe(v.string(), v.regex(/^age1[a-z0-9]{10,200}$/));

export const aloneAskSchema = v.union([
  v.strictObject({ kind, id, sealed, to }),
  v.strictObject({ kind, id, back: v.literal(true) }),
]);
export type AloneAsk = v.InferOutput<typeof aloneAskSchema>;

const cardSchema = v.strictObject({ session: idSchema, kind, id, sealed, to });
export type AloneCard = v.InferOutput<typeof cardSchema>;

/** What a card says, as it was typed in and sealed on the device. */
export function readCard(value: unknown): AloneCard | Refusal {
  const parsed = v.safeParse(cardSchema, value);
  return parsed.success ? parsed.output : refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? 'card');
}

/** What can become of a request; all but `asked` end it. `unread`: it cannot be opened. */
export const ALONE_ENDS = ['asked', 'interview', 'not-any-more', 'told', 'unread'] as const;
export type AloneEnd = (typeof ALONE_ENDS)[number];

const settleSchema = object({
  passphrase: passphraseSchema,
  as: v.picklist(ALONE_ENDS, 'asked, interview, not-any-more, told or unread'),
});

export function readSettle(value: unknown): v.InferOutput<typeof settleSchema> | Refusal {
  const parsed = v.safeParse(settleSchema, value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}

const safe = v.picklist(ALONE_SAFE);
const talkSchema = v.strictObject({
  find: needed(ALONE_TEXT.find),
  when: paragraph(ALONE_TEXT.when),
  aloud: safe,
  write: safe,
});
const tellSchema = v.strictObject({
  how: v.picklist(['speak', 'write'] as const),
  where: v.pipe(
    paragraph(ALONE_TEXT.where),
    v.check((text) => text !== ''),
  ),
});
/** Nobody but the lead has seen what was sealed: it is read as anything else that comes in. Null: it is not one. */
export function readTalkWish(value: unknown): TalkWish | null {
  const parsed = v.safeParse(talkSchema, value);
  return parsed.success ? parsed.output : null;
}

export function readTellWish(value: unknown): TellWish | null {
  const parsed = v.safeParse(tellSchema, value);
  return parsed.success ? parsed.output : null;
}
