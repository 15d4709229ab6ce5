/**
 * Locking a consultation away: its archive under a passphrase or for the holders of keys, and the plain
 * data removed once somebody has the locked file in hand.
 */
import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readKey, readLock, readRemoval } from '../../core/schemaLock.ts';
import { isLocked, isRecipient, lockBytes, unlockBytes } from '../archive/lock.ts';
import { readArchive } from '../archive/readArchive.ts';
import type { Store } from '../store/store.ts';
import { archiveConsultation } from './archives.ts';
import { removeConsultation } from './consultations.ts';
import type { Rooms } from './sessions.ts';

/** What was locked last of a consultation: hashes of the locked file and of what is in it. */
interface Locked {
  file: string;
  content: string;
  /** The archive's date: on another day the same data make other bytes. */
  date: string;
}

export interface LockAway {
  /** The locked file, opened again and read through before it is given out. */
  lock(id: string, value: unknown): Promise<{ name: string; bytes: Uint8Array } | Refusal>;
  /**
   * Removes a consultation of which the newest locked file is at hand, as its hash shows, and of which
   * nothing has changed since it was locked.
   */
  remove(id: string, value: unknown): Promise<{ ok: true } | Refusal>;
}

interface Parts {
  store: Store;
  rooms: Rooms;
  /** YYYY-MM-DD. */
  today: () => string;
  lockWork?: number | undefined;
}

/** Locks consultations away; what was locked last is known only until the program ends. */
export function makeLockAway({ store, rooms, today, lockWork }: Parts): LockAway {
  const known = new Map<string, Locked>();

  const plain = async (id: string, date: string): Promise<{ name: string; bytes: Buffer } | Refusal> => {
    const open = [...rooms.all()].some((r) => r.session.consultation === id && !r.session.rehearsal);
    if (open) return refuse('session-running');
    const job = await archiveConsultation(store, id, date);
    if (isRefusal(job)) return job;
    const out = new PassThrough();
    const [bytes] = await Promise.all([buffer(out), job.write(out)]);
    return { name: job.name, bytes };
  };

  return {
    lock: async (id, value) => {
      const order = readLock(value);
      if (isRefusal(order)) return order;
      if ('recipients' in order) {
        const usable = await Promise.all(order.recipients.map(isRecipient));
        const wrong = usable.indexOf(false);
        if (wrong >= 0)
          return refuse('bad-file', `recipients.${wrong}`, 'a public key that begins with age1');
      }
      const date = today();
      const archive = await plain(id, date);
      if (isRefusal(archive)) return archive;
      // What cannot be opened must not be all that is left.
      const sound = await readArchive(archive.bytes);
      if (isRefusal(sound)) return sound;
      const bytes = await lockBytes(archive.bytes, order, lockWork);
      known.set(id, { file: sha256(bytes), content: sha256(archive.bytes), date });
      return { name: `${archive.name}.age`, bytes };
    },
    remove: async (id, value) => {
      const order = readRemoval(value);
      if (isRefusal(order)) return order;
      const locked = known.get(id);
      if (locked === undefined || locked.file !== order.sha256) return refuse('not-locked', 'sha256');
      const now = await plain(id, locked.date);
      if (isRefusal(now)) return now;
      if (sha256(now.bytes) !== locked.content) return refuse('changed-elsewhere', 'consultation');
      // The keys are never in an archive: who was promised a way out would have none.
      const keys = new Set(await store.sessionsWithKeys());
      const until = (await store.sessions(id)).flatMap((s) =>
        keys.has(s.id) ? [s.withdrawUntil ?? ''] : [],
      );
      if (until.length > 0) return refuse('codes-open', 'sessions', until.toSorted().at(-1));
      const removed = await removeConsultation(store, rooms, id);
      if (!isRefusal(removed)) known.delete(id);
      return removed;
    },
  };
}

/**
 * The archive in a file that may be locked.
 *
 * @param key as it was typed; empty: none
 */
export async function unlocked(bytes: Uint8Array, key: string): Promise<Uint8Array | Refusal> {
  if (!isLocked(bytes)) return bytes;
  if (key.trim() === '') return refuse('locked', 'key');
  const opened = await unlockBytes(bytes, readKey(key));
  if (opened === 'wrong-key') return refuse('wrong-key', 'key');
  return opened === 'damaged'
    ? refuse('bad-file', 'archive', 'a locked archive as it was saved; this one was changed or damaged')
    : opened;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
