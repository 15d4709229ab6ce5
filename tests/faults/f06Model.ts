/** F6: every placement is sent one to five times, shuffled, over several sockets of its person, old ones too. */
import { fullBucket, take, type Bucket } from '../../core/bucket.ts';
import { RATES } from '../../core/limits.ts';
import type { PlaceAck } from '../../core/protocol.ts';
import type { ConsoleView } from '../../core/view.ts';
import { newToken } from '../../server/random.ts';
import type { Fault, Finding, Form } from './fault.ts';
import { check, contentOf, History, wrongs, type Placed } from './history.ts';
import { Line } from './line.ts';
import { consoleOf, freshFolder, MEMORY, openRoom, Server, type Room } from './server.ts';
import { readSession } from './stored.ts';

/** A machine that is busy with other things sends no more after this long, in milliseconds; what was sent counts. */
const ENOUGH_MS = 40_000;
const PEOPLE = 2500;
/** A few are the same twice, and count once. */
const ROUND = 102_500;
/** On their way at a time, of one person. */
const OUTSTANDING = 4;

interface Send {
  placed: Placed;
  args: unknown[];
  /** It was on its way and not answered, so that nobody knows what became of it. */
  again: boolean;
}

interface Sender {
  lines: Line[];
  left: Send[];
  waiting: number;
  bucket: Bucket;
}

function shuffled<T>(list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

/** What one person does: revisions from 1 on, some taken back, some with two contents as two tabs would make. */
function sendsOf(person: string, boards: number): Send[] {
  const sends: Send[] = [];
  const ops = ROUND / PEOPLE;
  for (let i = 0; i < ops; i++) {
    const board = 1 + (i % boards);
    // One in ten has the revision of the one before it on this board, and another content.
    const step = Math.floor(i / boards);
    const revision = step + (i % 10 === 9 && step > 0 ? 0 : 1);
    const answer = Math.random() < 0.1 ? null : 1 + Math.floor(Math.random() * 5);
    const comment = answer !== null && Math.random() < 0.02 ? `said ${i}` : '';
    const placed = { person, board, revision, content: contentOf(answer, comment) };
    const times = 1 + Math.floor(5 * Math.random() ** 2);
    for (let k = 0; k < times; k++)
      sends.push({ placed, args: [board, revision, answer, comment, 0], again: false });
  }
  return shuffled(sends);
}

async function connect(address: { port: number; code: string }, token: string): Promise<Line> {
  const opened = Promise.withResolvers<void>();
  const lost = (refusal: string | null): void => opened.reject(new Error(`a line was lost ${refusal ?? ''}`));
  const line = new Line(address.port, { code: address.code, token }, { open: opened.resolve, lost });
  await opened.promise;
  return line;
}

/** A few at a time, so that connecting is not what is tested. */
async function each<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...list];
  const lane = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: 100 }, lane));
}

/** Sends everything, as fast as the limits of one person let it; resolves with how many were answered. */
function sendAll(senders: Sender[], history: History, wrong: Set<string>): Promise<number> {
  const done = Promise.withResolvers<void>();
  let sent = 0;
  const enough = performance.now() + ENOUGH_MS;
  let open = senders.reduce((n, { left }) => n + left.length, 0);
  const answered = (sender: Sender, send: Send, ack: PlaceAck | null): void => {
    sender.waiting -= 1;
    const { placed } = send;
    if (ack === null || (typeof ack === 'object' && ack.refusal === 'too-fast')) {
      sender.left.push({ ...send, again: true });
      return;
    }
    open -= 1;
    sent += 1;
    if (typeof ack === 'number') {
      if (ack !== placed.revision) wrong.add('another revision was acknowledged');
      history.answered(placed, 'acknowledged');
    } else if (ack.refusal === 'stale' && (ack.current?.[1] ?? 0) >= placed.revision)
      history.answered(placed, 'refused');
    else wrong.add(`refused as ${ack.refusal}`);
    if (open === 0) done.resolve();
  };
  const tick = setInterval(() => {
    const now = performance.now();
    if (now > enough)
      for (const sender of senders) {
        const begun = sender.left.filter(({ again }) => again);
        open -= sender.left.length - begun.length;
        sender.left = begun;
      }
    if (open === 0) done.resolve();
    for (const sender of senders)
      while (
        sender.left.length > 0 &&
        sender.waiting < OUTSTANDING &&
        take(sender.bucket, RATES.placePerSecond * 0.95, RATES.placeBurst - 2, now)
      ) {
        const send = sender.left.pop() as Send;
        const line = sender.lines[Math.floor(Math.random() * sender.lines.length)] as Line;
        history.sent(send.placed);
        sender.waiting += 1;
        void line
          .ask('place', send.args, 30_000)
          .then((ack) => answered(sender, send, ack as PlaceAck | null));
      }
  }, 10);
  return done.promise.then(() => {
    clearInterval(tick);
    return sent;
  });
}

