/** The wall as the laptop has it, what is counted and not saved yet, and saving, one thing after the other. */
import { signal, type Signal } from '@preact/signals';
import { isRefusal } from '../../../../core/refusal.ts';
import { REFUSALS } from '../../../../core/refusals.ts';
import type { Wall, WallColumn } from '../../../../core/wall.ts';
import { ask } from '../ask.ts';
import { isContested, isSame, rebased, savedCounts, savedHeads, type Begun, type Counts } from './model.ts';
import { keepWall, type Keeping, type Kept } from './kept.ts';
import { makeWords, type Waiting, type WordsDesk } from './waiting.ts';

export interface WallDesk {
  wall: Signal<Wall | null>;
  /** Counts that are not saved yet, by board; a board that nobody counts is not there. */
  drafts: Signal<Readonly<Record<number, Counts>>>;
  heads: Signal<Counts | null>;
  /** Words that are being typed, by board and heading. */
  texts: ReadonlyMap<string, string>;
  type(place: string, text: string): void;
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
  words: WordsDesk['words'];
  /** What is not saved here is from before this page was opened. */
  restored: Signal<boolean>;
  /** Rises when it was thrown away, so that fields begin anew. */
  thrown: Signal<number>;
  /** What is counted and being typed is forgotten, and what was saved stands. */
  throwAway(): void;
  /** The session is over: this device keeps nothing of it. */
  forget(): void;
  close(): void;
}

const RETRY_MS = 2000;

/** What is saved, as it was at the press. */
interface Sent {
  notes: Begun;
  people: Begun;
}

/** @param keeping where what is not saved yet is kept meanwhile */
export function makeWallDesk(session: string, keeping: Keeping = keepWall(session)): WallDesk {
  const wall = signal<Wall | null>(null);
  const drafts = signal<Readonly<Record<number, Counts>>>({});
  const heads = signal<Counts | null>(null);
  const trouble = signal('');
  const restored = signal(false);
  const thrown = signal(0);
  const texts = new Map<string, string>();
  /** What was saved when each draft was begun, and the heads. */
  let from: Record<number, Counts> = {};
  let headsFrom: Counts | null = null;
  let isOpen = false;
  let working: Promise<unknown> = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const keep = (): void => {
    const waiting = words.waiting.value;
    const nothing =
      Object.keys(drafts.value).length + texts.size + waiting.length === 0 && heads.value === null;
    const all: Kept = {
      drafts: drafts.value,
      heads: heads.value,
      from,
      headsFrom,
      texts: [...texts],
      waiting,
    };
    keeping.put(nothing ? null : all);
    if (nothing) restored.value = false;
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
    if (!isOpen) await open(answer.key);
    wall.value = answer;
    rebase(answer);
    return true;
  };
  /** Goes on with what was left here, before anything can be pressed. */
  const open = async (key: string): Promise<void> => {
    isOpen = true;
    const kept = await keeping.open(key);
    if (kept === null) return;
    drafts.value = kept.drafts;
    heads.value = kept.heads;
    ({ from, headsFrom } = kept);
    for (const [place, text] of kept.texts) texts.set(place, text);
    restored.value = Object.keys(kept.drafts).length + kept.texts.length > 0 || kept.heads !== null;
    words.goOn(kept.waiting);
  };
  const write = async (
    n: number,
    columns: (wall: Wall) => WallColumn[],
    people: (wall: Wall) => Counts,
    gone: readonly string[] = [],
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
      gone,
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
  const words = makeWords({
    wall,
    trouble,
    inTurn,
    // Heads that nobody has read back yet are not saved with words.
    write: (n, columns, gone) => write(n, columns, savedHeads, gone),
    changed: () => keep(),
  });
  const load = async (): Promise<void> => {
    clearTimeout(retry);
    if ((await inTurn(read)) || closed) return;
    clearTimeout(retry);
    retry = setTimeout(() => void load(), RETRY_MS);
  };

  return {
    wall,
    drafts,
    heads,
    waiting: words.waiting,
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
    texts,
    type: (place, text) => {
      if (text === '') texts.delete(place);
      else texts.set(place, text);
      keep();
    },
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
    words: words.words,
    restored,
    thrown,
    throwAway: () => {
      drafts.value = {};
      heads.value = null;
      from = {};
      headsFrom = null;
      texts.clear();
      thrown.value += 1;
      restored.value = false;
      keep();
    },
    forget: () => keeping.forget(),
    close: () => {
      closed = true;
      words.close();
      keeping.close();
      clearTimeout(retry);
    },
  };
}
