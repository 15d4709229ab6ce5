/**
 * A facilitator who watches: a thousand taps in the long form, whose times are known, against everything
 * that console and projector receive.
 */
import { randomInt } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Answer } from '../../../core/scale.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { newToken, shuffled } from '../../../server/random.ts';
import { simulateTime, type SimulatedTime } from '../../support/simulatedTime.ts';
import { PATIENCE, SIZES, tell } from '../../support/sizes.ts';
import {
  above,
  changesAfter,
  framesOf,
  LEAK,
  learnAndGuess,
  rate,
  read,
  type Seen,
} from '../../support/watcher.ts';
import {
  connectConsole,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';

/** Each as likely as any other, so that whoever knows nothing is right once in six times. */
const ANSWERS: readonly Answer[] = [1, 2, 3, 4, 5, 'n'];
const CHANCE = 1 / ANSWERS.length;
const { people: PEOPLE, boards: BOARDS } = SIZES.watched;
const STATEMENTS = Array.from({ length: BOARDS }, (_, i) => `Statement ${i + 1}`);

let time: SimulatedTime;
let server: TestServer;
beforeEach(async () => {
  time = simulateTime();
  server = await startServer({ liveGap: { least: 0, jitter: 0 } });
});
afterEach(async () => {
  await server.stop();
  time.end();
  expect(server.faults).toEqual([]);
});

interface Tap {
  board: number;
  answer: Answer;
  comment: string;
  seen: Seen;
}

/** A room with its console, its projector and its people, and every frame of the two screens. */
async function watchedRoom(style: 'guided' | 'walk-around') {
  const { session } = await openSession(server, STATEMENTS, { style });
  const desk = await connectConsole(server, session.id);
  const wall = await connectProjector(server, session.id);
  let frames: string[] = [];
  for (const { socket } of [desk, wall]) framesOf(socket, (frame) => void frames.push(frame));
  const phones: Phone[] = [];
  for (let i = 0; i < PEOPLE; i += 1) phones.push(await joinPhone(server, session.code));
  const routes = ['', '/analysis', '/comments', '/concerns', '/alone', '/report', '/releases'].map(
    (end) => `/api/consultations/${session.consultation}${end}`,
  );
  const taps: Tap[] = [];

  /** One person taps; what happens by itself then has time to, and the watcher asks for all there is. */
  const tap = async (phone: Phone, board: number): Promise<void> => {
    frames = [];
    const answer = ANSWERS[randomInt(ANSWERS.length)] ?? 1;
    const comment = newToken();
    expect(await phone.place(board, 1, answer, comment)).toBe(1);
    await time.pass(randomInt(500, 1500));
    await Promise.all([desk.socket.emitWithAck('hello'), wall.socket.emitWithAck('hello')]);
    if (taps.length % 10 === 0)
      for (const path of [...routes, '/api/staff/log', '/api/consultations'])
        frames.push(`${path} ${JSON.stringify(await server.get(path))}`);
    taps.push({ board, answer, comment, seen: frames });
  };
  const close = (): void => [desk, wall, ...phones].forEach((x) => x.close());
  return { desk, wall, phones, taps, tap, close };
}

/** The console's lists of comments in the frames after a tap, the last of them. */
function listed(seen: Seen): ConsoleView['notes'] | null {
  for (const frame of seen.toReversed()) {
    const message = read(frame);
    const view = (Array.isArray(message) ? message.at(-1) : null) as ConsoleView | null;
    if (view !== null && typeof view === 'object' && 'notes' in view) return view.notes;
  }
  return null;
}

/** Ways to put a batch into an order that might be the one in which it was written. */
const ORDERS: Record<string, (notes: ConsoleView['notes']) => ConsoleView['notes']> = {
  'as listed': (notes) => notes,
  backwards: (notes) => notes.toReversed(),
  'by id': (notes) => notes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  'by id, backwards': (notes) => notes.toSorted((a, b) => (a.id > b.id ? -1 : 1)),
};

test(
  'H1 H2 H5 whoever sees all that console and projector get, and knows when each person tapped, guesses answers and comments no better than by chance',
  async () => {
    const { desk, phones, taps, tap, close } = await watchedRoom('walk-around');
    await desk.do({ do: 'next' });
    await desk.do({ do: 'openAll', round: 1 });
    await desk.do({ do: 'screen', change: { pile: 'on', count: true } });
    const spots = phones.flatMap((phone) => STATEMENTS.map((_, i) => ({ phone, board: i + 1 })));
    for (const { phone, board } of shuffled(spots)) await tap(phone, board);
    close();

    const changes = changesAfter(taps.map((t) => t.seen));
    // The watcher sees each of them tap; that much the console is meant to show.
    expect(changes.slice(1).filter((c) => !c.some((x) => x.endsWith('placed by 1')))).toEqual([]);
    const { right, of } = learnAndGuess(
      changes,
      taps.map((t) => String(t.answer)),
    );
    tell(`answers, by all that changed: ${rate(right, of, CHANCE)}`);
    expect(above(right, of, CHANCE)).toBeLessThan(LEAK);

    const waiting = new Map<number, string[]>();
    const known = new Set<string>();
    let batches = 0;
    let smallest = Infinity;
    const hits: Record<string, number> = {};
    for (const { board, comment, seen } of taps) {
      waiting.set(board, [...(waiting.get(board) ?? []), comment]);
      const fresh = (listed(seen) ?? []).filter((note) => !known.has(note.text));
      for (const { text } of fresh) known.add(text);
      for (const n of new Set(fresh.map((note) => note.board))) {
        const batch = fresh.filter((note) => note.board === n);
        const writers = waiting.get(n) ?? [];
        waiting.set(n, []);
        smallest = Math.min(smallest, batch.length);
        expect(batch.map((note) => note.answer)).toEqual(batch.map(() => null));
        batches += 1;
        // Any order of a batch has one comment at its writer's place, on the average, and as much spread.
        for (const [name, order] of Object.entries(ORDERS))
          hits[name] = (hits[name] ?? 0) + order(batch).filter((note, i) => note.text === writers[i]).length;
      }
    }
    for (const [name, found] of Object.entries(hits)) {
      tell(`comments, ${name}: ${found} at their writer’s place in ${batches} batches, by chance ${batches}`);
      expect([name, (found - batches) / Math.sqrt(batches) < LEAK]).toEqual([name, true]);
    }
    expect(smallest).toBeGreaterThanOrEqual(5);
    expect(batches).toBeGreaterThan((taps.length / 5) * 0.7);
  },
  PATIENCE,
);

test(
  'H9 where results are shown while people place, what moves fits whoever tapped last no better than the four before',
  async () => {
    const { desk, phones, taps, tap, close } = await watchedRoom('guided');
    await desk.do({ do: 'screen', change: { live: true } });
    await desk.do({ do: 'start' });
    for (const [i] of STATEMENTS.entries()) {
      await desk.do({ do: 'show', board: i + 1 });
      await desk.do({ do: 'open', board: i + 1 });
      for (const phone of shuffled(phones)) await tap(phone, i + 1);
      await desk.do({ do: 'close', board: i + 1 });
    }
    close();

    const shown = (seen: Seen): number[] | null => {
      for (const frame of seen.toReversed()) {
        const message = read(frame);
        const view = (Array.isArray(message) ? message.at(-1) : null) as ConsoleView | null;
        const figure = view?.projector?.board?.live?.figure;
        if (figure) return [...figure.counts, figure.declined.n];
      }
      return null;
    };
    const differences: number[] = [];
    let before: number[] = [];
    let since = 0;
    let board = 0;
    let smallest = Infinity;
    const still: { seen: Seen; answer: string }[] = [];
    for (const [i, tapped] of taps.entries()) {
      if (tapped.board !== board) [before, since, board] = [ANSWERS.map(() => 0), 0, tapped.board];
      since += 1;
      const now = shown(tapped.seen) ?? before;
      const moves = now.map((n, k) => n - (before[k] ?? 0));
      before = now;
      const people = moves.reduce((sum, n) => sum + Math.abs(n), 0);
      if (people === 0) {
        still.push({ seen: tapped.seen, answer: String(tapped.answer) });
        continue;
      }
      smallest = Math.min(smallest, people);
      // The five who tapped last are all among those the batch was drawn from.
      if (since < 5) continue;
      const guess = ANSWERS[moves.indexOf(Math.max(...moves))];
      const fits = taps.slice(i - 4, i + 1).map((t) => Number(t.answer === guess));
      const others = fits.slice(0, 4).reduce((a, b) => a + b, 0) / 4;
      differences.push((fits[4] ?? 0) - others);
    }
    expect(differences.length).toBeGreaterThan(BOARDS * 2);
    const mean = differences.reduce((a, b) => a + b, 0) / differences.length;
    const spread = Math.sqrt(differences.reduce((a, b) => a + (b - mean) ** 2, 0) / (differences.length - 1));
    const error = spread / Math.sqrt(differences.length);
    tell(
      `live results: in ${differences.length} batches whoever tapped last fitted better by ${mean.toFixed(3)}, 95 % from ${(mean - 1.96 * error).toFixed(3)} to ${(mean + 1.96 * error).toFixed(3)}`,
    );
    expect(mean / error).toBeLessThan(LEAK);
    expect(smallest).toBeGreaterThanOrEqual(5);

    const { right, of } = learnAndGuess(
      changesAfter(still.map((s) => s.seen)),
      still.map((s) => s.answer),
    );
    tell(`live results, while nothing moves: ${rate(right, of, CHANCE)}`);
    expect(above(right, of, CHANCE)).toBeLessThan(LEAK);
  },
  PATIENCE,
);
