/**
 * Points and themes on one device: shown at once, kept here until the laptop has them, handed over in order however
 * long the network is away, and taken back by changes of their own.
 */
import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { LIMITS } from '../../../core/limits.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import type { ChangesDone, TalkAbout, TalkPage } from '../../../core/talk/api.ts';
import { undoOf, type Change, type WholeFields } from '../../../core/talk/change.ts';
import { codebook, type Codebook } from '../../../core/talk/themes.ts';
import type { Point, Theme } from '../../../core/talk/types.ts';
import { nextStep, numbered, type Numbered } from '../stepOrder.ts';
import { batchOf } from './batch.ts';
import type { Kept } from './kept.ts';
import { keepTroubles, troublesOf } from './keptTroubles.ts';
import { codingKey, emptyMirror, inPlace, overlaid, standingFields, take, type Mirror } from './mirror.ts';
import { sameMap, sameTexts, textsOf, type TextsShown } from './shown.ts';
import { forgetTakenOut } from './takenOut.ts';
import { afterAll, isGone, refusedOf, troublesAfter, troublesIn, type Trouble } from './trouble.ts';

const AGAIN_MS = 1500;

export interface TalkPorts {
  kept: Kept;
  fetch(since: string): Promise<TalkPage | Refusal>;
  send(changes: readonly Change[]): Promise<ChangesDone | Refusal>;
  /** How the laptop says that what this desk is about was removed. */
  goneAs: 'no-such-session' | 'no-such-consultation';
  /** Calls back after so many milliseconds; returns a way to call that off. */
  later(action: () => void, ms: number): () => void;
  newId(): string;
}

export interface TalkDesk extends Numbered {
  about: ReadonlySignal<TalkAbout | null>;
  book: ReadonlySignal<Codebook>;
  points: ReadonlySignal<readonly Point[]>;
  codings: ReadonlySignal<Mirror['codings']>;
  /** What the second coder has looked at, of a whole consultation. */
  seconds: ReadonlySignal<Mirror['seconds']>;
  /** Of a whole consultation; on the desk of one session none. */
  texts: ReadonlySignal<TextsShown>;
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
  /** Also of one that was merged into another; empty: it is not there any more. */
  themeName(id: string): string;
  /** Themes that were merged into this one. */
  mergedInto(theme: string): Theme[];
  /** Done as one step, which one undo takes back; `n` is its number (`nextStep`). */
  perform(changes: readonly Wanted[], n?: number): void;
  undo(): void;
  redo(): void;
  /** Takes what was meant here after all, or lets it go. */
  settle(mine: boolean, ...which: Trouble[]): void;
  /** Asks for what is newer, and hands over what waits. */
  refresh(): void;
  /** Nothing that waits here, and no step of it, goes to the laptop any more. */
  forget(): void;
  close(): void;
}

/** A change without an id, which it gets as it is done. */
export type Wanted = Change extends infer C ? (C extends Change ? Omit<C, 'id'> : never) : never;

export interface Step {
  change: Change;
  /** What stood before, whole; null: nothing. */
  before: WholeFields | null;
  /** Its number; those of one step have one. */
  n: number;
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
  /** Rises as somebody signs out in another tab: what was under way then is nobody's any more. */
  let turn = 0;
  let cancel = (): void => undefined;
  const lastSeen = new Map<string, Step['before']>();
  const past: Step[][] = [];
  const future: Step[][] = [];

  const about = signal<TalkAbout | null>(null);
  const book = signal<Codebook>(codebook([]));
  const points = signal<readonly Point[]>([]);
  const codings = signal<Mirror['codings']>(new Map());
  const seconds = signal<Mirror['seconds']>(new Map());
  const texts = signal<TextsShown>({ sources: [], passages: [], questions: [] });
  const link = signal<'loading' | 'here' | 'away' | Refusal>('loading');
  const waiting = signal(pending.length);
  const troubles = signal<readonly Trouble[]>(troublesOf(kept));
  const steps = signal({ undo: 0, redo: 0 });
  const postits = signal<ReadonlyMap<string, string>>(new Map());

