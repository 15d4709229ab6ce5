/** Points and themes over the routes of a real server, with the consoles that are told and everyone who is not. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import type { AuditEntry } from '../../../core/staffApi.ts';
import type { ChangesDone, TalkPage } from '../../../core/talk/api.ts';
import type { Change } from '../../../core/talk/change.ts';
import { asks } from '../../support/asks.ts';
import { holding } from '../../support/bytes.ts';
import { commentedOn } from '../../support/commented.ts';
import { joinDevice, type Device } from '../../support/devices.ts';
import {
  connectConsole,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { passage, question, source } from '../../support/sources.ts';
import { coding, edit, point, removal, theme } from '../../support/talk.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const send = (session: string, ...changes: Change[]) =>
  server.send<ChangesDone | Refusal>('POST', `/api/sessions/${session}/talk`, { changes });
const read = (session: string, since = '') =>
  server.get<TalkPage>(`/api/sessions/${session}/talk?since=${encodeURIComponent(since)}`);

/** A promise of the next time that a console is told of points. */
function told(desk: Awaited<ReturnType<typeof connectConsole>>): Promise<string> {
  return new Promise((done) => desk.socket.once('talk', done));
}

test('TK1 a second device is told of a point within a second, and fetches what is newer and no more', async () => {
  const { session } = await openSession(server);
  const desk = await connectConsole(server, session.id);
  await send(session.id, theme('t'), point('p', {}, session.id));
  const before = await read(session.id);
  expect(before).toMatchObject({ whole: true, points: [{ id: 'p' }], about: { statements: [{}, {}] } });
  const [telling, began] = [told(desk), performance.now()];
  await send(session.id, point('q', { themes: ['t'] }, session.id), removal(point('p', {}, session.id)));
  const at = await telling;
  expect(performance.now() - began).toBeLessThan(1000);
  const newer = await read(session.id, before.at);
  expect(newer).toMatchObject({
    at,
    whole: false,
    themes: [],
    points: [{ id: 'q' }],
    gone: ['p'],
    about: null,
  });
  expect(await read(session.id, at)).toMatchObject({ whole: false, points: [], gone: [] });
  // After a restart nobody knows what is newer, so everything is given.
  await server.restart();
  expect(await read(session.id, at)).toMatchObject({ whole: true, points: [{ id: 'q', place: 2 }] });
});

describe('TK6 a post-it that points hang on', () => {
  test('TK6 one that is withdrawn takes its themes with it, and points lose the link, in the room and after', async () => {
    const { session, desk, phones, note } = await commentedOn(server, [
      'stays here',
      'goes away',
      'c',
      'd',
      'e',
    ]);
    const key = (part: string): string => `1.${note(part)(desk.last())?.id ?? ''}`;
    const [stays, goes] = [key('stays'), key('goes')];
    await send(
      session.id,
      theme('t'),
      point('a', { postit: stays, themes: ['t'] }, session.id),
      point('b', { postit: goes }, session.id),
      coding(stays, [], ['t'], session.id),
      coding(goes, [], ['t'], session.id),
    );
    expect((await read(session.id)).codings).toHaveLength(2);
    await phones[1]?.place(1, 2, 2, '');
    // Until then it is still listed, or its going would show who has just written.
    await desk.do({ do: 'close', board: 1 });
    await desk.until((v) => v.notes.length === 4);
    const now = await read(session.id);
    expect(now.points.map((p) => p.postit)).toEqual([stays, '']);
    expect(now.codings.map((c) => c.postit)).toEqual([stays]);
    const late = [
      coding(goes, [], ['t'], session.id),
      edit('a', { postit: stays }, { postit: goes }, session.id),
    ];
    expect(await send(session.id, ...late)).toMatchObject({ outcomes: [{ is: 'gone' }, { is: 'done' }] });
    await send(session.id, edit('a', { postit: '' }, { postit: stays }, session.id));
    await desk.do({ do: 'end' });
    await server.send('POST', `/api/sessions/${session.id}/seal`, {});
    const sealed = await read(session.id);
    const comments = await server.get<{ comment: string; board: number; tag: string }[]>(
      `/api/consultations/${session.consultation}/comments`,
    );
    const kept = comments.find(({ comment }) => comment === 'stays here');
    const named = `${kept?.board}.${kept?.tag}`;
    expect(sealed.codings).toEqual([{ session: session.id, postit: named, themes: ['t'] }]);
    // The last theme is taken off: a device that asks for what is newer is told, though nothing is kept of it.
    await send(session.id, coding(named, ['t'], [], session.id));
    const bare = [{ session: session.id, postit: named, themes: [] }];
    expect(await read(session.id, sealed.at)).toMatchObject({ whole: false, codings: bare });
    expect((await read(session.id)).codings).toEqual([]);
    expect(sealed.points.map((p) => p.postit).toSorted()).toEqual(['', named].toSorted());
  });
});

