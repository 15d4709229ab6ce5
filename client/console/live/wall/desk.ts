/** The wall as the laptop has it, what is counted and not saved yet, and saving, one thing after the other. */
import { signal, type Signal } from '@preact/signals';
import { isRefusal, REFUSALS } from '../../../../core/refusal.ts';
import type { Wall, WallColumn, WallComment } from '../../../../core/wall.ts';
import { ask } from '../ask.ts';
import {
  isSame,
  isSameComment,
  keyOf,
  savedColumns,
  savedCounts,
  savedHeads,
  withComment,
  type Counts,
} from './model.ts';
import { say } from './words.ts';

/** Words that are on their way, and come again until they are saved. */
interface Waiting {
  n: number;
  key: string;
  comment: WallComment;
  change: 'add' | 'remove';
}

export interface WallDesk {
  wall: Signal<Wall | null>;
  /** Counts that are not saved yet, by board; a board that nobody counts is not there. */
  drafts: Signal<Readonly<Record<number, Counts>>>;
  heads: Signal<Counts | null>;
  /** Words that are being typed, by board and heading. */
  texts: Map<string, string>;
  waiting: Signal<readonly Waiting[]>;
  /** Why nothing was saved, in words; empty when there is nothing to say. */
  trouble: Signal<string>;
  load(): Promise<void>;
  draft(n: number, counts: Counts | null): void;
  setHeads(heads: Counts): void;
  /**
   * Saves a board as it was counted.
   *
   * Its draft goes as it is saved, unless it was counted on meanwhile.
   *
   * @returns whether it is saved; `elsewhere`: another device saved this board or the heads since counting began
   * here. Then its wall is loaded, and saving once more puts this one in its place.
   */
  save(n: number, columns: (wall: Wall) => WallColumn[]): Promise<'saved' | 'elsewhere' | 'failed'>;
  /** Words go up, or are taken away, as soon as it can be. */
  words(n: number, key: string, comment: WallComment, change: 'add' | 'remove'): void;
  close(): void;
}

const RETRY_MS = 2000;

/** What is counted and not saved outlives a reload of the page; words are never kept by the browser. */
interface Kept {
  drafts: Readonly<Record<number, Counts>>;
  heads: Counts | null;
  /** What was saved when each draft was begun, and the heads. */
  from: Record<number, Counts>;
  headsFrom: Counts | null;
}

