/**
 * Archives under lock and key, in the age format (age-encryption.org/v1): by a passphrase, or for the
 * holders of keys. The age program opens them too.
 */
import { Worker } from 'node:worker_threads';
import { age } from '../age.ts';
import type { LockAnswer, Locked, LockTask } from './lockWorker.ts';

export type Lock = { passphrase: string } | { recipients: readonly string[] };
export type Key = { passphrase: string } | { identity: string };

/** What it costs to try a passphrase: scrypt's N as a power of two, the age program's own. A second on a laptop. */
const LOCK_WORK = 18;

const MAGIC = Buffer.from('age-encryption.org/v1\n');

/** Whether a text is somebody's public key, to which something can be locked (`age1…`). */
export async function isRecipient(text: string): Promise<boolean> {
  const { Encrypter } = await age();
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** A new secret key, and the public one that goes with it. */
export async function newIdentity(): Promise<{ identity: string; recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await age();
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Whether a file is locked, by its first bytes. */
export function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAGIC.length)).equals(MAGIC);
}

/**
 * Locks bytes and opens them again to see that it worked.
 *
 * @param work see `LOCK_WORK`; the lock says it, so whoever opens it need not know
 * @throws when that fails; recipients have to be sound, see `isRecipient`
 */
export async function lockBytes(bytes: Uint8Array, lock: Lock, work = LOCK_WORK): Promise<Uint8Array> {
  const answer = await inThread<LockAnswer>({ do: 'lock', bytes, lock, work });
  if (typeof answer === 'string') throw new Error('An archive could not be locked.');
  return answer;
}

/** @returns the bytes; `wrong-key`, or `damaged` where the key fits and the rest does not */
export function unlockBytes(bytes: Uint8Array, key: Key): Promise<LockAnswer> {
  return inThread({ do: 'unlock', bytes, key });
}

/** Opens many small things in one thread; an answer to each, in their order. */
export async function unlockEach(each: readonly Locked[]): Promise<LockAnswer[]> {
  return each.length === 0 ? [] : inThread({ do: 'unlock-each', each });
}

function inThread<Answer extends LockAnswer | LockAnswer[]>(task: LockTask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('lockWorker.ts', import.meta.url), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread for locks ended without an answer.')));
  });
}
