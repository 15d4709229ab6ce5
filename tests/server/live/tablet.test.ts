/** Handing over from a shared tablet: sealed, whole, once, and late as a card may be. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import { newToken } from '../../../server/random.ts';
import { holding } from '../../support/bytes.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../../support/server.ts';
import { everyPacket, frontPacket, joinTablet, type TestTablet } from '../../support/tablet.ts';

let server: TestServer;
let session: Session;
let desk: Awaited<ReturnType<typeof connectConsole>>;
let tablet: TestTablet;

async function begin(...wanted: Parameters<typeof openSession> extends [unknown, ...infer R] ? R : never) {
  ({ session } = await openSession(server, ...wanted));
  desk = await connectConsole(server, session.id);
  tablet = await joinTablet(server, session.id);
}
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  tablet?.close();
  await server.stop();
});

/** Start, and the first statement open. */
async function openFirst(): Promise<void> {
  for (let i = 0; i < 2; i += 1) expect(await desk.do({ do: 'next' })).toEqual({ ok: true });
}
const placed = async (n: number): Promise<number | undefined> => {
  const view = await desk.socket.emitWithAck('hello');
  return isRefusal(view) ? undefined : view.boards[n - 1]?.placed;
};
const joined = async (): Promise<number | undefined> => {
  const view = await desk.socket.emitWithAck('hello');
  return isRefusal(view) ? undefined : view.joined;
};
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
  desk = await connectConsole(server, session.id);
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

test('K3 late as a card may be: closed, revealed, paused and after the end; never opened: not taken, and not lost', async () => {
  await begin();
  await openFirst();
  const hand = async (board: number): Promise<unknown> =>
    tablet.hand(await tablet.seal(everyPacket([[board, 4]])));
  expect(await hand(1)).toEqual(OK);
  await desk.do({ do: 'pause', on: true });
  expect(await hand(1)).toEqual(OK);
  await desk.do({ do: 'pause', on: false });
  await desk.do({ do: 'close', board: 1 });
  expect(await hand(1)).toEqual(OK);
  await desk.do({ do: 'reveal', board: 1, sure: true });
  expect(await hand(1)).toEqual(OK);
  const view = await desk.socket.emitWithAck('hello');
  const whole = isRefusal(view) ? null : view.boards[0]?.result?.whole;
  // What was shown is a snapshot: the late one is in it from the next reveal on.
  expect([whole?.n, await placed(1)]).toEqual([3, 4]);
  const early = await tablet.seal(everyPacket([[2, 5]]));
  expect(await tablet.hand(early)).toMatchObject({ refusal: 'not-open' });
  expect(await joined()).toBe(4);
  await desk.do({ do: 'show', board: 2 });
  await desk.do({ do: 'open', board: 2 });
  expect(await tablet.hand(early)).toEqual(OK);
  await desk.do({ do: 'end' });
  expect(await hand(1)).toEqual(OK);
  expect([await joined(), await placed(1), await placed(2)]).toEqual([6, 5, 1]);
});

test('K3 H1 a tablet is shown every board that was opened and no result, of two rounds the later', async () => {
  await begin(['One is true', 'Two is true'], {}, (doc) => {
    Object.assign(doc, { rounds: 2 });
  });
  expect(tablet.hello.view.boards).toEqual([]);
  await openFirst();
  const open = await tablet.until((view) => view.boards[0]?.state === 'open');
  expect(open.boards.map(({ n, round }) => [n, round])).toEqual([[1, 1]]);
  await tablet.hand(await tablet.seal(everyPacket([[1, 4, 'Said in the room']])));
  await desk.do({ do: 'close', board: 1 });
  await desk.do({ do: 'reveal', board: 1, sure: true });
  const revealed = await tablet.until((view) => view.boards[0]?.state === 'revealed');
  expect(JSON.stringify(revealed)).not.toMatch(/result|counts|Said in the room/);
  const all = await desk.socket.emitWithAck('hello');
  const second = isRefusal(all) ? undefined : all.boards.find((b) => b.round === 2 && b.number === 1);
  expect(second?.n).toBeGreaterThan(1);
  await desk.do({ do: 'show', board: second?.n ?? 0 });
  await desk.do({ do: 'open', board: second?.n ?? 0 });
  const later = await tablet.until((view) => view.boards.some((b) => b.round === 2));
  expect(later.boards.map(({ number, round }) => [number, round])).toEqual([[1, 2]]);
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

test('K9 the console sees how many tablets there are and what waits on them, and nothing else of them', async () => {
  await begin();
  await tablet.post('/api/staff/tablet/lock', { which: 'every' });
  const second = await joinTablet(server, session.id);
  await tablet.socket.emitWithAck('queue', 3);
  await second.socket.emitWithAck('queue', 2);
  const view = await desk.until(({ tablets }) => tablets.waiting === 5);
  expect(view.tablets).toEqual({ here: 2, away: 0, waiting: 5 });
  expect(await second.socket.emitWithAck('queue', -1)).toMatchObject({ refusal: 'bad-message' });
  // The locked one may hold answers while it is away; the other was not given to anybody.
  tablet.close();
  second.close();
  const away = await desk.until(({ tablets }) => tablets.here === 0);
  expect(away.tablets).toEqual({ here: 0, away: 1, waiting: 0 });
  expect(JSON.stringify(away)).not.toContain('A tablet');
});

test('K9 T3 a tablet whose access is taken back is let in no more, and hands nothing over', async () => {
  await begin();
  await openFirst();
  const sealed = await tablet.seal(everyPacket([[1, 4]], { token: newToken() }));
  const devices = await server.get<{ id: string; role: string }[]>('/api/staff/devices');
  const gone = new Promise((done) => tablet.socket.once('disconnect', done));
  await server.send('DELETE', `/api/staff/devices/${devices.find((d) => d.role === 'tablet')?.id}`);
  await gone;
  expect(await tablet.hand(sealed)).toMatchObject({ refusal: 'not-allowed-here' });
  expect(await placed(1)).toBe(0);
});
