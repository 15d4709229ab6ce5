/** Leaving that cannot be saved. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AnalysisPage } from '../../../core/api.ts';
import { isRefusal } from '../../../core/refusal.ts';
import type { LiveStore, Store } from '../../../server/store/store.ts';
import { figureIn } from '../../support/figures.ts';
import {
  connectConsole,
  connectPhone,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

/** What of a running session cannot be written now. */
let fails: (verb: PropertyKey) => boolean = () => false;

function wrap(store: Store): Store {
  const failNow = (live: LiveStore): LiveStore =>
    new Proxy(live, {
      get(target, name) {
        const verb: unknown = Reflect.get(target, name);
        if (typeof verb !== 'function') return verb;
        if (fails(name))
          return () => Promise.reject(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }));
        return verb.bind(target) as unknown;
      },
    });
  return new Proxy(store, {
    get(target, name) {
      if (name === 'beginLive')
        return async (...given: Parameters<Store['beginLive']>) => failNow(await target.beginLive(...given));
      if (name === 'openLive')
        return async (id: string) => {
          const live = await target.openLive(id);
          return isRefusal(live) ? live : failNow(live);
        };
      const verb: unknown = Reflect.get(target, name);
      return typeof verb === 'function' ? (verb.bind(target) as unknown) : verb;
    },
  });
}

let server: TestServer;
beforeEach(async () => {
  fails = () => false;
  server = await startServer({ wrap });
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

async function room() {
  const { session } = await openSession(server, ['One', 'Two'], { style: 'walk-around' });
  const desk = await connectConsole(server, session.id);
  const me = await joinPhone(server, session.code);
  await desk.do({ do: 'next' });
  return { session, desk, me };
}

test('S1 W2 whoever could not leave goes on, and what they place then is there after a restart', async () => {
  const { session, desk, me } = await room();
  expect(await me.place(1, 1, 4)).toBe(1);
  fails = (verb) => verb === 'takeOut';
  expect(await me.leave()).toEqual({ refusal: 'not-saved' });
  fails = () => false;
  expect(await me.place(1, 2, 5)).toBe(2);
  expect(await me.place(2, 1, 3)).toBe(1);
  // While it cannot be unsaid that they leave, nothing is taken that would go with it.
  let full = false;
  fails = (verb) => {
    full ||= verb === 'takeOut';
    return verb === 'takeOut' || (full && verb === 'saveRoom');
  };
  expect(await me.leave()).toEqual({ refusal: 'not-saved' });
  expect(await me.place(2, 2, 4)).toMatchObject({ refusal: 'not-saved' });
  fails = () => false;
  expect(await me.place(2, 2, 4)).toBe(2);
  me.close();
  desk.close();
  await server.restart();
  const back = await connectPhone(server, session.code, me.token);
  expect((await back.hello()).me.mine).toEqual([
    [1, 2, 5, '', 0],
    [2, 2, 4, '', 0],
  ]);
  expect(await back.leave()).toEqual({ ok: true });
  const after = await connectConsole(server, session.id);
  expect(after.last()?.boards.map((b) => b.placed)).toEqual([0, 0]);
  back.close();
  after.close();
});

test('W2 F3 whoever leaves is missing nowhere: cut off at any step, one less could have answered where they had', async () => {
  const steps: (keyof LiveStore | 'last')[] = ['takeOut', 'forgetPerson', 'last'];
  for (const step of steps)
    for (const ended of [false, true]) {
      const { session, desk, me } = await room();
      const other = await joinPhone(server, session.code);
      for (const phone of [me, other]) await phone.place(1, 1, 4);
      await desk.do({ do: 'closeAll' });
      if (ended) await desk.do({ do: 'end' });
      // From this step on nothing reaches the disk, as when the plug is pulled.
      let saved = 0;
      let out = false;
      fails = (verb) => {
        saved += verb === 'saveRoom' ? 1 : 0;
        out ||= verb === step || (step === 'last' && saved === 2);
        return out && ['saveRoom', 'takeOut', 'forgetPerson'].includes(String(verb));
      };
      await me.leave();
      await server.app.close();
      fails = () => false;
      for (const socket of [me, other, desk]) socket.close();
      await server.restart(false);
      if (!ended) {
        const again = await connectConsole(server, session.id);
        expect(again.last()?.joined).toBe(1);
        await again.do({ do: 'end' });
        await server.send('POST', `/api/sessions/${session.id}/seal`, {});
        again.close();
      }
      const page = await server.get<AnalysisPage>(`/api/consultations/${session.consultation}/analysis`);
      expect(figureIn(page, 0)).toMatchObject({ n: 1, notAnswered: 0 });
    }
}, 60_000);
