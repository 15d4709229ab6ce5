/** Moderating comments over real sockets: words taken out, writers muted, comments slowed down and passed on. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import type { AnalysisPage, CommentItem, ReportPage } from '../../../core/api.ts';
import type { ConcernsOpened, ConcernsPage } from '../../../core/apiConcerns.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Room } from '../../../core/room.ts';
import { commentedOn } from '../../support/commented.ts';
import {
  connectConsole,
  connectPhone,
  connectProjector,
  startServer,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** Every byte under the data folder. */
async function bytesHere(): Promise<Buffer> {
  const names = await readdir(server.folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Buffer.concat(await Promise.all(files.map((f) => readFile(join(f.parentPath, f.name)))));
}

/** All that stands in a file, in the files packed in it too. */
function textsIn(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString();
  return Object.values(unzipSync(bytes))
    .map((inside) =>
      strFromU8(inside.subarray(0, 2), true) === 'PK' ? textsIn(Buffer.from(inside)) : strFromU8(inside),
    )
    .join('\n');
}

const commented = (comments: readonly string[]) => commentedOn(server, comments);
const FIVE = ['Amina Okafor shouted at me', 'two', 'three', 'four', 'five'];

test('M1 M5 a name is pointed out, taken out, and nowhere any more; its writer gets what is left', async () => {
  const { session, desk, phones, note } = await commented([
    'Ring me on 07700 900123, my worker Mrs Okafor will not',
    ...FIVE.slice(1),
  ]);
  const found = note('Okafor')(desk.last());
  expect(found?.found.map((f) => f.kind)).toEqual(['phone', 'titled']);
  if (found === undefined) throw new Error('It is not listed.');
  await desk.do({ do: 'note', id: found.id, to: 'show' });
  const words = found.found.map(({ from, to, suggestion }) => ({ from, to, by: suggestion }));
  expect(await desk.do({ do: 'redact', id: found.id, words })).toEqual({ ok: true });
  const after = await desk.until((v) => note('[phone number]')(v) !== undefined);
  expect(note('[phone number]')(after)).toMatchObject({
    text: 'Ring me on [phone number], my worker Mrs [name] will not',
    choice: 'show',
    found: [],
  });
  expect(JSON.stringify(after)).not.toContain('Okafor');

  // The phone is told when it says hello, and may go on from there.
  const { me } = (await phones[0]?.hello()) ?? { me: { mine: [] } };
  expect(me.mine).toEqual([[1, 2, 1, 'Ring me on [phone number], my worker Mrs [name] will not', 0]]);
  expect(
    await phones[0]?.place(1, 1, 1, 'Ring me on 07700 900123, my worker Mrs Okafor will not'),
  ).toMatchObject({
    refusal: 'stale',
  });

  // What came before cannot be brought back.
  await desk.do({ do: 'next' });
  await desk.do({ do: 'undo' });
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  const wall = await connectProjector(server, session.id);
  expect((await wall.until((v) => v.board?.notes?.length === 1)).board?.notes?.[0]?.text).toContain('[name]');
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  for (const word of ['Okafor', '07700']) expect((await bytesHere()).includes(word)).toBe(false);
  wall.close();
});

test('M5 names and places that the team has listed are pointed out while the session runs, as soon as they are listed', async () => {
  const { session, desk, note, consultation } = await commented([
    'Aminas door in Brindley',
    'ask amina',
    ...FIVE.slice(2),
  ]);
  expect(note('Brindley')(desk.last())?.found).toEqual([]);
  const path = `/api/consultations/${consultation}/report`;
  const { document, revision } = await server.get<ReportPage>(path);
  const lists = { names: ['Amina Okafor'], places: ['Brindley'] };
  await server.send('PUT', path, { revision, document: { ...document, lists } });
  const found = note('Brindley')(await desk.until((v) => note('Brindley')(v)?.found.length === 2));
  const { id = '', found: signs = [] } = found ?? {};
  const words = signs.map(({ from, to, suggestion }) => ({ from, to, by: suggestion }));
  expect(await desk.do({ do: 'redact', id, words })).toEqual({ ok: true });
  await desk.until((v) => note('[name]’s door in [place]')(v) !== undefined);

  await server.restart();
  const again = await connectConsole(server, session.id);
  await again.until((v) => note('ask amina')(v)?.found.length === 1);
  again.close();
});

test('M1 P5 words that are not in the text are refused, and a comment can be taken out whole', async () => {
  const { desk, note } = await commented(FIVE);
  const { id = '' } = note('two')(desk.last()) ?? {};
  expect(await desk.do({ do: 'redact', id, words: [{ from: 2, to: 9, by: '' }] })).toMatchObject({
    refusal: 'bad-message',
    where: 'words',
  });
  // Taking out is all there is to it: nobody's device puts words into a comment, or signs no keyboard types.
  for (const by of ['not', '\u0007', '[…] and', '[NAME]'])
    expect(await desk.do({ do: 'redact', id, words: [{ from: 0, to: 3, by }] })).toMatchObject({
      refusal: 'bad-message',
      where: 'words.0.by',
    });
  expect(await desk.do({ do: 'redact', id: 'none', words: [{ from: 0, to: 1, by: '' }] })).toMatchObject({
    refusal: 'no-such-note',
  });
  expect(await desk.do({ do: 'redact', id, words: [{ from: 0, to: 3, by: '' }] })).toEqual({ ok: true });
  const fresh = await desk.socket.emitWithAck('hello');
  expect(fresh).toMatchObject({ notes: [{}, {}, {}, {}], boards: [{ placed: 5 }, {}] });
});

test('M2 who wrote one comment is not heard on any board, and nothing says which other comments are theirs', async () => {
  const { desk, phones, note, session } = await commented(FIVE);
  const { id = '' } = note('Amina')(desk.last()) ?? {};
  expect(await desk.do({ do: 'mute', id, on: true })).toEqual({ ok: true });
  expect(
    (await desk.until((v) => note('Amina')(v)?.muted === true)).notes.filter((n) => n.muted),
  ).toHaveLength(1);

  for (let i = 0; i < 3; i += 1) await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  await Promise.all(phones.map((p) => p.until((v) => v.boards.some((b) => b.n === 2 && b.state === 'open'))));
  for (const [i, phone] of phones.entries()) expect(await phone.place(2, 1, 4, `again ${i}`)).toBe(1);
  await desk.do({ do: 'next' });
  const view = await desk.until((v) => v.notes.some((n) => n.board === 2));
  expect(view.boards[1]?.placed).toBe(5);
  const second = view.notes.filter((n) => n.board === 2);
  expect(second.map((n) => n.text).toSorted()).toEqual(['again 1', 'again 2', 'again 3', 'again 4']);
  expect(second.every((n) => n.choice === 'waiting' && !n.muted)).toBe(true);
  await desk.do({ do: 'reopen', board: 2 });
  await phones[0]?.until((v) => v.boards.some((b) => b.n === 2 && b.state === 'open'));

  expect(await desk.do({ do: 'mute', id, on: false })).toEqual({ ok: true });
  expect(await phones[0]?.place(2, 2, 4, 'heard again')).toBe(2);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  const heard = await desk.until((v) => note('heard again')(v) !== undefined);
  expect(note('heard again')(heard)?.choice).toBe('waiting');

  // So they are when it was muting that was undone.
  await desk.do({ do: 'mute', id, on: true });
  await desk.do({ do: 'reopen', board: 1 });
  await phones[0]?.until((v) => v.boards.some((b) => b.n === 1 && b.state === 'open'));
  expect(await phones[0]?.place(1, 2, 4, 'said while muted')).toBe(2);
  for (let i = 0; i < 2; i += 1) expect(await desk.do({ do: 'undo' })).toEqual({ ok: true });
  await desk.do({ do: 'reveal', board: 1 });
  await desk.until((v) => note('said while muted')(v) !== undefined);

  // It holds over a restart, by the tag alone.
  await desk.do({ do: 'mute', id: note('heard again')(desk.last())?.id ?? '', on: true });
  desk.close();
  await server.restart();
  const back = await connectConsole(server, session.id);
  expect(back.last()?.notes.filter((n) => n.muted)).toHaveLength(1);
  back.close();
});

test('M3 in slow mode a second comment waits, its answer does not, and what stands is not asked again', async () => {
  const { desk, phones } = await commented(FIVE);
  await desk.do({ do: 'slow', seconds: 60 });
  const [first] = phones;
  expect(await first?.place(1, 2, 1, 'One more')).toBe(2);
  expect(await first?.place(1, 3, 1, 'And one more')).toMatchObject({ refusal: 'too-fast' });
  expect(await first?.place(1, 4, 5, 'One more')).toBe(4);
  expect(await first?.place(1, 5, 4)).toBe(5);
  expect((await desk.until((v) => v.room.slow === 60)).boards[0]?.placed).toBe(5);
  await desk.do({ do: 'slow', seconds: 0 });
  expect(await first?.place(1, 6, 4, 'And one more')).toBe(6);
});

test('M4 a concern is sealed for the lead, survives its writer, and is in no file', async () => {
  const { session, consultation, desk, phones, note } = await commented(FIVE);
  const path = `/api/consultations/${consultation}`;
  const { id = '' } = note('Amina')(desk.last()) ?? {};
  expect(await desk.do({ do: 'concern', id })).toMatchObject({ refusal: 'no-lead' });

  const passphrase = 'only the lead knows this one';
  const lead = { name: 'Duty lead', contact: '0300', passphrase };
  expect(await server.send('PUT', `${path}/concerns/lead`, { ...lead, passphrase: 'short' })).toMatchObject({
    refusal: 'bad-file',
    where: 'passphrase',
  });
  expect(await server.send<ConcernsPage>('PUT', `${path}/concerns/lead`, lead)).toMatchObject({
    lead: { name: 'Duty lead', contact: '0300' },
    dates: [],
  });
  expect(await desk.do({ do: 'concern', id })).toEqual({ ok: true });
  const passed = await desk.until((v) => note('Amina')(v)?.passedOn === true);
  expect(note('Amina')(passed)?.choice).toBe('hide');
  // Said again it is not passed on twice; another lead cannot be put in its way.
  expect(await desk.do({ do: 'concern', id })).toEqual({ ok: true });
  expect(await server.send('PUT', `${path}/concerns/lead`, lead)).toMatchObject({
    refusal: 'concerns-wait',
  });

  expect(await phones[0]?.place(1, 2, null)).toBe(2);
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  expect((await bytesHere()).includes('Okafor')).toBe(false);
  for (const file of ['archive', 'export', 'file']) {
    const bytes = Buffer.from(await (await server.fetch(`${path}/${file}`)).arrayBuffer());
    for (const word of ['Okafor', 'Duty lead']) expect(bytes.includes(word)).toBe(false);
  }

  const open = (by: string) =>
    server.send<ConcernsOpened | Refusal>('POST', `${path}/concerns/open`, { passphrase: by });
  expect(await open('somebody who only guesses it')).toMatchObject({ refusal: 'wrong-key' });
  const { items } = (await open(passphrase)) as ConcernsOpened;
  expect(items).toMatchObject([{ text: FIVE[0], statement: 'One', date: session.date }]);
  expect(Object.keys(items[0] ?? {}).toSorted()).toEqual(
    ['consultation', 'date', 'id', 'place', 'session', 'statement', 'text', 'told'].toSorted(),
  );
  expect((await server.get<ConcernsPage>(`${path}/concerns`)).dates).toEqual([session.date]);
  const settle = (by: string) =>
    server.send('POST', `${path}/concerns/${items[0]?.id}/settle`, { passphrase: by });
  expect(await settle('somebody who only guesses it')).toMatchObject({ refusal: 'wrong-key' });
  expect(await settle(passphrase)).toEqual({ items: [], unread: [] });
  expect((await server.get<ConcernsPage>(`${path}/concerns`)).dates).toEqual([]);
}, 180_000);

test('M4 the words of a concern are in no file while its writer’s answer stays, and nobody is offered them', async () => {
  const { session, consultation, desk, phones, note } = await commented(FIVE);
  const path = `/api/consultations/${consultation}`;
  const lead = { name: 'Duty lead', contact: '0300', passphrase: 'only the lead knows this one' };
  await server.send('PUT', `${path}/concerns/lead`, lead);
  const { id = '' } = note('Amina')(desk.last()) ?? {};
  for (const phone of phones) await phone.quote(true);
  expect(await desk.do({ do: 'concern', id })).toEqual({ ok: true });
  expect(await server.get<CommentItem[]>(`${path}/comments`)).toEqual([]);
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});

  const offered = await server.get<CommentItem[]>(`${path}/comments`);
  expect(offered.map((c) => c.comment).toSorted()).toEqual(FIVE.slice(1).toSorted());
  for (const file of ['archive', 'export', 'file']) {
    const bytes = Buffer.from(await (await server.fetch(`${path}/${file}`)).arrayBuffer());
    const texts = textsIn(bytes);
    for (const word of ['Okafor', 'Amina']) expect(texts.includes(word)).toBe(false);
    if (file !== 'file') expect(texts.includes('three')).toBe(true);
  }
  const [statement] = (await server.get<AnalysisPage>(`${path}/analysis`)).statements;
  expect(statement?.counts.map(([, , , answer]) => answer).toSorted()).toEqual([1, 2, 3, 4, 5]);
}, 60_000);