describe('TK7 who sees it', () => {
  const as = async (device: Device, method: string, path: string, body?: unknown) => {
    const answer = await asks(device.url + path, {
      method,
      headers: device.headers,
      ...(body ? { body } : {}),
    });
    return { status: answer.status, json: answer.json as Partial<Refusal & TalkPage> };
  };

  test('TK7 T2 a scribe notes while it runs; a researcher changes themes then, and reads and changes points once it is counted', async () => {
    const { session } = await openSession(server);
    const [scribe, researcher] = [await joinDevice(server, 'scribe'), await joinDevice(server, 'researcher')];
    const path = `/api/sessions/${session.id}/talk`;
    const body = (...changes: Change[]) => ({ changes });
    expect((await as(scribe, 'POST', path, body(point('p', {}, session.id)))).status).toBe(200);
    const early = await as(
      researcher,
      'POST',
      path,
      body(theme('t'), edit('p', { hands: 0 }, { hands: 1 }, session.id)),
    );
    expect(early).toMatchObject({
      status: 403,
      json: { refusal: 'not-yet-yours', where: 'changes.1.session' },
    });
    expect((await read(session.id)).themes).toEqual([]);
    const themes = `/api/consultations/${session.consultation}/themes`;
    for (const [way, answer] of [
      [path, { status: 403, json: { refusal: 'not-yet-yours' } }],
      [themes, { status: 200, json: { points: [], codings: [] } }],
    ] as const) {
      expect(await as(researcher, 'GET', way)).toMatchObject(answer);
      expect((await as(scribe, 'GET', way)).json).toMatchObject({ points: [{ id: 'p', place: 1 }] });
    }
    expect((await as(researcher, 'POST', path, body(theme('t')))).status).toBe(200);
    const desk = await connectConsole(server, session.id);
    await desk.do({ do: 'next' });
    await desk.do({ do: 'end' });
    await server.send('POST', `/api/sessions/${session.id}/seal`, {});
    expect((await as(researcher, 'GET', path)).json).toMatchObject({ points: [{ id: 'p', place: 0 }] });
    const late = await as(
      researcher,
      'POST',
      themes,
      body(edit('p', { themes: [] }, { themes: ['t'] }, session.id)),
    );
    expect(late).toMatchObject({ status: 200, json: { outcomes: [{ is: 'done' }] } });
    expect((await as(scribe, 'GET', themes)).json).toMatchObject({ points: [{ themes: ['t'] }] });
    for (const role of ['projector', 'tablet'] as const)
      expect((await as(await joinDevice(server, role), 'GET', path)).json.refusal).toBe('not-your-role');
  });

  test('IV8 T2 an interviewer’s device has questions and no word of anybody’s interview, and hands one over', async () => {
    const { session } = await openSession(server);
    const [scribe, researcher] = [await joinDevice(server, 'scribe'), await joinDevice(server, 'researcher')];
    const of = `/api/consultations/${session.consultation}`;
    const both = { changes: [source('s', { text: 'Nobody else may read this' }), question('q')] };
    expect((await as(scribe, 'POST', `${of}/themes`, both)).json).toMatchObject({
      outcomes: [{ is: 'done' }, { is: 'done' }],
    });
    const page = await as(scribe, 'GET', `${of}/interview`);
    expect(page.json).toMatchObject({ questions: [{ id: 'q' }], language: 'en' });
    expect(JSON.stringify(page.json)).not.toContain('Nobody else');
    // Nor has the screen on which a discussion is noted.
    expect((await as(scribe, 'GET', `/api/sessions/${session.id}/talk`)).json).toMatchObject({ sources: [] });
    expect((await as(researcher, 'GET', `${of}/interview`)).json.refusal).toBe('not-your-role');
    const all = await as(researcher, 'GET', `${of}/themes`);
    expect(all.json).toMatchObject({ sources: [{ id: 's' }], about: { languages: ['en'] } });
    const coded = { changes: [theme('t'), passage('p', 's', 'may read', {}, 'Nobody else may read this')] };
    expect((await as(researcher, 'POST', `${of}/themes`, coded)).status).toBe(200);
    const at = all.json.at ?? '';
    const newer = await as(scribe, 'GET', `${of}/themes?since=${at}`);
    expect(newer.json).toMatchObject({
      whole: false,
      sources: [],
      passages: [{ id: 'p', from: 12, to: 20 }],
    });
    const wrong = { changes: [source('x', { day: '2026-02-30' })] };
    expect((await as(scribe, 'POST', `${of}/themes`, wrong)).json).toMatchObject({
      refusal: 'bad-file',
      where: 'changes.0.set.day',
    });
    expect((await as(scribe, 'GET', '/api/consultations/none/interview')).json.refusal).toBe(
      'no-such-consultation',
    );
  });

  test('TK7 neither phones nor the projector hear of points, and no log has a word of them', async () => {
    const { session } = await openSession(server);
    const phone = await joinPhone(server, session.code);
    const screen = await connectProjector(server, session.id);
    const heard: string[] = [];
    for (const socket of [phone.socket, screen.socket])
      socket.onAny((event: string) => void heard.push(event));
    const desk = await connectConsole(server, session.id);
    const telling = told(desk);
    await send(session.id, point('p', { text: 'SENTINEL words' }, session.id));
    await telling;
    // What comes after it has come: nothing that was sent before is still on its way.
    await desk.do({ do: 'start' });
    await phone.until((v) => v.state === 'live');
    await screen.until((v) => v.state === 'live');
    expect(heard.filter((event) => event !== 'view')).toEqual([]);
    expect(JSON.stringify([phone.last(), screen.last()])).not.toContain('SENTINEL');
    expect(JSON.stringify(await server.get<AuditEntry[]>('/api/staff/log'))).not.toContain('SENTINEL');
    expect(holding(server.folder, 'SENTINEL').filter((name) => !name.startsWith('standpoint.db'))).toEqual(
      [],
    );
  });
});

test('P5 TK7 a session that is not there, one that was not opened, and what is wrong in a change are each told', async () => {
  const { session, document } = await openSession(server);
  const path = `/api/consultations/${document.consultation.id}/sessions`;
  const draft = await server.send<Session>('POST', path, {});
  expect(await read('none')).toMatchObject({ refusal: 'no-such-session' });
  expect(await read(draft.id)).toMatchObject({ refusal: 'wrong-state' });
  expect(await send(draft.id, point('p', {}, draft.id))).toMatchObject({ refusal: 'wrong-state' });
  const other = await send(session.id, point('p', {}, draft.id));
  expect(other).toMatchObject({ refusal: 'no-such-session', where: 'changes.0.session' });
  const wrong = await send(session.id, { ...theme('t'), set: { name: '' } });
  expect(wrong).toMatchObject({ refusal: 'bad-file', where: 'changes.0.set.name', detail: 'some text' });
  expect(await server.get('/api/consultations/none/themes')).toMatchObject({
    refusal: 'no-such-consultation',
  });
  expect((await read(session.id)).points).toEqual([]);
});
