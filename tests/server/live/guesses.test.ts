import { EventEmitter, once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { CODE_ALPHABET, CODE_LENGTH, LATER_LENGTH } from '../../../core/id.ts';
import { LIMITS, RATES } from '../../../core/limits.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { newToken } from '../../../server/random.ts';
import { makeGuesses, type Guesses } from '../../../server/live/guesses.ts';
import { PATIENCE, SIZES, tell } from '../../support/sizes.ts';
import { connectPhone, joinPhone, openSession, startServer, type TestServer } from '../../support/server.ts';
import type { Session } from '../../../core/session.ts';

const BURST = RATES.wrongCodesBurst;

describe('the gate', () => {
  let gate: Guesses<string>;
  let looked: number;
  /** Sessions that are running. */
  let aims: number;
  /** How far the gate's clock is ahead of its timers, as when the machine is busy. */
  let ahead: number;
  beforeEach(() => {
    jest.useFakeTimers();
    looked = 0;
    ahead = 0;
    aims = 1;
    gate = makeGuesses(
      () => performance.now() + ahead,
      () => aims,
    );
  });
  afterEach(() => {
    gate.stop();
    jest.useRealTimers();
  });

  class Line extends EventEmitter {
    closed = false;
    close(): void {
      if (this.closed) return;
      this.closed = true;
      this.emit('close');
    }
  }

  /** One handshake with a right or a wrong code; what it was told, in the order it was told. */
  function ask(right: boolean, line = new Line()): { line: Line; told: string[] } {
    const told: string[] = [];
    gate.ask({
      line,
      look: () => {
        looked += 1;
        return right ? 'in' : undefined;
      },
      found: (found) => told.push(found),
      refused: ({ refusal }: Refusal) => told.push(refusal),
    });
    return { line, told };
  }

  const guess = (times: number): void => {
    for (let i = 0; i < times; i += 1) ask(false);
  };

  test('P4 whatever is sent, sixty wrong codes are looked at and one a second from then on', () => {
    guess(3000);
    expect(looked).toBe(BURST);
    for (let second = 1; second <= 60; second += 1) {
      for (let tenth = 0; tenth < 10; tenth += 1) {
        guess(300);
        jest.advanceTimersByTime(100);
      }
      expect(looked).toBeLessThanOrEqual(BURST + second);
      expect(looked).toBeGreaterThanOrEqual(BURST + second - 1);
    }
  });

  test('P4 W1 in eight hours of guessing the chance of a hit is below one in ten thousand, by limits and symbols', () => {
    const codes = BURST + 8 * 3600 * RATES.wrongCodesPerSecond;
    expect(codes / CODE_ALPHABET.length ** CODE_LENGTH).toBeLessThan(1e-4);
    // Every session that a consultation may have, and a card for each who may be in them.
    const people = LIMITS.sessionsPerConsultation * LIMITS.cardsPerSession;
    expect((codes * people) / CODE_ALPHABET.length ** LATER_LENGTH).toBeLessThan(1e-4);
  });

  test.each([1, 2, 7, 60])(
    'P4 W1 eight hours of guessing at full speed while %i sessions run: no more is looked at than that chance allows',
    (sessions) => {
      aims = sessions;
      const [every, burst] = [1000 / SIZES.guessesPerSecond, 200];
      guess(burst);
      for (let ms = 0; ms < 8 * 3600_000; ms += every) {
        ask(false);
        jest.advanceTimersByTime(every);
      }
      const chance = (looked * sessions) / CODE_ALPHABET.length ** CODE_LENGTH;
      tell(
        `codes of ${sessions} sessions: ${looked} guesses looked at in eight hours, a chance of ${chance}`,
      );
      expect(chance).toBeLessThan(1e-4);
      // And whoever waits their turn still has one.
      expect(looked).toBeGreaterThan((BURST + 8 * 3600) / sessions - 2);
    },
    PATIENCE,
  );

  test('P4 right codes use nothing up: a hall that waits passes at once when its turn comes', () => {
    guess(BURST);
    const hall = Array.from({ length: 300 }, () => ask(true));
    expect(hall.flatMap(({ told }) => told)).toEqual([]);
    jest.advanceTimersByTime(1000);
    expect(hall.flatMap(({ told }) => told)).toEqual(hall.map(() => 'in'));
  });

  test('P4 while others guess, someone new with the right code gets in before long', () => {
    guess(BURST);
    for (let tries = 1; ; tries += 1) {
      expect(tries).toBeLessThan(200);
      guess(30);
      const { told } = ask(true);
      jest.advanceTimersByTime(RATES.codeWaitMs);
      expect(told).toHaveLength(1);
      if (told[0] === 'in') break;
    }
  });

  test('P4 whoever comes while others wait does not get ahead of them', () => {
    guess(BURST + 3);
    // There is one to look at again, but the timer that gives it to those who wait has not run yet.
    ahead = 1000;
    expect([ask(true).told, looked]).toEqual([[], BURST]);
    jest.advanceTimersByTime(1000);
    expect(looked).toBeGreaterThan(BURST);
  });

  test('P4 nobody waits longer than eight seconds, and a code whose time is up was not looked at', () => {
    guess(BURST + RATES.codesWaiting);
    jest.advanceTimersByTime(RATES.codeWaitMs);
    const seen = looked;
    expect(seen).toBeLessThanOrEqual(BURST + RATES.codeWaitMs / 1000);
    jest.advanceTimersByTime(60_000);
    expect([looked, jest.getTimerCount()]).toEqual([seen, 0]);
  });

  test('P4 a connection that closes leaves its place to others, and is told so that nothing is kept of it', () => {
    guess(BURST);
    const waiting = Array.from({ length: RATES.codesWaiting }, () => ask(false));
    expect(ask(true).told).toEqual(['too-fast']);
    for (const { line } of waiting) line.close();
    expect(waiting.flatMap(({ told }) => told)).toEqual(waiting.map(() => 'too-fast'));
    expect(waiting.reduce((n, { line }) => n + line.listenerCount('close'), 0)).toBe(0);
    const { told } = ask(true);
    jest.advanceTimersByTime(1000);
    expect([told, looked]).toEqual([['in'], BURST + 1]);
  });

  test('P4 one connection has one handshake waiting, and five refused ones at most', () => {
    guess(BURST);
    const { line, told } = ask(false);
    const more = Array.from({ length: 5 }, () => ask(true, line).told);
    expect(more).toEqual(more.map(() => ['too-fast']));
    jest.advanceTimersByTime(1);
    expect([line.closed, told, looked]).toEqual([true, ['too-fast'], BURST]);
  });

  test('P4 after its stop nobody waits and no timer is left', () => {
    guess(BURST);
    const { told } = ask(true);
    gate.stop();
    expect([told, ask(true).told, looked]).toEqual([['too-fast'], ['too-fast'], BURST]);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a server under attack', () => {
  let server: TestServer;
  let session: Session;
  beforeAll(async () => {
    server = await startServer();
    ({ session } = await openSession(server));
  });
  afterAll(() => server.stop());

  /** A connection that sends so many wrong codes in one go; counts what it is answered. */
  async function attack(codes: number, answers: string[], { url } = server) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith('44')) answers.push((JSON.parse(text.slice(2)) as { data: Refusal }).data.refusal);
    });
    const closed = new Promise<void>((done) => socket.once('close', () => done()));
    await once(socket, 'message');
    for (let i = 0; i < codes; i += 1)
      socket.send(`40${JSON.stringify({ code: 'ZZZZZZ', token: newToken() })}`);
    return { socket, closed };
  }

  test('P4 thousands of wrong codes: sixty are looked at, who has joined comes in at once, who is new soon', async () => {
    const joined = await joinPhone(server, session.code);
    const answers: string[] = [];
    const start = performance.now();
    const flood = await Promise.all(Array.from({ length: 150 }, () => attack(20, answers)));
    // Each of them has sent more than one connection may, and is closed.
    await Promise.all(flood.map(({ closed }) => closed));
    const patient = await Promise.all(Array.from({ length: 100 }, () => attack(1, answers)));

    const tab = await connectPhone(server, session.code, joined.token);
    expect((await tab.hello()).me.joined).toBe(true);

    const fresh = connectPhone(server, session.code);
    for (const { socket } of patient) socket.terminate();
    const phone = await fresh;
    expect((await phone.hello()).me.joined).toBe(false);

    const seconds = (performance.now() - start) / 1000;
    const looked = answers.filter((refusal) => refusal === 'no-such-code').length;
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThanOrEqual(BURST + Math.ceil(seconds) * RATES.wrongCodesPerSecond);
    expect(new Set(answers)).toEqual(new Set(['no-such-code', 'too-fast']));
    for (const one of [joined, tab, phone]) one.close();
    expect(server.faults).toEqual([]);
  });

  test(
    'P4 W1 guessing at full speed for as long as it lasts: no more is looked at, at sockets and at the page for codes',
    async () => {
      const own = await startServer();
      const { session: room } = await openSession(own);
      const counts = { sent: 0, sockets: 0, page: 0, fresh: 0 };
      const start = performance.now();
      const seconds = (): number => (performance.now() - start) / 1000;
      const lasts = (): boolean => seconds() < SIZES.attackSeconds;
      const bySocket = async (): Promise<void> => {
        while (lasts()) {
          const answers: string[] = [];
          const { closed } = await attack(20, answers, own);
          await closed;
          counts.sent += 20;
          counts.sockets += answers.filter((refusal) => refusal === 'no-such-code').length;
        }
      };
      const byPage = async (): Promise<void> => {
        const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/json' };
        while (lasts()) {
          const body = JSON.stringify({ code: 'BCDF 2345 GHJK' });
          // A connection that was closed for its guesses fails the request that came over it.
          const answer = await fetch(`${own.url}/j/code`, { method: 'POST', headers, body })
            .then((r) => r.text())
            .catch(() => '');
          counts.sent += 1;
          if (answer.includes('code-unknown')) counts.page += 1;
        }
      };
      /** New people with the right code, one after the other, as long as it lasts. */
      const honest = async (): Promise<void> => {
        while (lasts()) {
          const phone = await connectPhone(own, room.code).catch(() => null);
          if (phone !== null) counts.fresh += 1;
          phone?.close();
        }
      };
      await Promise.all([
        ...Array.from({ length: 8 }, bySocket),
        ...Array.from({ length: 4 }, byPage),
        honest(),
      ]);
      const most = BURST + Math.ceil(seconds()) * RATES.wrongCodesPerSecond;
      const chance = (looks: number): number => looks / CODE_ALPHABET.length ** CODE_LENGTH;
      tell(
        `live, ${seconds().toFixed(0)} s: ${counts.sent} guesses sent, ${counts.sockets} join codes and ${counts.page} codes for later looked at (at most ${most}), a chance of ${chance(counts.sockets)}; ${counts.fresh} new people let in meanwhile`,
      );
      expect(counts.sent).toBeGreaterThan(most);
      for (const looks of [counts.sockets, counts.page]) {
        expect(looks).toBeGreaterThan(0);
        expect(looks).toBeLessThanOrEqual(most);
      }
      expect(counts.fresh).toBeGreaterThan(0);
      expect(own.faults).toEqual([]);
      await own.stop();
    },
    PATIENCE,
  );
});
