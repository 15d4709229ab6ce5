/** Keys for locked archives, from files: what stands in a command can be read by every program of the machine. */
import { readFile } from 'node:fs/promises';
import { isRefusal } from '../../core/refusal.ts';
import { readLock, type LockOrder } from '../../core/schemaLock.ts';
import { Stop } from './common.ts';

/** The lines of a file of keys, without what the age program notes in it behind a `#`. */
async function linesOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Stop(`${path} could not be read.`);
  });
  const lines = text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) throw new Stop(`${path} is empty. It needs a passphrase or a key.`);
  return lines;
}

/** What to lock with: public keys, one a line, or a passphrase on a line of its own. */
export async function lockIn(path: string): Promise<LockOrder> {
  const lines = await linesOf(path);
  if (lines.every((line) => line.startsWith('age1'))) return { recipients: lines };
  const [passphrase = '', more] = lines;
  if (more !== undefined)
    throw new Stop(`${path} has more than one line. It takes one passphrase, or public keys (age1…) only.`);
  if (/^AGE-SECRET-KEY-/i.test(passphrase))
    throw new Stop(`${path} has a secret key, which opens. To lock, name the public one (age1…).`);
  // The usual words would be about an archive that could not be read.
  const order = readLock({ passphrase });
  if (isRefusal(order)) throw new Stop(`${path} does not lock: a passphrase has ${order.detail}.`);
  return order;
}

/** What to open with: a passphrase, or a secret key of the age program. */
export async function keyIn(path: string): Promise<string> {
  const [key = '', more] = await linesOf(path);
  if (more !== undefined)
    throw new Stop(`${path} has more than one line. It takes one passphrase or one key.`);
  return key;
}
