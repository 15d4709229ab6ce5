/** Words that go up one after the other, each exactly once, however often an answer is lost. */
import { signal, type Signal } from '@preact/signals';
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
  words(n: number, key: string, comment: WallComment, change: 'add' | 'remove'): void;
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

export function makeWords({ wall, trouble, inTurn, write, changed }: WordsParts): WordsDesk {
  const waiting = signal<readonly Waiting[]>([]);
  let sending = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

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
    const { n, key, comment, change } = first;
    // They were taken away while it was not known whether they are up: that is all there is to say of them.
    if (change === 'add' && waiting.value.some((w) => w.change === 'remove' && w.comment.id === comment.id)) {
      set(waiting.value.slice(1));
      return sendFirst();
    }
    if (change === 'add' && wall.value !== null && roomFor(wall.value, first) <= 0) {
      trouble.value = say('type.noPostIt');
      return later();
    }
    sending = true;
    set([{ ...first, sent: true }, ...waiting.value.slice(1)]);
    const gone = change === 'remove' ? [comment.id] : [];
    const done = await write(n, (now) => withComment(savedColumns(now, n), key, comment, change), gone);
    sending = false;
    if (done === 'saved') set(waiting.value.slice(1));
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

/** Post-its that have no words yet where these are to go; these may be there already. */
function roomFor(wall: Wall, { n, key, comment }: Waiting): number {
  const column = savedColumns(wall, n).find((c) => keyOf(c.groups, c.answer) === key);
  if (column === undefined) return 0;
  return column.n - column.comments.filter(({ id }) => id !== comment.id).length;
}
