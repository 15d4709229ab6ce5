/** The thread in which an archive is locked or opened: making a key of a passphrase takes a second on purpose. */
import { parentPort, workerData } from 'node:worker_threads';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { giveWay } from '../giveWay.ts';
import type { Key, Lock } from './lock.ts';

export type LockTask =
  | { do: 'lock'; bytes: Uint8Array; lock: Lock; work: number }
  | { do: 'unlock'; bytes: Uint8Array; key: Key }
  | { do: 'unlock-each'; each: readonly Locked[] };

/** Something small that is locked, and the secret key that should open it. */
export interface Locked {
  bytes: Uint8Array;
  identity: string;
}

/** The bytes; or that the key does not fit, or that what is locked was changed. */
export type LockAnswer = Uint8Array | 'wrong-key' | 'damaged';

/** Locks, and opens what came of it again before anyone relies on it. */
async function lockOf(bytes: Uint8Array, lock: Lock, work: number): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  const decrypter = new Decrypter();
  if ('passphrase' in lock) {
    encrypter.setScryptWorkFactor(work);
    encrypter.setPassphrase(lock.passphrase);
    decrypter.addPassphrase(lock.passphrase);
  } else {
    for (const recipient of lock.recipients) encrypter.addRecipient(recipient);
    // We have no key of theirs to try it with, so one more is made for this moment and forgotten.
    const own = await generateX25519Identity();
    encrypter.addRecipient(await identityToRecipient(own));
    decrypter.addIdentity(own);
  }
  const locked = await encrypter.encrypt(bytes);
  const again = await decrypter.decrypt(locked, 'uint8array');
  if (!Buffer.from(again.buffer, again.byteOffset, again.length).equals(bytes))
    throw new Error('A locked archive did not open again.');
  return locked;
}

async function unlockOf(bytes: Uint8Array, key: Key): Promise<LockAnswer> {
  const decrypter = new Decrypter();
  try {
    if ('passphrase' in key) decrypter.addPassphrase(key.passphrase);
    else decrypter.addIdentity(key.identity);
  } catch {
    return 'wrong-key';
  }
  try {
    return await decrypter.decrypt(bytes, 'uint8array');
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    // Whatever else it says is about the file.
    return /no identity matched|passphrase|incorrect/iu.test(said) ? 'wrong-key' : 'damaged';
  }
}

giveWay();
const task = workerData as LockTask;

async function answerTo(asked: LockTask): Promise<LockAnswer | LockAnswer[]> {
  if (asked.do === 'lock') return lockOf(asked.bytes, asked.lock, asked.work);
  if (asked.do === 'unlock') return unlockOf(asked.bytes, asked.key);
  const answers: LockAnswer[] = [];
  for (const { bytes, identity } of asked.each) answers.push(await unlockOf(bytes, { identity }));
  return answers;
}

const answer = await answerTo(task);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(answer);
