/** The wall as the laptop has it, what is counted and not saved yet, and saving, one thing after the other. */
import { signal, type Signal } from '@preact/signals';
import { isRefusal, REFUSALS } from '../../../../core/refusal.ts';
import type { Wall, WallColumn, WallComment } from '../../../../core/wall.ts';
import { ask } from '../ask.ts';
import { savedColumns, savedHeads, withComment, type Counts } from './model.ts';

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
  waiting: Signal<readonly Waiting[]>;
  /** Why nothing was saved, in words; empty when there is nothing to say. */
  trouble: Signal<string>;
  load(): Promise<void>;
  draft(n: number, counts: Counts | null): void;
  setHeads(heads: Counts): void;
  /**
   * Saves a board as it was counted.
   *
   * @returns whether it is saved; `elsewhere`: another device saved meanwhile, whose wall is loaded then
   */
  save(n: number, columns: (wall: Wall) => WallColumn[]): Promise<'saved' | 'elsewhere' | 'failed'>;
  /** Words go up, or are taken away, as soon as it can be. */
  words(n: number, key: string, comment: WallComment, change: 'add' | 'remove'): void;
  close(): void;
}

const RETRY_MS = 2000;

/** What is counted and not saved outlives a reload of the page; words are never kept by the browser. */
interface Kept {
  drafts: Record<number, Counts>;
  heads: Counts | null;
}

export function makeWallDesk(session: string): WallDesk {
  const place = `standpoint-wall-${session}`;
  const kept = readKept(place);
  const wall = signal<Wall | null>(null);
  const drafts = signal<Readonly<Record<number, Counts>>>(kept.drafts);
  const heads = signal<Counts | null>(kept.heads);
  const waiting = signal<readonly Waiting[]>([]);
  const trouble = signal('');
  let working: Promise<unknown> = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const keep = (): void => {
    const all: Kept = { drafts: drafts.value, heads: heads.value };
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
  ): Promise<'saved' | 'elsewhere' | 'failed'> => {
    const now = wall.value;
    if (now === null) return 'failed';
    const wanted = heads.value ?? savedHeads(now);
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
      heads.value = null;
      keep();
      return 'saved';
    }
    if (answer.refusal === 'changed-elsewhere' && (await read())) return 'elsewhere';
    trouble.value = REFUSALS[answer.refusal].wording;
    return 'failed';
  };
  const sendWaiting = async (): Promise<void> => {
    clearTimeout(retry);
    const first = waiting.value[0];
    if (first === undefined || closed) return;
    const done = await write(first.n, (now) =>
      withComment(savedColumns(now, first.n), first.key, first.comment, first.change),
    );
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
      const { [n]: _, ...others } = drafts.value;
      drafts.value = counts === null ? others : { ...others, [n]: counts };
      keep();
    },
    setHeads: (next) => {
      heads.value = next;
      keep();
    },
    save: (n, columns) => inTurn(() => write(n, columns)),
    words: (n, key, comment, change) => {
      waiting.value = [...waiting.value, { n, key, comment, change }];
      if (waiting.value.length === 1) void inTurn(sendWaiting);
    },
    close: () => {
      closed = true;
      clearTimeout(retry);
    },
  };
}

function readKept(place: string): Kept {
  const nothing: Kept = { drafts: {}, heads: null };
  try {
    const text = sessionStorage.getItem(place);
    return text === null ? nothing : { ...nothing, ...(JSON.parse(text) as Partial<Kept>) };
  } catch {
    return nothing;
  }
}
