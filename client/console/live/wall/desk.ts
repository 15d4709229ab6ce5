/** The wall as the laptop has it, what is counted and not saved yet, and saving, one thing after the other. */
import { signal, type Signal } from '@preact/signals';
import { isRefusal, REFUSALS } from '../../../../core/refusal.ts';
import type { Wall, WallColumn, WallComment } from '../../../../core/wall.ts';
import { ask } from '../ask.ts';
import {
  isContested,
  isSame,
  isSameComment,
  keyOf,
  rebased,
  savedColumns,
  savedCounts,
  savedHeads,
  withComment,
  type Begun,
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
   * @param columns made of the counts as they are saved: groups that were not touched here stay as they are there
   * @returns whether it is saved; `elsewhere`: another device saved the same groups on this board, or their heads,
   * since counting began here. Then its wall is loaded, and saving once more puts this one in its place.
   */
  save(
    n: number,
    columns: (wall: Wall, counts: Counts) => WallColumn[],
  ): Promise<'saved' | 'elsewhere' | 'failed'>;
  /** Words go up, or are taken away, as soon as it can be. */
  words(n: number, key: string, comment: WallComment, change: 'add' | 'remove'): void;
  close(): void;
}

const RETRY_MS = 2000;

/** What is saved, as it was at the press. */
interface Sent {
  notes: Begun;
  people: Begun;
}

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
    try {
      sessionStorage.setItem(place, JSON.stringify(all));
    } catch {
      // Blocked or full: it is counted all the same, and does not outlive a reload.
    }
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = working.then(work);
    working = turn.catch(() => undefined);
    return turn;
  };
  /** What is counted here of the groups that were not touched becomes what is there. */
  const rebase = (now: Wall): void => {
    for (const [key, own] of Object.entries(drafts.value)) {
      const n = Number(key);
      const next = rebased({ from: from[n] ?? {}, own }, savedCounts(now, n));
      drafts.value = { ...drafts.value, [n]: next.own };
      from = { ...from, [n]: next.from };
    }
    if (heads.value === null) return;
    const next = rebased({ from: headsFrom ?? {}, own: heads.value }, savedHeads(now));
    heads.value = next.own;
    headsFrom = next.from;
  };
  const read = async (): Promise<boolean> => {
    const answer = await ask<Wall>('GET', `sessions/${session}/wall`);
    if (isRefusal(answer)) {
      trouble.value = REFUSALS[answer.refusal].wording;
      return false;
    }
    trouble.value = '';
    wall.value = answer;
    rebase(answer);
    return true;
  };
  const write = async (
    n: number,
    columns: (wall: Wall) => WallColumn[],
    people: (wall: Wall) => Counts,
  ): Promise<'saved' | 'elsewhere' | 'failed'> => {
    const now = wall.value;
    if (now === null) return 'failed';
    const answer = await ask<Wall>('PUT', `sessions/${session}/wall/${n}`, {
      version: now.version,
      heads: Object.entries(people(now)).map(([key, count]) => ({
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
  const setDraft = (n: number, counts: Counts | null): void => {
    const { [n]: _, ...others } = drafts.value;
    const { [n]: begun = wall.value === null ? {} : savedCounts(wall.value, n), ...rest } = from;
    drafts.value = counts === null ? others : { ...others, [n]: counts };
    from = counts === null ? rest : { ...rest, [n]: begun };
  };
  const save = async (
    n: number,
    columns: (wall: Wall, counts: Counts) => WallColumn[],
    { notes, people }: Sent,
  ): Promise<'saved' | 'elsewhere' | 'failed'> => {
    const notesIn = (now: Wall): Counts => rebased(notes, savedCounts(now, n)).own;
    const peopleIn = (now: Wall): Counts => rebased(people, savedHeads(now)).own;
    const movedOn = (now: Wall | null): boolean =>
      now !== null && (isContested(notes, savedCounts(now, n)) || isContested(people, savedHeads(now)));
    const send = () => write(n, (now) => columns(now, notesIn(now)), peopleIn);
    let done = movedOn(wall.value) ? 'elsewhere' : await send();
    // Another statement was saved there, or other groups, or words.
    if (done === 'elsewhere' && !movedOn(wall.value)) done = await send();
    const now = wall.value;
    if (done === 'saved' && now !== null) {
      // What was counted since it was read back is not saved yet, and begins from what is.
      const [savedNotes, savedPeople] = [savedCounts(now, n), savedHeads(now)];
      const draft = drafts.value[n];
      const more = draft === undefined ? null : rebased({ from: notes.own, own: draft }, savedNotes).own;
      setDraft(n, null);
      if (more !== null && !isSame(more, savedNotes)) setDraft(n, more);
      const own =
        heads.value === null ? null : rebased({ from: people.own, own: heads.value }, savedPeople).own;
      const isMore = own !== null && !isSame(own, savedPeople);
      heads.value = isMore ? own : null;
      headsFrom = isMore ? savedPeople : null;
    }
    if (done === 'elsewhere' && now !== null) {
      if (drafts.value[n] !== undefined) from = { ...from, [n]: savedCounts(now, n) };
      headsFrom = heads.value === null ? null : savedHeads(now);
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
      savedHeads,
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
      const saved =
        wall.value === null ? null : { notes: savedCounts(wall.value, n), people: savedHeads(wall.value) };
      const begun = (
        start: Counts | null | undefined,
        own: Counts | null | undefined,
        there: Counts = {},
      ): Begun => ({
        from: own == null ? there : (start ?? {}),
        own: own ?? there,
      });
      const sent: Sent = {
        notes: begun(from[n], drafts.value[n], saved?.notes),
        people: begun(headsFrom, heads.value, saved?.people),
      };
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
