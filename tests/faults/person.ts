/**
 * Somebody with a phone who places again and again, comes back after anything, and writes down in a history
 * what was sent and what was answered. What is not acknowledged is sent again with its revision, as the real
 * phone does.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Hello, PlaceAck } from '../../core/protocol.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { REFUSALS } from '../../core/refusals.ts';
import { contentOf, type History, type Placed } from './history.ts';
import { Line } from './line.ts';

export interface Habits {
  boards: number;
  /** Between two placements, in milliseconds; the server's own limit where it is 0. */
  every: number;
  /** Before the next try to connect, in milliseconds, and by chance up to twice that. */
  again: number;
  /** Writes with every fifth. */
  words: boolean;
}

const USUAL: Habits = { boards: 4, every: 0, again: 20, words: true };

/** What a room is reached by; the port stays over a restart. */
export interface Address {
  port: number;
  code: string;
}

export class Person {
  readonly token = randomBytes(16).toString('base64url');
  /** When each acknowledged placement was sent first, and when it was acknowledged, on the clock of performance.now. */
  readonly acks: { sent: number; at: number }[] = [];
  /** Refusals by code. */
  readonly refused: Record<string, number> = {};
  /** Times it came back to a server that answered. */
  came = 0;
  readonly #address: Address;
  readonly #history: History;
  readonly #habits: Habits;
  readonly #revisions = new Map<number, number>();
  #line: Line | null = null;
  #turn = 0;
  #stopped = false;
  #life: Promise<void> = Promise.resolve();
  /** What it wants to have placed and was not acknowledged yet. */
  #wanted: { placed: Placed; args: unknown[]; since: number } | null = null;
  readonly #ready = Promise.withResolvers<void>();

  constructor(address: Address, history: History, habits: Partial<Habits> = {}) {
    this.#address = address;
    this.#history = history;
    this.#habits = { ...USUAL, ...habits };
  }

  /** Begins; resolves once it has joined for the first time. */
  begin(): Promise<void> {
    this.#stopped = false;
    this.#life = this.#live();
    return this.#ready.promise;
  }

  /** Loses its line, and comes back. */
  drop(): void {
    this.#line?.close();
  }

  /** Ends at once and leaves what is on its way unknown. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#line?.close();
    await this.#life;
  }

  async #live(): Promise<void> {
    while (!this.#stopped) {
      const line = await this.#connect();
      if (line !== null && (await this.#come(line))) await this.#place(line);
      line?.close();
      if (!this.#stopped) await pause(this.#habits.again * (1 + Math.random()));
    }
  }

  #connect(): Promise<Line | null> {
    return new Promise((resolve) => {
      // Closed meanwhile by ourselves, it tells nobody.
      const patience = setTimeout(() => resolve(null), 4000);
      const line = new Line(
        this.#address.port,
        { code: this.#address.code, token: this.token },
        {
          open: () => {
            clearTimeout(patience);
            resolve(line);
          },
          lost: () => resolve(null),
        },
      );
      this.#line = line;
    });
  }

  /** Says hello, and yes where it has not; whether it may place. */
  async #come(line: Line): Promise<boolean> {
    const hello = (await line.ask('hello', [])) as Hello | Refusal | null;
    if (hello === null || isRefusal(hello)) return false;
    if (!hello.me.joined) {
      const me = await line.ask('join', [{ groups: [], quote: true }]);
      if (me === null || isRefusal(me)) return false;
    }
    for (const [board, revision] of hello.me.mine) {
      const own = this.#revisions.get(board) ?? 0;
      if (revision > own) this.#revisions.set(board, revision);
    }
    this.came += 1;
    this.#ready.resolve();
    return true;
  }

  /** Places until the line is lost. */
  async #place(line: Line): Promise<void> {
    while (!this.#stopped) {
      this.#wanted ??= this.#next();
      const { placed, args, since } = this.#wanted;
      this.#history.sent(placed);
      const ack = (await line.ask('place', args)) as PlaceAck | null;
      if (ack === null) return;
      if (typeof ack === 'number') {
        if (ack !== placed.revision) throw new Error('acknowledged another revision');
        this.#history.answered(placed, 'acknowledged');
        this.acks.push({ sent: since, at: performance.now() });
        this.#wanted = null;
        await pause(this.#habits.every);
      } else {
        this.refused[ack.refusal] = (this.refused[ack.refusal] ?? 0) + 1;
        if (!REFUSALS[ack.refusal].retry) {
          this.#history.answered(placed, 'refused');
          this.#wanted = null;
        }
        await pause(100 + 100 * Math.random());
      }
    }
  }

  #next(): { placed: Placed; args: unknown[]; since: number } {
    this.#turn += 1;
    const board = 1 + (this.#turn % this.#habits.boards);
    const revision = (this.#revisions.get(board) ?? 0) + 1;
    this.#revisions.set(board, revision);
    const answer = this.#turn % 11 === 0 ? null : 1 + ((this.#turn * 7 + revision) % 5);
    const comment = this.#habits.words && this.#turn % 5 === 0 ? `turn ${this.#turn}` : '';
    const placed = { person: this.token, board, revision, content: contentOf(answer, comment) };
    return { placed, args: [board, revision, answer, comment, 0], since: performance.now() };
  }
}
