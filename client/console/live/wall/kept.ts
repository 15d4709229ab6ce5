/**
 * What is counted and typed here and not saved yet, kept on this device over a reload and a closed tab. It is
 * locked by a key that the laptop gives only to who is signed in, and only while the session runs: what a
 * device still has afterwards opens for nobody. Each tab has a place of its own, which it holds as long as it
 * is open, so that two of them do not write over one another; a new tab goes on with what a closed one left.
 */
import type { Counts } from './model.ts';
import type { Waiting } from './waiting.ts';
import { ownPlace } from '../../ownPlace.ts';
import { forgetWalls, WALL_PLACES } from '../../wallPlaces.ts';

export interface Kept {
  drafts: Readonly<Record<number, Counts>>;
  heads: Counts | null;
  /** What was saved when each draft was begun, and the heads. */
  from: Record<number, Counts>;
  headsFrom: Counts | null;
  /** Words that are being typed, by board and heading. */
  texts: [string, string][];
  waiting: readonly Waiting[];
}

export interface Keeping {
  /** What an earlier tab of this device left, and the place for what comes now. */
  open(key: string): Promise<Kept | null>;
  /** Null: there is nothing to keep. */
  put(kept: Kept | null): void;
  /** The session is over. */
  forget(): void;
  close(): void;
}

export function keepWall(session: string): Keeping {
  const prefix = `${WALL_PLACES}${session}-`;
  let place = '';
  let lock: CryptoKey | null = null;
  let leave = (): void => undefined;
  let next: Kept | null | undefined;
  let writing = false;
  let over = false;

  const writeNext = async (): Promise<void> => {
    const kept = next;
    next = undefined;
    if (kept === undefined || lock === null || place === '') return;
    if (kept === null) localStorage.removeItem(place);
    else {
      const text = await locked(lock, kept);
      // Unless something newer came, or the session ended, or somebody signed out meanwhile.
      if (next === undefined && !over) localStorage.setItem(place, text);
    }
    return writeNext();
  };
  const write = async (): Promise<void> => {
    if (writing) return;
    writing = true;
    try {
      await writeNext();
    } catch {
      // Blocked or full: it is counted all the same, and does not outlive a reload.
    }
    writing = false;
  };
  const stop = (): void => {
    over = true;
    lock = null;
    next = undefined;
  };
  /** Another tab has signed out. */
  const removed = ({ key, newValue }: StorageEvent): void => {
    if (key === place && newValue === null) stop();
  };

  return {
    open: async (key) => {
      try {
        const bytes = Uint8Array.from(atob(key), (c) => c.charCodeAt(0));
        lock = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
        window.addEventListener('storage', removed);
        ({ name: place, leave } = await ownPlace(prefix));
        const text = localStorage.getItem(place);
        return text === null ? null : await unlocked(lock, text);
      } catch {
        // Storage is blocked, or what is there was locked by another key: there is nothing to go on with.
        return null;
      }
    },
    put: (kept) => {
      next = kept;
      void write();
    },
    forget: () => {
      stop();
      forgetWalls(session);
    },
    close: () => {
      window.removeEventListener('storage', removed);
      leave();
    },
  };
}

/** Bytes of what AES-GCM needs beside the key, new for each time. */
const NONCE = 12;

async function locked(key: CryptoKey, kept: Kept): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const plain = new TextEncoder().encode(JSON.stringify(kept));
  const data = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain));
  return btoa([...iv, ...data].map((byte) => String.fromCharCode(byte)).join(''));
}

async function unlocked(key: CryptoKey, text: string): Promise<Kept> {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const [iv, data] = [bytes.slice(0, NONCE), bytes.slice(NONCE)];
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data);
  return JSON.parse(new TextDecoder().decode(plain)) as Kept;
}
