/** What consoles are told of the lead to whom concerns go: that there is one. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { workOf } from '../../support/lockWork.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer({ lockWork: undefined });
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('M4 the console knows whether a lead is named, as soon as one is and after a restart, and never who', async () => {
  const { session } = await openSession(server);
  const desk = await connectConsole(server, session.id);
  expect((await desk.until(() => true)).lead).toBe(false);
  const lead = { name: 'Duty lead', contact: '0300', passphrase: 'only the lead knows this one' };
  await server.send('PUT', `/api/consultations/${session.consultation}/concerns/lead`, lead);
  const view = JSON.stringify(await desk.until((v) => v.lead));
  // What a guess at the passphrase costs whoever has the laptop.
  const db = new Database(join(server.folder, 'concerns.db'), { readonly: true });
  const kept = db.prepare('SELECT document FROM lead').pluck().get();
  db.close();
  expect(workOf(Buffer.from((JSON.parse(String(kept)) as { key: string }).key, 'base64'))).toBe(18);
  for (const theirs of [lead.name, lead.contact]) expect(view).not.toContain(theirs);
  desk.close();
  await server.restart();
  const again = await connectConsole(server, session.id);
  await again.until((v) => v.lead);
  again.close();
});
