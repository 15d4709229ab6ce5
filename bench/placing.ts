/** Placements under load: offered at their times whatever the server does, or as many as it takes. */
import type { Crowd } from './crowd.ts';
import type { Order, Placed } from './orders.ts';
import type { Phone } from './phone.ts';
import { cpuSeconds } from './proc.ts';
import { spreadOf } from './statistics.ts';

/** How long after the last offer an ack is waited for, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Counts acks, and what server and generator use meanwhile. */
class Count {
  offered = 0;
  readonly #crowd: Crowd;
  readonly #server: number;
  #latencies: number[] = [];
  #refused: Record<string, number> = {};
  #bytes = { up: 0, down: 0 };
  #phoneViews = 0;
  #began = { at: 0, cpu: 0 as number | null, load: 0, console: 0, projector: 0 };

  constructor(crowd: Crowd, server: number) {
    this.#crowd = crowd;
    this.#server = server;
    crowd.ears.view = () => {
      this.#phoneViews += 1;
    };
    this.begin();
  }

  get answered(): number {
    return this.#latencies.length + Object.values(this.#refused).reduce((a, b) => a + b, 0);
  }

  /** Forgets what was counted so far: the window that is measured begins now. */
  begin(): void {
    this.#latencies = [];
    this.#refused = {};
    this.#phoneViews = 0;
    this.offered = 0;
    this.#began = this.#now();
  }

  take(phone: Phone, scheduled: number, refusal: string | null): void {
    if (refusal !== null) {
      this.#refused[refusal] = (this.#refused[refusal] ?? 0) + 1;
      return;
    }
    this.#latencies.push(performance.now() - scheduled);
    if (phone.writes) return;
    this.#bytes.up = Math.max(this.#bytes.up, phone.wire.sentBytes);
    this.#bytes.down = Math.max(this.#bytes.down, phone.wire.readBytes);
  }

  result(): Placed {
    const [from, to] = [this.#began, this.#now()];
    const seconds = (to.at - from.at) / 1000;
    return {
      ...spreadOf(this.#latencies),
      offered: this.offered,
      acknowledged: this.#latencies.length,
      refused: this.#refused,
      seconds,
      serverCpu: to.cpu === null || from.cpu === null ? null : (to.cpu - from.cpu) / seconds,
      loadCpu: (to.load - from.load) / seconds,
      views: {
        console: to.console - from.console,
        projector: to.projector - from.projector,
        phones: this.#phoneViews,
      },
      bytes: this.#bytes,
    };
  }

  #now() {
    const { user, system } = process.cpuUsage();
    return {
      at: performance.now(),
      cpu: cpuSeconds(this.#server),
      load: (user + system) / 1e6,
      console: this.#crowd.staff?.console.views ?? 0,
      projector: this.#crowd.staff?.projector.views ?? 0,
    };
  }
}

/** Latency counts from the time a placement was due, so that a server which stalls is not let off. */
export function offer(crowd: Crowd, order: Order & { do: 'rate' }): Promise<Placed> {
  const phones = crowd.phones.slice(0, order.phones);
  const total = Math.round(phones.length * order.perSecond * order.seconds);
  const gap = 1000 / (phones.length * order.perSecond);
  return new Promise((resolve) => {
    const count = new Count(crowd, order.server);
    const start = performance.now();
    const end = (): void => {
      clearTimeout(patience);
      resolve(count.result());
    };
    const patience = setTimeout(end, order.seconds * 1000 + PATIENCE_MS);
    crowd.ears.placed = (phone, scheduled, refusal) => {
      count.take(phone, scheduled, refusal);
      if (count.answered === total) end();
    };
    const tick = (): void => {
      const due = Math.min(total, Math.floor((performance.now() - start) / gap) + 1);
      for (; count.offered < due; count.offered++)
        phones[count.offered % phones.length]?.place(start + count.offered * gap);
      if (count.offered < total) setTimeout(tick, 1);
    };
    tick();
  });
}

/**
 * A closed loop over all phones in turn, one placement on its way for each. What is measured begins
 * when every place in the loop was used twice, and ends early when nobody may place for a moment.
 */
export function saturate(crowd: Crowd, order: Order & { do: 'saturate' }): Promise<Placed> {
  const { phones } = crowd;
  const idle = [...phones];
  const loop = Math.min(order.outstanding, phones.length);
  return new Promise((resolve) => {
    const count = new Count(crowd, order.server);
    let warm = false;
    let result: Placed | null = null;
    let onTheirWay = 0;
    let until = Infinity;
    let [head, tail] = [0, phones.length];
    const next = (): void => {
      const now = performance.now();
      const phone = idle[head % phones.length];
      if (result === null && (now > until || (order.limited && phone?.mayPlace(now) !== true)))
        result = count.result();
      if (result !== null || phone === undefined) return;
      head += 1;
      count.offered += 1;
      onTheirWay += 1;
      phone.place(now);
    };
    for (let i = 0; i < loop; i++) next();
    crowd.ears.placed = (phone, scheduled, refusal) => {
      onTheirWay -= 1;
      idle[tail++ % phones.length] = phone;
      if (result === null) count.take(phone, scheduled, refusal);
      if (!warm && count.answered === 2 * loop) {
        warm = true;
        count.begin();
        until = performance.now() + order.seconds * 1000;
      }
      next();
      if (result !== null && onTheirWay === 0) resolve(result);
    };
  });
}