  const show = (): void => {
    const next = overlaid(base, pending);
    if (!sameMap(next.themes, shown.themes)) book.value = codebook([...next.themes.values()]);
    if (!sameMap(next.points, shown.points)) points.value = inPlace(next.points.values());
    if (!sameMap(next.codings, shown.codings)) codings.value = next.codings;
    if (!sameMap(next.seconds, shown.seconds)) seconds.value = next.seconds;
    if (!sameTexts(next, shown)) texts.value = textsOf(next);
    shown = next;
    waiting.value = pending.length;
    steps.value = { undo: past.length, redo: future.length };
  };
  const trouble = (list: readonly Trouble[]): void => {
    keepTroubles(kept, troubles.value, list);
    troubles.value = list;
  };
  const forgetSteps = (): void => {
    [pending, past.length, future.length] = [[], 0, 0];
    lastSeen.clear();
  };
  /** What this desk is about was removed: nobody waits for it, and nothing of it stays on this device. */
  const lost = (why: Refusal): void => {
    link.value = why;
    trouble([...troubles.value, ...pending.map((change) => ({ change, why, now: {}, last: null }))]);
    forgetSteps();
    kept.end();
    show();
  };
  const enqueue = (changes: readonly Change[], n: number): Step[] => {
    let view = shown;
    const done = changes.map((change) => {
      const step = { change, before: standingFields(view, change), n };
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
      if (page.refusal === ports.goneAs) {
        lost(page);
        return false;
      }
      link.value = REFUSALS[page.refusal].retry || page.refusal === 'sign-in-needed' ? 'away' : page;
      return false;
    }
    // Should one of them have been removed elsewhere, this is what was last seen of it.
    for (const change of pending)
      lastSeen.set(change.key, standingFields(shown, change) ?? lastSeen.get(change.key) ?? null);
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
    let most: number = LIMITS.changesAtOnce;
    while (pending.length > 0) {
      const batch = batchOf(pending, most);
      const [began, answer] = [turn, await ports.send(batch)];
      if (closed) return;
      if (turn !== began) continue;
      if (isRefusal(answer)) {
        if (answer.refusal === ports.goneAs) {
          lost(answer);
          break;
        }
        if (isGone(answer) && batch.length > 1) {
          // One of them is of a session that was removed: alone, each is told of for itself.
          most = 1;
          continue;
        }
        const wrong = isGone(answer) ? (batch[0] ?? null) : refusedOf(batch, answer);
        if (wrong === null) {
          link.value = 'away';
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
      if (closed) return;
      if (turn !== began) continue;
      const late = answered ? troublesAfter(batch, answer.outcomes, base, about.value) : [];
      if (late.length > 0) trouble([...troubles.value, ...late]);
      if (!answered) {
        Object.assign(base, overlaid(base, batch));
        at = '';
      }
      drop(new Set(batch.map(({ id }) => id)));
      // Only now: until then what was on its way was seen once more.
      forgetTakenOut(found, lastSeen, past, future);
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
    const back = (group ?? [])
      .toReversed()
      .flatMap(({ change, before: last }) => undoOf(change, ports.newId(), last) ?? []);
    if (back.length > 0) to.push(enqueue(back, group?.[0]?.n ?? 0));
    show();
  };

  const perform = (wanted: readonly Wanted[], n = nextStep()): void => {
    if (wanted.length === 0) return;
    const changes = wanted.map((one): Change => ({ ...one, id: ports.newId() }));
    past.push(enqueue(changes, n));
    if (past.length > LIMITS.undoSteps) past.shift();
    future.length = 0;
    show();
  };

  return {
    about,
    book,
    points,
    codings,
    seconds,
    texts,
    link,
    waiting,
    troubles,
    steps,
    postits,
    postitText: (session, postit) => postits.value.get(codingKey(session, postit)) ?? '',
    themeName: (id) => shown.themes.get(id)?.name ?? '',
    mergedInto: (id) =>
      [...shown.themes.values()].filter((t) => t.id !== id && book.value.get(t.id)?.theme.id === id),
    perform,
    ...numbered(past, future, show),
    undo: () => goBack(past, future),
    redo: () => goBack(future, past),
    settle: (mine, ...which) => {
      trouble(troubles.value.filter((other) => !which.includes(other)));
      perform(mine ? which.flatMap((one) => afterAll(one) ?? []) : []);
    },
    refresh,
    forget: () => {
      turn += 1;
      cancel();
      trouble([]);
      drop(new Set(pending.map(({ id }) => id)));
      forgetSteps();
      show();
    },
    close: () => {
      closed = true;
      cancel();
    },
  };
}
