/** What comes in about locking an archive away. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { refuse, type Refusal } from './refusal.ts';
import { faultOf, object } from './schemaParts.ts';

/** A passphrase of enough characters, the same whatever keyboard typed it. */
export const passphraseSchema = v.pipe(
  v.string('a passphrase'),
  // What is typed as one letter on one keyboard may be two on another.
  v.transform((text) => text.normalize('NFKC').trim()),
  v.minLength(LIMITS.passphrase.least, `at least ${LIMITS.passphrase.least} characters`),
  v.maxLength(LIMITS.passphrase.most, `at most ${LIMITS.passphrase.most} characters`),
);
const recipients = v.pipe(
  v.array(
    v.pipe(
      v.string('a key'),
      v.transform((text) => text.trim()),
      v.regex(/^age1[a-z0-9]{10,4000}$/, 'a public key that begins with age1'),
    ),
    'a list of keys',
  ),
  v.minLength(1, 'at least one key'),
  v.maxLength(20, 'at most 20 keys'),
);

const passphrase = passphraseSchema;
const lockSchema = v.union([object({ passphrase }), object({ recipients })]);
const removeSchema = object({
  sha256: v.pipe(v.string('a hash'), v.regex(/^[0-9a-f]{64}$/, '64 hex digits')),
});

export type LockOrder = v.InferOutput<typeof lockSchema>;

/** A passphrase of enough characters, or the public keys of those who shall be able to open it. */
export function readLock(value: unknown): LockOrder | Refusal {
  const parsed = v.safeParse(lockSchema, value);
  if (parsed.success) return parsed.output;
  // A union tells of all its ways; the one that was tried is of use.
  const way =
    typeof value === 'object' && value !== null && 'recipients' in value ? { recipients } : { passphrase };
  const own = v.safeParse(object(way as { passphrase: typeof passphrase }), value);
  return own.success ? refuse('bad-file', '') : faultOf(own.issues);
}

/** The hash of the locked file that somebody has in hand. */
export function readRemoval(value: unknown): { sha256: string } | Refusal {
  const parsed = v.safeParse(removeSchema, value);
  return parsed.success ? parsed.output : faultOf(parsed.issues);
}

/** A key as it comes in with a locked file: a passphrase, or a secret key of the age program. */
export function readKey(text: string): { passphrase: string } | { identity: string } {
  const plain = text.trim();
  return /^AGE-SECRET-KEY-/i.test(plain)
    ? { identity: plain.toUpperCase() }
    : { passphrase: text.normalize('NFKC').trim() };
}
