/** Statements from participants over real sockets: proposed, kept, accepted, archived, taken out. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import type { ConsultationPage, StoredDocument } from '../../../core/api.ts';
import type { Consultation } from '../../../core/consultation.ts';
import type { ProposalsPage } from '../../../core/proposals.ts';
import type { Session } from '../../../core/session.ts';
import { FREE_TALK, PROPOSING, THERE, thoughtPlace } from '../../../core/thought.ts';
import type { ConsoleView } from '../../../core/view.ts';
import {
  connectConsole,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const propose = (phone: Phone, slot: number, text: string | null, revision = 1) =>
  phone.place(thoughtPlace(PROPOSING, slot), revision, text === null ? null : THERE, text ?? '');
const proposed = (view: ConsoleView) => view.notes.filter((n) => n.proposal === true);
const find = (view: ConsoleView, text: string) => proposed(view).find((n) => n.text.includes(text));

/** A room whose people are asked for statements. */
async function proposing() {
  const { session, document } = await openSession(server, ['One', 'Two'], { mode: 'linked' });
  const { id } = document.consultation;
  const desk = await connectConsole(server, session.id);
  const phones = await Promise.all(Array.from({ length: 6 }, () => joinPhone(server, session.code)));
  await desk.do({ do: 'start' });
  await desk.do({ do: 'talk', on: true, propose: true });
  await Promise.all(phones.map((p) => p.until((v) => v.proposing === true)));
  const list = async (): Promise<ProposalsPage['proposals']> =>
    (await server.get<ProposalsPage>(`/api/consultations/${id}/proposals`)).proposals;
  const texts = async (): Promise<string[]> => (await list()).map(({ text }) => text).toSorted();
  const read = async () => server.get<ConsultationPage>(`/api/consultations/${id}`);
  const save = async (revision: number, consultation: Consultation) =>
    server.send<StoredDocument>('PUT', `/api/consultations/${id}`, { revision, consultation });
  const statement = async () => (await read()).consultation.statements.at(-1);
  const kept = async () => (await statement())?.from?.wordings.map(({ text }) => text).toSorted();
  /** Puts all that was kept together as one statement, as the console does. */
  const accept = async (text: string) => {
    const { revision, consultation } = await read();
    const wordings = (await list()).map((one) => ({ point: one.id, text: one.text }));
    const [first] = consultation.statements;
    if (first === undefined) throw new Error('no statement');
    const from = { who: 'participants' as const, wordings, acceptedBy: 'Peer panel' };
    const made = { ...first, id: 'proposed-one', wordings: [{ group: null, lang: 'en', text }], from };
    const doc = { ...consultation, statements: [...consultation.statements, made] };
    expect(await save(revision, doc)).not.toHaveProperty('refusal');
    return doc;
  };
  return { session, id, desk, phones, list, texts, read, save, statement, kept, accept };
}

