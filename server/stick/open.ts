/** Opening a stick with its passphrase. */
import { refuse, type Refusal } from '../../core/refusal.ts';
import { age } from '../age.ts';
import { isLocked, unlockBytes } from '../archive/lock.ts';
import { readPassphrase } from '../random.ts';
import { readBundle, type Bundle } from './bundle.ts';
import { isThere, readCopies, readHolder, readKeyFile, rootOf } from './files.ts';

export interface Opened {
  /** The stick's own folder. */
  folder: string;
  bundle: Bundle;
  stick: string;
  turn: number;
  /** Sticks in whose place it was named. */
  after: string[] | undefined;
  recipient: string;
}

/** Unlocks the newest whole copy; where there is none, says which of the reasons it is. */
export async function openStick(named: string, passphrase: string): Promise<Opened | Refusal> {
  const folder = await rootOf(named);
  if (!(await isThere(folder))) return refuse('stick-missing', 'folder');
  const [holder, key] = await Promise.all([readHolder(folder), readKeyFile(folder)]);
  if (holder === null || key === null || !isLocked(key)) return refuse('stick-none', 'folder');
  if (holder.givenUp === true) return refuse('stick-given-up', 'folder');
  const identityBytes = await unlockBytes(key, { passphrase: readPassphrase(passphrase) });
  if (identityBytes === 'wrong-key') return refuse('wrong-key', 'passphrase');
  if (identityBytes === 'damaged') return refuse('stick-damaged', 'folder');
  const identity = Buffer.from(identityBytes).toString().trim();
  const found = await readCopies(folder);
  const copies = await Promise.all(
    found.filter(isLocked).map(async (bytes) => {
      const plain = await unlockBytes(bytes, { identity });
      return typeof plain === 'string' ? null : readBundle(plain);
    }),
  );
  // One that was cut off or changed is passed over for the one before it.
  const whole = copies.flatMap((bundle) => bundle ?? []);
  const newest = whole.toSorted((a, b) => b.turn - a.turn || b.count - a.count)[0];
  if (newest === undefined) return refuse(found.length > 0 ? 'stick-damaged' : 'stick-empty', 'folder');
  const { stick, turn, after } = holder;
  const { identityToRecipient } = await age();
  return { folder, bundle: newest, stick, turn, after, recipient: await identityToRecipient(identity) };
}
