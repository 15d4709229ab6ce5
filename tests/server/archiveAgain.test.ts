/** An archive that is opened again and brings nothing new: nothing is looked through and cleaned for it. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openDatabase } from '../../server/store/sqlite/database.ts';
import { MainDb } from '../../server/store/sqlite/mainDb.ts';
import { scrubIsDue } from '../../server/store/sqlite/scrub.ts';
import { takeIn } from '../../server/store/sqlite/takeIn.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { point, removal } from '../support/talk.ts';
import { newFolder, opened } from './store/made.ts';

test('F13 TP5 one that brings nothing new of a session of which somebody took theirs out has no copy written anew', async () => {
  const one = await laptop(consultation(), held('aa', [1, 2], { takenOut: 1, generation: 1 }));
  const thought = point('phone-1', {}, 'aa');
  await one.talk.change('shared', [thought, point('phone-2', {}, 'aa')]);
  await one.talk.change('shared', [removal(thought)]);
  const archive = await archiveOf(one, 'shared');
  const folder = newFolder();
  const two = await opened(folder);
  await take(two, archive);
  const main = new MainDb(openDatabase(join(folder, 'standpoint.db')));
  const asked: string[][] = [];
  // By the store itself the copies would be written at once, and nothing of it be seen.
  two.takeIn = (taken) => {
    asked.push(...(taken.outWords ?? []).map(({ ids }) => ids));
    return takeIn(main, taken);
  };
  expect(await scrubIsDue(main)).toBe(false);
  expect((await take(two, archive)).known).toEqual(['Session aa']);
  expect([asked, await scrubIsDue(main)]).toEqual([[['phone-1']], false]);
  main.raw.close();
  for (const store of [one, two]) await store.close();
});
