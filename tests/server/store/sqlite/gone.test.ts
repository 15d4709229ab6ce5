import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { openDatabase } from '../../../../server/store/sqlite/database.ts';
import { Slots } from '../../../../server/store/sqlite/slots.ts';
import { newReport } from '../../../../core/report/document.ts';
import { holding } from '../../../support/bytes.ts';
import { aConsultation, aRelease, aResponse, aReview, aSession, begun, newFolder, opened } from '../made.ts';
import { aPhoto } from '../photosContract.ts';

const SECRET = 'my neighbour saw everything';

describe('S6 what is taken back', () => {
  test('S6 a comment that was changed or taken back is soon in no file', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const live = await begun(store);
    const log = join(folder, 'live', 'session-1.db-wal');
    await live.place(aResponse(1, 'a', { comment: SECRET }));
    await live.place(aResponse(2, 'b', { comment: SECRET }));
    expect(holding(folder, SECRET)).toEqual(['session-1.db-wal']);
    const changes = watch(join(folder, 'live'));
    await live.place(aResponse(1, 'a', { comment: 'better not', revision: 2 }));
    await live.place(aResponse(2, 'b', { answer: null, revision: 2 }));
    for await (const _ of changes) if (statSync(log).size === 0) break;
    expect(holding(folder, SECRET)).toEqual([]);
    expect(holding(folder, 'better not')).toEqual(['session-1.db']);
    await store.close();
    expect(holding(folder, SECRET)).toEqual([]);
  });

  test('S6 an answer that was taken back is soon out of the log, though there were no words with it', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const live = await begun(store);
    const log = join(folder, 'live', 'session-1.db-wal');
    await live.place(aResponse(1, 'a', { answer: 5 }));
    expect(statSync(log).size).toBeGreaterThan(0);
    const changes = watch(join(folder, 'live'));
    await live.place(aResponse(1, 'a', { answer: null, revision: 2 }));
    for await (const _ of changes) if (statSync(log).size === 0) break;
    await store.close();
  }, 20_000);

  test('S6 M1 words that were changed, redacted or taken out are within seconds in neither copy of a running session', async () => {
    const folder = newFolder();
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'setImmediate', 'queueMicrotask', 'nextTick'] });
    const store = await opened(folder);
    const live = await begun(store);
    const files = join(folder, 'live');
    const copies = ['session-1.backup-a.db', 'session-1.backup-b.db'];
    const until = async (words: string, there: (holders: string[]) => boolean): Promise<void> => {
      const changes = watch(files);
      const done = (): boolean => there(holding(files, words));
      if (done()) return;
      for await (const _ of changes) if (done()) return;
    };
    const words = [1, 2, 3].map((at) => `${SECRET} ${at}`);
    for (const [i, comment] of words.entries()) await live.place(aResponse(i + 1, 'a', { comment }));
    const gone = [
      () => live.place(aResponse(1, 'a', { comment: 'better not', revision: 2 })),
      () => live.place(aResponse(2, 'a', { answer: null, revision: 2 })),
      () => live.takeOut([{ board: 3, tag: 'a' }]),
    ];
    for (const [i, go] of gone.entries()) {
      const comment = words[i] ?? '';
      for (const n of [1, 2]) {
        // Something changes in each minute, so that both copies have the words.
        await live.saveRoom(await live.room());
        jest.advanceTimersByTime(60_000);
        await until(comment, (holders) => copies.filter((copy) => holders.includes(copy)).length >= n);
      }
      await go();
      // No minute passes.
      await until(comment, (holders) => holders.length === 0);
    }
    jest.useRealTimers();
    await store.close();
  }, 60_000);

  test('S6 the two copies of a running session overwrite each other and keep no text that went', async () => {
    const folder = newFolder();
    const db = openDatabase(join(folder, 'x.db'));
    db.exec('CREATE TABLE t (x TEXT) STRICT');
    const paths = [join(folder, 'a.db'), join(folder, 'b.db')] as const;
    const slots = new Slots(db.name, paths, join(folder, 'damaged.db'));
    const there = (): string[] =>
      readdirSync(folder)
        .filter((name) => /^[ab]\.db$/.test(name))
        .toSorted();
    db.prepare('INSERT INTO t VALUES (?)').run(SECRET);
    await slots.write();
    expect(there()).toEqual(['a.db']);
    await slots.write();
    expect(there()).toEqual(['a.db']);
    slots.noteChange(false);
    await slots.write();
    expect(there()).toEqual(['a.db', 'b.db']);
    // One that was set aside goes with the words that may be in it, and not before.
    writeFileSync(join(folder, 'damaged.db'), SECRET);
    slots.noteChange(false);
    await slots.write();
    expect(readdirSync(folder)).toContain('damaged.db');
    db.exec('DELETE FROM t');
    slots.noteChange(true);
    await slots.write();
    expect(there()).toEqual(['b.db']);
    expect(readdirSync(folder).toSorted()).toEqual(['b.db', 'b.db.sha256', 'x.db', 'x.db-shm', 'x.db-wal']);
    expect(holding(folder, SECRET)).toEqual(['x.db-wal']);
    db.close();
  });

  test('S1 a copy that cannot be made leaves both that are there as they were, and nothing half', async () => {
    const folder = newFolder();
    const db = openDatabase(join(folder, 'x.db'));
    db.exec('CREATE TABLE t (x TEXT) STRICT');
    for (let i = 0; i < 200; i += 1) db.prepare('INSERT INTO t VALUES (?)').run(`${i} `.repeat(200));
    const paths = [join(folder, 'a.db'), join(folder, 'b.db')] as const;
    const slots = new Slots(db.name, paths, join(folder, 'damaged.db'));
    await slots.write();
    slots.noteChange(false);
    await slots.write();
    db.close();
    const before = paths.map((path) => readFileSync(path));
    const whole = readFileSync(db.name);
    writeFileSync(db.name, Buffer.concat([whole.subarray(0, 8192), randomBytes(whole.length - 8192)]));
    slots.noteChange(true);
    await expect(slots.write()).rejects.toThrow('malformed');
    expect(readdirSync(folder).filter((name) => /^[ab]\.db$/.test(name))).toEqual(['a.db', 'b.db']);
    expect(paths.map((path, i) => readFileSync(path).equals(before[i] ?? Buffer.of()))).toEqual([true, true]);
    writeFileSync(db.name, whole);
    await slots.write();
    expect(readdirSync(folder).filter((name) => !name.startsWith('x.db'))).toEqual(['a.db', 'a.db.sha256']);
  });

  test('S6 W3 sealing leaves the key file and ten copies; removing leaves one copy, and only what codes need', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    for (let i = 1; i <= 12; i += 1) {
      const told = i > 1 ? { withdrawUntil: '2026-12-06' } : {};
      const live = await begun(store, aSession(`session-${i}`, told));
      await live.place(aResponse(1, 'a', { comment: i === 12 ? SECRET : '' }));
      await live.saveCode('token', `${i}`.padStart(12, '2'));
      await store.seal(`session-${i}`, true);
    }
    expect(readdirSync(join(folder, 'live'))).toEqual([]);
    expect(readdirSync(join(folder, 'keys')).length).toBe(12);
    // Each has its hash; the one of when the last lobby opened has gone.
    expect(readdirSync(join(folder, 'backup')).length).toBe(2 * 10);
    expect(holding(folder, SECRET)).toEqual(['sealed-000012.db', 'standpoint.db']);
    await store.removeSession('session-12');
    expect(holding(folder, SECRET)).toEqual([]);
    expect(readdirSync(join(folder, 'backup'))).toEqual(['sealed-000013.db', 'sealed-000013.db.sha256']);
    expect(readdirSync(join(folder, 'keys'))).toContain('session-12.db');
    await store.removeSession('session-1');
    expect(readdirSync(join(folder, 'keys'))).not.toContain('session-1.db');
    // Of the first nobody was told a day.
    await store.removeConsultation('c1');
    expect(readdirSync(join(folder, 'keys')).toSorted()).toEqual(
      [10, 11, 12, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => `session-${i}.db`),
    );
    for (const { session } of await store.keptCodes()) await store.destroyKey(session);
    expect([readdirSync(join(folder, 'keys')), await store.keptCodes()]).toEqual([[], []]);
    await store.close();
  });

  test('S6 what was written about a comment goes with its session, and a report with its consultation', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    await (await begun(store)).place(aResponse(1, 'a', { comment: 'a comment' }));
    await store.seal('session-1', false);
    await store.saveReview(aReview({ published: SECRET }), null);
    await store.addRelease(aRelease(1));
    expect(holding(folder, SECRET)).toContain('sealed-000002.db');
    await store.removeSession('session-1');
    expect(holding(folder, SECRET)).toEqual([]);
    await store.saveReport('c1', { ...newReport(5, 'shown'), notHeard: SECRET }, null);
    await store.addRelease(aRelease(2));
    await store.removeConsultation('c1');
    expect(holding(folder, SECRET)).toEqual([]);
    await store.close();
  });

  test('V6 S6 a photograph that was removed is in no file, also while a room is open; nor is one of a session that goes', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    // As long as a real one, over many pages of the file.
    const bytes = Buffer.from(`${SECRET} `.repeat(20_000));
    await begun(store, aSession('session-1'));
    await store.photos.add(aPhoto('a', { bytes }));
    await begun(store, aSession('session-2'));
    await store.seal('session-2', false);
    expect(holding(folder, SECRET)).toEqual(expect.arrayContaining(['sealed-000001.db']));
    expect(await store.photos.remove('session-1', 'a')).toBe(true);
    expect(holding(folder, SECRET)).toEqual([]);

    // One that is removed before anything of it was sealed.
    await store.photos.add(aPhoto('b', { bytes }));
    await store.addRelease(aRelease(1));
    expect(holding(folder, SECRET).filter((name) => name.startsWith('sealed'))).toHaveLength(1);
    await store.removeSession('session-1');
    expect(holding(folder, SECRET)).toEqual([]);

    await store.photos.add(aPhoto('c', { bytes, session: 'session-2' }));
    await store.addRelease(aRelease(2));
    await store.removeConsultation('c1');
    expect(holding(folder, SECRET)).toEqual([]);

    // A consultation of which nothing else was kept.
    await begun(store, aSession('session-3'));
    await store.photos.add(aPhoto('d', { bytes, session: 'session-3' }));
    await store.saveConsultation(aConsultation('c2'), null);
    const session = aSession('elsewhere', { consultation: 'c2', state: 'sealed', code: '' });
    await store.addSealed({ session, boards: [], eligible: [], responses: [] });
    expect(holding(folder, SECRET).filter((name) => name.startsWith('sealed'))).toHaveLength(1);
    await store.removeConsultation('c1');
    expect(holding(folder, SECRET)).toEqual([]);
    await store.close();
  });

  test('S6 the lead for concerns goes with the consultation where nothing waits, also after a stop in between', async () => {
    const folder = newFolder();
    let store = await opened(folder);
    const lead = { name: SECRET, contact: '', recipient: '', key: '' };
    await begun(store);
    for (const id of ['c1', 'waits', 'stopped']) await store.concerns.saveLead(id, lead);
    await store.concerns.add(
      'waits',
      { id: 'x', date: '2026-11-22', sealed: Buffer.from('sealed') },
      lead.recipient,
    );
    await store.removeConsultation('c1');
    expect(await store.concerns.lead('c1')).toBeNull();
    await store.close();
    store = await opened(folder);
    expect(await store.concerns.lead('stopped')).toBeNull();
    expect(await store.concerns.lead('waits')).toEqual(lead);
    await store.concerns.remove('waits', 'x');
    await store.concerns.forgetLead('waits');
    expect(holding(folder, SECRET)).toEqual([]);
    await store.close();
  });
});
