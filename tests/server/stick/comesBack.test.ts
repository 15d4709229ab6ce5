/** A session that was removed here comes back by a stick, when people have taken their answers out meanwhile. */
import { cpSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { TakenOver } from '../../../core/stick.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { holding } from '../../support/bytes.ts';
import {
  connectConsole,
  connectPhone,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';
import { madeStick, nameStick, type MadeStick } from '../../support/stick.ts';

const WORDS = 'They never ring me back';
/** Codes end by the day. */
const date = new Date().toISOString().slice(0, 10);

let first: TestServer;
let second: TestServer;
let stick: MadeStick;
let passphrase: string;
beforeEach(async () => {
  [first, second] = await Promise.all([startServer(), startServer()]);
  stick = madeStick();
  passphrase = await nameStick(first, stick);
}, 30_000);
afterEach(async () => {
  await Promise.all([first.stop(), second.stop()]);
  await rm(join(stick.folder, '..'), { recursive: true, force: true });
  expect([first.faults, second.faults]).toEqual([[], []]);
});

const take = (server: TestServer, folder = stick.folder): Promise<TakenOver | Refusal> =>
  server.send('POST', '/api/stick/take', { folder, passphrase });

/** A room in which two people have answered, the first with words and a code. */
async function room(name: string) {
  const { session } = await openSession(first, ['My worker listens to me'], { date, name });
  const desk = await connectConsole(first, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  const people = [await joinPhone(first, session.code), await joinPhone(first, session.code)] as const;
  const made = await people[0].code();
  if (isRefusal(made)) throw new Error(made.refusal);
  await people[1].place(1, 1, 2);
  await stick.copied(async () => {
    await people[0].place(1, 1, 4, 'At first');
    await people[0].place(1, 2, 4, WORDS);
  });
  return { session, people, code: made.code };
}

const mine = async (server: TestServer, code: string, { token }: Phone): Promise<unknown> =>
  (await (await connectPhone(server, code, token)).hello()).me;

test('W3 O5 whoever used their code at the laptop on which it had been removed is out, and everybody else is who they were', async () => {
  const { session, people, code } = await room('One');
  await first.app.close();
  await take(second);
  await second.app.close();
  await first.restart(false);
  await first.send('POST', '/api/stick/elsewhere', { session: session.id, do: 'remove' });
  expect(await first.send('POST', '/j/takeout', { code, what: 'all' })).toEqual({ ok: true, removed: true });
  expect(await take(first)).toMatchObject({ sessions: [{ id: session.id }], refused: [] });
  const desk = await connectConsole(first, session.id);
  expect(desk.last()).toMatchObject({ joined: 1, boards: [{ placed: 1 }] });
  await expect(mine(first, session.code, people[0])).rejects.toMatchObject({ refusal: 'left' });
  expect(await mine(first, session.code, people[1])).toMatchObject({
    joined: true,
    mine: [[1, 1, 2, '', 0]],
  });
  expect(await first.send('POST', '/j/code', { code })).toMatchObject({ refusal: 'code-spent' });
  expect(holding(first.folder, WORDS)).toEqual([]);
  await desk.do({ do: 'end' });
  await first.send('POST', `/api/sessions/${session.id}/seal`, {});
  expect(holding(first.folder, WORDS)).toEqual([]);
  await second.restart(false);
}, 60_000);

test('W3 P5 where one of two would bring back what was taken out, the console names it, and the other is taken over', async () => {
  const one = await room('One');
  const two = await room('Two');
  await first.app.close();
  // As it lay in a drawer since.
  const old = `${stick.folder} old`;
  cpSync(stick.folder, old, { recursive: true });
  expect(await take(second)).toMatchObject({ sessions: [{}, {}], refused: [] });
  const desk = await connectConsole(second, one.session.id);
  await desk.do({ do: 'end' });
  await second.send('POST', `/api/sessions/${one.session.id}/seal`, {});
  expect(await second.send('POST', '/j/takeout', { code: one.code, what: 'all' })).toMatchObject({
    ok: true,
  });
  expect(await second.send('DELETE', `/api/sessions/${one.session.id}`)).toEqual({ ok: true });
  const other = await connectConsole(second, two.session.id);
  await other.do({ do: 'end' });
  await second.send('POST', `/api/sessions/${two.session.id}/seal`, {});
  expect(await second.send('DELETE', `/api/sessions/${two.session.id}`)).toEqual({ ok: true });
  expect(await take(second, old)).toMatchObject({
    sessions: [{ id: two.session.id }],
    refused: [{ name: 'One', refusal: { refusal: 'taken-out-since' } }],
  });
  expect(await take(second, old)).toMatchObject({ refusal: 'taken-out-since' });
  await first.restart(false);
}, 60_000);
