import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsultationPage, StoredDocument } from '../../../core/api.ts';
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
let open: { close(): void }[] = [];
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  for (const socket of open) socket.close();
  open = [];
  await server.stop();
});

const groups = (doc: StoredDocument['consultation']): void => {
  doc.groups = ['a', 'b'].map((id) => ({ id, label: id, roomLabel: '' }));
};
const desk = async (session: string) => {
  const socket = await connectConsole(server, session);
  open.push(socket);
  return socket;
};
const people = async (n: number, code: string, group?: (i: number) => string): Promise<Phone[]> => {
  const all = await Promise.all(
    Array.from({ length: n }, (_, i) => joinPhone(server, code, group ? [group(i)] : [])),
  );
  open.push(...all);
  return all;
};

describe('what two looks would tell', () => {
  test('H4 a split that differs from the one before in fewer people than the floor is not shown', async () => {
    const { session } = await openSession(server, ['One'], { groups: ['a', 'b'] }, groups);
    const panel = await desk(session.id);
    const phones = await people(11, session.code, (i) => (i % 2 === 0 ? 'a' : 'b'));
    await panel.do({ do: 'next' });
    await panel.do({ do: 'next' });
    for (const phone of phones.slice(0, 10)) await phone.place(1, 1, 5);
    await panel.do({ do: 'next' });
    await panel.do({ do: 'next' });
    const first = await panel.until((v) => v.boards[0]?.result != null);
    expect(first.boards[0]?.result?.parts?.map((p) => p.figure.n)).toEqual([5, 5]);
    expect(first.boards[0]?.result?.parts?.map((p) => p.figure.notAnswered)).toEqual([null, null]);
    await panel.do({ do: 'back' });
    await phones[10]?.place(1, 1, 1);
    expect(await panel.do({ do: 'next' })).toEqual({ refusal: 'few-changed', where: 'board', detail: '1' });
    expect(await panel.do({ do: 'next', again: 'new' })).toEqual({ ok: true });
    const second = await panel.until((v) => v.boards[0]?.result?.whole.n === 11);
    expect(second.boards[0]?.result).toMatchObject({ parts: null, withheld: 'floor' });
  });

  test('H10 before a group of one answer is shown by itself the facilitator is asked, and may show everyone together', async () => {
    const { session } = await openSession(server, ['One', 'Two'], { groups: ['a', 'b'] }, groups);
    const panel = await desk(session.id);
    const wall = await connectProjector(server, session.id);
    open.push(wall);
    const phones = await people(10, session.code, (i) => (i % 2 === 0 ? 'a' : 'b'));
    const [phone] = phones;
    await panel.do({ do: 'next' });
    await panel.do({ do: 'next' });
    for (const [i, p] of phones.entries()) await p.place(1, 1, i % 2 === 0 ? 4 : 1 + (i % 5));
    await panel.do({ do: 'next' });
    expect(await panel.do({ do: 'next' })).toEqual({ refusal: 'one-answer', where: 'board', detail: 'a' });
    expect((await panel.until((v) => v.boards[0]?.state === 'closed')).boards[0]?.result).toBeNull();
    expect(await panel.do({ do: 'next', together: true })).toEqual({ ok: true });
    for (const view of [
      await wall.until((v) => v.board?.result != null).then((v) => v.board),
      await phone?.until((v) => v.boards[0]?.result != null).then((v) => v.boards[0]),
    ])
      expect(view?.result).toMatchObject({ whole: { n: 10 }, parts: null, withheld: 'floor' });
    expect(await panel.do({ do: 'reveal', board: 1 })).toMatchObject({ refusal: 'one-answer' });
    expect(await panel.do({ do: 'reveal', board: 1, sure: true })).toEqual({ ok: true });
    const split = await wall.until((v) => v.board?.result?.parts != null);
    expect(split.board?.result?.parts?.map((p) => p.figure.n)).toEqual([5, 5]);
    // Where the whole room gave one answer, its wall says so: nothing is asked.
    await panel.do({ do: 'show', board: 2 });
    await panel.do({ do: 'open', board: 2 });
    for (const p of phones) await p.place(2, 1, 5);
    expect(await panel.do({ do: 'reveal', board: 2 })).toEqual({ ok: true });
  });

  test('H5 a changed comment stays in the list until the next batch, and a late one waits for the reveal', async () => {
    const { session } = await openSession(server);
    const panel = await desk(session.id);
    const phones = await people(12, session.code);
    await panel.do({ do: 'next' });
    await panel.do({ do: 'next' });
    for (const [i, phone] of phones.slice(0, 5).entries()) await phone.place(1, 1, 4, `first ${i}`);
    const before = await panel.until((v) => v.notes.length === 5);
    await phones[0]?.place(1, 2, 2, 'changed');
    await phones[1]?.place(1, 2, null);
    const after = await panel.until((v) => v.boards[0]?.placed === 4);
    expect(after.notes.map((n) => n.text)).toEqual(before.notes.map((n) => n.text));
    await panel.do({ do: 'next' });
    const closed = await panel.until((v) => v.boards[0]?.state === 'closed');
    expect(closed.notes.map((n) => n.text).toSorted()).toEqual(['changed', 'first 2', 'first 3', 'first 4']);
    await phones[6]?.place(1, 1, 3, 'late');
    const late = await panel.until((v) => v.boards[0]?.placed === 5);
    expect(late.notes.length).toBe(4);
    await panel.do({ do: 'reopen', board: 1 });
    await panel.do({ do: 'close', board: 1 });
    expect((await panel.until((v) => v.undo === 'close')).notes.length).toBe(4);
    await panel.do({ do: 'next' });
    await panel.until((v) => v.boards[0]?.result != null && v.notes.length === 5);
  });
});

