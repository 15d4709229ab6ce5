/** What is said in a room whose laptop dies is on the stick, and goes on at another laptop. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import { openStick } from '../../../server/stick/open.ts';
import type { Session } from '../../../core/session.ts';
import type { TakenOver } from '../../../core/stick.ts';
import type { TalkPage } from '../../../core/talk/api.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { madeStick, nameStick, type MadeStick } from '../../support/stick.ts';
import { point, theme } from '../../support/talk.ts';

let first: TestServer;
let second: TestServer;
let stick: MadeStick;
let session: Session;
beforeEach(async () => {
  [first, second] = await Promise.all([startServer(), startServer()]);
  stick = madeStick();
});
afterEach(async () => {
  await Promise.all([first.stop(), second.stop()]);
  await rm(join(stick.folder, '..'), { recursive: true, force: true });
});

test('O5 TK4 points and themes of a running session come along, though nobody placed anything since', async () => {
  const passphrase = await nameStick(first, stick);
  ({ session } = await openSession(first));
  const desk = await connectConsole(first, session.id);
  await stick.copied(async () => {
    const phone = await joinPhone(first, session.code);
    await desk.do({ do: 'start' });
    await desk.do({ do: 'open', board: 1 });
    await phone.place(1, 1, 4);
    phone.close();
  });
  const changes = [
    theme('calls'),
    point('said', { text: 'They never ring back', themes: ['calls'] }, session.id),
  ];
  const talk = `/api/sessions/${session.id}/talk`;
  await first.send('POST', talk, { changes });
  for (;;) {
    // A copy that was under way already may come before the one with the point.
    const another = stick.copied(() => undefined);
    const opened = await openStick(stick.folder, passphrase);
    if (!isRefusal(opened) && opened.bundle.sessions[0]?.talk?.points.length === 1) break;
    await another;
  }
  desk.close();
  await first.app.close();

  const order = { folder: stick.folder, passphrase };
  expect(await second.send<TakenOver>('POST', '/api/stick/take', order)).toMatchObject({
    sessions: [{ id: session.id }],
  });
  const page = await second.get<TalkPage>(talk);
  expect(page.points.map(({ text, themes }) => [text, themes])).toEqual([
    ['They never ring back', ['calls']],
  ]);
  expect(page.themes.map(({ name }) => name)).toEqual(['Theme calls']);
  await first.restart(false);
});
