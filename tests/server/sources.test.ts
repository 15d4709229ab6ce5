/** Interviews and passages in the store, in archives, and in the researchers' files. */
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Change } from '../../core/talk/change.ts';
import { wordsAt } from '../../core/talk/positions.ts';
import { NEW_PASSAGE, NEW_QUESTION, NEW_SOURCE } from '../../core/talk/sources.ts';
import { codePoints } from '../../core/text.ts';
import { NEW_THEME } from '../../core/talk/types.ts';
import type { Store } from '../../server/store/store.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { editPassage, editSource, passage, placeOf, question, SAID, source } from '../support/sources.ts';
import { theme } from '../support/talk.ts';
import { files, MARK, nastySource } from './export/sources.ts';
import { newFolder, opened } from './store/made.ts';

const stores: Store[] = [];
const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});
const one = (): Promise<Store> => kept(laptop(consultation(), held('aa', [1, 2])));
const change = async (store: Store, ...changes: Change[]): Promise<string[]> => {
  const done = await store.talk.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done.map(({ is }) => is);
};
const words = async (store: Store): Promise<Record<string, string>> => {
  const { sources, passages } = await store.talk.read('shared');
  return Object.fromEntries(
    passages.map((p) => [p.id, wordsAt(sources.find(({ id }) => id === p.source)?.text ?? '', p)]),
  );
};
const removed = <C extends { was: unknown; set: unknown; id: string }>(of: C): C => ({
  ...of,
  id: `${of.id}-r`,
  was: of.set,
  set: null,
});

