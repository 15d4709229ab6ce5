/** What was decided about quoting a passage goes with its words, out of the report and of releases that are kept. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { isRefusal } from '../../core/refusal.ts';
import { newReport, type PointReview } from '../../core/report/document.ts';
import type { Change } from '../../core/talk/change.ts';
import { hashOf } from '../../server/use/boundTo.ts';
import type { Release, Store } from '../../server/store/store.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { editPassage, editSource, passage, placeOf, SAID, source } from '../support/sources.ts';
import { theme } from '../support/talk.ts';
import { newFolder, opened } from './store/made.ts';

const WORDS = 'They came on Monday.';
const review = (point: string): PointReview => ({
  session: '',
  point,
  chosen: true,
  checked: true,
  published: null,
});

let store: Store;
let other: Store;
beforeEach(async () => {
  store = await laptop(consultation(), held('aa', [1, 2, 3, 4, 5]));
  await change(
    store,
    theme('t'),
    source('s', { mayQuote: true }),
    passage('one', 's', WORDS, { themes: ['t'] }),
    passage('two', 's', 'Friday, too late', { themes: ['t'] }),
  );
  const document = { ...newReport(5, 'shown'), points: [review('one'), review('two')] };
  await store.saveReport('shared', document, null);
  await store.addRelease(release());
  other = await opened(newFolder());
});
afterEach(async () => {
  await store.close();
  await other.close();
});

async function change(to: Store, ...changes: Change[]): Promise<void> {
  const done = await to.talk.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}

/** A release that quoted the first one. */
function release(): Release {
  const blocks = [{ kind: 'quote' as const, text: WORDS, by: 'Participant' }];
  const model = {
    format: 'standpoint-report',
    version: 1,
    title: '',
    sections: [{ id: 'theme-1', heading: 'Theme', level: 2, blocks }],
  };
  const talk = { cells: [], quotes: [], passages: [{ source: 's', passage: 'one', said: {} }] };
  return {
    consultation: 'shared',
    number: 1,
    date: '2026-11-22',
    formats: ['html'],
    approvedBy: {},
    notes: [],
    hash: hashOf(model),
    model,
    entry: { number: 1, date: '2026-11-22', floor: 5, boards: [], talk },
  } as unknown as Release;
}

const decided = async (on = store): Promise<string[]> =>
  ((await on.report('shared'))?.document.points ?? []).map(({ point }) => point);

test('RT4 RT8 a text that was mended, and a passage put elsewhere, take the decision along; others keep theirs', async () => {
  await change(store, editSource('s', { text: SAID }, { text: SAID.replace('They came', 'She came') }));
  expect(await decided()).toEqual(['two']);
  // What went out stays as it was printed.
  expect(JSON.stringify(await store.releases('shared'))).toContain(WORDS);
  const { from, to } = (await store.talk.read('shared')).passages.find(({ id }) => id === 'two') ?? {};
  if (from === undefined || to === undefined) throw new Error('no passage');
  await change(store, editPassage('two', 's', { themes: ['t'] }, { themes: [] }));
  expect(await decided()).toEqual(['two']);
  await change(store, editPassage('two', 's', { from, to }, { from: from - 3, to }, 'on Friday, too late'));
  expect(await decided()).toEqual([]);
});

test('RT4 RT8 a passage or a source that is removed goes out of the releases that are kept, also by an archive', async () => {
  await take(other, await archiveOf(store, 'shared'));
  expect(await decided(other)).toEqual(['one', 'two']);
  const { themes, ...place } = { ...placeOf(WORDS), themes: ['t'] };
  const was = {
    ...place,
    themes,
    coder: 'first' as const,
    note: '',
    stance: '' as const,
    outcome: '' as const,
  };
  await change(store, { id: 'goes', of: 'passage', key: 'one', source: 's', words: WORDS, was, set: null });
  for (const on of [store, other]) {
    if (on === other) await take(other, await archiveOf(store, 'shared'));
    expect(await decided(on)).toEqual(['two']);
    const [kept] = await on.releases('shared');
    expect(JSON.stringify(kept)).not.toContain(WORDS);
    expect(kept?.entry.talk?.passages).toEqual([]);
    expect(kept?.hash).toBe(release().hash);
  }
  const archive = await archiveOf(store, 'shared');
  expect(strFromU8(unzipSync(archive)['manifest.json'] ?? new Uint8Array())).toContain('"version": 5');
});
