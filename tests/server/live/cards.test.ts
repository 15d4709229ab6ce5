/** Coming back by a card: whoever printed or saw it knows its code too. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ComeBack } from '../../../core/protocol.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { clockAt } from '../../support/clock.ts';
import {
  connectConsole,
  connectPhone,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ clock: clockAt('2026-11-22') });
});
afterAll(() => server.stop());

const post = <T>(path: string, body: object): Promise<T | Refusal> => server.send('POST', path, body);

/** A session with two statements open at once, two people in it, and its console. */
async function room() {
  const { session } = await openSession(server, ['One', 'Two'], { style: 'walk-around' });
  const desk = await connectConsole(server, session.id);
  const [me, someone] = [await joinPhone(server, session.code), await joinPhone(server, session.code)];
  await desk.do({ do: 'next' });
  return { session, desk, me, close: () => [desk, me, someone].forEach((x) => x.close()) };
}

test('W1 H1 a card brings the same person back on any phone and tells it no answers, whatever it asks', async () => {
  const { session, desk, me, close } = await room();
  const cards = await post<{ codes: string[] }>(`/api/sessions/${session.id}/cards`, { cards: 1 });
  if ('refusal' in cards) throw new Error(cards.refusal);
  const [card = ''] = cards.codes;
  await me.code(card);
  await me.place(1, 1, 4, 'mine alone');
  await me.place(2, 1, 2);
  await me.place(2, 2, null);
  const back = (await post<ComeBack>('/j/code', { code: card })) as ComeBack & { is: 'person' };
  expect(back.token).not.toBe(me.token);
  let other = await connectPhone(server, back.join, back.token);
  const untold = {
    joined: true,
    card: true,
    mine: [
      [1, 1, '?', '', 0],
      [2, 2, null, '', 0],
    ],
  };
  expect((await other.hello()).me).toMatchObject(untold);
  expect(await other.join([], true)).toMatchObject(untold);
  expect(await other.quote(true)).toMatchObject(untold);
  // Guessing tells nothing: the same content is answered as any other.
  const stale = { refusal: 'stale', current: [1, 1, '?', '', 0] };
  for (const guess of [3, 4] as const) expect(await other.place(1, 1, guess, 'mine alone')).toEqual(stale);
  await desk.do({ do: 'slow', seconds: 60 });
  expect(await other.place(1, 1, 4, 'a guess')).toEqual(stale);
  expect(await other.place(1, 1, 4, 'mine alone')).toMatchObject({ refusal: 'too-fast' });
  await desk.do({ do: 'slow', seconds: 0 });
  await desk.do({ do: 'pause', on: true });
  expect(await other.place(1, 2, 1)).toEqual({ refusal: 'paused', current: [1, 1, '?', '', 0] });
  await desk.do({ do: 'pause', on: false });
  // No code gets more out of it, and the card stays its owner's.
  expect(await other.code()).toEqual({ refusal: 'wrong-state' });
  expect(await post('/j/code', { code: card })).toEqual(back);
  await desk.do({ do: 'closeAll' });
  await desk.do({ do: 'reveal', board: 1, sure: true });
  expect((await other.hello()).me).toMatchObject(untold);
  // It is the same person: what they place there counts once, after a restart too.
  await desk.do({ do: 'reopen', board: 1 });
  expect(await other.place(1, 2, 5)).toBe(2);
  expect((await me.hello()).me.mine[0]).toEqual([1, 2, 5, '', 0]);
  expect((await other.hello()).me.mine[0]).toEqual([1, 2, '?', '', 0]);
  expect((await desk.until((v) => v.boards[0]?.placed === 1)).joined).toBe(2);
  close();
  other.close();
  await server.restart();
  other = await connectPhone(server, back.join, back.token);
  expect((await other.hello()).me.mine[0]).toEqual([1, 2, '?', '', 0]);
  expect(await other.leave()).toEqual({ ok: true });
  for (const token of [me.token, back.token])
    await expect(connectPhone(server, session.code, token)).rejects.toEqual({ refusal: 'left' });
  other.close();
});
