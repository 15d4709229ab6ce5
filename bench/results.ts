/**
 * How fast a million answers are counted: 200 sessions of five groups, one statement and twelve.
 * Run by `node bench/results.ts [--gate]`; what it prints is explained in docs/PERFORMANCE.md.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { AnalysisPage } from '../core/api.ts';
import { figureOfPart, rowsOf } from '../core/analysis/parts.ts';
import type { Consultation } from '../core/consultation.ts';
import type { Session } from '../core/session.ts';
import { fromTemplate } from '../server/use/templates.ts';
import { analysisPage } from '../server/use/analysis.ts';
import { makeRooms } from '../server/use/rooms.ts';
import { newId, newToken } from '../server/random.ts';
import { isStoreFault, openStore } from '../server/store/open.ts';
import { openDatabase } from '../server/store/sqlite/database.ts';
import { MainDb } from '../server/store/sqlite/mainDb.ts';
import { writeSealed } from '../server/store/sqlite/writeSealed.ts';
import type { SealedSession, Store } from '../server/store/store.ts';
import { isRefusal } from '../core/refusal.ts';

const SESSIONS = 200;
const RESPONSES = 1_000_000;
const GROUPS = ['g1', 'g2', 'g3', 'g4', 'g5'];
const ROUNDS = 9;
/** Milliseconds: one statement over all sessions, and a session's own. */
const BAR = { statement: 50, session: 5 };

const nothing = (): undefined => undefined;
const rooms = makeRooms(nothing, nothing);

async function wall(statements: number): Promise<Consultation> {
  const made = await fromTemplate('empty', newId);
  if (isRefusal(made)) throw new Error(made.refusal);
  return {
    ...made,
    title: `A million answers to ${statements}`,
    groups: GROUPS.map((id) => ({ id, label: id, roomLabel: '' })),
    statements: Array.from({ length: statements }, (_, i) => ({
      id: `s${i + 1}`,
      notes: '',
      picture: null,
      scale: null,
      version: 1,
      wordings: [{ group: null, lang: 'en', text: `Statement ${i + 1} is true.` }],
      earlier: [],
    })),
  };
}

function sitting(consultation: Consultation, at: number, people: number): SealedSession {
  const id = newId();
  const session: Session = {
    id,
    consultation: consultation.id,
    name: `Session ${at}`,
    date: '2026-11-22',
    place: '',
    mode: 'unlinked',
    style: 'guided',
    state: 'sealed',
    groups: GROUPS,
    twoGroups: false,
    code: '',
    attendance: [],
    others: [],
    rehearsal: false,
  };
  const boards = consultation.statements.map((s, i) => ({
    session: id,
    n: i + 1,
    statement: s.id,
    round: 1 as const,
    version: 1,
    wordings: s.wordings,
    scale: consultation.scale,
  }));
  const responses = boards.flatMap(({ n }) =>
    Array.from({ length: people }, (_, i) => ({
      board: n,
      tag: newToken(),
      membership: GROUPS[i % GROUPS.length] ?? '',
      answer: 1 + ((Math.floor(i / GROUPS.length) + at + n) % 5),
      comment: '',
      audience: 'room' as const,
      quote: false,
      shown: false,
      channel: 'phone' as const,
      person: null,
    })),
  );
  return { session, boards, eligible: [], responses };
}

async function fill(folder: string, consultation: Consultation): Promise<Store> {
  const made = await openStore(folder);
  if (isStoreFault(made)) throw new Error(made.sentence);
  await made.saveConsultation(consultation, null);
  await made.close();
  const main = new MainDb(openDatabase(join(folder, 'standpoint.db')));
  const people = Math.ceil(RESPONSES / SESSIONS / consultation.statements.length);
  // Through the store each session would be followed by a backup of all of them.
  for (let at = 0; at < SESSIONS; at += 1) await writeSealed(main, sitting(consultation, at, people));
  await main.close();
  const store = await openStore(folder);
  if (isStoreFault(store)) throw new Error(store.sentence);
  return store;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const before = performance.now();
    await work();
    if (i > 0) times.push(performance.now() - before);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Everyone's figure and each group's, of every statement that is there. */
function count(page: AnalysisPage): number {
  let n = 0;
  for (const statement of page.statements) {
    const rows = rowsOf(page, statement);
    for (const groups of [[], ...GROUPS.map((g) => [g])])
      n += figureOfPart(rows, statement, 1, { groups, sessions: [] }, []).n;
  }
  return n;
}

const missed: string[] = [];
for (const statements of [1, 12]) {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-bench-'));
  const store = await fill(folder, await wall(statements));
  const [stored] = await store.listConsultations();
  const id = stored?.consultation.id ?? '';
  const ask = async (sessions: string[]): Promise<void> => {
    const page = await analysisPage(store, rooms, id, sessions);
    if (isRefusal(page) || count(page) === 0) throw new Error('nothing was counted');
  };
  const whole = await timed(() => ask([]));
  const first = (await store.sessions(id))[0]?.id ?? '';
  const one = await timed(async () => void (await store.figures([first])));
  process.stdout.write(
    `${statements} statements, ${RESPONSES} answers, ${SESSIONS} sessions: everyone and five groups ${whole.toFixed(1)} ms, one session's figures ${one.toFixed(2)} ms\n`,
  );
  if (statements === 1 && whole > BAR.statement) missed.push('S12 one statement');
  if (one > BAR.session) missed.push('S12 one session');
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
if (missed.length > 0) process.stdout.write(`missed: ${missed.join(', ')}\n`);
if (missed.length > 0 && process.argv.includes('--gate')) process.exitCode = 1;
