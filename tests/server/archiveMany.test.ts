/** Archives that go round between laptops, in any order, count each sitting once. */
import { describe, expect, test } from '@jest/globals';
import { newReport } from '../../core/report/document.ts';
import type { SealedSession, Store } from '../../server/store/store.ts';
import { isRefusal } from '../../core/refusal.ts';
import { openArchiveFile } from '../../server/use/archives.ts';
import { archiveOf, aRelease, consultation, held, laptop, rooms, take } from '../support/archives.ts';
import { aConsultation, aSession, newFolder, opened } from './store/made.ts';

async function answers(store: Store): Promise<number> {
  const ids = (await store.sessions('shared')).map((s) => s.id);
  return (await store.figures(ids)).tallies.reduce((sum, t) => sum + t.n, 0);
}

const people = (n: number): number[] => Array.from({ length: n }, (_, i) => (i % 5) + 1);

describe('archives that go round', () => {
  test('F13 whatever is merged into whatever, each sitting is counted once', async () => {
    const sittings = [
      held('draft', people(10), {}, 'a'),
      held('draft', people(12), {}, 'b'),
      held('draft', people(7), {}, 'c'),
      held('own', people(3), {}, 'd'),
    ];
    const stores = await Promise.all(sittings.map((s) => laptop(consultation(), s)));
    // Twice round, each into the next and into the one after it.
    for (let turn = 0; turn < 2; turn += 1)
      for (const [i, from] of stores.entries())
        for (const step of [1, 2]) {
          const into = stores[(i + step) % stores.length];
          if (into !== undefined) await take(into, await archiveOf(from, 'shared'));
        }
    for (const store of stores) {
      expect(await answers(store)).toBe(32);
      expect(await store.sessions('shared')).toHaveLength(4);
      await store.close();
    }
  });

  test('F13 a copy that lacks an answer is the same sitting, and is named', async () => {
    const whole = held('same', people(10));
    const fewer: SealedSession = { ...whole, responses: whole.responses.slice(0, 9) };
    const [a, b] = [await laptop(consultation(), fewer), await laptop(consultation(), whole)];
    const result = await take(a, await archiveOf(b, 'shared'));
    expect(result).toMatchObject({ added: [], known: ['Session same'] });
    expect(result.conflicts).toEqual([
      'The session “Session same” has other answers there than here, though it is the same one. What was here stays.',
    ]);
    expect(await answers(a)).toBe(9);
    await a.close();
    await b.close();
  });

  test('F13 never takes a session away from another consultation', async () => {
    const a = await laptop(consultation(), held('draft', people(5)));
    const b = await opened(newFolder());
    await b.saveConsultation(aConsultation('mine'), null);
    await b.saveSession(aSession('draft', { consultation: 'mine', code: '' }));
    const refusal = await openArchiveFile(b, rooms, await archiveOf(a, 'shared'));
    expect(refusal).toMatchObject({ refusal: 'bad-file', where: 'sessions/draft.json' });
    expect((await b.session('draft'))?.state).toBe('draft');
    expect(await b.consultation('shared')).toBeNull();
    await a.close();
    await b.close();
  });

  test('F13 registers of two laptops become one that opens again', async () => {
    const a = await laptop(consultation(), held('aa', people(6)));
    const b = await laptop(consultation(), held('bb', people(6)));
    for (const [store, title, session] of [[a, 'Ours', 'aa'] as const, [b, 'Theirs', 'bb'] as const]) {
      expect(await store.addRelease(aRelease(title, session))).toEqual({ number: 1 });
      await store.saveReport('shared', { ...newReport(5, 'shown'), subtitle: title }, null);
    }
    const result = await take(a, await archiveOf(b, 'shared'));
    expect(result.conflicts).toEqual([
      'The report was written on here and there. The one that was here stays.',
      'Release 1 of the other laptop is number 2 in the register here. What was printed keeps its own number.',
    ]);
    const merged = await a.releases('shared');
    expect(merged.map((r) => [r.number, r.entry.number, r.model.title])).toEqual([
      [1, 1, 'Ours'],
      [2, 2, 'Theirs'],
    ]);
    const c = await opened(newFolder());
    await take(c, await archiveOf(a, 'shared'));
    expect(await c.releases('shared')).toEqual(merged);
    expect((await take(a, await archiveOf(c, 'shared'))).conflicts).toEqual([]);
    for (const store of [a, b, c]) await store.close();
  });

  test('F10 all that a register says of a session stands under the id it has here', async () => {
    const a = await laptop(consultation(), held('same', people(6)));
    const b = await laptop(consultation(), held('same', people(7), {}, 'other'));
    const set = { sessions: ['same'], units: [{ groups: [], sessions: ['same'] }], others: [] };
    const release = aRelease('Theirs', 'same');
    const cells = [{ session: 'same', name: 'same', n: 7 }];
    release.entry.moved = release.entry.boards;
    release.entry.quotes = [
      { session: 'same', board: 1, tag: 'other-0', said: { as: 'group', label: 'Parents', set } },
    ];
    release.entry.heads = [
      { kind: 'session', date: '2026-11-22', of: 1, cells, rows: [['same']] },
      {
        kind: 'gender',
        date: '2026-11-22',
        of: 1,
        cells: [{ ...cells[0], session: 'same', name: 'woman', n: 7 }],
        rows: [['woman']],
      },
    ];
    await b.addRelease(release);
    await take(a, await archiveOf(b, 'shared'));
    const [own] = await a.releases('shared');
    const beside = (await a.sessions('shared')).map((s) => s.id).find((id) => id !== 'same') ?? '';
    // The statement's name and the groups' stay; every session is the one that came.
    expect(JSON.stringify(own?.entry)).not.toContain('"same"');
    expect(own?.entry.heads?.[0]).toMatchObject({
      rows: [[beside]],
      cells: [{ session: beside, name: beside }],
    });
    expect(own?.entry.heads?.[1]).toMatchObject({
      rows: [['woman']],
      cells: [{ session: beside, name: 'woman' }],
    });
    expect(own?.entry.quotes).toMatchObject([{ session: beside, said: { set: { sessions: [beside] } } }]);
    for (const store of [a, b]) await store.close();
  });

  test('F13 a register whose counts or report were changed is refused, or both are kept', async () => {
    const a = await laptop(consultation(), held('aa', people(6)));
    const release = aRelease('Ours', 'aa');
    await a.addRelease({ ...release, entry: { ...release.entry, boards: [] } });
    const b = await laptop(consultation(), held('aa', people(6)));
    await b.addRelease(release);
    await take(a, await archiveOf(b, 'shared'));
    expect((await a.releases('shared')).map((r) => r.entry.boards.length)).toEqual([0, 1]);
    const c = await laptop(consultation(), held('cc', people(6)));
    await c.addRelease({ ...aRelease('Ours', 'cc'), hash: '0'.repeat(64) });
    const refusal = await openArchiveFile(a, rooms, await archiveOf(c, 'shared'));
    expect(isRefusal(refusal) ? refusal.where : '').toBe('releases.json: 0.model');
    for (const store of [a, b, c]) await store.close();
  });
});
