/** A discussion that goes on at another laptop: points, themes, post-its under them, order and numbers of speakers. */
import { describe, expect, test } from '@jest/globals';
import type { Carried } from '../../../../server/store/carry.ts';
import type { LiveResponse, LiveStore, Store } from '../../../../server/store/store.ts';
import { packBundle, readBundle } from '../../../../server/stick/bundle.ts';
import { holding } from '../../../support/bytes.ts';
import type { CorrectionChange, StudiesChange } from '../../../../core/caseStudies/change.ts';
import { studySection } from '../../../../core/report/studyBlocks.ts';
import { newReport } from '../../../../core/report/document.ts';
import { passage, source } from '../../../support/sources.ts';
import { correction, study } from '../../../support/studies.ts';
import { coding, edit, editTheme, point, removal, theme } from '../../../support/talk.ts';
import { aRelease, aResponse, aSession, begun, newFolder, opened, reopened } from '../made.ts';

const copiedBy = (store: Store): Promise<void> =>
  new Promise((resolve) => {
    store.carry.onCopied(() => resolve());
  });

/**
 * Places for somebody who thinks again: a copy is made a second after words were changed, and four after any
 * other answer.
 */
async function changed(live: LiveStore, given: LiveResponse): Promise<void> {
  await live.place({ ...given, comment: 'words that go', note: 'note-that-goes' });
  await live.place({ ...given, revision: given.revision + 1 });
}

/** A laptop on which a session is talked about, once a copy of it was made. */
async function talking(folder = newFolder()): Promise<Store> {
  const store = await opened(folder);
  const copied = copiedBy(store);
  const live = await begun(store);
  await changed(live, aResponse(1, 'a', { comment: 'words', note: 'note-of-the-room' }));
  await copied;
  const said = [
    theme('calls'),
    theme('time'),
    point('z', { person: 2, themes: ['calls'], postit: '1.note-of-the-room' }),
    point('b', { person: 1 }),
    point('m', { person: 2 }),
    coding('1.note-of-the-room', [], ['time']),
  ];
  expect(await store.talk.change('c1', said)).toHaveLength(said.length);
  expect(await store.talk.change('c1', [removal(point('b'))])).toHaveLength(1);
  return store;
}

/** What a stick makes of what was packed. */
async function overStick(packed: Carried | null): Promise<Carried> {
  if (packed === null) throw new Error('nothing was packed');
  const head = { turn: 1, count: 1, made: 0, address: '' };
  const bundle = await readBundle(packBundle({ ...head, sessions: [packed] }));
  const [carried] = bundle?.sessions ?? [];
  if (carried === undefined) throw new Error('nothing came');
  return carried;
}

/** The session goes on at that laptop, which closes then; what its stick has. */
async function wentOn(there: Store): Promise<Carried> {
  const copied = copiedBy(there);
  await changed(await reopened(there), aResponse(1, 'b'));
  await copied;
  const back = await overStick(await there.carry.pack('session-1'));
  await there.close();
  return back;
}

