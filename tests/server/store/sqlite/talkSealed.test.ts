import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from '@jest/globals';
import type { PointFields } from '../../../../core/talk/types.ts';
import type { Store } from '../../../../server/store/store.ts';
import { holding } from '../../../support/bytes.ts';
import { coding, edit, editTheme, point, removal, theme } from '../../../support/talk.ts';
import { aConsultation, aResponse, aSession, begun, newFolder, opened } from '../made.ts';

/** Every value of every table, as the file has them. */
function tables(folder: string): Record<string, Record<string, unknown>[]> {
  const db = new Database(join(folder, 'standpoint.db'), { readonly: true });
  try {
    const names = db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND (name LIKE '%point%' OR name LIKE 'talk%')",
      )
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      names.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[]]),
    );
  } finally {
    db.close();
  }
}

/** Seals one session whose points came in this order; what of the database is theirs. */
async function sealedIn(turn: <T>(list: T[]) => T[]): Promise<string> {
  const folder = newFolder();
  const store = await opened(folder);
  await begun(store);
  const points = ['d', 'b', 'e', 'a', 'c'].map((id, i) => point(id, { person: i + 1 }));
  for (const change of turn(points)) await store.talk.change('c1', [change]);
  await store.seal('session-1', false);
  await store.close();
  const { talk_done: _random, ...rest } = tables(folder);
  return JSON.stringify(rest);
}

describe('TK4 what is sealed', () => {
  test('TK4 the sealed database has neither a number nor an order: points that came the other way round leave the same', async () => {
    const forth = await sealedIn((list) => list);
    expect(await sealedIn((list) => list.toReversed())).toBe(forth);
    expect(forth).toContain('Point e');
    expect(forth).not.toMatch(/person|place"/);
    expect(forth).toContain('"talk_live":[]');
  });

  test('TK4 copies that were made while it ran lose number and order too', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const live = await begun(store);
    await live.place(aResponse(1, 'a', { comment: 'words', note: 'note-of-the-room' }));
    await store.talk.change('c1', [point('p', { person: 7, postit: '1.note-of-the-room' })]);
    // Another session is sealed meanwhile, which makes a copy of the database.
    await begun(store, aSession('session-2'));
    await store.seal('session-2', false);
    expect(holding(folder, '1.note-of-the-room')).not.toEqual([]);
    await store.seal('session-1', false);
    expect(holding(folder, '1.note-of-the-room')).toEqual([]);
    await store.close();
  });
});

describe('TK6 what was removed', () => {
  const gone = point('gone', { text: 'SENTINEL removed' });
  const named = theme('t', { name: 'SENTINEL theme', description: 'SENTINEL said' });

  /** Words in points and themes of a running session, which copies of the database have as well. */
  async function filled(folder: string): Promise<Store> {
    const store = await opened(folder);
    await begun(store);
    await store.talk.change('c1', [gone, named, point('kept', { text: 'SENTINEL typed' }), theme('stays')]);
    await begun(store, aSession('session-2'));
    await store.seal('session-2', false);
    expect(holding(folder, 'SENTINEL').length).toBeGreaterThan(1);
    return store;
  }

  /** Each goes in another way: removed, or mended. */
  async function emptied(store: Store): Promise<void> {
    await store.talk.change('c1', [
      removal(gone),
      removal(named),
      edit('kept', { text: 'SENTINEL typed' }, { text: 'Another word' }),
      editTheme('stays', { name: 'Theme stays' }, { name: 'Theme left' }),
    ]);
  }

  test('TK6 S6 no byte of words that were removed or mended is in any file soon after, also while a room is open', async () => {
    const folder = newFolder();
    const store = await filled(folder);
    await emptied(store);
    await store.scrub();
    expect(holding(folder, 'SENTINEL')).toEqual([]);
    expect(holding(folder, 'Another word')).not.toEqual([]);
    await store.close();
  });

  test.each([
    ['an attribute', edit('p', { gender: 'SENTINEL' }, { gender: '' })],
    ['a group', edit('p', { group: 'SENTINEL' }, { group: '' })],
    ['a link', edit('p', { postit: '1.SENTINEL' }, { postit: '' })],
    ['a theme', edit('p', { themes: ['SENTINEL'] }, { themes: [] })],
    ['a theme of a post-it', coding('1.note', ['SENTINEL'], [])],
  ])('TK6 S6 no byte of %s that was mended is left in a copy', async (what, change) => {
    const folder = newFolder();
    const store = await opened(folder);
    await begun(store);
    const { was } = change;
    const first =
      change.of === 'coding' ? coding('1.note', [], ['SENTINEL']) : point('p', was as Partial<PointFields>);
    await store.talk.change('c1', [first]);
    await begun(store, aSession('session-2'));
    await store.seal('session-2', false);
    expect([what, holding(folder, 'SENTINEL').length > 1]).toEqual([what, true]);
    await store.talk.change('c1', [change]);
    await store.scrub();
    expect(holding(folder, 'SENTINEL')).toEqual([]);
    await store.close();
  });

  test('TK6 S6 a stop right after is made good by closing', async () => {
    const folder = newFolder();
    const store = await filled(folder);
    await emptied(store);
    await store.close();
    expect(holding(folder, 'SENTINEL')).toEqual([]);
  });

  test('TK6 S6 no byte is left of the points of a session that goes, nor of themes with their consultation', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    await begun(store);
    await store.talk.change('c1', [gone]);
    await begun(store, aSession('session-2'));
    await store.seal('session-2', false);
    expect(holding(folder, 'SENTINEL').length).toBeGreaterThan(1);
    await store.removeSession('session-1');
    expect(holding(folder, 'SENTINEL')).toEqual([]);
    await store.removeSession('session-2');
    await store.talk.change('c1', [theme('u', { name: 'SENTINEL again' })]);
    await store.saveConsultation(aConsultation('c2'), null);
    const session = aSession('elsewhere', { consultation: 'c2', state: 'sealed', code: '' });
    await store.addSealed({ session, boards: [], eligible: [], responses: [] });
    expect(holding(folder, 'SENTINEL').filter((name) => name.startsWith('sealed'))).toHaveLength(1);
    await store.removeConsultation('c1');
    expect(holding(folder, 'SENTINEL')).toEqual([]);
    await store.close();
  });
});
