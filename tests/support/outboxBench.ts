/** An outbox with a line, a clock and a storage that the test holds in its hand. */
import type { PlaceAck } from '../../core/protocol.ts';
import type { Entry, Outbox } from '../../client/shared/outbox.ts';
import { makeOutbox } from '../../client/shared/outbox.ts';
import type { RealStorage } from '../../client/shared/storage.ts';
import { keepIn } from '../../client/shared/storage.ts';
import { fakeStorage } from './storage.ts';

interface Sent {
  entry: Entry;
  ack: (ack: PlaceAck | null) => void;
}

export function bench(storage: RealStorage | null = fakeStorage(), chance = 0) {
  const sent: Sent[] = [];
  const timers = new Set<{ action: () => void; ms: number }>();
  const box = (): Outbox =>
    makeOutbox('BCD234', {
      keep: keepIn(() => storage),
      send: (entry, ack) => sent.push({ entry, ack }),
      later(action, ms) {
        const timer = { action, ms };
        timers.add(timer);
        return () => timers.delete(timer);
      },
      random: () => chance,
      changed: () => undefined,
    });
  const last = (): Sent => {
    const one = sent.at(-1);
    if (one === undefined) throw new Error('nothing was sent');
    return one;
  };
  /** Lets every timer that is set now run out. */
  const tick = (): number[] => {
    const due = [...timers];
    timers.clear();
    for (const timer of due) timer.action();
    return due.map((timer) => timer.ms);
  };
  return { box, sent, last, tick };
}

export const AGREE = { board: 1, answer: 4, comment: 'why', audience: 0 } as const;
