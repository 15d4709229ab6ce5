/** Photographs of walls in archives: they come through opening and merging, and what was removed stays away. */
import { createHash } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { LIMITS } from '../../core/limits.ts';
import { ARCHIVE_VERSION } from '../../core/schemaArchive.ts';
import type { Photo } from '../../core/photo.ts';
import type { Store } from '../../server/store/store.ts';
import { openArchiveFile } from '../../server/use/archives.ts';
import { archiveOf, consultation, held, laptop, rooms, take } from '../support/archives.ts';
import { jpeg, PLACE, TAKEN, wallPicture, withGps } from '../support/teamPictures.ts';
import { newFolder, opened } from './store/made.ts';

const stores: Store[] = [];
const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const photo = (session: string, id: string, change: Partial<Photo> = {}): Photo => ({
  session,
  id,
  statement: 's1',
  round: 1,
  bytes: jpeg(),
  ...change,
});
const ids = async (store: Store, ...sessions: string[]): Promise<string[]> =>
  (await store.photos.list(sessions)).map(({ session, id }) => `${session} ${id}`);

/** The archive with its files changed, and a manifest that fits them again. */
function changed(
  archive: Buffer,
  edit: (files: Record<string, Uint8Array>) => void,
  manifest: (head: Record<string, unknown>) => void = () => undefined,
): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(archive);
  edit(files);
  const head = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Record<string, unknown>;
  delete files['manifest.json'];
  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  head['files'] = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, hash(bytes)]));
  manifest(head);
  return zipSync({ ...files, 'manifest.json': strToU8(JSON.stringify(head)) });
}
const versionOf = (archive: Buffer): unknown =>
  (JSON.parse(strFromU8(unzipSync(archive)['manifest.json'] ?? new Uint8Array())) as { version: unknown })
    .version;

test('V6 F13 an archive with photographs opens with all of them, and is the same when it is written again', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2]), held('bb', [3])));
  expect(versionOf(await archiveOf(one, 'shared'))).toBe(1);
  await one.photos.add(photo('aa', 'first'));
  await one.photos.add(photo('bb', 'second', { round: 1 }));
  const archive = await archiveOf(one, 'shared');
  // A Standpoint that does not know of them says that it is too old.
  expect(versionOf(archive)).toBe(2);
  const two = await kept(opened(newFolder()));
  expect(await take(two, archive)).toMatchObject({ opened: true, conflicts: [] });
  expect(await two.photos.list(['aa', 'bb'])).toEqual(await one.photos.list(['aa', 'bb']));
  expect(Buffer.from((await two.photos.picture('aa', 'first')) ?? []).equals(jpeg())).toBe(true);
  expect((await archiveOf(two, 'shared')).equals(archive)).toBe(true);
});

test('V6 F13 merging keeps those of a session that comes, and brings none back that was removed here', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2]), held('bb', [3, 4])));
  await one.photos.add(photo('aa', 'first'));
  await one.photos.add(photo('bb', 'second'));
  const archive = await archiveOf(one, 'shared');
  const two = await kept(laptop(consultation(), held('aa', [1, 2])));
  expect(await take(two, archive)).toMatchObject({
    added: ['Session bb'],
    known: ['Session aa'],
    conflicts: [],
  });
  expect(await ids(two, 'aa', 'bb')).toEqual(['bb second']);
  await two.photos.remove('bb', 'second');
  expect(await take(two, archive)).toMatchObject({ added: [], known: ['Session aa', 'Session bb'] });
  expect(await ids(two, 'aa', 'bb')).toEqual([]);

  // Another sitting of the same draft is kept beside it, with its own.
  const three = await kept(laptop(consultation(), held('aa', [5, 5], {}, 'another')));
  await three.photos.add(photo('aa', 'theirs'));
  expect((await take(three, archive)).added).toHaveLength(2);
  const [beside] = (await three.sessions('shared')).filter((s) => !['aa', 'bb'].includes(s.id));
  expect(await ids(three, 'aa', 'bb', beside?.id ?? '')).toEqual(
    ['aa theirs', 'bb second', `${beside?.id} first`].toSorted(),
  );
});

test('V6 F13 beyond as many as a consultation may have they are left out, and that is said', async () => {
  const one = await kept(laptop(consultation(), held('bb', [3])));
  await one.photos.add(photo('bb', 'second'));
  await one.photos.add(photo('bb', 'third', { bytes: wallPicture(60, 80) }));
  const two = await kept(laptop(consultation(), held('aa', [1, 2])));
  for (let i = 1; i < LIMITS.photosPerConsultation; i += 1)
    await two.photos.add(photo('aa', `p${i}`, { statement: `t${i}` }));
  expect(await take(two, await archiveOf(one, 'shared'))).toMatchObject({
    added: ['Session bb'],
    conflicts: ['1 photograph of a wall was left out: there is no room for more in one consultation.'],
  });
  expect(await ids(two, 'bb')).toEqual(['bb second']);
});

test('V6 F10 P5 one that was put into an archive is drawn anew; what is none, or nowhere, is refused whole', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2])));
  await one.photos.add(photo('aa', 'first'));
  const archive = await archiveOf(one, 'shared');
  const name = 'photos/aa/s1.1.first.jpg';
  const two = await kept(opened(newFolder()));
  const refusalOf = (bytes: Uint8Array): Promise<unknown> => openArchiveFile(two, rooms, bytes, '2026-11-22');
  const put = (as: string, bytes: Uint8Array) => changed(archive, (files) => void (files[as] = bytes));
  expect(await refusalOf(put(name, strToU8('no picture, but as long as one might be')))).toMatchObject({
    refusal: 'bad-file',
    where: name,
  });
  const more = (as: string): Promise<unknown> => refusalOf(put(as, jpeg()));
  for (const nowhere of ['photos/aa/s2.1.x.jpg', 'photos/aa/s1.2.x.jpg', 'photos/zz/s1.1.x.jpg'])
    expect(await more(nowhere)).toMatchObject({ refusal: 'bad-file', where: nowhere });
  expect(await more('photos/aa/s1.1.x.png')).toMatchObject({ refusal: 'bad-file' });
  expect(await refusalOf(put(name, new Uint8Array(LIMITS.photoBytes + 1)))).toMatchObject({
    refusal: 'too-large',
  });
  const four = changed(archive, (files) => {
    for (const id of ['x', 'y', 'z']) files[`photos/aa/s1.1.${id}.jpg`] = jpeg();
  });
  expect(await refusalOf(four)).toMatchObject({ refusal: 'too-large' });
  // Of a newer version that is said, whatever else is in it.
  const newer = changed(
    archive,
    (files) => void (files['films/aa.mp4'] = jpeg()),
    (head) => void (head['version'] = ARCHIVE_VERSION + 1),
  );
  expect(await refusalOf(newer)).toMatchObject({ refusal: 'file-newer' });
  expect(await two.listConsultations()).toEqual([]);

  await take(two, put(name, withGps(wallPicture(300, 200))));
  const drawn = Buffer.from((await two.photos.picture('aa', 'first')) ?? []);
  expect(drawn.length).toBeGreaterThan(0);
  for (const told of [PLACE, TAKEN, 'Exif']) expect(drawn.includes(told)).toBe(false);
});
