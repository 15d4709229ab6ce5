/** Words that go up one after the other, each exactly once, however often an answer is lost. */
import { signal, type Signal } from '@preact/signals';
import { LIMITS } from '../../../../core/limits.ts';
import type { Wall, WallColumn, WallComment } from '../../../../core/wall.ts';
import { keyOf, savedColumns, withComment } from './model.ts';
import { say } from './words.ts';

/** Words that are on their way, and come again until they are saved. */
export interface Waiting {
  n: number;
  key: string;
  comment: WallComment;
  change: 'add' | 'remove';
  /** They were sent, and may be up although no answer came. */
  sent: boolean;
}

export interface WordsDesk {
  waiting: Signal<readonly Waiting[]>;
  /** Words go up, or are taken away, as soon as it can be. */
  words: (n: number, key: string, comment: WallComment, change: 'add' | 'remove') => void;
  /** Goes on with what was waiting when the page was closed. */
  goOn(waiting: readonly Waiting[]): void;
  close(): void;
}

export interface WordsParts {
  wall: Signal<Wall | null>;
  trouble: Signal<string>;
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  write: (
    n: number,
    columns: (wall: Wall) => WallColumn[],
    gone: readonly string[],
  ) => Promise<'saved' | 'elsewhere' | 'failed'>;
  /** Told whenever something else waits. */
  changed: () => void;
}

const RETRY_MS = 2000;
const MOST_AT_ONCE = LIMITS.wallGone;

export function makeWords({ wall, trouble, inTurn, write, changed }: WordsParts): WordsDesk {
  const waiting = signal<readonly Waiting[]>([]);
  let sending = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  /** How many go up with one save. */
  let most: number = MOST_AT_ONCE;

  const set = (next: readonly Waiting[]): void => {
    waiting.value = next;
    changed();
  };
  const start = (): void => void inTurn(sendFirst);
  const later = (): void => {
    retry = setTimeout(start, RETRY_MS);
  };
  const sendFirst = async (): Promise<void> => {
    clearTimeout(retry);
    const first = waiting.value[0];
    if (first === undefined || closed) return;
    // They were taken away while it was not known whether they are up: that is all there is to say of them.
    if (isTakenAway(first, waiting.value)) {
      set(waiting.value.slice(1));
      return sendFirst();
    }
    const batch = wall.value === null ? [first] : together(wall.value, waiting.value, most);
    if (batch.length === 0) {
      trouble.value = say('type.noPostIt');
      return later();
    }
    sending = true;
    set(waiting.value.map((w) => (batch.includes(w) ? { ...w, sent: true } : w)));
    const gone = batch.filter((w) => w.change === 'remove').map((w) => w.comment.id);
    const done = await write(first.n, (now) => columnsWith(now, first.n, batch), gone);
    sending = false;
    if (done === 'saved') set(waiting.value.slice(batch.length));
    // One that is refused must not hold up those before it.
    if (done === 'saved') most = Math.min(MOST_AT_ONCE, 2 * most);
    if (done === 'failed') most = 1;
    if (done === 'failed') return later();
    return sendFirst();
  };

  return {
    waiting,
    words: (n, key, comment, change) => {
      const at = waiting.value.findIndex((w) => w.change === 'add' && w.comment.id === comment.id);
      const known = waiting.value[at];
      if (change === 'remove' && known !== undefined && !known.sent) {
        // What was never sent is not up.
        set(waiting.value.toSpliced(at, 1));
        if (at === 0) trouble.value = '';
        if (at === 0) start();
        return;
      }
      set([...waiting.value, { n, key, comment, change, sent: false }]);
      // Also where what is first has no post-it, and waits for one.
      if (waiting.value.length === 1 || (known !== undefined && !sending)) start();
    },
    goOn: (before) => {
      if (before.length === 0) return;
      set([...before, ...waiting.value]);
      start();
    },
    close: () => {
      closed = true;
      clearTimeout(retry);
    },
  };
}

/** Whether words are to be taken away before they are known to be up. */
function isTakenAway({ change, comment }: Waiting, all: readonly Waiting[]): boolean {
  return change === 'add' && all.some((w) => w.change === 'remove' && w.comment.id === comment.id);
}

/** A board's columns with these changes. */
function columnsWith(wall: Wall, n: number, batch: readonly Waiting[]): WallColumn[] {
  return batch.reduce<WallColumn[]>(
    (columns, { key, comment, change }) => withComment(columns, key, comment, change),
    savedColumns(wall, n),
  );
}

/** What goes up with one save: of one board, in turn, as far as there are post-its for it. */
function together(wall: Wall, all: readonly Waiting[], most: number): Waiting[] {
  const first = all[0];
  const end = all.findIndex((w, i) => i >= most || w.n !== first?.n || isTakenAway(w, all));
  const near = end === -1 ? all : all.slice(0, end);
  const fits = near.findIndex(
    (w, i) => w.change === 'add' && !hasRoom(columnsWith(wall, w.n, near.slice(0, i)), w),
  );
  return [...(fits === -1 ? near : near.slice(0, fits))];
}

/** Whether a post-it has no words yet where these are to go; these may be there already. */
function hasRoom(columns: readonly WallColumn[], { key, comment }: Waiting): boolean {
  const column = columns.find((c) => keyOf(c.groups, c.answer) === key);
  return column !== undefined && column.comments.filter(({ id }) => id !== comment.id).length < column.n;
}
