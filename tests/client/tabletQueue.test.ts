import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { handOver } from '../../client/tablet/line.ts';
import { makeQueue, type Handed } from '../../client/tablet/queue.ts';
import { keepIn } from '../../client/shared/storage.ts';
import { fakeStorage } from '../support/storage.ts';

/** A queue whose laptop answers as the test says, one packet after the other. */
function made(answer: (packet: string) => Handed, storage = fakeStorage()) {
  const sent: string[] = [];
  const timers: (() => void)[] = [];
  let names = 0;
  const queue = makeQueue(
    {
      keep: keepIn(() => storage),
      isKept: (key) => storage.getItem(key) !== null,
      session: 's1',
      send: async (packet) => {
        sent.push(packet);
        return answer(packet);
      },
      later(action) {
        timers.push(action);
        return () => void timers.splice(timers.indexOf(action), 1);
      },
      name: () => `n${(names += 1)}`,
      changed: () => undefined,
    },
    5000,
  );
  /** Lets everything that was promised happen. */
  const rest = (): Promise<void> => new Promise((done) => setImmediate(done));
  const again = async (): Promise<void> => {
    for (const timer of timers.splice(0)) timer();
    await rest();
  };
  return { queue, sent, rest, again, storage };
}

describe('what waits on a shared tablet', () => {
  test('K6 K2 a packet is kept until it is said to be durable, and is brought the same each time', async () => {
    let up = false;
    const { queue, sent, rest, again, storage } = made(() => (up ? 'done' : 'away'));
    queue.put('one');
    queue.put('two');
    await rest();
    // With nobody to answer, the second is not tried in vain.
    expect([sent, queue.waiting(), storage.length]).toEqual([['one'], 2, 2]);
    up = true;
    await again();
    expect(sent.slice(1).toSorted()).toEqual(['one', 'two']);
    expect([queue.waiting(), storage.length]).toEqual([0, 0]);
  });

  test('K6 a page that is loaded again has what waited, and another session’s is left alone', async () => {
    const storage = fakeStorage();
    const first = made(() => 'away', storage);
    first.queue.put('one');
    await first.rest();
    storage.setItem('standpoint:tablet:s2:n9', 'of another session');
    const second = made(() => 'done', storage);
    expect(second.queue.waiting()).toBe(1);
    second.queue.flush();
    await second.rest();
    expect([second.sent, second.queue.waiting(), storage.length]).toEqual([['one'], 0, 1]);
  });

  test('K2 one that has to wait holds up no other; one that is never taken is told, and erased only when somebody says so', async () => {
    const answers: Record<string, Handed> = { early: 'later', odd: 'other-session', fine: 'done' };
    const { queue, sent, rest, again } = made((packet) => answers[packet] ?? 'done');
    for (const packet of ['early', 'odd', 'fine']) queue.put(packet);
    await rest();
    expect([sent.toSorted(), queue.waiting(), queue.stuck()]).toEqual([
      ['early', 'fine', 'odd'],
      2,
      { n: 1, why: 'other-session' },
    ]);
    answers['early'] = 'done';
    await again();
    expect([queue.waiting(), sent.filter((one) => one === 'odd').length]).toEqual([1, 1]);
    queue.eraseStuck();
    expect([queue.waiting(), queue.stuck()]).toEqual([0, null]);
  });

  test('K6 where storage is blocked it goes on in memory, and does not say that it is kept', async () => {
    const blocked = {
      ...fakeStorage(),
      setItem: () => {
        throw new Error('blocked');
      },
    };
    let up = false;
    const { queue, rest, again } = made(() => (up ? 'done' : 'away'), blocked);
    const name = queue.put('one');
    await rest();
    expect([queue.waiting(), queue.has(name), queue.isKept(name)]).toEqual([1, true, false]);
    up = true;
    await again();
    expect([queue.waiting(), queue.has(name)]).toEqual([0, false]);
  });
});

describe('what an answer to a packet means', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test.each([
    [{ ok: true }, 'done'],
    [{ status: 'Sign in to use this Wi-Fi' }, 'away'],
    [null, 'away'],
    [{ refusal: 'not-open' }, 'later'],
  ] as const)('K2 %j: %s; only the laptop’s own yes lets a packet go', async (body, handed) => {
    jest.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(body));
    expect(await handOver('s1', 'packet')).toBe(handed);
  });
});
