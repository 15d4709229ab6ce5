/**
 * Many phones in one process, each with the line and the outbox of the real phone (client/shared), so that what
 * is tested is how those come back. They keep nothing on a disk.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { openLine, type Line } from '../../client/shared/connection.ts';
import { makeOutbox, type Entry, type Outbox } from '../../client/shared/outbox.ts';
import { keepIn } from '../../client/shared/storage.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { newToken } from '../../server/random.ts';
import { sharedNow, type Back, type CrowdOrder, type Report } from './crowdOrders.ts';
import { contentOf, History } from './history.ts';

const history = new History();
const refused: Record<string, number> = {};
const acks: { placed: number; at: number }[] = [];

function note({ refusal }: Refusal): void {
  refused[refusal] = (refused[refusal] ?? 0) + 1;
}

class Phone {
  readonly token = newToken();
  /** When it last had a hello. */
  helloAt = 0;
  came = 0;
  joined = Promise.withResolvers<void>();
  readonly #outbox: Outbox;
  readonly #line: Line;
  readonly #boards: number;
  readonly #placedAt = new Map<string, number>();
  #turn = Math.floor(Math.random() * 100);

  constructor({ base, code, boards }: CrowdOrder & { do: 'come' }) {
    this.#boards = boards;
    this.#outbox = makeOutbox(code, {
      keep: keepIn(() => null),
      send: (entry, done) => this.#send(entry, done),
      later: (action, ms) => {
        const timer = setTimeout(action, ms);
        return () => clearTimeout(timer);
      },
      random: Math.random,
      changed: () => undefined,
    });
    this.#line = openLine(base, {
      auth: () => ({ code, token: this.token }),
      hello: ({ me }) => {
        this.helloAt = sharedNow();
        this.came += 1;
        if (me.joined) this.joined.resolve();
        else this.#join();
        this.#outbox.reconcile(me.mine);
      },
      view: () => this.#outbox.flush(),
      gone: () => note({ refusal: 'no-such-session' }),
      elsewhere: () => undefined,
      left: () => note({ refusal: 'left' }),
      refused: note,
      alive: (alive) => {
        if (alive) this.#outbox.flush();
      },
    });
  }

  get saved(): boolean {
    return this.#outbox.state() === null && !this.#outbox.failed();
  }

  place(): void {
    this.#turn += 1;
    const board = 1 + (this.#turn % this.#boards);
    const answer = 1 + ((this.#turn * 3) % 5);
    const comment = this.#turn % 7 === 0 ? `turn ${this.#turn}` : '';
    this.#outbox.place({ board, answer, comment, audience: 0 });
  }

  #join(): void {
    this.#line.join({ groups: [], quote: true }, (answer) => {
      if (answer !== null && !isRefusal(answer)) this.joined.resolve();
      else {
        if (isRefusal(answer)) note(answer);
        setTimeout(() => this.#join(), 500);
      }
    });
  }

  #send(entry: Entry, done: Parameters<Line['place']>[1]): void {
    const { board, revision, answer, comment, audience } = entry;
    const placed = { person: this.token, board, revision, content: contentOf(answer, comment, audience) };
    const key = `${board} ${revision}`;
    if (!this.#placedAt.has(key)) this.#placedAt.set(key, sharedNow());
    history.sent(placed);
    this.#line.place(entry, (ack) => {
      if (typeof ack === 'number') {
        history.answered(placed, 'acknowledged');
        acks.push({ placed: this.#placedAt.get(key) ?? 0, at: sharedNow() });
      } else if (ack !== null) note(ack);
      done(ack);
    });
  }
}

const phones: Phone[] = [];
const mood = { placing: false };

async function until(done: () => boolean, ms: number): Promise<void> {
  const end = sharedNow() + ms;
  while (!done() && sharedNow() < end) await pause(20);
}

async function placeOn(phone: Phone, every: number): Promise<void> {
  await pause(every * Math.random());
  while (mood.placing) {
    phone.place();
    await pause(every * (0.5 + Math.random()));
  }
}

async function carryOut(order: CrowdOrder): Promise<unknown> {
  switch (order.do) {
    case 'come':
      for (let i = 0; i < order.phones; i++) phones.push(new Phone(order));
      await Promise.all(phones.map((phone) => phone.joined.promise));
      return null;
    case 'place':
      mood.placing = true;
      for (const phone of phones) void placeOn(phone, order.every);
      return null;
    case 'rest':
      mood.placing = false;
      await until(() => phones.every((phone) => phone.saved), order.ms);
      return phones.filter((phone) => !phone.saved).length;
    case 'back': {
      await until(() => phones.every((phone) => phone.helloAt > order.since), order.ms);
      const there = phones.filter((phone) => phone.helloAt > order.since);
      const after = there.map((phone) => phone.helloAt - order.since);
      return { after, missing: phones.length - there.length } satisfies Back;
    }
    case 'report':
      return {
        tokens: phones.map(({ token }) => token),
        tried: history.all(),
        took: acks.filter(({ placed }) => placed > order.since).map(({ placed, at }) => at - placed),
        acknowledged: history.acknowledged,
        refused,
        came: phones.reduce((n, phone) => n + phone.came, 0),
        unsaved: phones.filter((phone) => !phone.saved).length,
      } satisfies Report;
  }
}

process.on('message', (order: CrowdOrder) => {
  carryOut(order).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ fault: String(error) }),
  );
});
