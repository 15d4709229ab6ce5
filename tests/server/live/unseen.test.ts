/** What can be learnt by moderating, by looking into the live file, and by pulling the plug: nothing of who. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Room } from '../../../core/room.ts';
import { openKeyFile } from '../../../server/store/sqlite/keyFile.ts';
import { commentedOn } from '../../support/commented.ts';
import {
  connectConsole,
  connectPhone,
  connectProjector,
  joinPhone,
  startServer,
  type TestServer,
} from '../../support/server.ts';

const FIVE = ['one text', 'two text', 'three text', 'four text', 'five text'];

let server: TestServer;
beforeEach(async () => {
  server = await startServer({ liveGap: { least: 0, jitter: 0 } });
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** Reads, or changes, the live file of a session. */
function inLive<T>(session: string, act: (db: Database.Database) => T): T {
  const db = new Database(join(server.folder, 'live', `${session}.db`));
  try {
    return act(db);
  } finally {
    db.close();
  }
}
const roomIn = (session: string): Room =>
  inLive(session, (db) => JSON.parse(String(db.prepare('SELECT document FROM room').pluck().get())) as Room);

test('M4 H6 what was passed on stays out of sight, whatever is undone or let through', async () => {
  const { session, consultation, desk, note } = await commentedOn(server, FIVE);
  const wall = await connectProjector(server, session.id);
  await server.send('PUT', `/api/consultations/${consultation}/concerns/lead`, {
    name: 'Duty lead',
    contact: '0300',
    passphrase: 'only the lead knows this one',
  });
  const { id = '' } = note('one text')(desk.last()) ?? {};
  await desk.do({ do: 'next' });
  await desk.do({ do: 'notes', board: 1, to: 'show' });
  await desk.do({ do: 'next' });
  await wall.until((v) => v.board?.notes?.length === 5);
  await desk.do({ do: 'screen', change: { theme: 'dark' } });
  expect(await desk.do({ do: 'concern', id })).toEqual({ ok: true });
  await wall.until((v) => v.board?.notes?.length === 4);
  expect(await desk.do({ do: 'undo' })).toEqual({ ok: true });
  const after = await wall.until((v) => v.screen.theme === 'light');
  expect(after.board?.notes?.map((n) => n.text)).not.toContain('one text');
  expect(await desk.do({ do: 'note', id, to: 'show' })).toMatchObject({ refusal: 'wrong-state' });
  expect(await desk.do({ do: 'note', id, to: 'waiting' })).toMatchObject({ refusal: 'wrong-state' });
});

test('W4 M1 words that are taken out do not bring back a yes that was taken back', async () => {
  const { session, desk, phones, note } = await commentedOn(server, FIVE);
  expect(await phones[0]?.quote(false)).toMatchObject({ quote: false });
  const { id = '' } = note('one text')(desk.last()) ?? {};
  expect(await desk.do({ do: 'redact', id, words: [{ from: 0, to: 3, by: '[name]' }] })).toEqual({
    ok: true,
  });
  await desk.until((v) => note('[name] text')(v) !== undefined);
  const quotes = inLive(session.id, (db) =>
    db.prepare("SELECT quote FROM response WHERE comment = '[name] text'").pluck().all(),
  );
  expect(quotes).toEqual([0]);
});

test('W2 H9 the live file keeps of live results how many, and nothing of somebody who left', async () => {
  const { session, desk, phones } = await commentedOn(server, FIVE);
  await desk.do({ do: 'screen', change: { live: true } });
  for (let i = 0; i < 10; i += 1) {
    const phone = await joinPhone(server, session.code);
    expect(await phone.place(1, 1, 4)).toBe(1);
  }
  await desk.until((v) => v.projector.board?.live?.figure != null);
  expect(await phones[0]?.leave()).toEqual({ ok: true });
  await desk.until((v) => v.joined === 14);
  const room = roomIn(session.id);
  const shown = Object.entries(room.live[1] ?? {});
  expect(shown.every(([key, n]) => /^[1-5nx]$/.test(key) && Number.isInteger(n))).toBe(true);
  expect(shown.length).toBeGreaterThan(0);
  expect(room.leaving).toEqual([]);
  const tags = inLive(session.id, (db) => db.prepare('SELECT tag FROM response').pluck().all()) as string[];
  expect(tags.some((tag) => JSON.stringify(room).includes(tag))).toBe(false);
});

