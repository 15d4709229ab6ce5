/** Were you heard, over real sockets: changed until the session is finished, then counts and nothing else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsultationPage } from '../../../core/api.ts';
import { NO_COUNTS } from '../../../core/heard.ts';
import { SAID_PLACE, TOLD_PLACE } from '../../../core/heardPlace.ts';
import type { Session } from '../../../core/session.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
let other: TestServer;
beforeAll(async () => {
  [server, other] = await Promise.all([startServer(), startServer()]);
});
afterAll(async () => {
  await Promise.all([server.stop(), other.stop()]);
  expect([...server.faults, ...other.faults]).toEqual([]);
});

const TEXTS = ['zu laut', 'An officer was in the room', 'My English'];

test('WH1 WH3 it is changed until the session is finished; then there are counts, and words that stand with nobody', async () => {
  const { session } = await openSession(server, ['One'], { mode: 'linked' });
  const desk = await connectConsole(server, session.id);
  const phones = await Promise.all(Array.from({ length: 6 }, () => joinPhone(server, session.code)));
  const [one, two, three, four, five, six] = phones as [
    (typeof phones)[0],
    (typeof phones)[0],
    (typeof phones)[0],
    (typeof phones)[0],
    (typeof phones)[0],
    (typeof phones)[0],
  ];
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  for (const phone of phones) await phone.place(1, 1, 4);
  expect(await one.place(SAID_PLACE, 1, 1)).toMatchObject({ refusal: 'not-open' });
  await desk.do({ do: 'end' });
  expect(await one.place(SAID_PLACE, 1, 3, TEXTS[0])).toBe(1);
  expect(await two.place(SAID_PLACE, 1, 2, TEXTS[1])).toBe(1);
  expect(await three.place(SAID_PLACE, 1, 2, TEXTS[2])).toBe(1);
  expect(await four.place(SAID_PLACE, 1, 1, 'taken back again')).toBe(1);
  expect(await four.place(SAID_PLACE, 2, 1)).toBe(2);
  expect(await five.place(SAID_PLACE, 1, 'n')).toBe(1);
  expect(await six.place(SAID_PLACE, 1, 3, 'gone with its writer')).toBe(1);
  for (const [i, phone] of [one, two, three].entries())
    expect(await phone.place(TOLD_PLACE, 1, i === 0 ? 3 : 'x')).toBe(1);
  expect((await one.hello()).me.mine).toContainEqual([SAID_PLACE, 1, 3, TEXTS[0], 1]);
  expect(await six.leave()).toEqual({ ok: true });
  // How many, never what: neither the words nor the counts are on the console before.
  const view = await desk.until((v) => v.heard === 5);
  for (const text of TEXTS) expect(JSON.stringify(view)).not.toContain(text);

  const live = new Database(join(server.folder, 'live', `${session.id}.db`), { readonly: true });
  const rows = live.prepare('SELECT tag, person FROM response WHERE board >= 30000').all() as {
    tag: string;
    person: string | null;
  }[];
  const tags = live.prepare('SELECT tag FROM response').pluck().all() as string[];
  live.close();
  expect(new Set(tags).size).toBe(tags.length);
  expect(rows.map(({ person }) => person)).toEqual(rows.map(() => null));

  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const sealed = async (at: TestServer): Promise<Session | undefined> =>
    (await at.get<ConsultationPage>(`/api/consultations/${session.consultation}`)).sessions.find(
      ({ id }) => id === session.id,
    );
  const heard = (await sealed(server))?.heard;
  expect(heard).toEqual({
    phone: {
      said: { yes: 1, partly: 2, no: 1, declined: 1 },
      told: { yes: 0, partly: 0, no: 1, unknown: 2 },
    },
    paper: {
      said: { yes: 0, partly: 0, no: 0, declined: 0 },
      told: { yes: 0, partly: 0, no: 0, unknown: 0 },
    },
    texts: TEXTS.toSorted(),
    later: [],
  });
  const main = new Database(join(server.folder, 'standpoint.db'), { readonly: true });
  expect(main.prepare('SELECT count(*) FROM response').pluck().get()).toBe(5);
  expect(main.prepare('SELECT count(*) FROM tally').pluck().get()).toBe(1);
  main.close();
  const names = await readdir(server.folder, { recursive: true, withFileTypes: true });
  for (const file of names.filter((entry) => entry.isFile())) {
    const bytes = await readFile(join(file.parentPath, file.name));
    for (const gone of ['taken back again', 'gone with its writer']) expect(bytes.includes(gone)).toBe(false);
  }

  // Typed in on paper and later; what phones said is not touched, and a text can only be left out.
  const path = `/api/sessions/${session.id}`;
  const paper = { said: { yes: 3, partly: 0, no: 0, declined: 0 }, told: heard?.paper.told };
  const later = [{ day: '2027-02-01', changed: { yes: 2, partly: 1, no: 4, unknown: 0 } }];
  const seen = { paper: heard?.paper, later: heard?.later };
  const typed = { heard: { edit: 'typed', paper, later, seen } };
  expect(await server.send('PUT', path, typed)).not.toHaveProperty('refusal');
  const without = { heard: { edit: 'without', text: TEXTS[1], seen: 1 } };
  expect(await server.send('PUT', path, without)).not.toHaveProperty('refusal');
  expect(await server.send('PUT', path, { heard: { ...without.heard, text: 'put in by somebody' } })).toEqual(
    { refusal: 'changed-elsewhere', where: 'heard' },
  );
  expect((await sealed(server))?.heard).toEqual({
    ...heard,
    paper,
    later,
    texts: ['My English', 'zu laut'],
  });
  expect(
    await server.send('PUT', path, { heard: { ...typed.heard, later: [{ day: '2027-02-31' }] } }),
  ).toMatchObject({ refusal: 'bad-file', where: 'heard.later.0.day' });

  const file = await server.fetch(`/api/consultations/${session.consultation}/export?table=heard`);
  const lines = (await file.text()).split('\r\n');
  expect(lines.find((line) => line.includes('stopped'))).toMatch(/^,stopped,,,,,My English$/);
  expect(lines.filter((line) => line.endsWith(',changed,,2027-02-01,no,4,'))).toHaveLength(1);
  const archive = await (
    await server.fetch(`/api/consultations/${session.consultation}/archive`)
  ).arrayBuffer();
  const opened = await other.fetch('/api/archives', {
    method: 'POST',
    headers: { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(archive),
  });
  expect(opened.status).toBe(200);
  expect((await sealed(other))?.heard).toEqual((await sealed(server))?.heard);
  desk.close();
});

test('WH8 what another window has saved is not overwritten, and of the same words one goes and not the others', async () => {
  const { session } = await openSession(server, ['One']);
  const desk = await connectConsole(server, session.id);
  const phones = await Promise.all(Array.from({ length: 3 }, () => joinPhone(server, session.code)));
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  await desk.do({ do: 'end' });
  for (const phone of phones) expect(await phone.place(SAID_PLACE, 1, 3, 'It went too fast')).toBe(1);
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  desk.close();
  const path = `/api/sessions/${session.id}`;
  const heard = async (): Promise<Session['heard']> =>
    (await server.get<ConsultationPage>(`/api/consultations/${session.consultation}`)).sessions.find(
      ({ id }) => id === session.id,
    )?.heard;
  const yes = (n: number) => ({ paper: { ...NO_COUNTS, said: { ...NO_COUNTS.said, yes: n } }, later: [] });
  const save = async (n: number, seen: number): Promise<object> =>
    server.send('PUT', path, { heard: { edit: 'typed', ...yes(n), seen: yes(seen) } });
  const without = async (seen: number): Promise<object> =>
    server.send('PUT', path, { heard: { edit: 'without', text: 'It went too fast', seen } });
  const refused = { refusal: 'changed-elsewhere', where: 'heard' };

  // Two windows that opened with nothing in it, at the same time: one of them is told.
  const both = await Promise.all([save(6, 0), save(7, 0)]);
  expect(both.filter((answer) => 'refusal' in answer)).toEqual([refused]);
  expect((await heard())?.paper.said.yes).toBe(6);
  expect(await save(2, 0)).toEqual(refused);
  // The answer was lost and it is saved again: that is no other.
  expect(await save(6, 0)).not.toHaveProperty('refusal');
  expect(await save(2, 6)).not.toHaveProperty('refusal');

  const twice = await Promise.all([without(3), without(3)]);
  expect(twice.filter((answer) => 'refusal' in answer)).toEqual([refused]);
  expect(await heard()).toMatchObject({ ...yes(2), texts: ['It went too fast', 'It went too fast'] });
  expect(await save(3, 2)).not.toHaveProperty('refusal');
  expect(await without(2)).not.toHaveProperty('refusal');
  expect(await heard()).toMatchObject({ ...yes(3), texts: ['It went too fast'] });
});
