/** Handing over from a shared tablet: sealed, whole, once, and late as a card may be. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import { holding } from '../../support/bytes.ts';
import { openSession } from '../../support/server.ts';
import { everyPacket, frontPacket, joinTablet, type TestTablet } from '../../support/tablet.ts';
import { OK, tabletHall } from '../../support/tabletHall.ts';

const hall = tabletHall();

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
  const db = new Database(join(hall.server.folder, 'live', `${hall.session.id}.db`), { readonly: true });
  const found = db.prepare('SELECT * FROM response ORDER BY board, tag').all() as Row[];
  db.close();
  return found;
}
function participants(): { channel: string; person: string | null }[] {
  const db = new Database(join(hall.server.folder, 'keys', `${hall.session.id}.db`), { readonly: true });
  const found = db.prepare('SELECT channel, person FROM participant').all();
  db.close();
  return found as { channel: string; person: string | null }[];
}

test('K2 one packet is one person: brought twice, at once or after a restart, it changes nothing', async () => {
  await hall.begin(['One is true', 'Two is true'], { style: 'walk-around', mode: 'linked' });
  await hall.desk.do({ do: 'next' });
  const sealed = await hall.tablet.seal(
    everyPacket([
      [1, 4, 'Because of Rosie'],
      [2, 'n'],
    ]),
  );
  expect(
    await Promise.all([hall.tablet.hand(sealed), hall.tablet.hand(sealed), hall.tablet.hand(sealed)]),
  ).toEqual([OK, OK, OK]);
  const before = [rows(), participants()];
  expect(before).toMatchObject([
    [
      { board: 1, answer: 4, comment: 'Because of Rosie', channel: 'tablet', revision: 1 },
      { board: 2, answer: 'n', channel: 'tablet' },
    ],
    [{ channel: 'tablet' }],
  ]);
  expect(new Set(rows().map((row) => row.person))).toEqual(new Set([participants()[0]?.person]));
  hall.tablet.close();
  await hall.server.restart();
  const again = await joinTablet(hall.server, hall.session.id, hall.tablet.device);
  // The key is the same after the restart, and so is the person.
  expect(again.hello.recipient).toBe(hall.tablet.hello.recipient);
  expect(await again.hand(sealed)).toEqual(OK);
  expect([rows(), participants()]).toEqual(before);
  expect([await hall.joined(), await hall.placed(1), await hall.placed(2)]).toEqual([1, 1, 1]);
  again.close();
});

test('K2 P5 a packet counts whole or not at all, and says what is wrong with it', async () => {
  await hall.begin(['One is true', 'Two is true'], { style: 'walk-around' });
  await hall.desk.do({ do: 'next' });
  const refused = async (packet: Parameters<TestTablet['seal']>[0]): Promise<unknown> => hall.give(packet);
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
  expect(await hall.tablet.hand('no base64!')).toMatchObject({ refusal: 'bad-message' });
  expect(await hall.tablet.hand(btoa('not sealed'))).toMatchObject({ refusal: 'other-session' });
  expect([rows(), participants()]).toEqual([[], []]);
});

test('K1 what was sealed for another session opens in none but its own, and in no session once that is sealed', async () => {
  await hall.begin();
  await hall.openFirst();
  const first = hall.tablet;
  const [own, device] = [hall.session, hall.tablet.device];
  const sealed = await first.seal(everyPacket([[1, 2]]));
  const other = await openSession(hall.server);
  const there = await joinTablet(hall.server, other.session.id, device);
  expect(there.hello.recipient).not.toBe(first.hello.recipient);
  expect(await there.hand(sealed)).toMatchObject({ refusal: 'other-session' });
  there.close();
  await hall.desk.do({ do: 'end' });
  await hall.server.send('POST', `/api/sessions/${own.id}/seal`);
  expect(await first.hand(sealed)).toMatchObject({ refusal: 'no-such-session' });
});

test('K1 the key goes from the key file when the session is sealed, though the file stays for codes', async () => {
  await hall.begin();
  const cards = await hall.server.send<{ codes: string[] }>(
    'POST',
    `/api/sessions/${hall.session.id}/cards`,
    {
      cards: 2,
    },
  );
  await hall.openFirst();
  const card = cards.codes[0] ?? '';
  const db = new Database(join(hall.server.folder, 'keys', `${hall.session.id}.db`), { readonly: true });
  const identity = db.prepare('SELECT identity FROM tablet').pluck().get() as string;
  db.close();
  expect(identity).toMatch(/^AGE-SECRET-KEY-1/);
  expect(holding(hall.server.folder, identity)).not.toEqual([]);
  expect(await hall.give(everyPacket([[1, 2]], { card }))).toEqual(OK);
  await hall.desk.do({ do: 'end' });
  await hall.server.send('POST', `/api/sessions/${hall.session.id}/seal`);
  // The file is there still: somebody has a card.
  expect(holding(join(hall.server.folder, 'keys'), 'SQLite format 3')).toContain(`${hall.session.id}.db`);
  expect(holding(hall.server.folder, identity)).toEqual([]);
});

test('K1 K5 nothing that a tablet sends or the laptop logs has an answer in it, and its length does not tell who wrote', async () => {
  await hall.begin();
  await hall.openFirst();
  const [silent, wordy] = await Promise.all([
    hall.tablet.seal(everyPacket([[1, 2]])),
    hall.tablet.seal(everyPacket([[1, 2, 'A long story that somebody wrote down here.']])),
  ]);
  expect(silent.length).toBe(wordy.length);
  expect(Buffer.from(wordy, 'base64').includes('story')).toBe(false);
});

test('K4 with only the one in front nobody is kept as a participant, and the row is nobody’s, linked or not', async () => {
  await hall.begin(['One is true', 'Two is true'], { mode: 'linked' });
  await hall.openFirst();
  const sealed = await hall.tablet.seal(frontPacket(1, 2, 'Written by hand'));
  expect(await Promise.all([hall.tablet.hand(sealed), hall.tablet.hand(sealed)])).toEqual([OK, OK]);
  expect(await hall.give(frontPacket(1, 5))).toEqual(OK);
  expect(participants()).toEqual([]);
  expect(rows().map(({ channel, person, board }) => [channel, person, board])).toEqual([
    ['tablet', null, 1],
    ['tablet', null, 1],
  ]);
  expect(await hall.placed(1)).toBe(2);
  expect(await hall.give({ ...frontPacket(1, 2), placed: [] } as never)).toMatchObject({
    refusal: 'bad-message',
  });
});

test('K2 two tablets at once: each person of either counts once', async () => {
  await hall.begin();
  await hall.openFirst();
  const second = await joinTablet(hall.server, hall.session.id);
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, i) => hall.tablet.seal(everyPacket([[1, (i % 5) + 1]]))),
  );
  // Each packet comes from both, as if one tablet's storage had been carried to the other.
  const answers = await Promise.all(people.flatMap((one) => [hall.tablet.hand(one), second.hand(one)]));
  expect(answers.filter(isRefusal)).toEqual([]);
  expect([await hall.joined(), await hall.placed(1)]).toEqual([10, 10]);
  second.close();
});

test('K2 W3 a card goes with the answers; they can be taken back by it, and an old packet does not bring them in again', async () => {
  await hall.begin();
  const { codes } = await hall.server.send<{ codes: string[] }>(
    'POST',
    `/api/sessions/${hall.session.id}/cards`,
    {
      cards: 2,
    },
  );
  const [card = '', other = ''] = codes;
  await hall.openFirst();
  expect(await hall.tablet.socket.emitWithAck('card', card)).toEqual(OK);
  expect(await hall.tablet.socket.emitWithAck('card', 'BCDF GHJK MNPQ')).toMatchObject({
    refusal: 'card-taken',
  });
  const sealed = await hall.tablet.seal(everyPacket([[1, 4, 'Mine for now']], { card }));
  expect(await hall.tablet.hand(sealed)).toEqual(OK);
  expect(await hall.tablet.socket.emitWithAck('card', card)).toMatchObject({ refusal: 'card-taken' });
  // Somebody else typed the same card without a network: their answers count, the card stays whose it is.
  expect(await hall.give(everyPacket([[1, 2]], { card }))).toEqual(OK);
  expect(await hall.give(everyPacket([[1, 1]], { card: other }))).toEqual(OK);
  expect(await hall.placed(1)).toBe(3);
  const took = await fetch(`${hall.server.url}/j/takeout`, {
    method: 'POST',
    headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
    body: JSON.stringify({ code: card, what: 'all' }),
  });
  expect(await took.json()).toEqual(OK);
  expect(await hall.placed(1)).toBe(2);
  expect(await hall.tablet.hand(sealed)).toEqual(OK);
  expect([await hall.placed(1), await hall.joined()]).toEqual([2, 2]);
});

test('K2 answers of somebody whose groups are wrong are refused with the reason, and right ones stand under them', async () => {
  await hall.begin(['One is true'], { groups: ['a', 'b'] }, (doc) => {
    doc.groups = [
      { id: 'a', label: 'Parents', roomLabel: '' },
      { id: 'b', label: 'Workers', roomLabel: '' },
    ] as typeof doc.groups;
  });
  await hall.openFirst();
  const hand = async (groups: string[]): Promise<unknown> => hall.give(everyPacket([[1, 4]], { groups }));
  expect(await hand([])).toMatchObject({ refusal: 'group-needed' });
  expect(await hand(['c'])).toMatchObject({ refusal: 'group-unknown' });
  expect(await hand(['b'])).toEqual(OK);
  expect(rows()).toMatchObject([{ membership: 'b' }]);
});