describe('what people were told or shown stays true', () => {
  test('S1 H7 everyone who was told Saved before a reveal is in it, even those on their way when it was pressed', async () => {
    const { session } = await openSession(server);
    const panel = await desk(session.id);
    const phones = await people(30, session.code);
    await panel.do({ do: 'next' });
    await panel.do({ do: 'next' });
    const acks = phones.map((phone) => phone.place(1, 1, 4));
    await panel.do({ do: 'reveal', board: 1, sure: true });
    const saved = (await Promise.all(acks)).filter((ack) => ack === 1).length;
    const shown = await panel.until((v) => v.boards[0]?.result != null);
    expect(shown.boards[0]?.result?.whole.n).toBe(saved);
  });

  test('L1 L4 undo does not bring an uncorrected wording back, and nothing that is open can be reworded or removed', async () => {
    const { session, document } = await openSession(server, ['One', 'Two']);
    const panel = await desk(session.id);
    const path = `/api/consultations/${document.consultation.id}`;
    await panel.do({ do: 'screen', change: { size: 4 } });
    await panel.until((v) => v.room.screen.size === 4);
    const edited = structuredClone(document);
    const wording = edited.consultation.statements[1]?.wordings[0];
    if (wording) wording.text = 'Two, corrected';
    const saved = await server.send<StoredDocument>('PUT', path, edited);
    await panel.do({ do: 'undo' });
    const undone = await panel.until((v) => v.room.screen.size === 2);
    expect(undone.boards[1]?.wordings[0]?.text).toBe('Two, corrected');

    await panel.do({ do: 'next' });
    await panel.do({ do: 'next' });
    const reworded = structuredClone(saved);
    const first = reworded.consultation.statements[0]?.wordings[0];
    if (first) first.text = 'Another meaning';
    expect(await server.send('PUT', path, reworded)).toMatchObject({ refusal: 'wording-frozen' });
    const rescaled = structuredClone(saved);
    rescaled.consultation.scale = { kind: 'agreement-3', declines: [] };
    expect(await server.send('PUT', path, rescaled)).toMatchObject({ where: 'scale' });
    const shorter = structuredClone(saved);
    shorter.consultation.statements.pop();
    expect(await server.send('PUT', path, shorter)).toMatchObject({
      refusal: 'answered-already',
      where: 'statements',
    });
  });

  test('L1 undo never ends a session that was gone back into', async () => {
    const { session } = await openSession(server);
    const panel = await desk(session.id);
    await panel.do({ do: 'next' });
    await panel.do({ do: 'end' });
    await panel.do({ do: 'screen', change: { size: 3 } });
    await panel.do({ do: 'resume' });
    expect(await panel.do({ do: 'undo' })).toMatchObject({ refusal: 'nothing-to-undo' });
    expect((await panel.until((v) => v.room.state === 'live')).session.state).toBe('live');
  });

  test('F3 whoever came late and could catch up is counted among those who could have answered', async () => {
    const { session } = await openSession(server);
    const panel = await desk(session.id);
    const [first] = await people(3, session.code);
    await panel.do({ do: 'next' });
    await panel.do({ do: 'next' });
    await first?.place(1, 1, 3);
    await panel.do({ do: 'next' });
    const [late] = await people(1, session.code);
    await late?.place(1, 1, 3);
    await panel.do({ do: 'next', sure: true });
    const shown = await panel.until((v) => v.boards[0]?.result != null);
    expect(shown.boards[0]?.result?.whole).toMatchObject({ n: 2, notAnswered: 2 });
  });

  test('P5 a session whose wording for one group is empty does not open', async () => {
    const opening = openSession(server, ['One'], { groups: ['a'] }, (doc) => {
      groups(doc);
      doc.statements[0]?.wordings.push({ group: 'a', lang: 'en', text: '' });
    });
    await expect(opening).rejects.toThrow('nothing-to-place');
  });
});