test('H5 W2 taking words out of a text that was just changed or taken back tells nothing of that', async () => {
  const { desk, phones, note } = await commentedOn(server, FIVE);
  expect(await phones[0]?.place(1, 2, 2, 'another thought')).toBe(2);
  expect(await phones[1]?.leave()).toEqual({ ok: true });
  await desk.until((v) => v.joined === 4);
  for (const [part, by] of [
    ['one', '[name]'],
    ['two', '[place]'],
    ['three', '[date]'],
  ] as const) {
    const { id = '' } = note(`${part} text`)(desk.last()) ?? {};
    const words = [{ from: 0, to: part.length, by }];
    expect(await desk.do({ do: 'redact', id, words })).toEqual({ ok: true });
    await desk.until((v) => note(`${by} text`)(v) !== undefined);
  }
  // With the next batch they go, as any text does that was changed or taken back.
  await desk.do({ do: 'next' });
  const texts = (await desk.until((v) => v.boards[0]?.state === 'closed' && v.notes.length === 4)).notes.map(
    (n) => n.text,
  );
  expect(texts.toSorted()).toEqual(['[date] text', 'another thought', 'five text', 'four text']);
});

test('M1 letters put in the place of the same letters leave the comment where it is', async () => {
  const { desk, note } = await commentedOn(server, ['[name] text', ...FIVE.slice(1)]);
  const found = note('[name] text')(desk.last());
  const words = [{ from: 0, to: 6, by: '[name]' }];
  expect(await desk.do({ do: 'redact', id: found?.id ?? '', words })).toEqual({ ok: true });
  expect(note('[name] text')(desk.last())?.id).toBe(found?.id);
});

test('M2 W2 with everyone muted the list does not show whose writer has just left', async () => {
  const { desk, phones } = await commentedOn(server, FIVE);
  for (const { id } of desk.last()?.notes ?? []) await desk.do({ do: 'mute', id, on: true });
  await desk.until((v) => v.notes.every((n) => n.muted));
  await phones[2]?.leave();
  const after = await desk.until((v) => v.joined === 4);
  expect(after.notes.filter((n) => n.muted)).toHaveLength(5);
});

test('M2 L7 after a restart the waiting comments of a muted writer are kept back as soon as they are there', async () => {
  const { session, desk, phones, note } = await commentedOn(server, FIVE);
  const { id = '' } = note('one text')(desk.last()) ?? {};
  await desk.do({ do: 'mute', id, on: true });
  for (let i = 0; i < 5; i += 1) await desk.do({ do: 'next' });
  await desk.until((v) => v.boards[1]?.state === 'open');
  for (const [i, phone] of phones.slice(0, 3).entries())
    expect(await phone.place(2, 1, 4, `again ${i}`)).toBe(1);
  const [token = ''] = phones.map((p) => p.token);
  for (const socket of [...phones, desk]) socket.close();
  await server.restart();
  const back = await connectPhone(server, session.code, token);
  await back.hello();
  const later = await connectConsole(server, session.id);
  await later.do({ do: 'close', board: 2 });
  const listed = await later.until((v) => v.notes.some((n) => n.board === 2));
  expect(
    listed.notes
      .filter((n) => n.board === 2)
      .map((n) => n.text)
      .toSorted(),
  ).toEqual(['again 1', 'again 2']);
  // At the end nobody is shown any of them, and nothing of what somebody wrote is lost to the team.
  await later.do({ do: 'end' });
  await later.until((v) => v.notes.filter((n) => n.board === 2).length === 3);
  for (const socket of [back, later]) socket.close();
});

test('W2 S1 whoever was leaving when the plug was pulled has left at the next start, and is in nothing that is sealed', async () => {
  for (const ended of [false, true]) {
    const { session, desk, phones } = await commentedOn(server, FIVE);
    const token = phones[0]?.token ?? '';
    if (ended) await desk.do({ do: 'end' });
    for (const socket of [...phones, desk]) socket.close();
    await server.app.close();
    const keys = openKeyFile(join(server.folder, 'keys', `${session.id}.db`));
    const hash = keys?.hashOf(token) ?? '';
    keys?.close();
    // As it stands on the disk between the first write of leaving and the second.
    inLive(session.id, (db) => {
      const spots = db
        .prepare("SELECT board, tag FROM response WHERE comment = 'one text'")
        .all() as Room['leaving'][number]['spots'];
      const room = JSON.parse(String(db.prepare('SELECT document FROM room').pluck().get())) as Room;
      db.prepare('UPDATE room SET document = ?, sum = NULL').run(
        JSON.stringify({ ...room, leaving: [{ hash, spots }] }),
      );
    });
    await server.restart(false);
    if (ended) {
      const main = new Database(join(server.folder, 'standpoint.db'), { readonly: true });
      expect(main.prepare('SELECT count(*) FROM response').pluck().get()).toBe(4);
      main.close();
      continue;
    }
    await expect(connectPhone(server, session.code, token)).rejects.toEqual({ refusal: 'left' });
    expect(roomIn(session.id).leaving).toEqual([]);
    const again = await connectConsole(server, session.id);
    expect((await again.until((v) => v.joined === 4)).boards[0]?.placed).toBe(4);
    await again.do({ do: 'end' });
    await server.send('DELETE', `/api/sessions/${session.id}`);
    again.close();
  }
});
