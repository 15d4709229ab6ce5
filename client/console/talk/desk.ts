/**
 * Points and themes on one device: shown at once, kept here until the laptop has them, handed over in order however
 * long the network is away, and taken back by changes of their own.
 */
import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { LIMITS } from '../../../core/limits.ts';
import { isRefusal, REFUSALS, type Refusal } from '../../../core/refusal.ts';
import type { ChangesDone, TalkAbout, TalkPage } from '../../../core/talk/api.ts';
import { undoOf, type Change, type Outcome } from '../../../core/talk/change.ts';
import { codebook, type Codebook } from '../../../core/talk/themes.ts';
import type { Point, PointFields, Theme, ThemeFields } from '../../../core/talk/types.ts';
import type { Kept } from './kept.ts';
import { codingKey, emptyMirror, inPlace, overlaid, take, type Mirror } from './mirror.ts';

const AGAIN_MS = 1500;

export interface TalkPorts {
  kept: Kept;
  fetch(since: string): Promise<TalkPage | Refusal>;
  send(changes: readonly Change[]): Promise<ChangesDone | Refusal>;
  /** Calls back after so many milliseconds; returns a way to call that off. */
  later(action: () => void, ms: number): () => void;
  newId(): string;
}

/** A change that did not come out as it was meant here: somebody has to look at it. */
export interface Trouble {
  change: Change;
  why: Exclude<Outcome['is'], 'done'> | Refusal;
  /** What stands of the fields that differ. */
  now: Partial<PointFields & ThemeFields>;
  /** What this device had before, whole, of what was removed elsewhere. */
  last: PointFields | ThemeFields | null;
}

export interface TalkDesk {
  about: ReadonlySignal<TalkAbout | null>;
  book: ReadonlySignal<Codebook>;
  points: ReadonlySignal<readonly Point[]>;
  codings: ReadonlySignal<Mirror['codings']>;
  /** Whether the laptop answers; a refusal: it will not show this. */
  link: ReadonlySignal<'loading' | 'here' | 'away' | Refusal>;
  /** Changes that the laptop does not have yet. */
  waiting: ReadonlySignal<number>;
  troubles: ReadonlySignal<readonly Trouble[]>;
  /** How many steps can be taken back, and done again. */
  steps: ReadonlySignal<{ undo: number; redo: number }>;
  /** Words of post-its, by `codingKey`, as far as this page has them. */
  postits: Signal<ReadonlyMap<string, string>>;
  postitText(session: string, postit: string): string;
  /** Themes that were merged into this one. */
  mergedInto(theme: string): Theme[];
  /** Done as one step, which one undo takes back. */
  perform(changes: readonly Wanted[]): void;
  undo(): void;
  redo(): void;
  /** Takes what was meant here after all, or lets it go. */
  settle(trouble: Trouble, mine: boolean): void;
  /** Asks for what is newer, and hands over what waits. */
  refresh(): void;
  close(): void;
}

/** A change without an id, which it gets as it is done. */
export type Wanted = Change extends infer C ? (C extends Change ? Omit<C, 'id'> : never) : never;

interface Step {
  change: Change;
  /** What stood before, whole; null: nothing. */
  before: PointFields | ThemeFields | null;
}

