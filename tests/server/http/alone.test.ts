/** Talking alone and being told alone, from phones to the lead, by a clock that the test sets. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { sealTo } from '../../../client/shared/sealTo.ts';
import { ALONE_PLAIN } from '../../../core/alone.ts';
import type { TalkPage } from '../../../core/talk/api.ts';
import {
  aloneRoom,
  asks,
  heldTalk,
  LEAD,
  newWishId,
  OTHER,
  sends,
  TALK,
  TELL,
  wished,
  type AloneRoom,
} from '../../support/alone.ts';
import { holding } from '../../support/bytes.ts';
import { clockAt, type TestClock } from '../../support/clock.ts';
import { connectConsole, startServer, type Phone, type TestServer } from '../../support/server.ts';
import { unpacked } from '../../support/unpacked.ts';

const TODAY = '2026-11-22';
const heldUp = heldTalk();
let clock: TestClock;
let server: TestServer;
beforeAll(async () => {
  clock = clockAt(TODAY);
  server = await startServer({ clock, wrap: heldUp.wrap });
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const room: AloneRoom = (...wanted) => aloneRoom(server, ...wanted);

const one = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};

test('AL1 nothing is offered before a lead is named; then phones are told who reads it, for which key and until when', async () => {
  const { desk, phones } = await room(1, null, (c) => {
    c.words.talkTo = 'Jo, with the green scarf, by the door';
    c.withdrawDays = 14;
  });
  const [phone] = phones as [Phone];
  expect((await phone.hello()).info.alone).toBeNull();
  const ask = { kind: 'talk' as const, id: newWishId(), to: 'age1qqqqqqqqqq', sealed: '' };
  expect(await asks(phone, ask)).toMatchObject({ refusal: 'bad-message' });
  await desk.name(LEAD);
  const { info } = await phone.hello();
  expect(info.alone).toMatchObject({ lead: LEAD.name, talk: '2026-12-06', told: '2027-05-21' });
  expect(info.words.talkTo).toBe('Jo, with the green scarf, by the door');
  // What somebody sealed for another key nobody could open.
  const sealed = await wished(phone, 'talk');
  await desk.name(OTHER);
  expect(await asks(phone, sealed)).toMatchObject({ refusal: 'other-lead' });
  expect((await desk.page()).waiting).toEqual({ talk: 0, told: 0 });
}, 60_000);

test('AL1 AL2 AL5 a request’s words, its id and its writer’s token are in no byte that is kept, sent or given out; archives and files have nothing of it', async () => {
  const { id, desk, phones, finish: end } = await room(3);
  const [phone, other] = phones as [Phone, Phone];
  await phone.place(1, 1, 4, 'what I say to all of them');
  const back = await sends(phone, 'talk');
  await sends(phone, 'told');
  await sends(other, 'talk', { ...TALK, find: 'the tall one' });
  const words = [TALK.find, TALK.when, TELL.where, 'the tall one', back, phone.token, other.token];
  const nowhere = (): void => {
    for (const text of words) expect([text, holding(server.folder, text)]).toEqual([text, []]);
  };
  nowhere();
  await end();
  nowhere();
  const db = new Database(join(server.folder, 'concerns.db'), { readonly: true });
  const both = 'SELECT * FROM talk_alone UNION ALL SELECT * FROM told_alone';
  const rows = db.prepare(`SELECT * FROM (${both}) WHERE consultation = ?`).all(id) as object[];
  db.close();
  const columns = ['asked', 'consultation', 'date', 'id', 'recipient', 'sealed', 'until'];
  expect(rows.map((row) => Object.keys(row).toSorted())).toEqual([columns, columns, columns]);
  // Each of one length, whatever was written.
  expect(new Set(rows.map((row) => (row as { sealed: Buffer }).sealed.length)).size).toBe(1);
  const kept = rows.map((row) => (row as { id: string; sealed: Buffer }).sealed.subarray(200, 260));
  const sealedIn = (bytes: Buffer): boolean =>
    kept.some((part) => bytes.includes(part) || bytes.includes(part.toString('base64').slice(4, 60)));
  const found = kept.map((part) => holding(server.folder, part));
  expect(found).toEqual([['concerns.db'], ['concerns.db'], ['concerns.db']]);
  for (const file of ['archive', 'export', 'file']) {
    const path = `/api/consultations/${id}/${file}`;
    const bytes = Buffer.from(await (await server.fetch(path)).arrayBuffer());
    for (const [, inside] of unpacked(`${file}.zip`, bytes))
      for (const text of [...words, LEAD.name])
        expect([file, text, inside.includes(text) || sealedIn(inside)]).toEqual([file, text, false]);
  }
  await desk.open();
  const log = JSON.stringify(await server.get('/api/staff/log'));
  expect(log).toContain('alone-opened');
  for (const text of words) expect(log).not.toContain(text);
}, 60_000);

test('AL3 while the session is open nobody opens them and fives are counted; once it is finished all are there, in no order', async () => {
  const { desk, phones, finish: end } = await room(7);
  for (const phone of phones.slice(0, 4)) await sends(phone, 'talk');
  expect(await desk.page()).toMatchObject({ waiting: { talk: 0, told: 0 }, open: true, next: '' });
  for (const phone of phones.slice(4)) await sends(phone, 'talk');
  await sends(phones[0] as Phone, 'told');
  expect((await desk.page()).waiting).toEqual({ talk: 5, told: 0 });
  expect(await desk.open()).toEqual({ talk: [], told: [], unread: [] });
  await end();
  expect(await desk.page()).toMatchObject({
    waiting: { talk: 7, told: 1 },
    open: false,
    next: '2026-12-06',
  });
  const { talk, told } = await desk.open();
  expect(talk).toHaveLength(7);
  expect(told).toMatchObject([{ ...TELL, date: TODAY, until: '2027-05-21' }]);
  const ids = talk.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
}, 60_000);

test('AL3 AL2 a session that is given another day while it is open keeps what came before from being opened, after a restart too', async () => {
  const { session, desk, phones, finish: end } = await room(3);
  for (const phone of phones) await sends(phone, 'talk');
  for (const date of ['2026-11-21', '2026-11-20']) {
    const given = await server.send('PUT', `/api/sessions/${session.id}`, { date });
    expect(given).toMatchObject({ date });
    expect(await desk.page()).toMatchObject({ waiting: { talk: 0, told: 0 }, open: true, next: '' });
    expect(await desk.open()).toEqual({ talk: [], told: [], unread: [] });
  }
  const live = await connectConsole(server, session.id);
  await live.do({ do: 'start' });
  // One step back is none to the day that it had.
  await live.do({ do: 'undo' });
  live.close();
  expect((await desk.open()).talk).toEqual([]);
  await server.restart();
  expect(await desk.page()).toMatchObject({ waiting: { talk: 0, told: 0 }, open: true });
  await end();
  expect((await desk.open()).talk).toHaveLength(3);
}, 60_000);

test('AL2 a person asks twice of each kind, sent again it is there once, and whoever has its id takes it back', async () => {
  const { desk, phones, finish: end } = await room(2);
  const [phone, other] = phones as [Phone, Phone];
  const ask = await wished(phone, 'talk');
  expect(await asks(phone, ask)).toEqual({ ok: true });
  const second = await sends(phone, 'talk');
  expect(await asks(phone, await wished(phone, 'talk'))).toMatchObject({ refusal: 'alone-enough' });
  // One whose answer was lost is sent again, also when no more are taken.
  expect(await asks(phone, ask)).toEqual({ ok: true });
  const told = await wished(other, 'told');
  for (let i = 0; i < 2; i += 1) expect(await asks(other, told)).toEqual({ ok: true });
  for (const id of [ask.id, second]) await asks(other, { kind: 'talk', id, back: true });
  await end();
  expect((await desk.page()).waiting).toEqual({ talk: 0, told: 1 });
}, 60_000);

test('AL4 the wrong passphrase opens nothing; asked is noted, an interview has nothing of the request, and each end deletes it for good, in two windows once', async () => {
  const { id, desk, phones, finish: end } = await room(4);
  for (const [i, phone] of phones.entries()) await sends(phone, 'talk', { ...TALK, find: `seat ${i}` });
  await sends(phones[0] as Phone, 'told');
  await end();
  expect(await desk.open(OTHER.passphrase)).toMatchObject({ refusal: 'wrong-key', where: 'passphrase' });
  const { talk, told } = await desk.open();
  const at = (find: string): string => one(talk.filter((item) => item.find === find)).id;
  const asked = await desk.settle('talk', at('seat 0'), 'asked');
  expect(asked.talk.map(({ find, asked: is }) => `${find} ${is}`).toSorted()).toEqual([
    'seat 0 true',
    'seat 1 false',
    'seat 2 false',
    'seat 3 false',
  ]);
  // Two windows at once make one interview; the second is asked while the first is at it.
  const { begun, goOn } = heldUp.hold();
  const first = desk.settle('talk', at('seat 0'), 'interview');
  await begun;
  const second = desk.settle('talk', at('seat 0'), 'interview');
  for (let i = 0; i < 2; i += 1) await desk.open();
  goOn();
  const both = await Promise.all([first, second]);
  expect(both.map(({ refusal = 'done' }) => refusal).toSorted()).toEqual(['done', 'no-such-note']);
  const { sources } = await server.get<TalkPage>(`/api/consultations/${id}/themes`);
  const source = one(sources);
  expect(source).toMatchObject({ form: 'interview', title: 'Interview', text: 'Not held yet.', day: '' });
  expect(source).toMatchObject({ session: '', group: '', mayUse: false, mayQuote: false });
  expect(await desk.settle('talk', at('seat 1'), 'told')).toMatchObject({
    refusal: 'bad-message',
    where: 'as',
  });
  expect((await desk.settle('talk', at('seat 1'), 'not-any-more')).talk).toHaveLength(2);
  expect((await desk.settle('told', one(told).id, 'told')).told).toEqual([]);
  expect((await desk.page()).waiting).toEqual({ talk: 2, told: 0 });
  const db = new Database(join(server.folder, 'concerns.db'), { readonly: true });
  const count = (table: string): unknown =>
    db.prepare(`SELECT count(*) FROM ${table} WHERE consultation = ?`).pluck().get(id);
  expect([count('talk_alone'), count('told_alone')]).toEqual([2, 0]);
  db.close();
}, 60_000);

test('AL4 another lead is named while some wait: those stay with the passphrase of the one before, and go when they are settled', async () => {
  const { desk, phones, finish: end } = await room(2);
  await sends(phones[0] as Phone, 'talk', { ...TALK, find: 'for Amal' });
  await desk.name(OTHER);
  await sends(phones[1] as Phone, 'talk', { ...TALK, find: 'for Bo' });
  await end();
  const theirs = await desk.open(OTHER.passphrase);
  expect(theirs).toMatchObject({ talk: [{ find: 'for Bo' }], unread: [{ kind: 'talk', why: 'wrong-key' }] });
  const mine = await desk.open(LEAD.passphrase);
  expect(mine).toMatchObject({ talk: [{ find: 'for Amal' }], unread: [{ why: 'wrong-key' }] });
  await desk.settle('talk', one(mine.talk).id, 'not-any-more', LEAD.passphrase);
  // Nothing waits for the one before any more, and their key is gone.
  expect(await desk.open(LEAD.passphrase)).toMatchObject({ refusal: 'wrong-key' });
  expect(await desk.open(OTHER.passphrase)).toMatchObject({ talk: [{ find: 'for Bo' }], unread: [] });
}, 60_000);

test('AL4 one that is not as it was written is named, keeps nobody from the others, and can go unread', async () => {
  const { id, desk, phones, finish: end } = await room(3);
  await sends(phones[0] as Phone, 'talk');
  await sends(phones[1] as Phone, 'talk', { find: 'no', more: 'than this' });
  await sends(phones[2] as Phone, 'told');
  await end();
  const db = new Database(join(server.folder, 'concerns.db'));
  const cut = 'UPDATE told_alone SET sealed = substr(sealed, 1, length(sealed) - 4) WHERE consultation = ?';
  db.prepare(cut).run(id);
  db.close();
  const { talk, told, unread } = await desk.open();
  expect([talk.length, told.length]).toEqual([1, 0]);
  expect(unread.map(({ kind, why }) => `${kind} ${why}`).toSorted()).toEqual([
    'talk damaged',
    'told damaged',
  ]);
  const broken = one(unread.filter(({ kind }) => kind === 'told'));
  expect(await desk.settle('told', broken.id, 'told')).toMatchObject({ refusal: 'bad-message' });
  expect((await desk.settle('told', broken.id, 'unread')).unread).toHaveLength(1);
  expect(await desk.settle('talk', one(talk).id, 'unread')).toMatchObject({ refusal: 'bad-message' });
}, 60_000);

test('AL5 AL4 a card that is sent again and refused, since another lead was named meanwhile, is where it was, and who was asked has been', async () => {
  const { session, desk, phones, finish: end } = await room(1);
  const card = { ...(await wished(phones[0] as Phone, 'talk')), session: session.id };
  await desk.card(card);
  await end();
  await desk.settle('talk', one((await desk.open()).talk).id, 'asked');
  const mended = { ...card, sealed: await sealTo(card.to, { ...TALK, find: 'the door' }, ALONE_PLAIN) };
  await desk.card(mended);
  expect((await desk.open()).talk).toMatchObject([{ find: 'the door', asked: true }]);
  await desk.name(OTHER);
  for (const kind of ['talk', 'told'])
    expect(await desk.card({ ...mended, kind })).toMatchObject({ refusal: 'other-lead' });
  expect((await desk.open()).talk).toMatchObject([{ find: 'the door', asked: true }]);
  // Sealed anew for whoever is the lead now, it takes that place.
  const to = (await desk.page()).lead?.recipient ?? '';
  const anew = { ...card, kind: 'told', to, sealed: await sealTo(to, TELL, ALONE_PLAIN) };
  expect(await desk.card(anew)).toMatchObject({ waiting: { talk: 0, told: 1 } });
  expect((await desk.open(OTHER.passphrase)).told).toMatchObject([TELL]);
}, 60_000);

test('AL5 what a card says is typed in for its session, sealed on the device, and kept as what came from a phone', async () => {
  const { session, desk, phones, finish: end } = await room(1);
  const card = { ...(await wished(phones[0] as Phone, 'talk')), session: session.id };
  expect(await desk.card({ ...card, session: 'none' })).toMatchObject({ refusal: 'no-such-session' });
  expect(await desk.card({ ...card, sealed: 'in plain words' })).toMatchObject({ refusal: 'bad-message' });
  expect(await desk.card({ ...card, to: 'age1qqqqqqqqqqqq' })).toMatchObject({ refusal: 'other-lead' });
  // Held back as everything of that day.
  expect(await desk.card(card)).toMatchObject({ waiting: { talk: 0, told: 0 } });
  await end();
  expect(await desk.open()).toMatchObject({ talk: [{ ...TALK, date: TODAY }] });
  clock.day = '2026-12-06';
  const to = (await desk.page()).lead?.recipient ?? '';
  const late = { ...card, id: newWishId(), to };
  expect(await desk.card(late)).toMatchObject({ waiting: { talk: 2, told: 0 } });
  // The answer was lost: sent once more, and mended, it is one card, of whichever kind it is now.
  const mended = { ...TALK, find: 'the seat by the radiator' };
  const again = { ...late, sealed: await sealTo(to, mended, ALONE_PLAIN) };
  expect(await desk.card(again)).toMatchObject({ waiting: { talk: 2, told: 0 } });
  expect((await desk.open()).talk.map(({ find }) => find).toSorted()).toEqual([TALK.find, mended.find]);
  const other = { ...late, kind: 'told', sealed: await sealTo(to, TELL, ALONE_PLAIN) };
  expect(await desk.card(other)).toMatchObject({ waiting: { talk: 1, told: 1 } });
  clock.day = '2026-12-07';
  expect(await desk.card({ ...late, id: newWishId() })).toMatchObject({ refusal: 'alone-over' });
}, 60_000);
