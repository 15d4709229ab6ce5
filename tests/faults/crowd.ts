/**
 * Many phones in one process, each the real one without its screens (client/phone, client/shared), so that what is
 * tested is how those come back. They keep nothing on a disk.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Phone as RealPhone } from '../../client/phone/phone.ts';
import { openLine, type Line, type LineHandlers } from '../../client/shared/connection.ts';
import type { Entry } from '../../client/shared/outbox.ts';
import type { Refusal } from '../../core/refusal.ts';
import { nodePhone } from '../support/nodePhone.ts';
import { sharedNow, type Back, type CrowdOrder, type Report } from './crowdOrders.ts';
import { contentOf, History } from './history.ts';

const YES = { groups: [], quote: true };
const history = new History();
const refused: Record<string, number> = {};
const acks: { placed: number; at: number }[] = [];

function note({ refusal }: Refusal): void {
  refused[refusal] = (refused[refusal] ?? 0) + 1;
}

class Phone {
  /** When it last had a hello. */
  helloAt = 0;
  came = 0;
  joined = Promise.withResolvers<void>();
  token = '';
  readonly #phone: RealPhone;
  readonly #boards: number;
  readonly #placedAt = new Map<string, number>();
  #asking = false;
  #turn = Math.floor(Math.random() * 100);

  constructor({ base, code, boards }: CrowdOrder & { do: 'come' }) {
    this.#boards = boards;
    this.#phone = nodePhone(base, {
      openLine: (at, handlers) => this.#noted(openLine(at, this.#heard(handlers))),
      changed: () => this.#come(),
    });
    this.#phone.open(code);
    this.#phone.join(YES);
  }

  get saved(): boolean {
    const { outbox } = this.#phone;
    return outbox.state() === null && !outbox.failed();
  }

  place(): void {
    this.#turn += 1;
    const board = 1 + (this.#turn % this.#boards);
    const answer = 1 + ((this.#turn * 3) % 5);
    const comment = this.#turn % 7 === 0 ? `turn ${this.#turn}` : '';
    this.#phone.place(board, { answer, comment, audience: 0 });
  }

  /** Whoever was told that it did not work presses again. */
  #come(): void {
    const { hello, joining } = this.#phone.state;
    if (hello?.me.joined === true) this.joined.resolve();
    else if (joining !== 'no' && joining !== 'sending' && !this.#asking) {
      this.#asking = true;
      note({ refusal: joining });
      setTimeout(() => {
        this.#asking = false;
        this.#phone.join(YES);
      }, 500);
    }
  }

  #heard(handlers: LineHandlers): LineHandlers {
    return {
      ...handlers,
      auth: () => {
        const auth = handlers.auth();
        this.token = auth.token;
        return auth;
      },
      hello: (hello) => {
        this.helloAt = sharedNow();
        this.came += 1;
        handlers.hello(hello);
      },
      gone: () => {
        note({ refusal: 'no-such-session' });
        handlers.gone();
      },
      left: () => {
        note({ refusal: 'left' });
        handlers.left();
      },
      refused: (refusal) => {
        note(refusal);
        handlers.refused(refusal);
      },
    };
  }

  /** The same line, with what is placed and what is answered written down. */
  #noted(line: Line): Line {
    return { ...line, place: (entry, done) => this.#send(line, entry, done) };
  }

  #send(line: Line, entry: Entry, done: Parameters<Line['place']>[1]): void {
    const { board, revision, answer, comment, audience } = entry;
    const placed = { person: this.token, board, revision, content: contentOf(answer, comment, audience) };
    const key = `${board} ${revision}`;
    if (!this.#placedAt.has(key)) this.#placedAt.set(key, sharedNow());
    history.sent(placed);
    line.place(entry, (ack) => {
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
