/** A room under load: its people, their history, and what the store has of them afterwards. */
import { check, History, wrongs } from './history.ts';
import { Person, type Address, type Habits } from './person.ts';
import type { Room, Server } from './server.ts';
import { readSession } from './stored.ts';

export class Load {
  readonly history: History;
  readonly people: Person[];
  readonly #address: Address;
  readonly #server: Server;
  readonly #room: Room;

  constructor(
    server: Server,
    room: Room,
    people: number,
    habits: Partial<Habits> = {},
    history = new History(),
  ) {
    this.history = history;
    this.#server = server;
    this.#room = room;
    this.#address = { port: server.port, code: room.code };
    const usual = { boards: room.boards, ...habits };
    this.people = Array.from({ length: people }, () => new Person(this.#address, this.history, usual));
  }

  /** Resolves once everybody has joined. */
  async begin(): Promise<void> {
    await Promise.all(this.people.map((person) => person.begin()));
  }

  async stop(): Promise<void> {
    await Promise.all(this.people.map((person) => person.stop()));
  }

  /** Lets everybody begin who is stopped. */
  goOn(): void {
    for (const person of this.people) void person.begin();
  }

  /** Acknowledged placements that were sent first after a moment. */
  sentAfter(moment: number): number {
    return this.people.reduce((n, p) => n + p.acks.filter(({ sent }) => sent > moment).length, 0);
  }

  /** Milliseconds from a moment until everybody had something acknowledged again; null: somebody had not. */
  allAckedAfter(moment: number): number | null {
    const first = this.people.map((p) => p.acks.find(({ at }) => at > moment)?.at ?? Infinity);
    const last = Math.max(...first) - moment;
    return Number.isFinite(last) ? last : null;
  }

  /** Milliseconds that acknowledged placements took, those of a time only. */
  took(from = 0, until = Infinity): number[] {
    return this.people.flatMap((p) =>
      p.acks.filter(({ sent }) => sent >= from && sent < until).map(({ sent, at }) => at - sent),
    );
  }

  /** What is wrong with the store, once the server is gone. */
  async wrongs(): Promise<string[]> {
    const tokens = this.people.map(({ token }) => token);
    const found = await readSession(this.#server.folder, this.#room.session, tokens);
    if (typeof found === 'string') return [`the store did not open: ${found}`];
    const wrong = wrongs(check(this.history.all(), found.rows));
    if (found.people !== tokens.length) wrong.push(`${found.people} people where ${tokens.length} joined`);
    return wrong;
  }
}
