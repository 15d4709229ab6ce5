/** A consultation of many sessions that were held, for the benches of counting and of reports. */
import { join } from 'node:path';
import type { Consultation } from '../core/consultation.ts';
import { isRefusal } from '../core/refusal.ts';
import type { Session } from '../core/session.ts';
import { newId, newToken } from '../server/random.ts';
import { isStoreFault, openStore } from '../server/store/open.ts';
import { openDatabase } from '../server/store/sqlite/database.ts';
import { MainDb } from '../server/store/sqlite/mainDb.ts';
import { writeSealed } from '../server/store/sqlite/writeSealed.ts';
import type { SealedSession, Store } from '../server/store/store.ts';
import { fromTemplate } from '../server/use/templates.ts';

export async function opened(folder: string): Promise<Store> {
  const store = await openStore(folder);
  if (isStoreFault(store)) throw new Error(store.sentence);
  return store;
}

/** A consultation with so many statements and these groups. */
export async function wall(
  title: string,
  statements: number,
  groups: readonly string[],
): Promise<Consultation> {
  const made = await fromTemplate('empty', newId);
  if (isRefusal(made)) throw new Error(made.refusal);
  return {
    ...made,
    title,
    groups: groups.map((label, i) => ({ id: `g${i + 1}`, label, roomLabel: '' })),
    statements: Array.from({ length: statements }, (_, i) => ({
      id: `s${i + 1}`,
      notes: '',
      picture: null,
      scale: null,
      version: 1,
      wordings: [{ group: null, lang: 'en', text: `I expect that promise ${i + 1} is kept.` }],
      earlier: [],
    })),
  };
}

/**
 * One session with so many people, in turn of all groups, who all answered everything.
 *
 * @param at tells it from the others, and turns its answers
 * @param comment what the `i`th person wrote, empty: nothing
 */
export function sitting(
  { id: consultation, groups, statements, scale }: Consultation,
  at: number,
  people: number,
  comment: (i: number) => string = () => '',
): SealedSession {
  const id = newId();
  const of = (i: number): string => groups[i % groups.length]?.id ?? '';
  const here = groups.map((g, i) => ({ id: g.id, n: Math.ceil((people - i) / groups.length) }));
  const session: Session = {
    id,
    consultation,
    name: `Session ${at + 1}`,
    date: `2026-03-${String(1 + (at % 28)).padStart(2, '0')}`,
    place: '',
    mode: 'unlinked',
    style: 'guided',
    state: 'sealed',
    groups: groups.map((g) => g.id),
    twoGroups: false,
    code: '',
    attendance: here.map(({ id: group, n }) => ({ group, gender: '', ageBand: '', n })),
    others: [],
    rehearsal: false,
  };
  const boards = statements.map((s, i) => ({
    session: id,
    n: i + 1,
    statement: s.id,
    round: 1 as const,
    version: 1,
    wordings: s.wordings,
    scale,
  }));
  const responses = boards.flatMap(({ n }) =>
    Array.from({ length: people }, (_, i) => ({
      board: n,
      tag: newToken(),
      membership: of(i),
      answer: 1 + ((Math.floor(i / Math.max(1, groups.length)) + at + n) % 5),
      comment: comment(i),
      audience: 'room' as const,
      quote: comment(i) !== '',
      shown: false,
      channel: 'phone' as const,
      person: null,
    })),
  );
  const eligible = statements.flatMap((s) =>
    here.map(({ id: membership, n }) => ({
      session: id,
      statement: s.id,
      round: 1 as const,
      membership,
      n,
    })),
  );
  return { session, boards, eligible, responses };
}

/** Writes them into a new folder's database and closes it. */
export async function fill(
  folder: string,
  consultation: Consultation,
  sessions: Iterable<SealedSession>,
): Promise<void> {
  const made = await opened(folder);
  await made.saveConsultation(consultation, null);
  await made.close();
  const main = new MainDb(openDatabase(join(folder, 'standpoint.db')));
  // Through the store each session would be followed by a backup of all of them.
  for (const sealed of sessions) await writeSealed(main, sealed);
  await main.close();
}
