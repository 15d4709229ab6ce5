/** One command that takes a session over from the stick of another laptop. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import { minuteOf } from '../../../server/store/minute.ts';
import { copy } from '../../../server/store/sqlite/copies.ts';
import { writeHash } from '../../../server/store/sqlite/hashes.ts';
import { pathsIn, slotPaths } from '../../../server/store/sqlite/paths.ts';
import { makeStick } from '../../../server/stick/stick.ts';
import { standpoint } from '../../support/cli.ts';
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
  });
  const named = await stick.name(at);
  if (isRefusal(named)) throw new Error(named.refusal);
  await stick.stop();
  await store.close();

  const other = join(folder, 'other');
  const restore = (...more: string[]) =>
    standpoint(folder, 'restore', '--data', other, '--from', at, ...more);
  expect(await restore()).toMatchObject({ code: 1, err: expect.stringContaining('--key FILE') });
  writeFileSync(join(folder, 'wrong.txt'), 'BCDF-BCDF-BCDF-BCDF-BCDF-BCDF');
  expect(await restore('--key', 'wrong.txt')).toMatchObject({ code: 1, out: '' });
  writeFileSync(join(folder, 'words.txt'), `${named.passphrase}\n`);
  const done = await restore('--key', 'words.txt');
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toContain('"Adult focus group 1" is here as it was at 14:05.');
  const there = await opened(other);
  const again = await reopened(there);
  expect(again.current(1, 'a')).toEqual(aResponse(1, 'a'));
  expect((await again.participants()).map(({ hash }) => hash)).toEqual(['h']);
  await there.close();
}, 60_000);
