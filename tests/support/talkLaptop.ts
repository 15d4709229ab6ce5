/** A laptop for the desk of a scribe's device, without a network between them. */
import { NO_SOURCES } from '../../core/talk/sources.ts';
import { makeTalkDesk, type TalkDesk, type TalkPorts, type Wanted } from '../../client/console/talk/desk.ts';
import { keptFor } from '../../client/console/talk/kept.ts';
import { keepIn, type Keep } from '../../client/shared/storage.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { ChangesDone, TalkAbout, TalkPage } from '../../core/talk/api.ts';
import { applyChange, type Change, type Outcome } from '../../core/talk/change.ts';
import { NEW_POINT, type Point, type PointFields, type Theme } from '../../core/talk/types.ts';
import { fakeStorage } from './storage.ts';

const SEALED: TalkAbout = {
  consultation: 'c',
  title: '',
  sample: false,
  languages: ['en'],
  groups: [],
  statements: [],
  sessions: [
    {
      id: 's',
      name: '',
      date: '2026-11-28',
      state: 'sealed',
      groups: [],
      descriptions: [],
      boards: [],
    },
  ],
  lists: { names: [], places: [] },
  reworded: [],
};

/** The laptop: it carries out what comes once, and can be out of reach before or after that. */
export class Laptop {
  away: '' | 'before' | 'after' = '';
  refuses: Refusal | null = null;
  points = new Map<string, Point>();
  themes = new Map<string, Theme>();
  done = new Set<string>();
  n = 0;
  heard: string[] = [];
  /** The session was removed. */
  removed = false;
  sealed = false;

  fetch = async (): Promise<TalkPage | Refusal> =>
    this.away === 'before' || this.removed
      ? refuse(this.removed ? 'no-such-session' : 'fault')
      : {
          at: String(this.n),
          whole: true,
          themes: [...this.themes.values()],
          points: [...this.points.values()],
          codings: [],
          seconds: [],
          ...NO_SOURCES,
          gone: [],
          about: this.sealed ? SEALED : null,
        };

  send = async (changes: readonly Change[]): Promise<ChangesDone | Refusal> => {
    if (this.away === 'before') return refuse('fault');
    if (this.removed) return refuse('no-such-session', 'session');
    const wrong = changes.findIndex((c) => c.of === 'point' && c.set?.text === 'refused');
    if (wrong >= 0) return refuse('bad-file', `changes.${wrong}.set.text`, 'some text');
    const outcomes = changes.map((change) => this.carryOut(change));
    return this.away === 'after' ? refuse('fault') : { at: String(this.n), outcomes };
  };

  carryOut(change: Change): Outcome {
    this.n += 1;
    if (change.of === 'coding' && this.sealed) return { id: change.id, is: 'gone' };
    if (change.of !== 'point') return { id: change.id, is: 'done' };
    const again = this.done.has(change.id);
    if (!again) this.heard.push(change.key);
    this.done.add(change.id);
    const now = this.points.get(change.key) ?? null;
    const { next, outcome } = applyChange<PointFields>(now, change, again);
    if (next === null) this.points.delete(change.key);
    else
      this.points.set(change.key, {
        ...next,
        // A counted session has its post-its under other names.
        ...(this.sealed ? { postit: '' } : {}),
        id: change.key,
        session: 's',
        source: 'discussion',
        place: now?.place ?? this.points.size + 1,
      });
    return outcome;
  }
}

export interface DeskBench {
  laptop: Laptop;
  timers: (() => void)[];
  /** What the browser keeps. */
  keep: () => Keep;
  open: (ports?: Partial<TalkPorts>) => TalkDesk;
  /** Lets all timers come to their end. */
  tick: () => Promise<void>;
}

export function deskBench(): DeskBench {
  const [laptop, storage, timers] = [new Laptop(), fakeStorage(), [] as (() => void)[]];
  let ids = 0;
  const keep = (): Keep => keepIn(() => storage);
  return {
    laptop,
    timers,
    keep,
    open: (ports = {}) => {
      const desk = makeTalkDesk({
        kept: keptFor(keep(), { session: 's' }),
        fetch: laptop.fetch,
        send: laptop.send,
        goneAs: 'no-such-session',
        later: (action) => {
          timers.push(action);
          return () => void timers.splice(timers.indexOf(action), 1);
        },
        newId: () => `id${(ids += 1)}`,
        ...ports,
      });
      desk.refresh();
      return desk;
    },
    tick: async () => {
      for (const action of timers.splice(0)) action();
      await settled();
    },
  };
}

/** Lets everything that is under way come to its end. */
export const settled = async (): Promise<void> => {
  for (let i = 0; i < 50; i += 1) await Promise.resolve();
};

export const add = (key: string, fields: Partial<PointFields> = {}): Wanted => ({
  of: 'point',
  key,
  session: 's',
  was: null,
  set: { ...NEW_POINT, text: key, ...fields },
});
export const edit = (key: string, was: Partial<PointFields>, set: Partial<PointFields>): Wanted => ({
  of: 'point',
  key,
  session: 's',
  was,
  set,
});
export const texts = (desk: TalkDesk): string[] => desk.points.value.map((p) => p.text);
