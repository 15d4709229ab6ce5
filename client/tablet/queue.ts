/**
 * Sealed packets that are still to be handed over. Each stays where it is kept until the laptop has said that it
 * is durable; brought twice it changes nothing there, so that a lost answer costs nothing.
 */
import type { RefusalCode } from '../../core/refusal.ts';
import type { Keep } from '../shared/storage.ts';

/**
 * What became of a packet: it is durable; nobody answered; it has to wait, and others need not; or the laptop does
 * not take it, and why.
 */
export type Handed = 'done' | 'away' | 'later' | RefusalCode;

export interface QueuePorts {
  keep: Keep;
  /** Whether what is kept under a key outlives the page. */
  isKept(key: string): boolean;
  session: string;
  /** Brings one; never throws. */
  send(packet: string): Promise<Handed>;
  /** Calls back after so many milliseconds; returns a way to call that off. */
  later(action: () => void, ms: number): () => void;
  /** A name that is in use nowhere else. */
  name(): string;
  changed(): void;
}

export interface Queue {
  /** Keeps a packet, then begins to hand over; gives its name. */
  put(packet: string): string;
  /** Whether a packet of this name is still here. */
  has(name: string): boolean;
  /** Whether it would still be here if the tablet were switched off now. */
  isKept(name: string): boolean;
  waiting(): number;
  /** Those that the laptop does not take, and why; null: none. */
  stuck(): { n: number; why: RefusalCode } | null;
  /** Hands over what waits, now. */
  flush(): void;
  /** Erases those that the laptop does not take. */
  eraseStuck(): void;
  /** Erases everything. */
  clear(): void;
}

export function makeQueue(ports: QueuePorts, againMs: number): Queue {
  const prefix = `standpoint:tablet:${ports.session}:`;
  const stuck = new Map<string, RefusalCode>();
  let sending = false;
  let cancel: (() => void) | null = null;

  // Read anew each time: a second window on the same tablet shares what is kept.
  const names = (): string[] => ports.keep.keys(prefix).map((key) => key.slice(prefix.length));
  const erase = (name: string): void => {
    stuck.delete(name);
    ports.keep.remove(prefix + name);
  };

  async function handOver(): Promise<void> {
    if (sending) return;
    sending = true;
    cancel?.();
    cancel = null;
    const tried = new Set<string>();
    for (;;) {
      const name = names().find((one) => !stuck.has(one) && !tried.has(one));
      if (name === undefined) break;
      tried.add(name);
      const packet = ports.keep.get(prefix + name);
      const handed = packet === null ? 'done' : await ports.send(packet);
      if (handed === 'done') erase(name);
      else if (handed === 'away') break;
      else if (handed !== 'later') stuck.set(name, handed);
      ports.changed();
    }
    sending = false;
    if (names().some((one) => !stuck.has(one))) cancel = ports.later(() => void handOver(), againMs);
  }

  const queue: Queue = {
    put(packet) {
      const name = ports.name();
      ports.keep.set(prefix + name, packet);
      ports.changed();
      void handOver();
      return name;
    },
    has: (name) => ports.keep.get(prefix + name) !== null,
    isKept: (name) => ports.isKept(prefix + name),
    waiting: () => names().length,
    stuck() {
      const [why] = stuck.values();
      return why === undefined ? null : { n: stuck.size, why };
    },
    flush: () => void handOver(),
    eraseStuck() {
      for (const name of stuck.keys()) erase(name);
      ports.changed();
    },
    clear() {
      for (const name of names()) erase(name);
      ports.changed();
    },
  };
  return queue;
}
