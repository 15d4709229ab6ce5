/** A lead who is named while a concern is passed on: whoever comes first, each concern can be opened. */
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import type { ConcernsOpened, ConcernsPage } from '../../../core/apiConcerns.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Store } from '../../../server/store/store.ts';
import { lockBytes, newIdentity } from '../../../server/archive/lock.ts';
import { commentedOn } from '../../support/commented.ts';
import { startServer, type TestServer } from '../../support/server.ts';

/** Done just before the store does what is asked of it. */
type Before = Partial<Record<'saveLead' | 'add', () => Promise<unknown>>>;

let server: TestServer;
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** A server whose store of concerns is held up, as often as there is something to do before. */
function heldUp(before: Before): Promise<TestServer> {
  const wrapped = (store: Store): Store => {
    const concerns = new Proxy(store.concerns, {
      get: (target, name) => {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]): Promise<unknown> => {
          await before[name as keyof Before]?.();
          return (value as (...all: unknown[]) => unknown).apply(target, given);
        };
      },
    });
    return new Proxy(store, {
      get: (target, name) => {
        if (name === 'concerns') return concerns;
        const value = Reflect.get(target, name) as unknown;
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };
  return startServer({ wrap: wrapped });
}

const COMMENTS = ['Amina Okafor shouted at me', 'two', 'three', 'four', 'five'];
const passphrase = 'only the lead knows this one';
const lead = { name: 'Duty lead', contact: '', passphrase };
const other = { name: 'Night lead', contact: '', passphrase: 'another one that nobody knows' };

async function room(before: Before) {
  server = await heldUp(before);
  const { consultation, desk, note } = await commentedOn(server, COMMENTS);
  const path = `/api/consultations/${consultation}/concerns`;
  return {
    consultation,
    pass: (part: string) => desk.do({ do: 'concern', id: note(part)(desk.last())?.id ?? '' }),
    name: (who: typeof lead) => server.send<ConcernsPage | Refusal>('PUT', `${path}/lead`, who),
    open: (by: string) => server.send<ConcernsOpened | Refusal>('POST', `${path}/open`, { passphrase: by }),
    settle: (id: string) =>
      server.send<ConcernsOpened | Refusal>('POST', `${path}/${id}/settle`, { passphrase }),
    page: () => server.get<ConcernsPage>(path),
  };
}

test('M4 no lead is named in the place of one for whom a concern came while the key was made', async () => {
  const before: Before = {};
  const { pass, name, open, page } = await room(before);
  await name(lead);
  before.saveLead = () => pass('Amina');
  expect(await name(other)).toMatchObject({ refusal: 'concerns-wait', where: 'lead' });
  expect((await page()).lead?.name).toBe('Duty lead');
  expect(await open(other.passphrase)).toMatchObject({ refusal: 'wrong-key' });
  expect(await open(passphrase)).toMatchObject({ items: [{ text: COMMENTS[0] }], unread: [] });
}, 60_000);

test('M4 a concern that was being sealed as another lead was named is sealed for that one', async () => {
  const before: Before = {};
  const { pass, name, open, page } = await room(before);
  await name(lead);
  before.add = async () => {
    delete before.add;
    await name(other);
  };
  expect(await pass('Amina')).toEqual({ ok: true });
  expect((await page()).dates).toHaveLength(1);
  expect(await open(other.passphrase)).toMatchObject({ items: [{ text: COMMENTS[0] }], unread: [] });
}, 60_000);

test('M4 one for whom another lead is named again and again is refused and stays in the room, to be passed on again', async () => {
  const before: Before = {};
  const { pass, name, page } = await room(before);
  await name(lead);
  before.add = () => name(lead);
  expect(await pass('Amina')).toMatchObject({ refusal: 'too-fast', where: 'lead' });
  expect((await page()).dates).toEqual([]);
  delete before.add;
  expect(await pass('Amina')).toEqual({ ok: true });
  expect((await page()).dates).toHaveLength(1);
}, 60_000);

test('M4 what cannot be opened is named and keeps nobody from the others; it can go, and then another lead comes', async () => {
  const { consultation, pass, name, open, settle } = await room({});
  await name(lead);
  for (const part of ['Amina', 'two', 'three']) expect(await pass(part)).toEqual({ ok: true });
  const { items } = (await open(passphrase)) as ConcernsOpened;
  const idOf = (text: string): string => items.find((item) => item.text === text)?.id ?? '';
  const { recipient } = await newIdentity();
  const foreign = await lockBytes(Buffer.from('{}'), { recipients: [recipient] });
  const db = new Database(join(server.folder, 'concerns.db'));
  const write = db.prepare('UPDATE concern SET sealed = ? WHERE consultation = ? AND id = ?');
  write.run(Buffer.from(foreign), consultation, idOf('two'));
  const cut = db.prepare('SELECT sealed FROM concern WHERE id = ?').pluck().get(idOf('three')) as Buffer;
  write.run(cut.subarray(0, cut.length - 4), consultation, idOf('three'));
  db.close();
  const found = (await open(passphrase)) as ConcernsOpened;
  expect(found.items).toMatchObject([{ text: COMMENTS[0] }]);
  expect(new Map(found.unread.map(({ id, why }) => [id, why]))).toEqual(
    new Map([
      [idOf('two'), 'wrong-key'],
      [idOf('three'), 'damaged'],
    ]),
  );
  expect(await settle(idOf('two'))).toMatchObject({ items: [{}], unread: [{ why: 'damaged' }] });
  expect(await name(other)).toMatchObject({ refusal: 'concerns-wait' });
  for (const text of ['three', COMMENTS[0] ?? '']) await settle(idOf(text));
  expect(await name(other)).toMatchObject({ lead: { name: 'Night lead' } });
}, 60_000);
