/** One command that takes a session over from the stick of another laptop. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { StickNow } from '../../../core/laptop.ts';
import { isRefusal } from '../../../core/refusal.ts';
import type { Store } from '../../../server/store/store.ts';
import { makeRooms } from '../../../server/use/rooms.ts';
import { takeUpSessions } from '../../../server/use/takeUp.ts';
import { STICK_FOLDER } from '../../../server/stick/files.ts';
import { minuteOf } from '../../../server/store/minute.ts';
import { copy } from '../../../server/store/sqlite/copies.ts';
import { writeHash } from '../../../server/store/sqlite/hashes.ts';
import { keyPath, pathsIn, slotPaths } from '../../../server/store/sqlite/paths.ts';
import { makeStick } from '../../../server/stick/stick.ts';
import { standpoint } from '../../support/cli.ts';
import { CHEAP_LOCK } from '../../support/lockWork.ts';
import { madeStick } from '../../support/stick.ts';
import { aParticipant, aResponse, begun, newFolder, opened, reopened } from '../store/made.ts';

test('O3 O5 restore takes sessions over from a stick, once it is given the passphrase', async () => {
  const folder = newFolder();
  const { folder: at } = madeStick();
  const store = await opened(folder);
  const live = await begun(store);
  await live.saveParticipant(aParticipant('h'));
  await live.place(aResponse(1, 'a'));
  const [slot] = slotPaths(pathsIn(folder), 'session-1');
  await copy(join(folder, 'live', 'session-1.db'), slot, []);
  await writeHash(slot);
  const stick = await makeStick({
    data: folder,
    running: async () => {
      const one = await store.carry.pack('session-1');
      return { ids: ['session-1'], carried: one === null ? [] : [one] };
    },
    address: () => 'http://192.168.1.20:8080',
    busy: () => false,
    tell: () => undefined,
    stickFault: () => undefined,
    fault: (error) => {
      throw error;
    },
    now: () => new Date(2026, 10, 3, 14, 5).getTime(),
    minute: minuteOf,
    lockWork: CHEAP_LOCK,
  });
  const named = await stick.name(at);
  if (isRefusal(named)) throw new Error(named.refusal);
  await stick.stop();
  await store.close();

  const other = join(folder, 'other');
  const restore = (...more: string[]) =>
    standpoint(folder, 'restore', '--data', other, '--from', at, ...more);
  expect(await restore()).toMatchObject({ code: 1, err: expect.stringContaining('--key FILE') });
  // A stick that is not plugged in, and a folder that is none; the database that is there is sound.
  await (await opened(other)).close();
  for (const [nowhere, why] of [
    [join(folder, 'nowhere'), 'Is the stick plugged in?'],
    [folder, 'is not a stick of Standpoint’s'],
  ] as const)
    expect(await standpoint(folder, 'restore', '--data', other, '--from', nowhere)).toMatchObject({
      code: 1,
      err: expect.stringContaining(why),
    });
  writeFileSync(join(folder, 'wrong.txt'), 'BCDF-BCDF-BCDF-BCDF-BCDF-BCDF');
  expect(await restore('--key', 'wrong.txt')).toMatchObject({ code: 1, out: '' });
  writeFileSync(join(folder, 'words.txt'), `${named.passphrase}\n`);
  // It is of another day: somebody has to say that there is none that is newer.
  for (const day of [[], ['--as-of', '2026-11-02']]) {
    const asked = await restore('--key', 'words.txt', ...day);
    expect([asked.code, asked.out]).toEqual([1, '']);
    expect(asked.err).toMatch(
      /copied to on 2026-11-03 at 14:05,[^]*Nothing was changed\.[^]*--as-of 2026-11-03/,
    );
  }
  // The folder on the stick is as good a name as the stick's own.
  const done = await standpoint(
    folder,
    'restore',
    '--data',
    other,
    '--from',
    join(at, STICK_FOLDER),
    '--key',
    'words.txt',
    '--as-of',
    '2026-11-03',
  );
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toContain('"Adult focus group 1" is here as it was at 14:05 on 2026-11-03.');
  const there = await opened(other);
  const again = await reopened(there);
  expect(again.current(1, 'a')).toEqual(aResponse(1, 'a'));
  expect((await again.participants()).map(({ hash }) => hash)).toEqual(['h']);
  // From now on this laptop's copies go to that stick.
  let now: StickNow = 'none';
  const thrown = (error: unknown): void => {
    throw error;
  };
  const here = await makeStick({
    data: other,
    running: async () => ({ ids: ['session-1'], carried: (await packed(there)) ?? [] }),
    address: () => '',
    tell: (state) => void (now = state),
    busy: () => false,
    fault: thrown,
    stickFault: thrown,
    now: Date.now,
    minute: minuteOf,
    lockWork: CHEAP_LOCK,
  });
  here.copySoon(false);
  await here.stop();
  expect([here.settings().untaken, now]).toEqual([[], 'here']);
  await there.close();

  // Without its key file a session is not taken up; it is said what can be done, and that is done.
  const keys = keyPath(pathsIn(other), 'session-1');
  const damaged = 'no longer a database '.repeat(300);
  writeFileSync(keys, damaged);
  const without = await opened(other);
  const rooms = makeRooms(
    () => undefined,
    () => undefined,
  );
  const [told] = await takeUpSessions(without, rooms, (error) => {
    throw error;
  });
  expect(told?.reason).toMatch(/key file .* is damaged.*Nothing was removed.*restore --from STICK/);
  await without.close();
  expect(readFileSync(keys, 'utf8')).toBe(damaged);
  expect(await restore('--key', 'words.txt', '--as-of', '2026-11-03')).toMatchObject({ code: 0, err: '' });
  const back = await opened(other);
  expect((await reopened(back)).current(1, 'a')).toEqual(aResponse(1, 'a'));
  await back.close();
}, 60_000);

/** What a store would copy to a stick. */
async function packed(store: Store) {
  const one = await store.carry.pack('session-1');
  return one === null ? null : [one];
}
