/**
 * What of points is kept on this device: changes until the laptop has them, and the words that are being typed. All
 * of it goes when somebody signs out here.
 */
import type { Change } from '../../../core/talk/change.ts';
import { keepIn, type Keep, type RealStorage } from '../../shared/storage.ts';
import type { TalkPlace } from './ask.ts';

const ALL = 'standpoint:talk:';
const DIGITS = 9;

export interface Kept {
  /** Changes that are not handed over yet, in their order. */
  changes(): Change[];
  add(changes: readonly Change[]): void;
  drop(ids: ReadonlySet<string>): void;
  /** One thing more under a name of its own; null: none is there. */
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  /** All whose names begin so, in the order of their names. */
  all(start: string): unknown[];
  /** Nothing of this place stays here, and nothing more is kept. */
  end(): void;
}

/** One for the whole page: where the browser keeps nothing, it is this one that has it in memory. */
const shared = keepIn(() => localStorage);

export function browserKeep(): Keep {
  return shared;
}

/** With this begin the names of all that is kept of a place. */
export function prefixOf(place: TalkPlace): string {
  return `${ALL}${'session' in place ? place.session : place.consultation}:`;
}

export function keptFor(keep: Keep, place: TalkPlace): Kept {
  const prefix = prefixOf(place);
  const queue = `${prefix}q:`;
  const names = (): string[] => keep.keys(queue).toSorted();
  let ended = false;
  return {
    changes: () =>
      names().flatMap((name) => {
        const change = read(keep, name) as Change | null;
        return change === null ? [] : [change];
      }),
    add: (changes) => {
      if (ended) return;
      const last = names()
        .at(-1)
        ?.slice(queue.length, queue.length + DIGITS);
      let n = last === undefined ? 0 : Number(last) + 1;
      for (const change of changes) {
        keep.set(`${queue}${String(n).padStart(DIGITS, '0')}:${change.id}`, JSON.stringify(change));
        n += 1;
      }
    },
    drop: (ids) => {
      for (const name of names()) if (ids.has(name.slice(queue.length + DIGITS + 1))) keep.remove(name);
    },
    get: (name) => read(keep, `${prefix}${name}`),
    set: (name, value) => {
      if (value === null || ended) keep.remove(`${prefix}${name}`);
      else keep.set(`${prefix}${name}`, JSON.stringify(value));
    },
    all: (start) =>
      keep
        .keys(`${prefix}${start}`)
        .toSorted()
        .map((name) => read(keep, name))
        .filter((one) => one !== null),
    end: () => {
      ended = true;
      for (const name of keep.keys(prefix)) keep.remove(name);
    },
  };
}

function read(keep: Keep, name: string): unknown {
  const text = keep.get(name);
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** What was chosen of how a page is looked at: kept for the next time, and no loss where it goes. */
const CHOSEN = [':coder', ':share'];

/** Names of all that would be lost with this device. */
function unsaved(keep: Keep): string[] {
  return keep.keys(ALL).filter((name) => !CHOSEN.some((chosen) => name.endsWith(chosen)));
}

/** How much is on this device only, of whatever session: changes, those that nobody has decided on, and what is begun. */
export function waitingHere(keep = browserKeep()): number {
  let n = 0;
  for (const name of unsaved(keep)) {
    const troubles = name.endsWith(':troubles') ? read(keep, name) : null;
    n += Array.isArray(troubles) ? troubles.length : 1;
  }
  return n;
}

/** Whether any of it goes with this page, since the browser would not keep it. */
export function onlyInMemory(keep = browserKeep(), open: () => RealStorage = () => localStorage): boolean {
  return unsaved(keep).some((name) => {
    try {
      return open().getItem(name) === null;
    } catch {
      return true;
    }
  });
}

/** Told to other tabs by being set; it has nothing in it. */
const OUT = 'standpoint:out';
const listeners = new Set<() => void>();

/** Nothing of any session stays on this device, nor in any tab of it. */
export function forgetTalk(keep = browserKeep()): void {
  for (const name of keep.keys(ALL)) keep.remove(name);
  for (const listener of listeners) listener();
  keep.set(OUT, '1');
  keep.remove(OUT);
}

/** Calls back as somebody signs out, here or in another tab. @returns a way to end that */
export function whenForgotten(listener: () => void): () => void {
  const hear = (event: StorageEvent): void => {
    // No key: everything was cleared.
    if (event.key === null || (event.key === OUT && event.newValue !== null)) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', hear);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', hear);
  };
}