test('M4 M2 W2 what its writer has just taken back, or left with, is passed on and muted as if nothing were', async () => {
  const { session, consultation, desk, phones, note } = await commented(FIVE);
  const path = `/api/consultations/${consultation}/concerns`;
  const passphrase = 'only the lead knows this one';
  await server.send('PUT', `${path}/lead`, { name: 'Duty lead', contact: '0300', passphrase });
  const [amina, other] = [note('Amina')(desk.last()), desk.last()?.notes.find((n) => n.text === FIVE[1])];
  await phones[0]?.leave();
  await phones[1]?.place(1, 2, null);
  await desk.until((v) => v.joined === 4 && v.boards[0]?.placed === 3);
  for (const id of [amina?.id ?? '', other?.id ?? '']) {
    expect(await desk.do({ do: 'mute', id, on: true })).toEqual({ ok: true });
    expect(await desk.do({ do: 'concern', id })).toEqual({ ok: true });
    const seen = await desk.until((v) => v.notes.some((n) => n.id === id && n.passedOn && n.muted));
    expect(seen.notes.find((n) => n.id === id)?.choice).toBe('hide');
  }
  const { items } = await server.send<ConcernsOpened>('POST', `${path}/open`, { passphrase });
  expect(items.map((item) => item.text).toSorted()).toEqual(FIVE.slice(0, 2).toSorted());
  // Nothing of whoever left is kept with the session.
  const live = new Database(join(server.folder, 'live', `${session.id}.db`), { readonly: true });
  const room = JSON.parse(String(live.prepare('SELECT document FROM room').pluck().get())) as Room;
  live.close();
  expect(room.muted).toHaveLength(1);
}, 60_000);

test('H2 a phone learns nothing of being muted or passed on', async () => {
  const { session, desk, phones, note } = await commented(FIVE);
  const { id = '' } = note('Amina')(desk.last()) ?? {};
  await desk.do({ do: 'mute', id, on: true });
  const other = await connectPhone(server, session.code);
  for (const sent of [await phones[0]?.hello(), await other.hello()])
    for (const word of ['muted', 'passedOn', 'slow', '"notes"'])
      expect(JSON.stringify(sent)).not.toContain(word);
});
