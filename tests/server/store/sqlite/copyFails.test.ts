/** Copies of a running session that cannot be written are told, with the answers saved all the while. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { WELL } from '../../../../core/laptop.ts';
import { troublesOf } from '../../../../client/console/laptopWords.ts';
import { pathsIn, slotPaths } from '../../../../server/store/sqlite/paths.ts';
import { asks } from '../../../support/asks.ts';
import { connectConsole, joinPhone, openSession, startServer } from '../../../support/server.ts';

test('O2 a running session that cannot be copied is told on the console, by readiness and metrics, until it is', async () => {
  const server = await startServer();
  const { session } = await openSession(server, ['One'], {});
  // Nothing can be put in the place of a folder with something in it.
  const slots = slotPaths(pathsIn(server.folder), session.id);
  for (const slot of slots) mkdirSync(join(slot, 'held'), { recursive: true });
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  const phone = await joinPhone(server, session.code);
  const view = await desk.until(({ laptop }) => laptop.copyFails);
  expect(view.laptop.saving).toBe('ok');
  expect(troublesOf(view.laptop)).toMatchObject([
    { what: 'copies', text: expect.stringContaining('Answers themselves are saved') },
  ]);
  expect(await phone.place(1, 1, 4, 'words')).toBe(1);
  expect((await asks(`${server.url}/ready`)).json).toEqual({ ready: true, warning: 'copies' });
  expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('standpoint_copies_ok 0');
  for (const slot of slots) rmSync(slot, { recursive: true });
  // It goes on by itself.
  await desk.until(({ laptop }) => !laptop.copyFails);
  expect((await asks(`${server.url}/ready`)).json).toEqual({ ready: true });
  phone.close();
  desk.close();
  await server.stop();
}, 40_000);

test('O7 that copies cannot be written is not said beside a disk that takes no answers', () => {
  const told = troublesOf({ ...WELL, copyFails: true, saving: 'disk-full' });
  expect(told.map(({ what }) => what)).toEqual(['saving']);
});
