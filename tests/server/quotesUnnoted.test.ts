/** Releases of before, of which it was not noted where their quotes stand. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../core/refusal.ts';
import { newReport } from '../../core/report/document.ts';
import type { Change } from '../../core/talk/change.ts';
import type { Store } from '../../server/store/store.ts';
import { consultation, held, laptop } from '../support/archives.ts';
import { passage, source } from '../support/sources.ts';
import { edit, point, removal, theme } from '../support/talk.ts';
import { aRelease } from './store/made.ts';

const OUT = '[Taken out by whoever wrote it]';
const said = (key: string) =>
  point(key, { text: `Said ${key}`, kind: 'quote', mayQuote: true, themes: ['t'] }, 'aa');

let store: Store;
beforeEach(async () => {
  store = await laptop(consultation(), held('aa', [1, 2, 3, 4, 5]));
  await change(
    theme('t'),
    said('one'),
    said('two'),
    said('three'),
    source('s', { mayQuote: true }),
    passage('p', 's', 'They came on Monday.', { themes: ['t'] }),
  );
  const decided = { session: 'aa', chosen: true, checked: true };
  const points = [{ ...decided, point: 'three', published: 'The third, as edited' }];
  await store.saveReport('shared', { ...newReport(5, 'shown'), points }, null);
});
afterEach(() => store.close());

async function change(...changes: Change[]): Promise<void> {
  const done = await store.talk.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}

/** One that quoted the three points, and the passage, in these words. */
async function printed(...words: string[]): Promise<void> {
  const release = aRelease(1, { consultation: 'shared' });
  const blocks = words.map((text) => ({ kind: 'quote' as const, text, by: 'Participant' }));
  const table = { caption: '', head: [], numeric: [], rows: [['t', '–', words[0] ?? '']] };
  release.model.sections = [
    { id: 'theme-1', heading: '', level: 2, blocks },
    { id: 'codebook', heading: '', level: 1, blocks: [{ kind: 'table', ...table }] },
  ];
  const quotes = ['one', 'two', 'three'].map((key) => ({ session: 'aa', point: key, said: {} }));
  const passages = [{ source: 's', passage: 'p', said: {} }];
  release.entry.talk = { cells: [], quotes, passages };
  await store.addRelease(release);
}

async function standing(): Promise<string[]> {
  const [release] = await store.releases('shared');
  return (release?.model.sections ?? []).flatMap(({ blocks }) =>
    blocks.flatMap((b) => (b.kind === 'quote' ? [b.text] : b.kind === 'table' ? b.rows.flat().slice(2) : [])),
  );
}

test('RT4 of a quote in words that nobody knows any more goes what no other quote explains, in the codebook too', async () => {
  await printed('As it was then', 'Said two', 'The third, as edited', 'They came on Monday.');
  await change(removal(said('one')));
  expect(await standing()).toEqual([OUT, 'Said two', 'The third, as edited', 'They came on Monday.', OUT]);
});

test('RT4 where other quotes were worded anew since, theirs go with it, and nothing says that their writers took them out', async () => {
  await printed('As it was then', 'Said two', 'The third, as edited', 'They came on Monday.');
  await change(edit('two', { text: 'Said two' }, { text: 'Said otherwise' }, 'aa'), removal(said('one')));
  const after = '[Taken out afterwards]';
  expect(await standing()).toEqual([after, after, 'The third, as edited', 'They came on Monday.', after]);
});

test('RT4 where the words of what goes are known, no other quote goes', async () => {
  await printed('Said one', 'As it was then', 'The third, as edited', 'They came on Monday.');
  await change(removal(said('one')));
  expect(await standing()).toEqual([
    OUT,
    'As it was then',
    'The third, as edited',
    'They came on Monday.',
    OUT,
  ]);
});
