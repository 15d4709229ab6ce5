/** The day on which a wish to talk or be told alone goes, by a clock that the test sets. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import type { DestroyedItem } from '../../../core/apiRights.ts';
import { aloneRoom, LEAD, sends, type AloneRoom } from '../../support/alone.ts';
import { holding } from '../../support/bytes.ts';
import { clockAt, type TestClock } from '../../support/clock.ts';
import { startServer, type Phone, type TestServer } from '../../support/server.ts';

const TODAY = '2026-11-22';
let clock: TestClock;
let server: TestServer;
beforeAll(async () => {
  clock = clockAt(TODAY);
  server = await startServer({ clock });
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const room: AloneRoom = (...wanted) => aloneRoom(server, ...wanted);

test('AL6 they go with a consultation that is removed, its lead too; a clock that jumps ahead deletes none', async () => {
  const { id, desk, phones, finish: end } = await room(1, { ...LEAD, name: 'Known Nowhere Else' });
  await sends(phones[0] as Phone, 'talk');
  await end();
  clock.day = '2027-06-01';
  await clock.hour();
  expect((await desk.page()).waiting).toEqual({ talk: 1, told: 0 });
  clock.day = TODAY;
  await server.send('DELETE', `/api/consultations/${id}`);
  expect(await desk.page()).toMatchObject({ refusal: 'no-such-consultation' });
  expect(holding(server.folder, 'Known Nowhere Else')).toEqual([]);
}, 60_000);

test('AL6 on its day each goes by itself, and the console is told how many nobody had answered; the record of destruction counts them all', async () => {
  const {
    id,
    desk,
    phones,
    finish: end,
  } = await room(3, LEAD, (c) => {
    c.withdrawDays = 14;
    c.keepUntil = '2027-02-28';
  });
  for (const phone of phones.slice(0, 2)) await sends(phone, 'talk');
  await sends(phones[2] as Phone, 'told');
  await end();
  await clock.passTo('2026-12-06');
  expect((await desk.page()).waiting).toEqual({ talk: 2, told: 1 });
  await clock.passTo('2026-12-07');
  expect(await desk.page()).toMatchObject({
    waiting: { talk: 0, told: 1 },
    gone: { talk: 2, told: 0 },
    next: '2027-02-28',
  });
  await clock.passTo('2027-03-01');
  const destroyed = await server.get<DestroyedItem[]>('/api/destroyed');
  const record = destroyed.find(({ consultation }) => consultation === id);
  expect(record).toMatchObject({ consultation: id, alone: { talk: 2, told: 1 } });
  const db = new Database(join(server.folder, 'concerns.db'), { readonly: true });
  for (const table of ['talk_alone', 'told_alone', 'alone_gone', 'former_lead', 'lead'])
    expect([
      table,
      db.prepare(`SELECT count(*) FROM ${table} WHERE consultation = ?`).pluck().get(id),
    ]).toEqual([table, 0]);
  db.close();
}, 60_000);
