/** A session that could not be taken up is put aside: it goes from the list, and its files are kept. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ConsultationPage } from '../../../core/api.ts';
import { addDays } from '../../../core/day.ts';
import { LIMITS } from '../../../core/limits.ts';
import { isRefusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import type { LaptopPage } from '../../../core/stick.ts';
import { pathsIn } from '../../../server/store/sqlite/paths.ts';
import { dropOldAside } from '../../../server/store/sqlite/putAside.ts';
import { connectPhone, joinPhone, openSession, startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let session: Session;
let token: string;
let code: string;
const DAMAGED = 'no longer a database '.repeat(500);

beforeEach(async () => {
  server = await startServer();
  ({ session } = await openSession(server, ['One'], {}, (doc) => {
    doc.withdrawDays = 14;
  }));
  const phone = await joinPhone(server, session.code);
  ({ token } = phone);
  const made = await phone.code();
  if (isRefusal(made)) throw new Error(made.refusal);
  ({ code } = made);
  phone.close();
}, 30_000);
afterEach(() => server.stop());

/** Damages one of its files while the server is down, all copies of it too. */
async function lose(kind: 'live' | 'keys'): Promise<void> {
  await server.app.close();
  const folder = join(server.folder, kind);
  for (const name of readdirSync(folder))
    if (name.startsWith(session.id) && name.endsWith('.db')) writeFileSync(join(folder, name), DAMAGED);
  await server.restart(false);
}

const page = (): Promise<LaptopPage> => server.get('/api/laptop');
const ask = (how: 'put' | 'remove', id = session.id): Promise<unknown> =>
  server.send('POST', '/api/laptop/aside', { session: id, do: how });
const sessionsNow = async (): Promise<string[]> => {
  const path = `/api/consultations/${session.consultation}`;
  return (await server.get<ConsultationPage>(path)).sessions.map(({ id }) => id);
};

test.each(['live', 'keys'] as const)(
  'O3 O8 a session whose %s file is damaged is put aside with its files as they were, is over for its phones and stays so over a restart, until somebody removes them',
  async (kind) => {
    await lose(kind);
    const before = readFileSync(join(server.folder, kind, `${session.id}.db`));
    expect((await page()).notTakenUp).toMatchObject([{ session: session.id, name: session.name }]);
    expect(await ask('put')).toEqual({ ok: true });
    const { notTakenUp, aside } = await page();
    expect([notTakenUp, aside.length, await sessionsNow()]).toEqual([[], 1, []]);
    const [kept] = aside;
    expect(kept).toMatchObject({ session: session.id, name: session.name });
    expect(kept?.until).toBe(addDays(kept?.day ?? '', LIMITS.asideDays));
    const folder = kept?.folder ?? '';
    expect(readFileSync(join(folder, `${kind}-${session.id}.db`))).toEqual(before);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining([`live-${session.id}.db`, `keys-${session.id}.db`, 'about.json']),
    );
    expect(readdirSync(join(server.folder, 'live'))).toEqual([]);
    await expect(connectPhone(server, session.code, token)).rejects.toMatchObject({
      refusal: 'no-such-code',
    });
    await server.restart();
    expect([server.app.notTakenUp, (await page()).aside]).toEqual([[], aside]);
    expect(await ask('remove')).toEqual({ ok: true });
    expect([existsSync(folder), (await page()).aside]).toEqual([false, []]);
    expect(server.faults).toEqual([]);
  },
  30_000,
);

test('P5 a session that runs, one that there is not, and one of another name are not put aside, and nothing is kept of them', async () => {
  for (const id of [session.id, 'nobody', '../live'])
    expect([id, await ask('put', id)]).toEqual([id, { refusal: 'wrong-state', where: 'session' }]);
  expect([(await page()).aside, await sessionsNow()]).toEqual([[], [session.id]]);
  await (await connectPhone(server, session.code, token)).hello();
});

test('W3 W6 what was put aside goes with its consultation, once somebody takes their answers out by a code, and after the days that are told', async () => {
  await lose('live');
  expect(await ask('put')).toEqual({ ok: true });
  const [kept] = (await page()).aside;
  const { folder = '', until = '' } = kept ?? {};
  const paths = pathsIn(server.folder);
  // As it was before, for the next way.
  const again = (): void => {
    mkdirSync(join(folder, '..'), { recursive: true });
    mkdirSync(folder);
    writeFileSync(join(folder, 'about.json'), JSON.stringify({ name: '', day: kept?.day }));
  };
  expect(await server.send('POST', '/j/takeout', { code, what: 'all' })).toMatchObject({ ok: true });
  expect(existsSync(folder)).toBe(false);
  again();
  dropOldAside(paths, until);
  expect(existsSync(folder)).toBe(true);
  dropOldAside(paths, addDays(until, 1));
  expect(existsSync(folder)).toBe(false);
  again();
  await server.send('DELETE', `/api/consultations/${session.consultation}`);
  expect(existsSync(folder)).toBe(false);
}, 30_000);

test('O8 killed while it was put aside, it is put aside or as it was', async () => {
  await lose('keys');
  const aside = join(server.folder, 'aside', session.consultation);
  const part = join(aside, `${session.id}.part`);
  const half = (): void => {
    mkdirSync(part, { recursive: true });
    writeFileSync(join(part, 'about.json'), JSON.stringify({ name: session.name, day: '2026-11-03' }));
  };
  // Before the session had gone: its files are where they were.
  half();
  expect([(await page()).aside, existsSync(part)]).toEqual([[], false]);
  expect((await page()).notTakenUp).toHaveLength(1);
  // After it had gone.
  await ask('put');
  const [kept] = (await page()).aside;
  renameSync(kept?.folder ?? '', part);
  expect((await page()).aside).toEqual([kept]);
  expect(readdirSync(aside)).toEqual([basename(kept?.folder ?? '')]);
}, 30_000);
