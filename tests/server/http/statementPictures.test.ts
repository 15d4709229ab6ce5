/** Pictures of statements: what a camera left in them goes neither to phones nor into files. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { StoredDocument } from '../../../core/api.ts';
import type { Consultation, Picture } from '../../../core/consultation.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { archiveOf, consultation, held, laptop, take } from '../../support/archives.ts';
import { openSession, startServer, type TestServer } from '../../support/server.ts';
import { BOMB, fromCamera, NO_PICTURES, PLACE, png, pngWithText } from '../../support/teamPictures.ts';
import { newFolder, opened } from '../store/made.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const picture = (file: Buffer, type: Picture['type'] = 'image/jpeg'): Picture => ({
  type,
  data: file.toString('base64'),
  alt: 'A door',
});

const withPictures = (of: Consultation, ...pictures: (Picture | null)[]): Consultation => ({
  ...of,
  statements: of.statements.map((statement, i) => ({ ...statement, picture: pictures[i] ?? null })),
});

const picturesIn = ({ statements }: Consultation): (Buffer | null)[] =>
  statements.map((s) => (s.picture === null ? null : Buffer.from(s.picture.data, 'base64')));

const tells = (file: Buffer | null): boolean =>
  file === null || file.includes(PLACE) || file.includes('Exif');

test('F10 a picture is kept as its pixels alone, saved, made from a file, or on a phone', async () => {
  const { document, session } = await openSession(server, ['One', 'Two']);
  const path = `/api/consultations/${document.consultation.id}`;
  const edited = withPictures(
    document.consultation,
    picture(fromCamera()),
    picture(pngWithText(), 'image/webp'),
  );
  const order = { revision: document.revision, consultation: edited };
  const saved = await server.send<StoredDocument>('PUT', path, order);
  expect(saved.consultation.statements.map((s) => s.picture?.type)).toEqual(['image/jpeg', 'image/png']);
  expect(picturesIn(saved.consultation).map(tells)).toEqual([false, false]);

  // A window that goes on sends them as they were chosen; what is kept stays to the letter.
  const again = { revision: saved.revision, consultation: { ...edited, aim: 'To know' } };
  const second = await server.send<StoredDocument>('PUT', path, again);
  expect(picturesIn(second.consultation)).toEqual(picturesIn(saved.consultation));
  const third = await server.send<StoredDocument>('PUT', path, second);
  expect(picturesIn(third.consultation)).toEqual(picturesIn(saved.consultation));

  const copied = await server.send<StoredDocument>('POST', '/api/consultations', {
    file: { format: 'standpoint-consultation', version: 1, consultation: edited },
  });
  expect(copied).not.toHaveProperty('refusal');
  expect(picturesIn(copied.consultation).map(tells)).toEqual([false, false]);
  expect(session.state).toBe('lobby');
});

test('P5 what is no picture by its bytes is refused with its place, and nothing is saved', async () => {
  const { document } = await openSession(server, ['One', 'Two']);
  const path = `/api/consultations/${document.consultation.id}`;
  const send = (file: Buffer) =>
    server.send<Refusal>('PUT', path, {
      revision: document.revision,
      consultation: withPictures(document.consultation, picture(png(), 'image/png'), picture(file)),
    });
  for (const [name, file] of Object.entries(NO_PICTURES))
    expect([name, await send(file)]).toMatchObject([
      name,
      { refusal: 'bad-file', where: 'statements.1.picture.data' },
    ]);
  expect(await send(BOMB)).toMatchObject({ refusal: 'too-large', where: 'statements.1.picture.data' });
  expect(await server.get(path)).toMatchObject({ revision: document.revision });
});

test('F13 an archive of somebody else’s is taken in with its pictures drawn anew', async () => {
  // Straight into the store, as one would lie in a file that another program wrote.
  const from = await laptop(
    withPictures(consultation(), picture(fromCamera()), picture(pngWithText(), 'image/png')),
    held('one', [1, 2, 3, 4, 5]),
  );
  const into = await opened(newFolder());
  await take(into, await archiveOf(from, 'shared'));
  const kept = (await into.consultation('shared'))?.consultation ?? consultation();
  expect(picturesIn(kept).map(tells)).toEqual([false, false]);
  const archive = await archiveOf(into, 'shared');
  const file = JSON.parse(strFromU8(unzipSync(archive)['consultation.json'] ?? new Uint8Array())) as unknown;
  expect(JSON.stringify(file)).not.toContain(Buffer.from(PLACE).toString('base64').slice(2, 20));
  expect((await take(into, archive)).conflicts).toEqual([]);
  for (const store of [from, into]) await store.close();
});
