/** Sessions that are removed while somebody has a code: what stays, and what an archive brings back. */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from '@jest/globals';
import { holding } from '../../../support/bytes.ts';
import type { Release } from '../../../../server/store/store.ts';
import { aConsultation, aRelease, aReview, aSession, begun, newFolder, opened } from '../made.ts';
import { answers, bring, CODE, copyOf, held, keys, MINE, OTHER, sealedHere, UNTIL } from '../removed.ts';

describe('a session that is removed while codes are out', () => {
  test('W3 of its key file stays what codes need: nobody’s hash, no tablet’s key, no answer in any file', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const live = await held(store);
    const [hash, tag] = [live.hashOf('token 0'), live.tagOf('token 0', 's1', 1)];
    await store.saveSession(aSession('session-1', { state: 'ended', withdrawUntil: UNTIL }));
    await store.removeSession('session-1');
    expect(await store.keptCodes()).toEqual([{ session: 'session-1', consultation: 'c1', until: UNTIL }]);
    for (const gone of [hash, tag, MINE, 'Adult focus group 1']) expect(holding(folder, gone)).toEqual([]);
    expect(readdirSync(join(folder, 'live'))).toEqual([]);
    const db = new Database(join(folder, 'keys', 'session-1.db'), { readonly: true });
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
    const filled = (tables as string[]).filter((t) => db.prepare(`SELECT 1 FROM ${t}`).get() !== undefined);
    expect(filled.toSorted()).toEqual(['code', 'secret']);
    db.close();
    expect((await store.sealedCodes())(CODE)).toEqual({ session: 'session-1', spent: false });
    await store.close();
  });

  test('W3 what is taken out meanwhile does not come with an archive, words and all; what is not comes, and its code works', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const copy = await sealedHere(store);
    const tag = copy.responses.find((r) => r.comment === `${MINE} 1`)?.tag ?? '';
    await store.removeConsultation('c1');
    expect(await store.takeOut('session-1', CODE)).toEqual({ ok: true });
    expect(await store.takeOut('session-1', CODE)).toMatchObject({ refusal: 'code-spent' });
    await store.close();
    const then = await opened(folder);
    const release = aRelease(1);
    release.model.sections = [
      {
        id: 's',
        heading: 'One',
        level: 1,
        blocks: [{ kind: 'quote', text: `${MINE} 1`, by: 'A participant' }],
      },
    ];
    release.entry.quotes = [{ session: 'session-1', board: 1, tag, said: null }];
    const more = { from: null, releases: [release], reviews: [aReview({ tag, published: `${MINE} too` })] };
    expect(await bring(then, copy, more)).toEqual({ revision: 1, less: ['Adult focus group 1'] });
    expect(await answers(then)).toBe(14);
    expect((await then.figures(['session-1'])).tallies.reduce((sum, t) => sum + t.n, 0)).toBe(14);
    expect(holding(folder, MINE)).toEqual([]);
    expect(await then.session('session-1')).toMatchObject({ takenOut: 1 });
    expect(await then.takeOut('session-1', OTHER)).toEqual({ ok: true });
    expect([await answers(then), keys(folder), await then.keptCodes()]).toEqual([12, [], []]);
    await then.close();
  });

  test('W3 what a release quoted of them goes by their code from the release that stayed, and from one that an archive brings', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const { responses } = await sealedHere(store);
    const tag = responses.find((r) => r.comment === `${MINE} 1`)?.tag ?? '';
    const quoted = (number: number): Release => {
      const release = aRelease(number);
      const blocks = [{ kind: 'quote' as const, text: `${MINE}, edited`, by: 'A participant' }];
      release.model.sections = [{ id: 's', heading: 'One', level: 1, blocks }];
      release.entry.quotes = [{ session: 'session-1', board: 1, tag, said: null, at: [0] }];
      return release;
    };
    await store.addRelease(quoted(1));
    await store.removeSession('session-1');
    expect(JSON.stringify(await store.releases('c1'))).toContain(MINE);
    expect(await store.takeOut('session-1', CODE)).toEqual({ ok: true });
    const taken = { sealed: [], sessions: [], reviews: [], report: null, releases: [quoted(2)] };
    expect(await store.takeIn({ consultation: aConsultation(), from: 1, ...taken })).toMatchObject({
      less: [],
    });
    const kept = await store.releases('c1');
    expect(kept.map(({ entry }) => entry.quotes)).toEqual([[], []]);
    await store.scrub();
    expect(holding(folder, MINE)).toEqual([]);
    await store.close();
  });

  test('W3 removed once more, the same archive comes without them again; one that lacks less than was taken out since does not', async () => {
    const store = await opened(newFolder());
    const copy = await sealedHere(store);
    await store.removeSession('session-1');
    await store.takeOut('session-1', CODE);
    for (const times of [1, 2]) {
      expect(await bring(store, copy, { from: times })).toMatchObject({ less: ['Adult focus group 1'] });
      expect(await answers(store)).toBe(14);
      await store.removeSession('session-1');
      // Nothing that an archive of that day would bring is unknown.
      expect(await store.takenOutOfRemoved('session-1')).toBe(0);
    }
    await bring(store, copy, { from: 3 });
    const later = (await store.session('session-1'))?.takenOut ?? 0;
    await store.takeOut('session-1', OTHER);
    await store.removeSession('session-1');
    expect(await store.takenOutOfRemoved('session-1')).toBe(later + 1);
    await store.close();
  });

  test('W3 each copy that comes in with less is a later one, so that merging takes it out elsewhere', async () => {
    const store = await opened(newFolder());
    const copy = await sealedHere(store);
    for (const [times, code] of [CODE, OTHER].entries()) {
      await store.removeSession('session-1');
      await store.takeOut('session-1', code);
      await bring(store, copy, { from: times + 1 });
      expect(await store.session('session-1')).toMatchObject({ takenOut: times + 1 });
    }
    await store.close();
  });

  test('W3 no file makes the day earlier that people were told', async () => {
    const store = await opened(newFolder());
    const copy = await sealedHere(store);
    await store.removeSession('session-1');
    await bring(store, { ...copy, session: { ...copy.session, withdrawUntil: '2026-11-30' } });
    await store.removeSession('session-1');
    expect(await store.keptCodes()).toMatchObject([{ until: UNTIL }]);
    await store.close();
  });

  test('W3 W4 come back under another id, it is found by its tags; a yes to quoting that was taken back stays so', async () => {
    const store = await opened(newFolder());
    const copy = await sealedHere(store);
    const renamed = {
      ...copy,
      session: { ...copy.session, id: 'beside' },
      boards: copy.boards.map((b) => ({ ...b, session: 'beside' })),
      eligible: copy.eligible.map((e) => ({ ...e, session: 'beside' })),
    };
    await store.removeSession('session-1');
    expect(await store.unquote('session-1', CODE)).toEqual({ ok: true });
    await bring(store, renamed);
    expect((await store.comments('c1', null)).map((c) => c.quote)).toEqual([false, false]);
    expect(await answers(store, 'beside')).toBe(16);
    expect(await store.takeOut('session-1', CODE)).toEqual({ ok: true });
    expect([await answers(store, 'beside'), await store.comments('c1', null)]).toEqual([14, []]);
    await store.close();
  });

  test('W3 which tags were one person’s is in no file: they stand in their own order and with nothing beside them', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const copy = await sealedHere(store);
    const tag = copy.responses.find((r) => r.comment !== '')?.tag ?? '';
    await store.removeSession('session-1');
    await store.takeOut('session-1', CODE);
    await store.takeOut('session-1', OTHER);
    const copies = holding(folder, tag).filter((name) => name.startsWith('sealed'));
    // A copy that did not know it would bring them back.
    expect(copies).toEqual(readdirSync(join(folder, 'backup')).filter((name) => name.endsWith('.db')));
    await store.close();
    const db = new Database(join(folder, 'standpoint.db'), { readonly: true });
    const rows = db.prepare('SELECT * FROM left_out').all() as { tag: string }[];
    // Two people's answers to two statements, and wherever they could have had a thought: as many for each.
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.length % 2).toBe(0);
    expect(new Set(rows.map((r) => Object.keys(r).join()))).toEqual(new Set(['tag,what']));
    expect(rows.map((r) => r.tag)).toEqual(rows.map((r) => r.tag).toSorted());
    db.close();
  });

  test('W5 where nobody has a code, or no day was told, the key goes with the session', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const plain = await begun(store, aSession('session-1', { withdrawUntil: UNTIL }));
    await plain.saveCards([CODE]);
    const never = await begun(store, aSession('session-2'));
    await never.saveCode('token', OTHER);
    const rehearsed = await begun(store, aSession('session-3', { withdrawUntil: UNTIL, rehearsal: true }));
    await rehearsed.saveCode('token', CODE);
    for (const id of ['session-1', 'session-2', 'session-3']) await store.removeSession(id);
    expect([keys(folder), await store.keptCodes()]).toEqual([[], []]);
    await store.close();
  });

  test('W6 destroying a consultation ends the codes of those that were removed from it before', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    await sealedHere(store);
    await store.removeSession('session-1');
    expect(keys(folder)).toEqual(['session-1.db']);
    const day = { on: '2027-04-01', keepUntil: '2027-03-31', first: '', last: '' };
    await store.destroyConsultation({ consultation: 'c1', title: '', sessions: 0, ...day });
    expect([keys(folder), await store.keptCodes()]).toEqual([[], []]);
    await store.close();
  });

  test('W1 no other session begins under its id, which would need a key in the place of the one that is there', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    await sealedHere(store);
    await store.removeSession('session-1');
    await expect(begun(store, aSession('session-1'))).rejects.toThrow('codes');
    await store.removeSession('session-1');
    expect((await store.sealedCodes())(CODE)).not.toBeNull();
    await store.close();
  });
});

test('W3 removed while it ran here, and sealed at another laptop that had taken it over: who takes their answers out here is left out of that one’s archive', async () => {
  const [here, there] = [newFolder(), newFolder()];
  const store = await opened(here);
  await held(store);
  await store.close();
  cpSync(here, there, { recursive: true });
  const first = await opened(here);
  await first.removeSession('session-1');
  expect(await first.takeOut('session-1', CODE)).toEqual({ ok: true });
  const other = await opened(there);
  await other.seal('session-1', true);
  const copy = await copyOf(other);
  await other.close();
  expect(await bring(first, copy)).toMatchObject({ less: ['Adult focus group 1'] });
  expect([await answers(first), holding(here, MINE)]).toEqual([14, []]);
  await first.close();
});
