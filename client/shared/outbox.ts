/**
 * What a phone still has to bring to the server: at most one post-it a board, with the same revision
 * until it is acknowledged. It knows neither sockets nor the page; it is given a way to send, to keep
 * and to wait.
 */
import { UNTOLD, type OwnPostIt, type PlaceAck } from '../../core/protocol.ts';
import type { RefusalCode } from '../../core/refusal.ts';
import type { Answer } from '../../core/scale.ts';
import type { Keep } from './storage.ts';

export interface Entry {
  board: number;
  revision: number;
  /** Null: take the post-it back. */
  answer: Answer | null;
  comment: string;
  audience: 0 | 1;
}

/** `sending`: an answer is awaited. `waiting`: it did not come, or is overdue; it will be sent again. */
export type EntryState = 'sending' | 'waiting';

/** A placement that came to nothing, with what the person had written. */
export interface Notice {
  code: RefusalCode;
  entry: Entry;
}

export interface OutboxPorts {
  keep: Keep;
  /** Sends once. `done` is called once: with the ack, or with null when none came or there is no connection. */
  send(entry: Entry, done: (ack: PlaceAck | null) => void): void;
  /** Calls back after so many milliseconds; returns a way to call that off. */
  later(action: () => void, ms: number): () => void;
  /** A number from 0 up to 1, so that phones which failed together do not come back together. */
  random(): number;
  changed(): void;
}

export interface Outbox {
  /** Places, changes or (answer null) takes back. The revision is the last one known and one more. */
  place(what: Omit<Entry, 'revision'>): void;
  pending(board: number): { entry: Entry; state: EntryState } | undefined;
  /** What is saved as far as this phone knows; undefined when nothing ever was. */
  saved(board: number): OwnPostIt | undefined;
  notice(board: number): Notice | undefined;
  /** Everything that came to nothing. */
  notices(): Notice[];
  /** What came to nothing there needs no more saying. */
  settle(board: number): void;
  /** Whether something that was placed came to nothing. */
  failed(): boolean;
  /** Whether anything is still to be sent, and whether some of it did not get through. */
  state(): EntryState | null;
  /** Takes over what the server has, after each (re)connection, then sends what is still to be sent. */
  reconcile(mine: readonly OwnPostIt[]): void;
  /** This person's own answers, saved or not, as far as this phone knows them. */
  entries(): Entry[];
  /** Sends everything that is not on its way. */
  flush(): void;
  /** Forgets everything, on this phone only. */
  clear(): void;
}

/** Refusals after which the same thing is sent again; a test holds this equal to core/refusal.ts. */
export const RETRIED: readonly RefusalCode[] = [
  'too-fast',
  'door-locked',
  'paused',
  'not-saved',
  'disk-full',
  'session-waits',
  'fault',
];

/** After this many milliseconds without an answer, "Sending" would promise too much. */
export const DOUBT_MS = 1500;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 8000;

interface Item {
  entry: Entry;
  state: EntryState;
  /** Number of the attempt on its way; an answer to an earlier one says nothing about this one. */
  attempt: number;
  failures: number;
  cancel: (() => void) | null;
}

