/** A paper slip on the disk: one commit, and no log that shows for long what came together. */
import { statSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { NO_SLIPS } from '../../../../core/slips.ts';
import { openedRoom, aResponse, begun, newFolder, opened, reopened } from '../made.ts';

/** A room in which these numbers are in. */
const withSlips = (...entered: number[]) => openedRoom(2, { slips: { ...NO_SLIPS, entered } });

test('SL1 the answers of a slip and its number are kept together or not at all', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  const live = await begun(store);
  const one = [aResponse(1, 'a', { comment: 'words' }), aResponse(2, 'b')];
  const placing = live.placeSlip(one, withSlips(7));
  expect(live.current(1, 'a')).toEqual(one[0]);
  expect(await placing).toEqual(one.map((saved) => ({ saved, before: undefined })));
  // Of what is not newer, or was taken out, nothing is written: not what stands beside it, and no number.
  await live.takeOut([{ board: 1, tag: 'gone' }]);
  for (const late of [aResponse(1, 'a', { answer: 1 }), aResponse(1, 'gone')])
    expect(await live.placeSlip([aResponse(2, 'c'), late], withSlips(7, 8))).toBeNull();
  // A trigger refuses the second row, so that the whole of it fails.
  const other = new Database(join(folder, 'live', 'session-1.db'));
  other.exec(
    `CREATE TRIGGER full BEFORE INSERT ON response WHEN NEW.tag = 'f' BEGIN SELECT RAISE(ABORT, 'full'); END`,
  );
  other.close();
  await expect(live.placeSlip([aResponse(2, 'e'), aResponse(1, 'f')], withSlips(7, 8))).rejects.toThrow(
    'full',
  );
  expect([live.current(2, 'e'), live.current(1, 'f')]).toEqual([undefined, undefined]);
  await live.close();
  const again = await reopened(store);
  expect(await again.responses()).toEqual(one);
  expect((await again.room()).slips.entered).toEqual([7]);
  await store.close();
});

test('SL3 the log that shows a number beside answers written with it is emptied by itself within seconds', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  const live = await begun(store);
  const log = join(folder, 'live', 'session-1.db-wal');
  const changes = watch(join(folder, 'live'));
  await live.placeSlip([aResponse(1, 'a'), aResponse(2, 'b')], withSlips(7));
  expect(statSync(log).size).toBeGreaterThan(0);
  for await (const _ of changes) if (statSync(log).size === 0) break;
  await store.close();
}, 20_000);
