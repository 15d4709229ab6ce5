/** What was set aside in the place of a damaged database ends by the clock of the server. */
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { addDays } from '../../../core/day.ts';
import { LIMITS } from '../../../core/limits.ts';
import { holding } from '../../support/bytes.ts';
import { clockAt } from '../../support/clock.ts';
import { startServer } from '../../support/server.ts';

const TODAY = '2026-11-22';
const SECRET = 'my neighbour saw everything';

test('W6 O3 what was set aside in the place of a damaged database goes by itself in time, and not by a clock that jumps', async () => {
  const clock = clockAt(TODAY);
  const server = await startServer({ clock });
  const aside = ['standpoint.damaged.db', 'live/gone.aside.db', 'keys/gone.aside.db'];
  for (const name of aside) {
    writeFileSync(join(server.folder, name), SECRET);
    const then = new Date(`${TODAY}T12:00`);
    utimesSync(join(server.folder, name), then, then);
  }
  clock.day = addDays(TODAY, LIMITS.asideDays + 40);
  await clock.hour();
  expect(holding(server.folder, SECRET)).toHaveLength(3);
  await clock.passTo(addDays(TODAY, LIMITS.asideDays));
  expect(holding(server.folder, SECRET)).toHaveLength(3);
  await clock.passTo(addDays(TODAY, LIMITS.asideDays + 1));
  expect(holding(server.folder, SECRET)).toEqual([]);
  await server.stop();
  expect(server.faults).toEqual([]);
});
