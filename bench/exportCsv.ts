/**
 * S13: responses_long_data.csv of a million responses, written in the export's thread through
 * csv-stringify, beside `sqlite3` writing the same columns with `.mode csv`. Rounds alternate; what is
 * compared is compared within one round. The delay of the event loop is that of the thread a room's server
 * would run in.
 *
 *   node bench/exportCsv.ts [--rounds 5] [--responses 1000000] [--data FOLDER]
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { isRefusal } from '../core/refusal.ts';
import { exportConsultation } from '../server/use/exportConsultation.ts';
import { isStoreFault, openStore } from '../server/store/open.ts';
import type { SealedResponse, Store } from '../server/store/store.ts';
import { median } from './statistics.ts';

// As server/main.ts does for its threads.
const { directory } = enableCompileCache();
if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] ??= directory;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    responses: { type: 'string', default: '1000000' },
    data: { type: 'string', default: tmpdir() },
    /** Only fills this folder: a process of its own, so that its memory is not counted. */
    fill: { type: 'string' },
  },
});
const ROUNDS = Number(values.rounds);
const SESSIONS = 200;

/** The columns of responses_long by SQL; ids and labels stand in for ours. */
const QUERY = `.mode csv
.headers on
SELECT r.tag, s.id, r.membership, s.id, r.person, b.statement, b.round, b.version,
  CASE WHEN typeof(r.answer) = 'integer' THEN r.answer END,
  CASE r.answer WHEN 1 THEN 'Strongly disagree' WHEN 2 THEN 'Disagree' WHEN 3 THEN 'Neither'
    WHEN 4 THEN 'Agree' WHEN 5 THEN 'Strongly agree' END,
  CASE WHEN typeof(r.answer) = 'text' THEN r.answer END, nullif(r.comment, ''),
  CASE WHEN r.comment <> '' THEN r.audience END, CASE WHEN r.comment <> '' THEN r.quote END,
  CASE WHEN r.comment <> '' THEN r.shown END, r.channel
FROM response r JOIN session s ON s.key = r.session JOIN board b ON b.session = r.session AND b.n = r.board
ORDER BY r.session, r.board, r.tag;`;

/** Half of the responses have a comment; every other session is linked. */
async function fill(store: Store, responses: number): Promise<void> {
  const { sampleSealed } = await import('../server/use/sample.ts');
  const { consultation, sessions } = await sampleSealed();
  const [first] = sessions;
  if (first === undefined) throw new Error('the sample has sessions');
  await store.saveConsultation(consultation, null);
  const per = Math.round(responses / SESSIONS / first.boards.length);
  const text = 'They said they would call back, and in the end "somebody else" did, much later than that.';
  for (let s = 0; s < SESSIONS; s += 1) {
    const id = `session${s}`;
    const persons = Array.from({ length: per }, () => randomBytes(16).toString('hex'));
    const rows = first.boards.flatMap((board) =>
      persons.map((person, i): SealedResponse => ({
        board: board.n,
        tag: randomBytes(16).toString('base64url'),
        membership: consultation.groups[i % consultation.groups.length]?.id ?? '',
        answer: i % 20 === 0 ? 'n' : 1 + ((i + board.n) % 5),
        comment: i % 2 === 0 ? '' : text.slice(0, 20 + ((i * 13) % 70)),
        audience: 'room',
        quote: i % 2 === 1,
        shown: i % 4 === 1,
        channel: 'phone',
        person: s % 2 === 0 ? null : person,
      })),
    );
    const mode = s % 2 === 0 ? ('unlinked' as const) : ('linked' as const);
    const session = { ...first.session, id, mode };
    const boards = first.boards.map((board) => ({ ...board, session: id }));
    await store.addSealed({ session, boards, eligible: [], responses: rows });
  }
}

/** Seconds that some work took, and how long the event loop was held meanwhile, in milliseconds. */
async function watched(work: () => Promise<unknown>): Promise<{ seconds: number; held: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await work();
  delay.disable();
  return { seconds: (performance.now() - start) / 1000, held: delay.max / 1e6 };
}

async function ours(store: Store): Promise<void> {
  const [stored] = await store.listConsultations();
  const wanted = { table: 'responses_long', form: 'data' } as const;
  const job = await exportConsultation(store, stored?.consultation.id ?? '', [], wanted, '2026-11-22');
  if (isRefusal(job)) throw new Error(job.refusal);
  await job.write(new Writable({ write: (_chunk, _encoding, done) => done() }));
}

async function theirs(path: string): Promise<void> {
  const child = spawn('sqlite3', [path], { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(QUERY);
  await once(child, 'exit');
}

async function opened(folder: string): Promise<Store> {
  const store = await openStore(folder);
  if (isStoreFault(store)) throw new Error(store.sentence);
  return store;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const spread = (list: readonly number[], digits: number): string =>
  `${median(list).toFixed(digits)} (${Math.min(...list).toFixed(digits)} to ${Math.max(...list).toFixed(digits)})`;

async function compare(folder: string): Promise<void> {
  const store = await opened(folder);
  const ratios: number[] = [];
  const held: number[] = [];
  const heldByOther: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const own = await watched(() => ours(store));
    const other = await watched(() => theirs(join(folder, 'standpoint.db')));
    ratios.push(other.seconds / own.seconds);
    held.push(own.held);
    heldByOther.push(other.held);
    say(`round ${i + 1}: ours ${own.seconds.toFixed(2)} s, sqlite3 ${other.seconds.toFixed(2)} s`);
  }
  say(`speed against sqlite3: ${spread(ratios, 2)}; bar 0.20`);
  say(`longest hold of the event loop, ms: ${spread(held, 1)}; bar 20`);
  say(`the same while sqlite3 worked in a process of its own, ms: ${spread(heldByOther, 1)}`);
  say(`most memory of the process: ${Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)} MB; bar 200`);
  await store.close();
}

if (values.fill !== undefined) {
  const store = await opened(values.fill);
  await fill(store, Number(values.responses));
  await store.close();
} else {
  const folder = await mkdtemp(join(values.data, 'standpoint-bench-'));
  try {
    const args = [import.meta.filename, '--fill', folder, '--responses', values.responses];
    const filled = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (filled.status !== 0) throw new Error('the database could not be filled');
    await compare(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