describe('the store', () => {
  test('IV2 an edit of the text moves passages with it, and what no longer stands is kept and told', async () => {
    const store = await one();
    const [s, a, b] = [
      source('s'),
      passage('a', 's', 'on Friday'),
      passage('b', 's', 'Monday', { themes: ['t'] }),
    ];
    await change(store, theme('t'), s, a, b);
    const before = store.talk.at('shared');
    const text = SAID.replace('👪 They came on Monday.', 'Somebody came.');
    expect(await change(store, editSource('s', { text: SAID }, { text }))).toEqual(['done']);
    expect(await words(store)).toEqual({ a: 'on Friday', b: '' });
    expect((await store.talk.read('shared')).passages.find(({ id }) => id === 'b')?.themes).toEqual(['t']);
    // Whoever asks what is newer is told of the passages as well.
    expect([...(store.talk.since('shared', before) ?? [])].toSorted()).toEqual(['a', 'b', 's']);
    // Moved by somebody's change of the text: a device that has not heard of that may remove it all the same.
    expect(await change(store, removed(a))).toEqual(['done']);
    expect(await words(store)).toEqual({ b: '' });
    await change(store, { ...a, id: 'again' });
    // A device that selected in the older text finds its words where they stand, or is told.
    const late = [passage('c', 's', 'too late'), passage('d', 's', 'They came')];
    expect(await change(store, ...late)).toEqual(['done', 'differs']);
    expect(await words(store)).toMatchObject({ c: 'too late', d: '' });
    // Undone, and put back.
    await change(store, editSource('s', { text }, { text: SAID }));
    const place = placeOf('Monday');
    expect(await change(store, editPassage('b', 's', { from: 0, to: 0 }, place, 'Monday'))).toEqual(['done']);
    expect(await words(store)).toMatchObject({ a: 'on Friday', b: 'Monday', c: 'too late' });
  });

  test('IV3 P5 no yes, no passage; what has no room is named, and nothing is half done', async () => {
    const store = await one();
    await change(store, source('s', { mayUse: false }));
    expect(await store.talk.change('shared', [theme('t'), passage('a', 's', 'Friday')])).toMatchObject({
      refusal: 'no-consent',
      where: 'changes.1',
    });
    expect((await store.talk.read('shared')).themes).toEqual([]);
    await change(store, editSource('s', { mayUse: false }, { mayUse: true }), passage('a', 's', 'Friday'));
    await change(store, editSource('s', { mayUse: true }, { mayUse: false }));
    // Taken back: what was coded may only be removed.
    const more = editPassage('a', 's', { themes: [] }, { themes: ['t'] });
    expect(await store.talk.change('shared', [more])).toMatchObject({ refusal: 'no-consent' });
    expect(await change(store, removed(passage('a', 's', 'Friday')))).toEqual(['done']);
    expect(await change(store, passage('x', 'none', 'Friday'))).toEqual(['gone']);
    const all = Array.from({ length: LIMITS.questions }, (_, i) => question(`q${i}`));
    await change(store, ...all);
    expect(await store.talk.change('shared', [question('more')])).toMatchObject({
      refusal: 'sources-full',
      where: 'changes.0',
    });
  });

  test('IV4 S6 a source takes its passages along, undo brings all back, and no file has a word of what went', async () => {
    const folder = newFolder();
    const store = await kept(opened(folder));
    await store.saveConsultation(consultation(), null);
    const secret = 'Wilhelmina of the mill';
    const s = source('s', { text: `${secret} told me.`, title: secret });
    const a = passage('a', 's', secret, { note: `${secret} again` }, `${secret} told me.`);
    await change(store, s, a, question('q'));
    const gone = [removed(a), removed(s)];
    expect(await change(store, ...gone)).toEqual(['done', 'done']);
    expect((await store.talk.read('shared')).passages).toEqual([]);
    await change(store, { ...s, id: 'back-s' }, { ...a, id: 'back-a' });
    expect(await words(store)).toEqual({ a: secret });
    await change(store, { ...removed(a), id: 'r2a' }, { ...removed(s), id: 'r2s' });
    expect(await change(store, ...gone)).toEqual(['done', 'done']);
    await store.removeConsultation('shared');
    await store.close();
    stores.pop();
    for (const name of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (name.isFile())
        expect(readFileSync(join(name.parentPath, name.name)).includes('Wilhelmina')).toBe(false);
  });
});

describe('archives', () => {
  test('IV4 F13 what is there comes through whole, the same bytes again, and goes away where it went', async () => {
    const first = await one();
    await change(first, theme('t'), source('s', { session: 'aa' }), source('no', { mayUse: false }));
    await change(first, passage('a', 's', 'on Friday', { themes: ['t'], note: 'n' }), question('q'));
    const archive = await archiveOf(first, 'shared');
    expect(strFromU8(unzipSync(archive)['manifest.json'] ?? new Uint8Array())).toContain('"version": 4');
    const second = await kept(opened(newFolder()));
    await take(second, archive);
    expect(await second.talk.read('shared')).toEqual(await first.talk.read('shared'));
    expect((await archiveOf(second, 'shared')).equals(archive)).toBe(true);
    await change(second, removed(passage('a', 's', 'on Friday', { themes: ['t'], note: 'n' })));
    await take(first, await archiveOf(second, 'shared'));
    expect((await first.talk.read('shared')).passages).toEqual([]);
    // No older archive brings it back.
    await take(second, archive);
    expect((await second.talk.read('shared')).passages).toEqual([]);
  });

  test('IV3 F13 two laptops: a yes that was taken back on either is taken back, and passages go to their words', async () => {
    const first = await one();
    await change(first, source('s'), source('u'), passage('a', 's', 'Friday'), question('q'));
    const second = await kept(opened(newFolder()));
    await take(second, await archiveOf(first, 'shared'));
    await change(second, passage('b', 's', 'too late'), passage('c', 's', 'Monday'));
    await change(
      second,
      editSource('u', { mayUse: true, mayQuote: false }, { mayUse: false, mayQuote: false }),
    );
    const text = SAID.replace('👪 They came on Monday. ', '');
    await change(first, editSource('s', { text: SAID }, { text }));
    const merged = await take(first, await archiveOf(second, 'shared'));
    expect(await words(first)).toEqual({ a: 'Friday', b: 'too late', c: '' });
    const now = await first.talk.read('shared');
    expect(now.sources.map(({ id, mayUse }) => [id, mayUse])).toEqual([
      ['s', true],
      ['u', false],
    ]);
    expect(JSON.stringify(merged)).toContain('interviews and documents were changed there');
  });
});

test('IV8 the researchers have texts with a yes and their passages, and no word of others', async () => {
  const { source: from } = await nastySource();
  const text = `=1+1 ${SAID}`;
  const all = await files({
    ...from,
    talk: {
      themes: [
        { ...NEW_THEME, id: 'a', name: 'Waiting', order: 1 },
        { ...NEW_THEME, id: 'b', name: 'Told late', order: 2 },
      ],
      points: [],
      codings: [],
      seconds: [],
      sources: [
        { ...NEW_SOURCE, id: 's', title: 'Interview 1', text, mayUse: true, interviewer: 'peer' },
        { ...NEW_SOURCE, id: 'no', title: 'Kept back', text: 'Nobody may read this', mayUse: false },
      ],
      passages: [
        { ...NEW_PASSAGE, id: 'p', source: 's', ...placeOf('I was told', text), themes: ['a', 'b'] },
        { ...NEW_PASSAGE, id: 'r', source: 's', ...placeOf('told on', text), themes: ['b'], coder: 'second' },
        { ...NEW_PASSAGE, id: 'x', source: 'no', from: 0, to: 6, themes: ['a'] },
      ],
      questions: [{ ...NEW_QUESTION, id: 'q', text: 'What helped?', proposedBy: 'both', agreedBy: 'Panel' }],
      gone: [],
      back: [],
    },
  });
  const read = (name: string): Record<string, string>[] =>
    parse<Record<string, string>>(all[`${MARK}${name}_data.csv`] ?? '', { columns: true });
  expect(JSON.stringify(all)).not.toMatch(/Nobody may read|Kept back/);
  const [s] = read('sources');
  expect(s).toMatchObject({ form: 'interview', interviewer: 'peer', characters: String(codePoints(text)) });
  const lines = read('source_lines');
  expect(lines.map((row) => row['text']).join('\n')).toBe(text);
  const [first, second] = read('passages');
  expect(first).toMatchObject({ source_id: s?.['source_id'], text: 'I was told', theme_ids: 't001+t002' });
  expect(wordsAt(text, { from: Number(second?.['from']), to: Number(second?.['to']) })).toBe('told on');
  expect(read('theme_pairs')).toMatchObject([
    { theme_a: 't001', theme_b: 't002', contributions: '0', places: '1' },
  ]);
  expect(read('theme_agreement')).toMatchObject([
    { name: 'Waiting', units: '3', first_only: '1' },
    { name: 'Told late', alpha: '1.0000', alpha_low: '', both: '1' },
    { theme_id: 'all', name: '', units: '3', both: '' },
  ]);
  expect(read('interview_questions')).toMatchObject([
    { number: '1', proposed_by: 'both', agreed_by: 'Panel' },
  ]);
  expect(read('themes')).toMatchObject([{ sources: '1', passages: '1', voices: '1' }, { sources: '1' }]);
  expect(all[`${MARK}source_lines_excel.csv`]).toContain("'=1+1");
  expect(all[`${MARK}README.txt`]).toContain('source_lines');
});