/** Makes the outbox of one session; what an earlier page left unsent is in it again. */
export function makeOutbox(code: string, ports: OutboxPorts): Outbox {
  const items = new Map<number, Item>();
  const known = new Map<number, OwnPostIt>();
  const notices = new Map<number, Notice>();
  const prefix = `standpoint:out:${code}:`;
  let attempts = 0;

  for (const key of ports.keep.keys(prefix)) {
    const entry = readEntry(ports.keep.get(key));
    if (entry === null) ports.keep.remove(key);
    else if (entry.late !== undefined) notices.set(entry.board, { code: entry.late, entry });
    else items.set(entry.board, { entry, state: 'waiting', attempt: 0, failures: 0, cancel: null });
  }

  function put(entry: Entry): void {
    items.get(entry.board)?.cancel?.();
    const item: Item = { entry, state: 'sending', attempt: 0, failures: 0, cancel: null };
    items.set(entry.board, item);
    ports.keep.set(prefix + entry.board, JSON.stringify(entry));
    notices.delete(entry.board);
    send(item);
  }

  function drop(item: Item): void {
    const { entry } = item;
    item.cancel?.();
    items.delete(entry.board);
    // Another tab may have put a newer one there.
    const key = prefix + entry.board;
    if (ports.keep.get(key) === JSON.stringify(entry)) ports.keep.remove(key);
  }

  function send(item: Item): void {
    item.cancel?.();
    item.cancel = null;
    attempts += 1;
    const attempt = attempts;
    item.attempt = attempt;
    // A first try says Sending; one that failed before stays "not saved" until it is.
    if (item.failures === 0) {
      item.state = 'sending';
      item.cancel = ports.later(() => {
        item.state = 'waiting';
        ports.changed();
      }, DOUBT_MS);
    }
    ports.send(item.entry, (ack) => {
      if (items.get(item.entry.board) === item) answered(item, attempt, ack);
      else if (typeof ack === 'number') learn(toOwn(item.entry));
      ports.changed();
    });
    ports.changed();
  }

  function answered(item: Item, attempt: number, ack: PlaceAck | null): void {
    const { entry } = item;
    if (typeof ack === 'number') {
      if (ack !== entry.revision) return;
      learn(toOwn(entry));
      drop(item);
    } else if (ack !== null && !RETRIED.includes(ack.refusal)) {
      if (ack.current !== undefined) learn(ack.current);
      notices.set(entry.board, { code: ack.refusal, entry });
      drop(item);
      // Words outlive a refresh.
      if (entry.comment !== '')
        ports.keep.set(prefix + entry.board, JSON.stringify({ ...entry, late: ack.refusal }));
    } else if (item.attempt === attempt) {
      item.cancel?.();
      item.state = 'waiting';
      const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(item.failures, 3));
      item.failures += 1;
      item.attempt = 0;
      item.cancel = ports.later(() => send(item), wait * (1 + ports.random() / 2));
    }
  }

  function learn(own: OwnPostIt): void {
    if ((known.get(own[0])?.[1] ?? 0) <= own[1]) known.set(own[0], own);
  }

  return {
    place(what) {
      const last = Math.max(known.get(what.board)?.[1] ?? 0, items.get(what.board)?.entry.revision ?? 0);
      put({ ...what, revision: last + 1 });
    },
    pending: (board) => items.get(board),
    saved: (board) => known.get(board),
    notice: (board) => notices.get(board),
    notices: () => [...notices.values()],
    settle(board) {
      if (notices.delete(board) && !items.has(board)) ports.keep.remove(prefix + board);
      ports.changed();
    },
    failed: () => [...notices.values()].some((notice) => notice.code !== 'stale'),
    state() {
      const all = [...items.values()];
      if (all.length === 0) return null;
      return all.some((item) => item.state === 'waiting') ? 'waiting' : 'sending';
    },
    reconcile(mine) {
      const server = new Map(mine.map((own) => [own[0], own]));
      for (const item of items.values()) {
        const own = server.get(item.entry.board);
        if (own === undefined || own[1] < item.entry.revision) continue;
        if (!sameContent(own, item.entry)) notices.set(own[0], { code: 'stale', entry: item.entry });
        drop(item);
      }
      const before = [...known.values()];
      known.clear();
      for (const own of mine) known.set(own[0], own);
      for (const item of items.values()) {
        // The laptop is there: what fails now has not failed long. It is not "Sending" again either.
        item.failures = Math.min(item.failures, 1);
        send(item);
      }
      // A laptop that came back from an older copy has lost what it had acknowledged: it gets it again.
      for (const own of before)
        if (own[1] > (known.get(own[0])?.[1] ?? 0) && !items.has(own[0])) {
          const entry = toEntry(own);
          if (entry !== null) put(entry);
        }
      ports.changed();
    },
    entries: () => [
      ...[...known.values()].flatMap((own) => (items.has(own[0]) ? [] : (toEntry(own) ?? []))),
      ...[...items.values()].map(({ entry }) => entry),
    ],
    flush() {
      for (const item of items.values()) if (item.attempt === 0) send(item);
    },
    clear() {
      for (const item of items.values()) drop(item);
      for (const board of notices.keys()) ports.keep.remove(prefix + board);
      known.clear();
      notices.clear();
      ports.changed();
    },
  };
}

function toOwn(e: Entry): OwnPostIt {
  return [e.board, e.revision, e.answer, e.comment, e.audience];
}

/** Null: this phone was not told what is there. */
function toEntry([board, revision, answer, comment, audience]: OwnPostIt): Entry | null {
  return answer === UNTOLD ? null : { board, revision, answer, comment, audience };
}

function sameContent(own: OwnPostIt, entry: Entry): boolean {
  return own[2] === entry.answer && own[3] === entry.comment && own[4] === entry.audience;
}

/** Reads what an earlier page left; null when it is not an entry. */
/** With `late`, it came to nothing, and for this reason. */
function readEntry(text: string | null): (Entry & { late?: RefusalCode }) | null {
  try {
    const e = JSON.parse(text ?? '') as (Partial<Entry> & { late?: RefusalCode }) | null;
    return typeof e?.board === 'number' &&
      typeof e.revision === 'number' &&
      (e.answer === null || typeof e.answer === 'number' || typeof e.answer === 'string') &&
      typeof e.comment === 'string' &&
      (e.audience === 0 || e.audience === 1)
      ? (e as Entry & { late?: RefusalCode })
      : null;
  } catch {
    return null;
  }
}
