/** What every store must do with photographs of the real wall. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../core/limits.ts';
import type { Photo } from '../../../core/photo.ts';
import type { Snapshot, Store } from '../../../server/store/store.ts';
import type { Place } from './contract.ts';
import { aConsultation, aSession, begun } from './made.ts';

export function aPhoto(id: string, change: Partial<Photo> = {}): Photo {
  return {
    session: 'session-1',
    id,
    statement: 's1',
    round: 1,
    bytes: Buffer.from(`picture ${id}`),
    ...change,
  };
}

export function photosContract(name: string, newPlace: () => Place): void {
  describe(name, () => {
    let place: Place;
    let store: Store;
    beforeEach(async () => {
      place = newPlace();
      store = await place.open();
    });
    afterEach(() => store.close());
    const again = async (): Promise<void> => {
      await store.close();
      store = await place.open();
    };
    const ids = async (...sessions: string[]): Promise<string[]> =>
      (await store.photos.list(sessions)).map((photo) => photo.id);

    test('V6 a photograph is kept over a restart and over sealing, under its board, in no order of coming', async () => {
      const live = await begun(store);
      const second = aPhoto('a', { round: 2 });
      expect(await store.photos.add(second)).toEqual({ id: 'a' });
      expect(await store.photos.add(aPhoto('z'))).toEqual({ id: 'z' });
      expect(await store.photos.add(aPhoto('c'))).toEqual({ id: 'c' });
      const places = ['c', 'z'].map((id) => ({ session: 'session-1', id, statement: 's1', round: 1 }));
      const listed = [...places, { session: 'session-1', id: 'a', statement: 's1', round: 2 }];
      expect(await store.photos.list(['session-1'])).toEqual(listed);
      await live.close();
      await again();
      await store.seal('session-1', false);
      expect(await store.photos.list(['session-1', 'none'])).toEqual(listed);
      expect(Buffer.from((await store.photos.picture('session-1', 'a')) ?? [])).toEqual(second.bytes);
      expect(await store.photos.picture('session-1', 'b')).toBeNull();
      expect(await store.photos.picture('session-2', 'a')).toBeNull();
      expect(await store.photos.list([])).toEqual([]);
    });

    test('V6 S2 the same picture once more is the one that is there, and a board has only so many', async () => {
      await begun(store);
      const letters = ['a', 'b', 'c', 'd'].slice(0, LIMITS.photosPerBoard);
      for (const id of letters) expect(await store.photos.add(aPhoto(id))).toEqual({ id });
      const bytes = aPhoto('a').bytes;
      expect(await store.photos.add(aPhoto('other', { bytes }))).toEqual({ id: 'a' });
      const full = { refusal: 'photos-full', where: 'board' };
      expect(await store.photos.add(aPhoto('more'))).toEqual(full);
      expect(await store.photos.add(aPhoto('more', { round: 2 }))).toEqual({ id: 'more' });
      expect(await store.photos.add(aPhoto('x', { session: 'none' }))).toEqual({
        refusal: 'no-such-session',
      });
      expect(await store.photos.remove('session-1', 'a')).toBe(true);
      expect(await store.photos.remove('session-1', 'a')).toBe(false);
      expect(await store.photos.remove('session-2', 'b')).toBe(false);
      expect(await store.photos.add(aPhoto('x'))).toEqual({ id: 'x' });
      expect(await ids('session-1')).toEqual(['b', 'c', 'x', 'more']);
    });

    test('V6 a consultation has only so many, over all its sessions', async () => {
      await begun(store);
      await store.saveSession(aSession('session-2'));
      for (let i = 0; i < LIMITS.photosPerConsultation; i += 1) {
        const session = i % 2 === 0 ? 'session-1' : 'session-2';
        await store.photos.add(aPhoto(`p${i}`, { session, statement: `s${i}` }));
      }
      const full = { refusal: 'photos-full', where: 'consultation' };
      expect(await store.photos.add(aPhoto('more'))).toEqual(full);
      await store.saveConsultation(aConsultation('c2'), null);
      await store.saveSession(aSession('other', { consultation: 'c2' }));
      expect(await store.photos.add(aPhoto('more', { session: 'other' }))).toEqual({ id: 'more' });
    });

    test('V6 they go with their session, with their consultation, and on the day on which data are destroyed', async () => {
      await begun(store);
      await store.saveSession(aSession('session-2'));
      for (const session of ['session-1', 'session-2']) await store.photos.add(aPhoto('a', { session }));
      await store.removeSession('session-1');
      expect(await store.photos.picture('session-1', 'a')).toBeNull();
      expect(await ids('session-1', 'session-2')).toEqual(['a']);
      await store.removeConsultation('c1');
      expect(await store.photos.picture('session-2', 'a')).toBeNull();
      await begun(store);
      await store.photos.add(aPhoto('a'));
      const keepUntil = '2026-12-01';
      const record = {
        consultation: 'c1',
        title: '',
        on: '2026-12-02',
        keepUntil,
        sessions: 1,
        first: '',
        last: '',
      };
      await store.destroyConsultation(record);
      expect(await store.photos.picture('session-1', 'a')).toBeNull();
    });

    test('V6 no snapshot has them, from which exports and reports are made', async () => {
      await begun(store);
      await store.photos.add(aPhoto('a'));
      const reader = store.reader();
      const adapter = (await import(reader.module)) as { openSnapshot(this: void, path: string): Snapshot };
      const snapshot = adapter.openSnapshot(reader.path);
      expect(Object.keys(snapshot).filter((key) => /photo/i.test(key))).toEqual([]);
      await snapshot.close();
      reader.release();
    });
  });
}
