/** What a socket is told of an error that nobody expected. */
import { expect, test } from '@jest/globals';
import { answering, atDoor } from '../../../server/live/answer.ts';

/** What is acknowledged, and what is reported, when a handler throws this. */
async function thrown(error: Error): Promise<{ told: unknown; faults: unknown[] }> {
  const faults: unknown[] = [];
  const told = await new Promise((ack) => {
    void answering(
      ack,
      (fault) => faults.push(fault),
      () => {
        throw error;
      },
    );
  });
  return { told, faults };
}

test('P5 a phone on a laptop whose disk is full is told so, and so is whoever watches the laptop', async () => {
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  expect(await thrown(full)).toEqual({ told: { refusal: 'disk-full' }, faults: [full] });
});

test('P5 any other error is a fault, is reported, and its message goes nowhere', async () => {
  const other = new Error('a text of somebody');
  expect(await thrown(other)).toEqual({ told: { refusal: 'fault' }, faults: [other] });
});

test('P5 a fault while somebody asks to be let in refuses them, and is reported', () => {
  const [faults, told]: [unknown[], unknown[]] = [[], []];
  const other = new Error('a text of somebody');
  const door = atDoor(
    (fault) => faults.push(fault),
    () => {
      throw other;
    },
  );
  door({}, (error) => void told.push((error as { data?: unknown } | undefined)?.data));
  expect([faults, told]).toEqual([[other], [{ refusal: 'fault' }]]);
});
