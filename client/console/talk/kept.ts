/**
 * What of points is kept on this device: changes until the laptop has them, and the words that are being typed. All
 * of it goes when somebody signs out here.
 */
import type { Change } from '../../../core/talk/change.ts';
import { keepIn, type Keep } from '../../shared/storage.ts';
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
}

export function browserKeep(): Keep {
  return keepIn(() => localStorage);
}

export function keptFor(keep: Keep, place: TalkPlace): Kept {
  const prefix = `${ALL}${'session' in place ? place.session : place.consultation}:`;
  const queue = `${prefix}q:`;
  const names = (): string[] => keep.keys(queue).toSorted();
  return {
    changes: () =>
      names().flatMap((name) => {
        const change = read(keep, name) as Change | null;
        return change === null ? [] : [change];
      }),
    add: (changes) => {
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
      if (value === null) keep.remove(`${prefix}${name}`);
      else keep.set(`${prefix}${name}`, JSON.stringify(value));
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

/** How many changes wait on this device, of whatever session. */
export function waitingHere(keep = browserKeep()): number {
  return keep.keys(ALL).filter((name) => name.includes(':q:')).length;
}

/** Nothing of any session stays on this device. */
export function forgetTalk(keep = browserKeep()): void {
  for (const name of keep.keys(ALL)) keep.remove(name);
}
