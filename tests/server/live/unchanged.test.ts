/** Views are sent when they say something new to those who get them. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { commentedOn } from '../../support/commented.ts';
import { connectPhone, startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('phones are sent nothing while only the console sees a change, and all of what they see', async () => {
  const { desk, phones, note } = await commentedOn(server, ['one', 'two', 'three', 'four', 'five']);
  // They are shown this, so that nothing from before is on its way to them.
  for (const on of [true, false]) {
    await desk.do({ do: 'pause', on });
    await phones[0]?.until((v) => v.paused === on);
  }
  const heard: string[] = [];
  phones[0]?.socket.onAny((event: string) => heard.push(event));
  for (const text of ['one', 'two', 'three']) {
    await desk.do({ do: 'note', id: note(text)(desk.last())?.id ?? '', to: 'hide' });
    await desk.until((v) => note(text)(v)?.choice === 'hide');
  }
  expect(await phones[1]?.place(1, 2, 5, 'two')).toBe(2);
  expect(heard).toEqual([]);
  await desk.do({ do: 'pause', on: true });
  await phones[0]?.until((v) => v.paused);
  expect(heard).toEqual(['view']);
});

test('whoever came in between and was told what was then taken back is told so', async () => {
  const { session, desk, phones } = await commentedOn(server, ['one', 'two', 'three', 'four', 'five']);
  const [first] = phones;
  for (const on of [true, false]) {
    // A view goes at most ten times a second: this one is pending when the next phone asks.
    const done = desk.do({ do: 'pause', on });
    const late = await connectPhone(server, session.code, first?.token ?? '');
    await done;
    await late.until((v) => v.paused === on);
    late.close();
  }
});