export function makeTalkDesk(ports: TalkPorts): TalkDesk {
  const { kept } = ports;
  const base = emptyMirror();
  let pending = kept.changes();
  let at = '';
  // Not the same one: what the laptop tells is taken into that.
  let shown = emptyMirror();
  let handing = false;
  let asking: Promise<boolean> | null = null;
  let closed = false;
  let cancel = (): void => undefined;
  const lastSeen = new Map<string, Step['before']>();
  const past: Step[][] = [];
  const future: Step[][] = [];

  const about = signal<TalkAbout | null>(null);
  const book = signal<Codebook>(codebook([]));
  const points = signal<readonly Point[]>([]);
  const codings = signal<Mirror['codings']>(new Map());
  const link = signal<'loading' | 'here' | 'away' | Refusal>('loading');
  const waiting = signal(pending.length);
  const troubles = signal<readonly Trouble[]>((kept.get('troubles') as Trouble[] | null) ?? []);
  const steps = signal({ undo: 0, redo: 0 });
  const postits = signal<ReadonlyMap<string, string>>(new Map());

  const show = (): void => {
    const next = overlaid(base, pending);
    if (!sameMap(next.themes, shown.themes)) book.value = codebook([...next.themes.values()]);
    if (!sameMap(next.points, shown.points)) points.value = inPlace(next.points.values());
    if (!sameMap(next.codings, shown.codings)) codings.value = next.codings;
    shown = next;
    waiting.value = pending.length;
    steps.value = { undo: past.length, redo: future.length };
  };
  const trouble = (list: readonly Trouble[]): void => {
    troubles.value = list;
    kept.set('troubles', list.length === 0 ? null : list);
  };
  const enqueue = (changes: readonly Change[]): Step[] => {
    let view = shown;
    const done = changes.map((change) => {
      const step = { change, before: fieldsIn(view, change) };
      view = overlaid(view, [change]);
      return step;
    });
    pending = [...pending, ...changes];
    kept.add(changes);
    show();
    void handOver();
    return done;
  };
  const drop = (ids: ReadonlySet<string>): void => {
    pending = pending.filter(({ id }) => !ids.has(id));
    kept.drop(ids);
  };

  /** @returns whether the laptop answered */
  const ask = async (): Promise<boolean> => {
    const page = await ports.fetch(at);
    if (closed) return false;
    if (isRefusal(page)) {
      link.value = REFUSALS[page.refusal].retry || page.refusal === 'sign-in-needed' ? 'away' : page;
      return false;
    }
    // Should one of them have been removed elsewhere, this is what was last seen of it.
    for (const change of pending)
      lastSeen.set(change.key, fieldsIn(shown, change) ?? lastSeen.get(change.key) ?? null);
    take(base, page);
    at = page.at;
    if (page.about !== null) about.value = page.about;
    link.value = 'here';
    return true;
  };
  /** One question at a time: an older answer must not come over a newer one. */
  const askInTurn = (): Promise<boolean> => {
    asking = (asking ?? Promise.resolve(true)).then(ask, ask);
    return asking;
  };

  const handOver = async (): Promise<void> => {
    if (handing || closed) return;
    handing = true;
    cancel();
    while (pending.length > 0) {
      const batch = pending.slice(0, LIMITS.changesAtOnce);
      const answer = await ports.send(batch);
      if (closed) return;
      if (isRefusal(answer)) {
        const wrong = refusedOf(batch, answer);
        if (wrong === null) {
          link.value = answer.refusal === 'no-such-session' ? answer : 'away';
          break;
        }
        trouble([...troubles.value, { change: wrong, why: answer, now: {}, last: null }]);
        drop(new Set([wrong.id]));
        show();
        continue;
      }
      const found = troublesIn(batch, answer.outcomes, lastSeen);
      if (found.length > 0) trouble([...troubles.value, ...found]);
      // What the laptop has now is asked for first, so that nothing goes from the screen for a moment.
      const answered = await askInTurn();
      if (!answered) {
        Object.assign(base, overlaid(base, batch));
        at = '';
      }
      drop(new Set(batch.map(({ id }) => id)));
      show();
    }
    handing = false;
    if (pending.length > 0 && !closed) cancel = ports.later(() => void handOver(), AGAIN_MS);
  };

  const refresh = (): void => {
    void askInTurn().then((answered) => {
      if (closed) return;
      show();
      if (answered || pending.length > 0) void handOver();
      else if (link.peek() === 'away') cancel = ports.later(refresh, AGAIN_MS);
    });
  };

  const goBack = (from: Step[][], to: Step[][]): void => {
    const group = from.pop();
    if (group === undefined) return;
    const back = group
      .toReversed()
      .flatMap(({ change, before: last }) => undoOf(change, ports.newId(), last) ?? []);
    to.push(enqueue(back));
    show();
  };

  const perform = (wanted: readonly Wanted[]): void => {
    if (wanted.length === 0) return;
    past.push(enqueue(wanted.map((one): Change => ({ ...one, id: ports.newId() }))));
    if (past.length > LIMITS.undoSteps) past.shift();
    future.length = 0;
    show();
  };

  return {
    about,
    book,
    points,
    codings,
    link,
    waiting,
    troubles,
    steps,
    postits,
    postitText: (session, postit) => postits.value.get(codingKey(session, postit)) ?? '',
    mergedInto: (id) =>
      [...shown.themes.values()].filter((t) => t.id !== id && book.value.get(t.id)?.theme.id === id),
    perform,
    undo: () => goBack(past, future),
    redo: () => goBack(future, past),
    settle: (one, mine) => {
      trouble(troubles.value.filter((other) => other !== one));
      const again = mine ? afterAll(one) : null;
      if (again !== null) perform([again]);
    },
    refresh,
    close: () => {
      closed = true;
      cancel();
    },
  };
}

/** What was meant, said anew over what stands now. */
function afterAll({ change, why, now, last }: Trouble): Wanted | null {
  if (change.of === 'coding') return null;
  const { id: _id, ...rest } = change;
  if (why === 'gone')
    return last === null ? null : ({ ...rest, was: null, set: { ...last, ...change.set } } as Wanted);
  if (why !== 'differs') return null;
  const set = Object.fromEntries(
    Object.keys(now).map((field) => [field, (change.set as Record<string, unknown>)[field]]),
  );
  return { ...rest, was: now, set };
}

/** The change that a refusal is about; null: about none, it can be tried again. */
function refusedOf(batch: readonly Change[], { refusal, where = '' }: Refusal): Change | null {
  if (REFUSALS[refusal].retry || refusal === 'sign-in-needed') return null;
  const [, index] = /^changes\.(\d+)/.exec(where) ?? [];
  return index === undefined ? null : (batch[Number(index)] ?? null);
}

function troublesIn(
  batch: readonly Change[],
  outcomes: readonly Outcome[],
  lastSeen: ReadonlyMap<string, Trouble['last']>,
): Trouble[] {
  return outcomes.flatMap((outcome, i) => {
    const change = batch[i];
    if (change === undefined || outcome.is === 'done') return [];
    // A post-it that is gone has taken its themes with it: there is nothing to decide.
    if (change.of === 'coding') return [];
    return [
      {
        change,
        why: outcome.is,
        now: outcome.is === 'differs' ? outcome.now : {},
        last: outcome.is === 'gone' ? (lastSeen.get(change.key) ?? null) : null,
      },
    ];
  });
}

function fieldsIn(view: Mirror, change: Change): Step['before'] {
  if (change.of === 'coding') return null;
  const there = (change.of === 'point' ? view.points : view.themes).get(change.key);
  return there === undefined ? null : fieldsOf(there);
}

function fieldsOf(item: Point | (ThemeFields & { id: string })): PointFields | ThemeFields {
  const { id: _id, ...rest } = item;
  if (!('session' in rest)) return rest;
  const { session: _session, source: _source, place: _place, ...fields } = rest;
  return fields;
}

function sameMap<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}
