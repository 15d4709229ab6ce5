/** The data folder is moved away while a room votes: nothing is acknowledged that would be gone with the program. */
import { renameSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { connectConsole, joinPhone, openSession, startServer } from '../../support/server.ts';

test('O9 L1 with its folder moved away nothing is said to be saved, and it goes on once the folder is back', async () => {
  const server = await startServer();
  const { session } = await openSession(server, ['One']);
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  const phone = await joinPhone(server, session.code);
  expect(await phone.place(1, 1, 2)).toBe(1);
  const elsewhere = `${server.folder}-moved`;
  renameSync(server.folder, elsewhere);
  try {
    expect(await phone.place(1, 2, 4)).toMatchObject({ refusal: 'not-saved' });
    await desk.until((view) => view.laptop.saving === 'moved');
    expect(await desk.do({ do: 'close', board: 1 })).toHaveProperty('refusal');
  } finally {
    renameSync(elsewhere, server.folder);
  }
  await desk.until((view) => view.laptop.saving === 'ok');
  expect(await phone.place(1, 2, 4)).toBe(2);
  expect(await desk.do({ do: 'close', board: 1 })).toEqual({ ok: true });
  expect(await desk.do({ do: 'end' })).toEqual({ ok: true });
  phone.close();
  desk.close();
  await server.stop();
});