export function makeWallDesk(session: string): WallDesk {
  const place = `standpoint-wall-${session}`;
  const kept = readKept(place);
  const wall = signal<Wall | null>(null);
  const drafts = signal<Readonly<Record<number, Counts>>>(kept.drafts);
  const heads = signal<Counts | null>(kept.heads);
  const waiting = signal<readonly Waiting[]>([]);
  const trouble = signal('');
  let { from, headsFrom } = kept;
  let sending = false;
  let working: Promise<unknown> = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const keep = (): void => {
    const all: Kept = { drafts: drafts.value, heads: heads.value, from, headsFrom };
    sessionStorage.setItem(place, JSON.stringify(all));
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = working.then(work);
    working = turn.catch(() => undefined);
    return turn;
  };
  const read = async (): Promise<boolean> => {
    const answer = await ask<Wall>('GET', `sessions/${session}/wall`);
    if (isRefusal(answer)) {
      trouble.value = REFUSALS[answer.refusal].wording;
      return false;
    }
    trouble.value = '';
    wall.value = answer;
    return true;
  };
  const write = async (
    n: number,
    columns: (wall: Wall) => WallColumn[],
    counted: Counts | null,
  ): Promise<'saved' | 'elsewhere' | 'failed'> => {
    const now = wall.value;
    if (now === null) return 'failed';
    const wanted = counted ?? savedHeads(now);
    const answer = await ask<Wall>('PUT', `sessions/${session}/wall/${n}`, {
      version: now.version,
      heads: Object.entries(wanted).map(([key, count]) => ({
        groups: key === '' ? [] : key.split('+'),
        n: count,
      })),
      columns: columns(now),
    });
    if (!isRefusal(answer)) {
      trouble.value = '';
      wall.value = answer;
      return 'saved';
    }
    if (answer.refusal === 'changed-elsewhere' && (await read())) return 'elsewhere';
    trouble.value = REFUSALS[answer.refusal].wording;
    return 'failed';
  };
  /** Whether another device has saved something else since it was begun to count here. */
  const movedOn = (n: number): boolean => {
    const now = wall.value;
    if (now === null) return false;
    const there = savedCounts(now, n);
    const board =
      from[n] !== undefined && !isSame(from[n], there) && !isSame(drafts.value[n] ?? there, there);
    const people = savedHeads(now);
    const own = heads.value ?? people;
    return board || (headsFrom !== null && !isSame(headsFrom, people) && !isSame(own, people));
  };
  const setDraft = (n: number, counts: Counts | null): void => {
    const { [n]: _, ...others } = drafts.value;
    const { [n]: begun = wall.value === null ? {} : savedCounts(wall.value, n), ...rest } = from;
    drafts.value = counts === null ? others : { ...others, [n]: counts };
    from = counts === null ? rest : { ...rest, [n]: begun };
  };
  const save = async (
    n: number,
    columns: (wall: Wall) => WallColumn[],
    sent: { counts: Counts | undefined; people: Counts | null },
  ): Promise<'saved' | 'elsewhere' | 'failed'> => {
    let done = movedOn(n) ? 'elsewhere' : await write(n, columns, sent.people);
    // Another statement was saved there, or words, and this one is as it was.
    if (done === 'elsewhere' && !movedOn(n)) done = await write(n, columns, sent.people);
    if (done === 'saved' && wall.value !== null) {
      // What was counted since it was read back is not saved yet, and begins from what is.
      if (heads.value === sent.people) heads.value = headsFrom = null;
      else headsFrom = savedHeads(wall.value);
      if (drafts.value[n] === sent.counts) setDraft(n, null);
      else from = { ...from, [n]: savedCounts(wall.value, n) };
    }
    if (done === 'elsewhere' && wall.value !== null) {
      from = { ...from, [n]: savedCounts(wall.value, n) };
      headsFrom = heads.value === null ? null : savedHeads(wall.value);
    }
    keep();
    return done;
  };
  const sendWaiting = async (): Promise<void> => {
    clearTimeout(retry);
    const first = waiting.value[0];
    if (first === undefined || closed) return;
    if (first.change === 'add' && wall.value !== null && roomFor(wall.value, first) <= 0) {
      trouble.value = say('type.noPostIt');
      retry = setTimeout(() => void inTurn(sendWaiting), RETRY_MS);
      return;
    }
    sending = true;
    // Heads that nobody has read back yet are not saved with words.
    const done = await write(
      first.n,
      (now) => withComment(savedColumns(now, first.n), first.key, first.comment, first.change),
      null,
    );
    sending = false;
    if (done === 'saved') waiting.value = waiting.value.slice(1);
    if (done === 'failed') retry = setTimeout(() => void inTurn(sendWaiting), RETRY_MS);
    else await sendWaiting();
  };
  const load = async (): Promise<void> => {
    if ((await inTurn(read)) || closed) return;
    retry = setTimeout(() => void load(), RETRY_MS);
  };

  return {
    wall,
    drafts,
    heads,
    waiting,
    trouble,
    load,
    draft: (n, counts) => {
      setDraft(n, counts);
      keep();
    },
    setHeads: (next) => {
      if (wall.value !== null) headsFrom ??= savedHeads(wall.value);
      heads.value = next;
      keep();
    },
    texts: new Map(),
    save: (n, columns) => {
      const sent = { counts: drafts.value[n], people: heads.value };
      return inTurn(() => save(n, columns, sent));
    },
    words: (n, key, comment, change) => {
      const isIt = (w: Waiting): boolean =>
        w.change === 'add' && w.n === n && w.key === key && isSameComment(w.comment, comment);
      // What is not up yet is not sent at all, also where it was refused again and again.
      const at = change === 'remove' ? waiting.value.findLastIndex(isIt) : -1;
      if (at > 0 || (at === 0 && !sending)) {
        waiting.value = waiting.value.toSpliced(at, 1);
        if (at === 0) trouble.value = '';
        if (at === 0) void inTurn(sendWaiting);
        return;
      }
      waiting.value = [...waiting.value, { n, key, comment, change }];
      if (waiting.value.length === 1) void inTurn(sendWaiting);
    },
    close: () => {
      closed = true;
      clearTimeout(retry);
    },
  };
}

/** Post-its that have no words yet where these are to go. */
function roomFor(wall: Wall, { n, key }: Waiting): number {
  const column = savedColumns(wall, n).find((c) => keyOf(c.groups, c.answer) === key);
  return column === undefined ? 0 : column.n - column.comments.length;
}

function readKept(place: string): Kept {
  const nothing: Kept = { drafts: {}, heads: null, from: {}, headsFrom: null };
  try {
    const text = sessionStorage.getItem(place);
    return text === null ? nothing : { ...nothing, ...(JSON.parse(text) as Partial<Kept>) };
  } catch {
    return nothing;
  }
}
