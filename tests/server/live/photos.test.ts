/** Photographs of the real wall: over the routes of a real server, down to its files and to what it hands out. */
import { loadImage } from '@napi-rs/canvas';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { AnalysisPage, JobState, ReleaseCheck } from '../../../core/api.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { PhotoItem, PhotoPlace, SessionPhotos } from '../../../core/photo.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import type { AuditEntry } from '../../../core/staffApi.ts';
import { KINDS, type Kind } from '../../../server/export/kinds.ts';
import { asks } from '../../support/asks.ts';
import { holding } from '../../support/bytes.ts';
import { clockAt, type TestClock } from '../../support/clock.ts';
import { joinDevice } from '../../support/devices.ts';
import { ended, fileOf } from '../../support/jobs.ts';
import { changeConsultation } from '../../support/sealedCode.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { NO_PICTURES, PLACE, png, TAKEN, wallPicture, withGps } from '../../support/teamPictures.ts';
import { unpacked } from '../../support/unpacked.ts';

let clock: TestClock;
let server: TestServer;
beforeEach(async () => {
  clock = clockAt('2026-11-22');
  server = await startServer({ clock });
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

function photosOf({ id }: Session) {
  const path = `/api/sessions/${id}/photos`;
  return {
    list: () => server.get<SessionPhotos | Refusal>(path),
    add: async (board: number | string, file: Buffer, type = 'application/octet-stream') => {
      const headers = { 'X-Standpoint': '1', 'Content-Type': type };
      const response = await server.fetch(`${path}/${board}`, {
        method: 'POST',
        headers,
        body: new Uint8Array(file),
      });
      return (await response.json()) as PhotoItem | Refusal;
    },
    see: (photo: string) => server.fetch(`${path}/${photo}`),
    remove: (photo: string) => server.send<{ ok: true } | Refusal>('DELETE', `${path}/${photo}`),
  };
}

/** Keeps one and gives its id. */
async function keep(session: Session, file: Buffer, board = 1): Promise<string> {
  const added = await photosOf(session).add(board, file);
  if ('refusal' in added) throw new Error(JSON.stringify(added));
  return added.id;
}

/** A session in which six people answer the first of two statements, in the placing of it. */
async function placing() {
  const { session, document } = await openSession(server);
  const desk = await connectConsole(server, session.id);
  const people = await Promise.all(Array.from({ length: 6 }, () => joinPhone(server, session.code)));
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  for (const [i, phone] of people.entries()) await phone.place(1, 1, i < 3 ? 4 : 5, `they listened ${i}`);
  return { session, desk, consultation: document.consultation.id };
}

async function seal(session: Session): Promise<void> {
  const sealed = await server.send<Session | Refusal>('POST', `/api/sessions/${session.id}/seal`, {});
  if ('refusal' in sealed) throw new Error(sealed.refusal);
}

/** Letters out of the middle of a picture, as they would stand in another file, and in base64. */
function marksOf(picture: Buffer): Buffer[] {
  const at = Math.floor(picture.length / 6) * 3;
  const marks = picture.subarray(at, at + 60);
  return [marks, Buffer.from(marks.toString('base64')), Buffer.from(marks.toString('hex'))];
}

test('V6 what is kept of a camera’s file are its pixels, upright, without place and time; nobody’s browser keeps it', async () => {
  const { session, desk } = await placing();
  const photos = photosOf(session);
  expect(await photos.list()).toEqual({ photos: [], keepUntil: '' });
  const camera = withGps(wallPicture(3000, 2000));
  const id = await keep(session, camera);
  expect(await photos.list()).toEqual({ photos: [{ id, board: 1 }], keepUntil: '' });
  const seen = await photos.see(id);
  expect(
    Object.fromEntries(['content-type', 'cache-control', 'etag'].map((h) => [h, seen.headers.get(h)])),
  ).toEqual({
    'content-type': 'image/jpeg',
    'cache-control': 'no-store',
    etag: null,
  });
  expect(seen.headers.get('content-security-policy')).toContain("default-src 'none'");
  const picture = Buffer.from(await seen.arrayBuffer());
  const { width, height } = await loadImage(picture);
  expect([width, height]).toEqual([1600, LIMITS.photoSide]);
  expect(picture.length).toBeLessThanOrEqual(LIMITS.photoBytes);
  for (const told of [PLACE, TAKEN, 'Exif']) {
    expect(camera.includes(told)).toBe(true);
    expect(picture.includes(told)).toBe(false);
    expect(holding(server.folder, told)).toEqual([]);
  }
  // Sent once more, since the answer was lost: it is one photograph.
  expect(await keep(session, camera)).toBe(id);
  desk.close();
});

test('V6 P5 what is no picture or too large is refused with the reason, and so is a fourth of one statement', async () => {
  const { session, desk } = await placing();
  const photos = photosOf(session);
  for (const [name, file] of Object.entries(NO_PICTURES))
    expect([name, await photos.add(1, file)]).toEqual([
      name,
      { refusal: 'bad-file', where: 'body', detail: 'a PNG, JPEG or WebP picture' },
    ]);
  expect(await photos.add(1, png(), 'application/json')).toMatchObject({ refusal: 'bad-file' });
  const large = Buffer.alloc(LIMITS.photoUploadBytes + 1);
  expect(await photos.add(1, large)).toEqual({ refusal: 'too-large', where: 'body' });
  expect(await photos.add(2, png())).toEqual({ refusal: 'not-open', where: 'board' });
  for (const board of [3, 'x', '1.5'])
    expect(await photos.add(board, png())).toMatchObject({ refusal: 'no-such-board' });
  for (let i = 0; i < LIMITS.photosPerBoard; i += 1) await keep(session, png(20 + i, 20));
  expect(await photos.add(1, png(50, 50))).toEqual({ refusal: 'photos-full', where: 'board' });
  expect(await photosOf({ ...session, id: 'none' }).list()).toEqual({ refusal: 'no-such-session' });
  await desk.do({ do: 'end' });
  await seal(session);
  expect(await photos.add(1, png(60, 60))).toEqual({ refusal: 'wrong-state' });
  expect(await photos.list()).toEqual({ refusal: 'wrong-state' });
  desk.close();
});

test('V6 T2 a scribe keeps and removes, a facilitator and a researcher see, nobody else does anything', async () => {
  const { session, desk, consultation } = await placing();
  const path = `/api/sessions/${session.id}/photos`;
  const id = await keep(session, png());
  const scribe = await joinDevice(server, 'scribe');
  const researcher = await joinDevice(server, 'researcher');
  const projector = await joinDevice(server, 'projector');
  const nobody = { url: server.url, headers: {} };
  const ask = async (who: typeof scribe, method: string, at: string): Promise<string> => {
    const { status, json, headers } = await asks(who.url + at, {
      method,
      headers: who.headers,
      ...(method === 'GET' ? {} : { body: {} }),
    });
    const { refusal } = (json ?? {}) as Partial<Refusal>;
    return refusal ?? (headers['content-type'] === 'image/jpeg' ? 'the picture' : String(status));
  };
  const all = [`${path}/${id}`, path, `/api/consultations/${consultation}/photos`];
  const gets = (who: typeof scribe) => Promise.all(all.map((at) => ask(who, 'GET', at)));
  expect(await gets(scribe)).toEqual(['not-your-role', '200', 'not-your-role']);
  expect(await gets(researcher)).toEqual(['the picture', 'not-your-role', '200']);
  expect(await gets(projector)).toEqual(['not-your-role', 'not-your-role', 'not-your-role']);
  expect(await gets(nobody)).toEqual(['sign-in-needed', 'sign-in-needed', 'sign-in-needed']);
  for (const [who, refusal] of [
    [researcher, 'not-your-role'],
    [projector, 'not-your-role'],
    [nobody, 'sign-in-needed'],
  ] as const) {
    expect(await ask(who, 'DELETE', `${path}/${id}`)).toBe(refusal);
    expect(await ask(who, 'POST', `${path}/1`)).toBe(refusal);
  }
  expect(await ask(scribe, 'POST', `${path}/1`)).toBe('bad-file');
  expect(await ask(scribe, 'DELETE', `${path}/${id}`)).toBe('200');
  expect(await photosOf(session).list()).toMatchObject({ photos: [] });
  // That it was removed is written down, and by whom.
  const [entry] = (await server.get<AuditEntry[]>('/api/staff/log')).filter(
    (e) => e.what === 'photo-removed',
  );
  expect(entry).toMatchObject({ role: 'scribe', consultation });
  desk.close();
});

test('V6 it outlives sealing and a restart, is in the archive, and in no export, report, release or document', async () => {
  const { session, desk, consultation } = await placing();
  const id = await keep(session, wallPicture(900, 1200));
  const before = Buffer.from(await (await photosOf(session).see(id)).arrayBuffer());
  await desk.do({ do: 'next' });
  await desk.do({ do: 'notes', board: 1, to: 'show' });
  await desk.do({ do: 'next' });
  await desk.do({ do: 'end' });
  await seal(session);
  await server.restart();
  const path = `/api/consultations/${consultation}`;
  expect(await server.get<PhotoPlace[]>(`${path}/photos`)).toMatchObject([
    { session: session.id, id, round: 1 },
  ]);
  const picture = Buffer.from(await (await photosOf(session).see(id)).arrayBuffer());
  expect(picture.equals(before)).toBe(true);

  const out = new Map<string, Buffer>();
  const take = async (name: string, response: Response): Promise<void> => {
    expect([name, response.status]).toEqual([name, 200]);
    for (const [at, part] of unpacked(name, new Uint8Array(await response.arrayBuffer()))) out.set(at, part);
  };
  const get = (at: string): Promise<void> => server.fetch(at).then((response) => take(at, response));
  // Where nothing was said there are no files of it.
  const none: readonly Kind[] = ['polis-votes', 'polis-import', 'qdpx', 'qdc', 'taguette'];
  for (const kind of KINDS.filter((k) => !none.includes(k))) await get(`${path}/export?files=${kind}`);
  await get(`${path}/export?table=responses_long&form=data`);
  for (const at of ['', '/file', '/analysis', '/comments', '/report', '/report/preview', '/sheets/privacy'])
    await get(path + at);
  await get('/api/consultations');
  for (const audience of ['team', 'release']) {
    const { hash, flags } = await server.send<ReleaseCheck>('POST', `${path}/report/check`, {});
    const confirmed = flags.map((flag) => flag.code);
    const order = { audience, hash, formats: ['html', 'docx', 'pdf', 'json'], approvedBy: {}, confirmed };
    const job = await ended(server, await server.send<JobState>('POST', `${path}/report/files`, order));
    expect(job.state).toBe('done');
    for (const { name } of job.files) await take(`${audience} ${name}`, await fileOf(server, job, name));
  }
  // The search itself finds it where it is to be: in the archive, and in the database.
  const archive = new Uint8Array(await (await server.fetch(`${path}/archive`)).arrayBuffer());
  const statement = (await server.get<AnalysisPage>(`${path}/analysis`)).statements[0]?.id ?? '';
  const inArchive = Buffer.from(unzipSync(archive)[`photos/${session.id}/${statement}.1.${id}.jpg`] ?? []);
  const marks = marksOf(picture);
  expect(inArchive.includes(marks[0] ?? '')).toBe(true);
  expect(out.size).toBeGreaterThan(40);
  const found = [...out].filter(([, bytes]) =>
    [...marks, Buffer.from(id)].some((mark) => bytes.includes(mark)),
  );
  expect(found.map(([name]) => name)).toEqual([]);
  desk.close();
});

test('V6 W6 one that is removed leaves no byte, nor do those of a consultation whose day has come', async () => {
  const { session, desk, consultation } = await placing();
  const kept = [await keep(session, wallPicture(600, 800, 1)), await keep(session, wallPicture(600, 800, 2))];
  const marks = await Promise.all(
    kept.map(
      async (id) => marksOf(Buffer.from(await (await photosOf(session).see(id)).arrayBuffer()))[0] ?? '',
    ),
  );
  const there = (i: number): string[] => holding(server.folder, marks[i] ?? '');
  await desk.do({ do: 'end' });
  await seal(session);
  await changeConsultation(server, consultation, { keepUntil: '2027-03-31' });
  for (const i of [0, 1]) expect(there(i)).toEqual(['sealed-000001.db', 'standpoint.db']);
  expect(await photosOf(session).remove(kept[0] ?? '')).toEqual({ ok: true });
  expect(there(0)).toEqual([]);
  expect(there(1)).toEqual(['sealed-000002.db', 'standpoint.db']);
  // What is gone is gone, whoever asks a second time.
  expect(await photosOf(session).remove(kept[0] ?? '')).toEqual({ ok: true });
  expect((await photosOf(session).see(kept[0] ?? '')).status).toBe(404);
  for (const day of ['2027-03-31', '2027-04-01']) {
    clock.day = day;
    await clock.hour();
  }
  expect(await server.get('/api/consultations')).toEqual([]);
  expect(there(1)).toEqual([]);
  desk.close();
});