/** Which content counts on which board in the end: the highest revision, and of two with it the acknowledged one. */
function model(history: History): Map<string, Placed> {
  const state = new Map<string, Placed>();
  for (const op of history.all()) {
    if (op.fate !== 'acknowledged') continue;
    const key = `${op.person} ${op.board}`;
    if ((state.get(key)?.revision ?? 0) < op.revision) state.set(key, op);
  }
  return state;
}

/** What the room is shown has to be what the model counts. */
async function compareResults(server: Server, room: Room, state: Map<string, Placed>, wrong: Set<string>) {
  let last = '';
  const staff = await consoleOf(server, room.session, (view) => (last = view));
  await staff.do({ do: 'closeAll' });
  for (let board = 1; board <= room.boards; board++) await staff.do({ do: 'reveal', board });
  staff.close();
  const again = await consoleOf(server, room.session, (view) => (last = view));
  again.close();
  const view = JSON.parse(last.slice(last.indexOf('{'), last.lastIndexOf('}') + 1)) as ConsoleView;
  for (const { n, result } of view.boards) {
    const counts = [0, 0, 0, 0, 0];
    for (const { board, content } of state.values()) {
      const [answer] = JSON.parse(content) as [number | null];
      if (board === n && answer !== null) counts[answer - 1] = (counts[answer - 1] ?? 0) + 1;
    }
    if (JSON.stringify(result?.whole.counts) !== JSON.stringify(counts))
      wrong.add(`board ${n} shows ${result?.whole.counts.join(' ')} where the model has ${counts.join(' ')}`);
  }
}

async function round(wrong: Set<string>): Promise<{ sends: number; ops: number }> {
  const server = await Server.start(freshFolder('model', MEMORY));
  const room = await openRoom(server, 5);
  const history = new History();
  const address = { port: server.port, code: room.code };
  const tokens = Array.from({ length: PEOPLE }, newToken);
  const senders: Sender[] = [];
  await each(tokens, async (token) => {
    const lines = [await connect(address, token)];
    const me = await lines[0]?.ask('join', [{ groups: [], quote: true }], 30_000);
    if (me === null) throw new Error('somebody could not join');
    for (let more = Math.floor(Math.random() * 3); more > 0; more--)
      lines.push(await connect(address, token));
    const made = sendsOf(token, room.boards);
    senders.push({ lines, left: made, waiting: 0, bucket: fullBucket(RATES.placeBurst - 2, 0) });
  });
  const sends = await sendAll(senders, history, wrong);
  const state = model(history);
  await compareResults(server, room, state, wrong);
  for (const { lines } of senders) for (const line of lines) line.close();
  await server.kill();
  const found = await readSession(server.folder, room.session, tokens);
  if (typeof found === 'string') wrong.add(found);
  else {
    for (const one of wrongs(check(history.all(), found.rows))) wrong.add(one);
    const differ = found.rows.filter(
      (row) => state.get(`${row.person} ${row.board}`)?.content !== row.content,
    );
    if (differ.length > 0 || found.rows.length !== state.size)
      wrong.add(`${differ.length} of ${found.rows.length} rows differ from the model's ${state.size}`);
  }
  return { sends, ops: history.all().length };
}

async function run({ long }: Form): Promise<Finding> {
  const wrong = new Set<string>();
  let [sends, ops] = [0, 0];
  for (let i = 0; i < (long ? 10 : 1); i++) {
    const made = await round(wrong);
    sends += made.sends;
    ops += made.ops;
  }
  return { done: `${ops} placements sent ${sends} times`, wrong: [...wrong], figures: [] };
}

export const shuffledSends: Fault = {
  id: 'F6',
  title: 'doubled, shuffled and old placements against a model',
  needs: [],
  alone: false,
  patience: { short: 200, long: 2400 },
  run,
};
