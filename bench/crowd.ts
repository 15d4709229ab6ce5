/** All phones of one server and its staff: coming in, saying yes, and waiting for an opening. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Connected, Opened, Order, Spread } from './orders.ts';
import { Phone } from './phone.ts';
import { Staff } from './staff.ts';
import { median, spreadOf } from './statistics.ts';

/** Longer than the gap that the server keeps between two views, in milliseconds. */
const QUIET_MS = 250;

/** What phones tell whichever phase is running. */
export interface Ears {
  ready: (phone: Phone, bytes: number) => void;
  joined: (phone: Phone) => void;
  view: (phone: Phone, bytes: Buffer) => void;
  placed: (phone: Phone, scheduled: number, refusal: string | null) => void;
}

const deaf = (): void => undefined;

export class Crowd {
  readonly phones: Phone[] = [];
  readonly ears: Ears = { ready: deaf, joined: deaf, view: deaf, placed: deaf };
  staff: { console: Staff; projector: Staff } | null = null;
  readonly #lost: (reason: string) => void;

  constructor(lost: (reason: string) => void) {
    this.#lost = lost;
  }

  async connect(order: Order & { do: 'connect' }): Promise<Connected> {
    const { port, staff } = order;
    if (staff !== null) {
      const console = new Staff('console', port, staff, this.#lost);
      const projector = new Staff('projector', port, staff, this.#lost);
      await Promise.all([console.ready(), projector.ready()]);
      this.staff = { console, projector };
    }
    let stateBytes = 0;
    const start = performance.now();
    const times = this.#all('ready', order.phones, start, (bytes) => {
      stateBytes = Number(bytes);
      return true;
    });
    const events = {
      ready: (phone: Phone, bytes: number) => this.ears.ready(phone, bytes),
      joined: (phone: Phone) => this.ears.joined(phone),
      view: (phone: Phone, bytes: Buffer) => this.ears.view(phone, bytes),
      placed: (phone: Phone, at: number, refusal: string | null) => this.ears.placed(phone, at, refusal),
      lost: this.#lost,
    };
    for (let i = 0; i < order.phones; i++) this.phones.push(new Phone(i, order, events));
    return { ...spreadOf(await times), stateBytes };
  }

  async join(): Promise<Spread> {
    await this.staff?.console.do({ do: 'most', people: 5000 });
    const times = this.#all('joined', this.phones.length, performance.now(), () => true);
    for (const phone of this.phones) phone.join();
    return spreadOf(await times);
  }

  /** The median over the openings of each opening's p50, p99 and last. */
  async open(order: Order & { do: 'open' }): Promise<Opened> {
    const each: Spread[] = [];
    let viewBytes = 0;
    await this.staff?.console.do({ do: 'start' });
    for (let i = 0; i < order.times; i++) {
      await pause(QUIET_MS);
      const start = performance.now();
      const times = this.#all('view', this.phones.length, start, (bytes) => {
        const open = this.staff === null || (bytes as Buffer).includes('"state":"open"');
        if (open) viewBytes = (bytes as Buffer).length;
        return open;
      });
      if (this.staff === null) this.phones[0]?.wire.send(`!${order.text}`);
      else await this.staff.console.do({ do: 'next' });
      each.push(spreadOf(await times));
      await pause(QUIET_MS);
      if (i < order.times - 1) await this.staff?.console.do({ do: 'back' });
    }
    const middle = (key: keyof Spread): number => median(each.map((one) => one[key]));
    return { p50: middle('p50'), p99: middle('p99'), last: middle('last'), viewBytes };
  }

  /** Milliseconds from `start` until each of `n` phones has heard what `counts` says counts. */
  #all(
    what: 'ready' | 'joined' | 'view',
    n: number,
    start: number,
    counts: (heard: unknown) => boolean,
  ): Promise<number[]> {
    return new Promise((resolve) => {
      const times: number[] = [];
      this.ears[what] = (_phone: Phone, heard?: unknown) => {
        if (!counts(heard)) return;
        times.push(performance.now() - start);
        if (times.length < n) return;
        this.ears[what] = deaf;
        resolve(times);
      };
    });
  }
}
