/** Handing over from a shared tablet: sealed, whole, once, and late as a card may be. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import { holding } from '../../support/bytes.ts';
import { openSession, startServer, type TestServer } from '../../support/server.ts';
import {
  everyPacket,
  frontPacket,
  joinTablet,
  tabletRoom,
  type TabletRoom,
  type TestTablet,
} from '../../support/tablet.ts';

let server: TestServer;
let session: Session;
let desk: TabletRoom['desk'];
let tablet: TestTablet;
let room: TabletRoom;

async function begin(...wanted: Parameters<typeof tabletRoom> extends [unknown, ...infer R] ? R : never) {
  room = await tabletRoom(server, ...wanted);
  ({ session, desk, tablet } = room);
}
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  tablet?.close();
  await server.stop();
});

const openFirst = (): Promise<void> => room.openFirst();
const placed = async (n: number): Promise<number | undefined> => (await room.counts()).placed[n - 1];
const joined = async (): Promise<number> => (await room.counts()).joined;
const OK = { ok: true };

interface Row {
  board: number;
  tag: string;
  answer: number | string;
  comment: string;
  channel: string;
  person: string | null;
  revision: number;
}
function rows(): Row[] {
  const db = new Database(join(server.folder, 'live', `${session.id}.db`), { readonly: true });
  const found = db.prepare('SELECT * FROM response ORDER BY board, tag').all() as Row[];
  db.close();
  return found;
}
function participants(): { channel: string; person: string | null }[] {
  const db = new Database(join(server.folder, 'keys', `${session.id}.db`), { readonly: true });
  const found = db.prepare('SELECT channel, person FROM participant').all();
  db.close();
  return found as { channel: string; person: string | null }[];
}

test('K2 one packet is one person: brought twice, at once or after a restart, it changes nothing', async () => {
  await begin(['One is true', 'Two is true'], { style: 'walk-around', mode: 'linked' });
  await desk.do({ do: 'next' });
  const sealed = await tablet.seal(
    everyPacket([
      [1, 4, 'Because of Rosie'],
      [2, 'n'],
    ]),
  );
  expect(await Promise.all([tablet.hand(sealed), tablet.hand(sealed), tablet.hand(sealed)])).toEqual([
    OK,
    OK,
    OK,
  ]);
  const before = [rows(), participants()];
  expect(before).toMatchObject([
    [
      { board: 1, answer: 4, comment: 'Because of Rosie', channel: 'tablet', revision: 1 },
      { board: 2, answer: 'n', channel: 'tablet' },
    ],
    [{ channel: 'tablet' }],
  ]);
  expect(new Set(rows().map((row) => row.person))).toEqual(new Set([participants()[0]?.person]));
  tablet.close();
  await server.restart();
  const again = await joinTablet(server, session.id, tablet.device);
  // The key is the same after the restart, and so is the person.
  expect(again.hello.recipient).toBe(tablet.hello.recipient);
  expect(await again.hand(sealed)).toEqual(OK);
  expect([rows(), participants()]).toEqual(before);
  expect([await joined(), await placed(1), await placed(2)]).toEqual([1, 1, 1]);
  again.close();
});

test('K2 P5 a packet counts whole or not at all, and says what is wrong with it', async () => {
  await begin(['One is true', 'Two is true'], { style: 'walk-around' });
  await desk.do({ do: 'next' });
  const refused = async (packet: Parameters<TestTablet['seal']>[0]): Promise<unknown> =>
    tablet.hand(await tablet.seal(packet));
  expect(
    await refused(
      everyPacket([
        [1, 4],
        [2, 9],
      ]),
    ),
  ).toMatchObject({ refusal: 'bad-message' });
  expect(
    await refused(
      everyPacket([
        [1, 4],
        [2, 7],
      ]),
    ),
  ).toMatchObject({ refusal: 'no-such-answer' });
  expect(
    await refused(
      everyPacket([
        [1, 4],
        [1, 3],
      ]),
    ),
  ).toMatchObject({ refusal: 'bad-message', where: 'placed' });
  expect(
    await refused(
      everyPacket([
        [1, 4],
        [9, 3],
      ]),
    ),
  ).toMatchObject({ refusal: 'not-open' });
  expect(await refused(everyPacket([[1, 4, 'x'.repeat(501)]]))).toMatchObject({ refusal: 'too-long' });
  expect(await refused({ ...everyPacket([[1, 4]]), more: 1 } as never)).toMatchObject({
    refusal: 'bad-message',
  });
  expect(await refused({ ...everyPacket([[1, 4]]), token: 'short' })).toMatchObject({
    refusal: 'bad-message',
  });
  expect(await tablet.hand('no base64!')).toMatchObject({ refusal: 'bad-message' });
  expect(await tablet.hand(btoa('not sealed'))).toMatchObject({ refusal: 'other-session' });
  expect([rows(), participants()]).toEqual([[], []]);
  expect(server.faults).toEqual([]);
});

test('K1 what was sealed for another session opens in none but its own, and in no session once that is sealed', async () => {
  await begin();
  await openFirst();
  const first = tablet;
  const [own, device] = [session, tablet.device];
  const sealed = await first.seal(everyPacket([[1, 2]]));
  const other = await openSession(server);
  const there = await joinTablet(server, other.session.id, device);
  expect(there.hello.recipient).not.toBe(first.hello.recipient);
  expect(await there.hand(sealed)).toMatchObject({ refusal: 'other-session' });
  there.close();
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${own.id}/seal`);
  expect(await first.hand(sealed)).toMatchObject({ refusal: 'no-such-session' });
});

test('K1 the key goes from the key file when the session is sealed, though the file stays for codes', async () => {
  await begin();
  const cards = await server.send<{ codes: string[] }>('POST', `/api/sessions/${session.id}/cards`, {
    cards: 2,
  });
  await openFirst();
  const card = cards.codes[0] ?? '';
  const db = new Database(join(server.folder, 'keys', `${session.id}.db`), { readonly: true });
  const identity = db.prepare('SELECT identity FROM tablet').pluck().get() as string;
  db.close();
  expect(identity).toMatch(/^AGE-SECRET-KEY-1/);
  expect(holding(server.folder, identity)).not.toEqual([]);
  expect(await tablet.hand(await tablet.seal(everyPacket([[1, 2]], { card })))).toEqual(OK);
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`);
  // The file is there still: somebody has a card.
  expect(holding(join(server.folder, 'keys'), 'SQLite format 3')).toContain(`${session.id}.db`);
  expect(holding(server.folder, identity)).toEqual([]);
});

test('K1 K5 nothing that a tablet sends or the laptop logs has an answer in it, and its length does not tell who wrote', async () => {
  await begin();
  await openFirst();
  const [silent, wordy] = await Promise.all([
    tablet.seal(everyPacket([[1, 2]])),
    tablet.seal(everyPacket([[1, 2, 'A long story that somebody wrote down here.']])),
  ]);
  expect(silent.length).toBe(wordy.length);
  expect(Buffer.from(wordy, 'base64').includes('story')).toBe(false);
});

test('K4 with only the one in front nobody is kept as a participant, and the row is nobody’s, linked or not', async () => {
  await begin(['One is true', 'Two is true'], { mode: 'linked' });
  await openFirst();
  const sealed = await tablet.seal(frontPacket(1, 2, 'Written by hand'));
  expect(await Promise.all([tablet.hand(sealed), tablet.hand(sealed)])).toEqual([OK, OK]);
  expect(await tablet.hand(await tablet.seal(frontPacket(1, 5)))).toEqual(OK);
  expect(participants()).toEqual([]);
  expect(rows().map(({ channel, person, board }) => [channel, person, board])).toEqual([
    ['tablet', null, 1],
    ['tablet', null, 1],
  ]);
  expect(await placed(1)).toBe(2);
  expect(await tablet.hand(await tablet.seal({ ...frontPacket(1, 2), placed: [] } as never))).toMatchObject({
    refusal: 'bad-message',
  });
});

test('K2 two tablets at once: each person of either counts once', async () => {
  await begin();
  await openFirst();
  const second = await joinTablet(server, session.id);
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, i) => tablet.seal(everyPacket([[1, (i % 5) + 1]]))),
  );
  // Each packet comes from both, as if one tablet's storage had been carried to the other.
  const answers = await Promise.all(people.flatMap((one) => [tablet.hand(one), second.hand(one)]));
  expect(answers.filter(isRefusal)).toEqual([]);
  expect([await joined(), await placed(1)]).toEqual([10, 10]);
  second.close();
});

test('K2 W3 a card goes with the answers; they can be taken back by it, and an old packet does not bring them in again', async () => {
  await begin();
  const { codes } = await server.send<{ codes: string[] }>('POST', `/api/sessions/${session.id}/cards`, {
    cards: 2,
  });
  const [card = '', other = ''] = codes;
  await openFirst();
  expect(await tablet.socket.emitWithAck('card', card)).toEqual(OK);
  expect(await tablet.socket.emitWithAck('card', 'BCDF GHJK MNPQ')).toMatchObject({ refusal: 'card-taken' });
  const sealed = await tablet.seal(everyPacket([[1, 4, 'Mine for now']], { card }));
  expect(await tablet.hand(sealed)).toEqual(OK);
  expect(await tablet.socket.emitWithAck('card', card)).toMatchObject({ refusal: 'card-taken' });
  // Somebody else typed the same card without a network: their answers count, the card stays whose it is.
  expect(await tablet.hand(await tablet.seal(everyPacket([[1, 2]], { card })))).toEqual(OK);
  expect(await tablet.hand(await tablet.seal(everyPacket([[1, 1]], { card: other })))).toEqual(OK);
  expect(await placed(1)).toBe(3);
  const took = await fetch(`${server.url}/j/takeout`, {
    method: 'POST',
    headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
    body: JSON.stringify({ code: card, what: 'all' }),
  });
  expect(await took.json()).toEqual(OK);
  expect(await placed(1)).toBe(2);
  expect(await tablet.hand(sealed)).toEqual(OK);
  expect([await placed(1), await joined()]).toEqual([2, 2]);
});

test('K2 answers of somebody whose groups are wrong are refused with the reason, and right ones stand under them', async () => {
  await begin(['One is true'], { groups: ['a', 'b'] }, (doc) => {
    doc.groups = [
      { id: 'a', label: 'Parents', roomLabel: '' },
      { id: 'b', label: 'Workers', roomLabel: '' },
    ] as typeof doc.groups;
  });
  await openFirst();
  const hand = async (groups: string[]): Promise<unknown> =>
    tablet.hand(await tablet.seal(everyPacket([[1, 4]], { groups })));
  expect(await hand([])).toMatchObject({ refusal: 'group-needed' });
  expect(await hand(['c'])).toMatchObject({ refusal: 'group-unknown' });
  expect(await hand(['b'])).toEqual(OK);
  expect(rows()).toMatchObject([{ membership: 'b' }]);
});
