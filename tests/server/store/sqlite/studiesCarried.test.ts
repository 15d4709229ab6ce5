/** Case studies of a consultation whose running session goes on at another laptop that has them already. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { CaseStudyChange } from '../../../../core/caseStudies/change.ts';
import { readOf } from '../../../../core/caseStudies/publish.ts';
import { isRefusal } from '../../../../core/refusal.ts';
import { openDatabase } from '../../../../server/store/sqlite/database.ts';
import { MainDb } from '../../../../server/store/sqlite/mainDb.ts';
import { bringTalkIn, talkOf } from '../../../../server/store/sqlite/talkCarry.ts';
import type { Store } from '../../../../server/store/store.ts';
import type { CarriedTalk } from '../../../../server/store/talk.ts';
import { editStudy, study } from '../../../support/studies.ts';
import { begun, newFolder, opened } from '../made.ts';

const READ = { version: 'v', readTo: 'v', reader: 'Second', readDay: '2026-11-20' } as const;

async function laptop(...changes: CaseStudyChange[]): Promise<{ store: Store; main: MainDb }> {
  const folder = newFolder();
  const store = await opened(folder);
  await begun(store);
  if (changes.length > 0 && isRefusal(await store.studies.change('c1', changes)))
    throw new Error('They were refused.');
  return { store, main: new MainDb(openDatabase(join(folder, 'standpoint.db'))) };
}
const ticks = async (store: Store): Promise<string[]> =>
  (await store.studies.read('c1')).caseStudies.map((one) => `${one.text}: ${readOf(one, [])}`);

test('CS6 O5 what would be recognised comes along with a running session, and what stands there stays; a stick of before says nothing of it', async () => {
  const known = editStudy('k', { knownTo: [] }, { knownTo: ['v'] });
  const one = await laptop(study('k', READ), study('new', READ), known);
  const two = await laptop(study('k', { ...READ, text: 'As it is here' }));
  const talk = await talkOf(one.main, 'c1', 'session-1');
  // As they were written before this was kept.
  const before = JSON.parse(JSON.stringify(talk), (name, value: unknown) =>
    name === 'knownTo' || name === 'readGroup' ? undefined : value,
  ) as CarriedTalk;
  await bringTalkIn(two.main, 'c1', 'session-1', before);
  expect(await ticks(two.store)).toEqual(['As it is here: stands', 'Text new: stands']);
  await bringTalkIn(two.main, 'c1', 'session-1', talk);
  expect(await ticks(two.store)).toEqual(['As it is here: known', 'Text new: stands']);
  for (const { store, main } of [one, two]) {
    main.raw.close();
    await store.close();
  }
});