async function bytesHere(): Promise<Buffer> {
  const names = await readdir(server.folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Buffer.concat(await Promise.all(files.map((f) => readFile(join(f.parentPath, f.name)))));
}

test('SP1 SP2 SP3 people propose, nothing ties two proposals together, and what is kept waits where statements are prepared', async () => {
  const { session, desk, phones, texts, kept, accept, statement } = await proposing();
  const [one, two, three, four] = phones as [Phone, Phone, Phone, Phone];
  const room = await connectProjector(server, session.id);
  await room.until((v) => v.talk?.proposing === true && v.talk.topics === null);
  expect(await propose(one, 0, '  I am asked\nfirst ')).toBe(1);
  expect(await propose(one, 3, 'My worker is called Ann')).toBe(1);
  expect(await propose(two, 0, `I ${'x'.repeat(400)}`)).toMatchObject({
    refusal: 'too-long',
    where: 'comment',
  });
  expect(await propose(two, 0, '  ')).toMatchObject({ refusal: 'bad-message' });
  expect(await propose(two, 6, 'no such place')).toMatchObject({ refusal: 'bad-message' });
  // Neither a thought nor a topic is taken meanwhile.
  expect(await two.place(thoughtPlace(FREE_TALK, 0), 1, THERE, 'x')).toMatchObject({ refusal: 'not-open' });
  expect(await two.place(40_000, 1, THERE, 'x')).toMatchObject({ refusal: 'not-open' });
  expect(await propose(two, 1, 'I know what is written about me')).toBe(1);
  expect(await propose(three, 1, 'I know my file')).toBe(1);
  expect(proposed((await desk.socket.emitWithAck('hello')) as ConsoleView)).toEqual([]);
  expect(await propose(four, 2, 'Something rude')).toBe(1);
  const view = await desk.until((v) => proposed(v).length === 5);
  expect((await one.hello()).me.mine).toContainEqual([
    thoughtPlace(PROPOSING, 0),
    1,
    THERE,
    'I am asked first',
    1,
  ]);
  for (const note of proposed(view))
    expect(
      await desk.do({ do: 'note', id: note.id, to: note.text.includes('rude') ? 'hide' : 'show' }),
    ).toEqual({
      ok: true,
    });
  // Nothing of it is for the room.
  expect((await room.until((v) => v.talk !== null)).talk?.thoughts).toEqual([]);
  expect(await texts()).toEqual([
    'I am asked first',
    'I know my file',
    'I know what is written about me',
    'My worker is called Ann',
  ]);

  // Names come out of them, also where they are in a statement already.
  await accept('I know what is in my file');
  const words = [{ from: 20, to: 23, by: '[name]' }];
  expect(await desk.do({ do: 'redact', id: find(view, 'Ann')?.id ?? '', words })).toEqual({ ok: true });
  expect(await kept()).toContain('My worker is called [name]');
  expect(JSON.stringify(await statement())).not.toContain('Ann');

  const live = new Database(join(server.folder, 'live', `${session.id}.db`), { readonly: true });
  const rows = live.prepare('SELECT tag, person FROM response').all() as {
    tag: string;
    person: string | null;
  }[];
  live.close();
  expect(new Set(rows.map(({ tag }) => tag)).size).toBe(5);
  expect(new Set(rows.map(({ person }) => person))).toEqual(new Set([null]));

  // A phone changes its own and another takes one back: the next list has it, when the phase closes.
  expect(await propose(two, 1, 'I may read what is written', 2)).toBe(2);
  expect(await propose(three, 1, null, 2)).toBe(2);
  await desk.do({ do: 'talk', on: true });
  await one.until((v) => v.topics !== undefined);
  expect(await propose(one, 1, 'I am late')).toMatchObject({ refusal: 'not-open' });
  const after = await desk.until((v) => find(v, 'I may read') !== undefined);
  expect(await texts()).toEqual(['I am asked first', 'My worker is called [name]']);
  expect(await kept()).toEqual(['I am asked first', 'My worker is called [name]']);
  expect(await desk.do({ do: 'notes', board: FREE_TALK, to: 'show' })).toEqual({ ok: true });
  expect(await texts()).toContain('I may read what is written');
  expect(find(after, 'I know my file')).toBeUndefined();
  for (const socket of [desk, room, ...phones]) socket.close();
});

test('SP4 SP5 who leaves, and who comes with a code, takes their words out of the consultation; nothing brings them back', async () => {
  const { session, id, desk, phones, texts, kept, accept, read, save, statement } = await proposing();
  const [one, two, three] = phones as [Phone, Phone, Phone];
  for (const [i, phone] of phones.entries())
    expect(await propose(phone, i % 5, `I propose number ${i}`)).toBe(1);
  const view = await desk.until((v) => proposed(v).length >= 5);
  for (const note of proposed(view)) await desk.do({ do: 'note', id: note.id, to: 'show' });
  await desk.do({ do: 'talk', on: false });
  await desk.until((v) => proposed(v).length === 6);
  await desk.do({ do: 'notes', board: FREE_TALK, to: 'show' });
  expect(await texts()).toHaveLength(6);
  const old = await accept('I propose number 1');
  const made = await two.code();
  if ('refusal' in made) throw new Error(made.refusal);
  expect(await three.leave()).toEqual({ ok: true });
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  expect(await kept()).toEqual([0, 1, 3, 4, 5].map((i) => `I propose number ${i}`));

  const file = async (table: string) =>
    (await server.fetch(`/api/consultations/${id}/export?table=${table}`)).text();
  expect(await file('statements')).toMatch(/,participants,.*I propose number 4.*,Peer panel/);
  expect(await file('statements')).toMatch(/,One,.*,team,/);
  const archive = await (await server.fetch(`/api/consultations/${id}/archive`)).arrayBuffer();
  const saved = await (await server.fetch(`/api/consultations/${id}/file`)).text();
  expect(saved).toContain('I propose number 3');

  const taken = await fetch(`${server.url}/j/takeout`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Standpoint': '1' },
    body: JSON.stringify({ code: made.code, what: 'all' }),
  });
  expect(taken.status).toBe(200);
  const left = [0, 3, 4, 5].map((i) => `I propose number ${i}`);
  expect(await kept()).toEqual(left);
  // The statement itself is the consultation's, though it says the same.
  expect((await statement())?.wordings[0]?.text).toBe('I propose number 1');

  // A window that still had it saves, and an older archive comes.
  const { revision } = await read();
  expect(await save(revision, old)).not.toHaveProperty('refusal');
  expect(await kept()).toEqual(left);
  const bring = () =>
    server.fetch('/api/archives', {
      method: 'POST',
      headers: { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' },
      body: new Uint8Array(archive),
    });
  await bring();
  expect(await kept()).toEqual(left);
  expect((await bytesHere()).includes('I propose number 2')).toBe(false);

  // The session goes, and what was proposed in it; that the statement came from participants stays.
  expect(await server.send('DELETE', `/api/sessions/${session.id}`)).toEqual({ ok: true });
  expect(await statement()).toMatchObject({ from: { wordings: [], acceptedBy: 'Peer panel' } });
  await bring();
  expect(await kept()).not.toContain('I propose number 1');
  for (const socket of [desk, one, two]) socket.close();
});

test('SP4 an archive brings what was proposed, accepted and refused to another laptop', async () => {
  const { session, id, desk, phones, list, accept, read, save } = await proposing();
  for (const [i, phone] of phones.entries()) expect(await propose(phone, 0, `I say ${i}`)).toBe(1);
  await desk.do({ do: 'end' });
  desk.close();
  // What nobody has looked at is not lost.
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  expect(await list()).toHaveLength(6);
  await accept('I say something');
  const { revision, consultation } = await read();
  const notTaken = [{ point: (await list())[0]?.id ?? '', why: 'Said already' }];
  expect(await save(revision, { ...consultation, notTaken })).not.toHaveProperty('refusal');
  // The next session asks it, and tells nobody whose it was.
  const draft = await server.send<Session>('POST', `/api/consultations/${id}/sessions`, {});
  const next = await server.send<Session>('POST', `/api/sessions/${draft.id}/lobby`, {});
  const asking = await connectConsole(server, next.id);
  const someone = await joinPhone(server, next.code);
  await asking.do({ do: 'start' });
  for (let board = 2; board <= 3; board += 1) await asking.do({ do: 'show', board });
  const shown = await someone.until((v) => v.at === 3);
  expect(shown.boards.at(-1)?.wordings[0]?.text).toBe('I say something');
  expect(JSON.stringify([shown, asking.last()])).not.toMatch(/I say \d|Peer panel|participants/);
  for (const socket of [asking, someone]) socket.close();

  const archive = await (await server.fetch(`/api/consultations/${id}/archive`)).arrayBuffer();
  const other = await startServer();
  try {
    const answer = await other.fetch('/api/archives', {
      method: 'POST',
      headers: { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' },
      body: new Uint8Array(archive),
    });
    expect(answer.status).toBe(200);
    const there = (await other.get<ConsultationPage>(`/api/consultations/${id}`)).consultation;
    expect(there.notTaken).toEqual(notTaken);
    expect(
      there.statements
        .at(-1)
        ?.from?.wordings.map(({ text }) => text)
        .toSorted(),
    ).toEqual([0, 1, 2, 3, 4, 5].map((i) => `I say ${i}`));
    const page = await other.get<ProposalsPage>(`/api/consultations/${id}/proposals`);
    expect(page.proposals).toHaveLength(6);
  } finally {
    await other.stop();
  }
});
