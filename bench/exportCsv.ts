/**
 * S13: responses_long_data.csv of a million responses, written in the export's thread through
 * csv-stringify, beside `sqlite3` writing the same columns with `.mode csv`. Rounds alternate; what is
 * compared is compared within one round. Then the same file is written while a room votes on the server that
 * hands it out, which has its event loop watched: the bar is for the longest hold of all rounds that count. The
 * room votes by itself as well; a round in which it was held longer than the bar without any export does not
 * count, since then the disk or another program was the limit.
 *
 *   node bench/exportCsv.ts [--rounds 5] [--quick] [--gate] [--data FOLDER] [--responses 1000000] [--phones 200]
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { Writable } from 'node:stream';
import { isRefusal } from '../core/refusal.ts';
import { exportConsultation } from '../server/use/exportConsultation.ts';
import type { SealedResponse, Store } from '../server/store/store.ts';
import { Bars, cachePrograms, readWork, say } from './bars.ts';
import { opened } from './sealed.ts';
import { median } from './statistics.ts';
import type { Voting } from './voting.ts';

cachePrograms();
/** `fill` only fills that folder: a process of its own, so that its memory is not counted. */
const work = readWork(5, ['responses', 'phones', 'fill']);
const whole = (name: string, otherwise: number): number => Number(work[name] ?? otherwise);
const RESPONSES = whole('responses', work.quick ? 20_000 : 1_000_000);
const PHONES = whole('phones', work.quick ? 30 : 200);
const SESSIONS = work.quick ? 20 : 200;
const BAR = { speed: 0.2, memory: 200, held: 20 };

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

/** Seconds that some work took, and how long the event loop was held at the longest, in milliseconds. */
async function watched(act: () => Promise<unknown>): Promise<{ seconds: number; held: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await act();
  delay.disable();
  return { seconds: (performance.now() - start) / 1000, held: delay.max / 1e6 };
}

async function ours(store: Store): Promise<void> {
  const stored = (await store.listConsultations()).find((s) => s.consultation.sample);
  const wanted = { table: 'responses_long', form: 'data' } as const;
  const job = await exportConsultation(store, stored?.consultation.id ?? '', [], wanted, '2026-11-22');
  if (isRefusal(job)) throw new Error(job.refusal);
  await job.write(new Writable({ write: (_chunk, _encoding, done) => done() }));
}

async function theirs(path: string): Promise<void> {
  const child = spawn('sqlite3', [path], { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(QUERY);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`sqlite3 ended with ${code}`);
}

const megabytes = (): number => (process.resourceUsage().maxRSS * 1024) / 1e6;
const spread = (list: readonly number[], digits: number): string =>
  `${median(list).toFixed(digits)} (${Math.min(...list).toFixed(digits)} to ${Math.max(...list).toFixed(digits)})`;

/** Speed and memory, with nobody in the room. */
async function compare(store: Store, folder: string, bars: Bars): Promise<void> {
  const ratios: number[] = [];
  for (let i = 0; i < work.rounds; i += 1) {
    const own = await watched(() => ours(store));
    const other = await watched(() => theirs(join(folder, 'standpoint.db')));
    ratios.push(other.seconds / own.seconds);
    say(`round ${i + 1}: ours ${own.seconds.toFixed(2)} s, sqlite3 ${other.seconds.toFixed(2)} s`);
  }
  say(`speed against sqlite3 in each round: ${spread(ratios, 2)}`);
  bars.hold('S13 speed against sqlite3, median', median(ratios), '', { atLeast: BAR.speed });
  bars.hold('S13 most memory of the process', megabytes(), ' MB', { atMost: BAR.memory });
}

/** How long the server that the room votes on was held, by itself and while it hands out the file. */
async function whileVoting(store: Store, room: Voting, bars: Bars): Promise<void> {
  const alone: number[] = [];
  const beside: number[] = [];
  for (let i = 0; i < work.rounds; i += 1) {
    // As long as the file takes, so that both had as many chances to be held.
    let seconds = 0;
    const voted = await room.during(async () => {
      const own = await watched(() => ours(store));
      beside.push(own.held);
      seconds = own.seconds;
    });
    const quiet = await watched(() => room.vote(seconds));
    alone.push(quiet.held);
    say(
      `round ${i + 1}: held ${(beside.at(-1) ?? 0).toFixed(1)} ms, without an export ${quiet.held.toFixed(1)} ms; ${voted.acknowledged} placements saved meanwhile, p99 ${voted.p99.toFixed(1)} ms`,
    );
    bars.sure(
      `  everyone's placements were saved`,
      voted.acknowledged === voted.offered && voted.offered > 0,
    );
  }
  // A disk that stalls for a tenth of a second holds the server with or without an export.
  const counting = beside.filter((_, i) => (alone[i] ?? 0) <= BAR.held);
  say(`longest hold in each round, ms: ${spread(beside, 1)}; without an export ${spread(alone, 1)}`);
  const what = `S13 longest hold of the event loop while ${PHONES} vote`;
  if (counting.length * 2 <= work.rounds)
    say(`${what}: not measured, the disk held it without an export; see --data in docs/PERFORMANCE.md`);
  else
    bars.hold(`${what}, rounds that count (${counting.length})`, Math.max(...counting), ' ms', {
      atMost: BAR.held,
    });
  say(`most memory of the process, with the room and its server in it: ${megabytes().toFixed(0)} MB`);
}

if (typeof work['fill'] === 'string') {
  const store = await opened(work['fill']);
  await fill(store, RESPONSES);
  await store.close();
} else {
  const folder = await mkdtemp(join(work.data, 'standpoint-bench-'));
  const bars = new Bars({ ...work, quick: work.quick || RESPONSES < 1_000_000 });
  try {
    const quick = work.quick ? ['--quick'] : [];
    const args = [import.meta.filename, '--fill', folder, '--responses', String(RESPONSES), ...quick];
    const filled = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (filled.status !== 0) throw new Error('the database could not be filled');
    const store = await opened(folder);
    await compare(store, folder, bars);
    // Only now: a server's modules are not part of what writing a file takes.
    const { startVoting } = await import('./voting.ts');
    const room = await startVoting(store, PHONES);
    await whileVoting(store, room, bars);
    await room.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  bars.end();
}