describe('people without a phone', () => {
  test('P5 S4 a refused card adds nobody, groups stay as answered, and nothing kept leads from a number to answers', async () => {
    const { session } = await openSession(server, ['One'], { groups: ['a', 'b'] }, groups);
    const panel = await desk(session.id);
    await panel.do({ do: 'next' });
    await panel.do({ do: 'next' });
    const card = {
      person: 1,
      groups: ['a'],
      board: 1,
      answer: 4,
      comment: '',
      audience: 'room' as const,
      quote: false,
    };
    const add = (part: object) => panel.socket.emitWithAck('addFor', { ...card, ...part });
    expect(await add({ answer: 7 })).toMatchObject({ refusal: 'no-such-answer' });
    expect(panel.last()?.joined).toBe(0);
    expect(await add({})).toEqual({ ok: true });
    expect(await add({ groups: ['b'] })).toMatchObject({ refusal: 'answered-already' });
    await panel.do({ do: 'end' });
    await server.send('POST', `/api/sessions/${session.id}/seal`, {});
    // Nothing was promised for later, so the key goes with the sealing.
    expect(
      () => new Database(join(server.folder, 'keys', `${session.id}.db`), { fileMustExist: true }),
    ).toThrow();
  });
});

describe('a start with something broken', () => {
  test('S5 L7 a session whose file is gone does not keep the others from going on', async () => {
    const lost = await openSession(server, ['One']);
    const kept = await openSession(server, ['Two']);
    const panel = await connectConsole(server, lost.session.id);
    await panel.do({ do: 'next' });
    await panel.do({ do: 'end' });
    panel.close();
    await server.app.close();
    // With its copies, either of which would take its place.
    const files = await readdir(join(server.folder, 'live'));
    for (const name of files.filter((file) => file.startsWith(lost.session.id)))
      await rm(join(server.folder, 'live', name));
    await server.restart(false);
    expect(server.app.notTakenUp.length).toBe(1);
    const still = await desk(kept.session.id);
    expect(still.last()?.room.state).toBe('lobby');
  });

  test('L7 a program that stopped in the middle of ending a session has ended it, and seals it', async () => {
    const { session, document } = await openSession(server, ['One']);
    const panel = await connectConsole(server, session.id);
    await panel.do({ do: 'next' });
    panel.close();
    await server.app.close();
    // The live file has the end, the session's row has not: the state between the two writes.
    const db = new Database(join(server.folder, 'live', `${session.id}.db`));
    const room = JSON.parse(String(db.prepare('SELECT document FROM room').pluck().get()));
    db.prepare('UPDATE room SET document = ?, sum = NULL').run(JSON.stringify({ ...room, state: 'ended' }));
    db.close();
    await server.restart(false);
    const page = await server.get<ConsultationPage>(`/api/consultations/${document.consultation.id}`);
    expect(page.sessions.map((s) => s.state)).toEqual(['sealed']);
  });
});