describe('O5 TK4 a discussion goes on at another laptop', () => {
  test('with its order, the numbers of its speakers, what was removed, and what hangs on post-its', async () => {
    const first = await talking();
    const before = await first.talk.read('c1');
    expect(before.points.map(({ id, person }) => [id, person])).toEqual([
      ['z', 2],
      ['m', 2],
    ]);
    const carried = await overStick(await first.carry.pack('session-1'));
    const second = await opened(newFolder());
    expect(await second.carry.put(carried, false)).toEqual({ ok: true });
    expect(await second.talk.read('c1')).toEqual(before);
    // What is said there comes behind it, and what was removed does not come back by an older copy.
    expect(await second.talk.change('c1', [point('a', { person: 3 })])).toHaveLength(1);
    expect((await second.talk.read('c1')).points.map(({ id }) => id)).toEqual(['z', 'm', 'a']);
    await Promise.all([first.close(), second.close()]);
  });

  test('RT4 RT8 a passage that was removed there goes out of the report and the releases that are here', async () => {
    const folder = newFolder();
    const first = await talking(folder);
    const quoted = [source('s', { mayQuote: true }), passage('p', 's', 'They came on Monday.')];
    expect(await first.talk.change('c1', quoted)).toHaveLength(2);
    const decided = { session: '', point: 'p', chosen: true, checked: true, published: null };
    await first.saveReport('c1', { ...newReport(5, 'shown'), points: [decided] }, null);
    const release = aRelease(1);
    const blocks = [{ kind: 'quote' as const, text: 'They came, she said', by: 'Participant' }];
    release.model.sections = [{ id: 'theme-1', heading: '', level: 2, blocks }];
    const passages = [{ source: 's', passage: 'p', said: {}, at: [0] }];
    release.entry.talk = { cells: [], quotes: [], passages };
    await first.addRelease(release);
    const carried = await overStick(await first.carry.pack('session-1'));
    const before = carried.talk ?? never();
    const talk = { ...before, gone: ['p'], done: [...before.done, 'removes-p'] };
    expect(await first.carry.put({ ...carried, talk }, true)).toEqual({ ok: true });
    expect((await first.report('c1'))?.document.points).toEqual([]);
    expect(JSON.stringify(await first.releases('c1'))).not.toContain('she said');
    await first.close();
    expect(holding(folder, 'she said')).toEqual([]);
  });

  test('CS6 RB3 with case studies and what was corrected in it, and neither brings back what the other removed', async () => {
    const folder = newFolder();
    const first = await talking(folder);
    const there = await opened(newFolder());
    const told = async (store: Store) => {
      const { caseStudies, corrections } = await store.studies.read('c1');
      return [
        caseStudies.map(({ text }) => text),
        corrections.map(({ id, accepted }) => `${id} ${accepted}`),
      ];
    };
    const take = (key: string): StudiesChange => ({
      id: `takes-${key}`,
      of: 'correction',
      key,
      was: { accepted: false },
      set: { accepted: true },
    });
    const remove = (made: CorrectionChange): StudiesChange => ({
      ...made,
      id: `removes-${made.key}`,
      was: made.set,
      set: null,
    });
    const own = correction('own', { session: 'session-1' });
    await first.studies.change('c1', [study('k'), own, correction('away'), correction('stays')]);
    await there.carry.put(await overStick(await first.carry.pack('session-1')), false);
    expect(await told(there)).toEqual([['Text k'], ['away false', 'own false', 'stays false']]);
    await there.studies.change('c1', [
      take('own'),
      correction('new', { session: 'session-1' }),
      remove(correction('stays')),
    ]);
    await there.talk.change('c1', [theme('more')]);
    const back = await wentOn(there);
    await first.studies.change('c1', [remove(correction('away'))]);
    await first.close();
    const again = await opened(folder);
    expect(await again.carry.put(back, true)).toEqual({ ok: true });
    expect(await told(again)).toEqual([['Text k'], ['new false', 'own true']]);
    await again.close();
  });

  test('CS10 a case study that was removed there goes out of the releases that are kept here', async () => {
    const folder = newFolder();
    const first = await talking(folder);
    const there = await opened(newFolder());
    const kept = study('k');
    await first.studies.change('c1', [kept]);
    const { model, entry } = aRelease(1);
    const blocks = [{ kind: 'paragraph' as const, text: 'Text k' }];
    const section = { id: studySection(1), heading: 'Study k', level: 2 as const, blocks };
    const studies = [{ id: 'k', version: 'v', hash: 'cd'.repeat(32), place: 1, said: {} }];
    const release = aRelease(1, { model: { ...model, sections: [section] }, entry: { ...entry, studies } });
    expect(await first.addRelease(release)).toEqual({ number: 1 });
    await there.carry.put(await overStick(await first.carry.pack('session-1')), false);
    const removed = { ...kept, id: 'removes-k', was: { ...kept.set, version: kept.id }, set: null };
    expect(await there.studies.change('c1', [removed])).toEqual([{ id: 'removes-k', is: 'done' }]);
    await there.talk.change('c1', [theme('more')]);
    const back = await wentOn(there);
    await first.close();
    const again = await opened(folder);
    expect(await again.carry.put(back, true)).toEqual({ ok: true });
    expect(JSON.stringify(await again.releases('c1'))).not.toMatch(/Study k|Text k|cdcd/);
    await again.close();
  });

  test('what was changed there stands when it comes back, and what either removed stays so', async () => {
    const folder = newFolder();
    const first = await talking(folder);
    const there = await opened(newFolder());
    expect(await there.carry.put(await overStick(await first.carry.pack('session-1')), false)).toEqual({
      ok: true,
    });
    const hand = edit('z', { hands: 0 }, { hands: 3 });
    await there.talk.change('c1', [
      hand,
      edit('z', { text: 'Point z' }, { text: 'Point z, mended' }),
      editTheme('time', { name: 'Theme time' }, { name: 'Enough time' }),
      removal(point('m', { person: 2 })),
    ]);
    const back = await wentOn(there);
    await first.talk.change('c1', [removal(theme('calls'))]);
    await first.close();
    const again = await opened(folder);
    expect(await again.carry.put(back, true)).toEqual({ ok: true });
    const { points, themes, gone } = await again.talk.read('c1');
    expect(points.map(({ text }) => text)).toEqual(['Point z, mended']);
    expect(themes.map(({ name }) => name)).toEqual(['Enough time']);
    expect(gone.toSorted()).toEqual(['b', 'calls', 'm']);
    // A device that had no answer from the other laptop hands it over here once more.
    expect(await again.talk.change('c1', [hand])).toHaveLength(1);
    expect((await again.talk.read('c1')).points[0]?.hands).toBe(3);
    await again.close();
  });

  test('TK2 themes that were changed on both laptops are both there, once, and what is newer here is not written over', async () => {
    const first = await talking();
    const there = await opened(newFolder());
    const early = await overStick(await first.carry.pack('session-1'));
    expect(await there.carry.put(early, false)).toEqual({ ok: true });
    const name = 'Theme time';
    await there.talk.change('c1', [
      editTheme('time', { name }, { name: 'Their time' }),
      editTheme('calls', { description: '' }, { description: 'Said there' }),
    ]);
    // Nothing is there that is not here: an older copy that comes again takes nothing back.
    expect(await there.carry.put(early, true)).toEqual({ ok: true });
    const themes = async (store: Store) =>
      (await store.talk.read('c1')).themes.map((t) => [t.name, t.description, t.parent].join('|')).toSorted();
    expect(await themes(there)).toEqual(['Their time||', 'Theme calls|Said there|']);
    await first.talk.change('c1', [editTheme('time', { name }, { name: 'Our time' })]);
    const carried = await overStick(await first.carry.pack('session-1'));
    const at = there.talk.at('c1');
    for (const _ of ['first', 'again']) {
      expect(await there.carry.put(carried, true)).toEqual({ ok: true });
      // A window that is open is given all of it.
      expect(there.talk.since('c1', at)).toBeNull();
      expect(await themes(there)).toEqual(['Our time||time', 'Their time||', 'Theme calls|Said there|']);
    }
    await Promise.all([first.close(), there.close()]);
  });

  test('TK6 S6 words that the other laptop removed or wrote over leave every file here too', async () => {
    const folder = newFolder();
    const first = await opened(folder);
    const copied = copiedBy(first);
    const live = await begun(first);
    await changed(live, aResponse(1, 'a', { comment: 'words', note: 'note-of-the-room' }));
    await copied;
    const gone = theme('gone', { name: 'SENTINEL gone' });
    await first.talk.change('c1', [gone, theme('stays', { name: 'SENTINEL stays' })]);
    await begun(first, aSession('session-2'));
    await first.seal('session-2', false);
    expect(holding(folder, 'SENTINEL').length).toBeGreaterThan(1);
    const there = await opened(newFolder());
    await there.carry.put(await overStick(await first.carry.pack('session-1')), false);
    await there.talk.change('c1', [
      removal(gone),
      editTheme('stays', { name: 'SENTINEL stays' }, { name: 'Theme stays' }),
    ]);
    const copiedThere = copiedBy(there);
    await changed(await reopened(there), aResponse(1, 'b'));
    await copiedThere;
    const back = await overStick(await there.carry.pack('session-1'));
    await first.carry.put(back, true);
    await Promise.all([first.close(), there.close()]);
    expect(holding(folder, 'SENTINEL')).toEqual([]);
  });

  test('what an earlier version carried has none, and comes as it did', async () => {
    const first = await talking();
    const carried = await overStick(await first.carry.pack('session-1'));
    delete carried.talk;
    const second = await opened(newFolder());
    expect(await second.carry.put(await overStick(carried), false)).toEqual({ ok: true });
    expect((await second.talk.read('c1')).points).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  });
});

function never(): never {
  throw new Error('nothing was carried');
}
