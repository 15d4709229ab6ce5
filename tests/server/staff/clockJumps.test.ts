/** The laptop's clock is set while sign-ins hold: by minutes back and ahead, by years. */
import { describe, expect, test } from '@jest/globals';
import { STAFF } from '../../../core/limits.ts';
import { steadyClock } from '../../../server/clock.ts';
import { makeAudit } from '../../../server/use/staff/audit.ts';
import { makeStaffDesk } from '../../../server/use/staff/desk.ts';
import { closeStaff, staffIn } from '../../support/staffIn.ts';
import { newFolder } from '../store/made.ts';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const MINUTE = 60_000;
const YEARS = 5 * 365 * 24 * 60 * MINUTE;

/** A laptop whose clock is set apart from the time that passes. */
function laptop() {
  const now = { wall: NOON, up: 1000 };
  const clock = steadyClock(
    () => now.wall,
    () => now.up,
  );
  const passes = (ms: number): void => {
    now.wall += ms;
    now.up += ms / 1000;
  };
  return { now, clock, passes };
}

describe('a sign-in', () => {
  test.each([
    ['five minutes ahead', 5 * MINUTE],
    ['five minutes back', -5 * MINUTE],
    ['years ahead', YEARS],
    ['years back', -YEARS],
  ])('T3 ends when its time is over, no sooner and no later, though the clock went %s', async (_, jump) => {
    const { now, clock, passes } = laptop();
    const { sessions } = await makeStaffDesk(await staffIn(newFolder()), clock, { wall: () => now.wall });
    const token = await sessions.begin({ role: 'scribe', place: 'device', name: 'Tablet' });
    now.wall += jump;
    passes(STAFF.deviceIdleMs - MINUTE);
    expect(sessions.find(token)).not.toBeNull();
    passes(2 * MINUTE);
    expect(sessions.find(token)).toBeNull();
  });

  test('T3 one that began by a clock that was years ahead does not last until then', async () => {
    const folder = newFolder();
    const ahead = await makeStaffDesk(await staffIn(folder), () => NOON + YEARS);
    const token = await ahead.sessions.begin({ role: 'scribe', place: 'device', name: 'Tablet' });
    await ahead.sessions.stop();
    await closeStaff();
    const { clock, passes } = laptop();
    const { sessions } = await makeStaffDesk(await staffIn(folder), clock);
    expect(sessions.find(token)).not.toBeNull();
    passes(STAFF.deviceIdleMs + MINUTE);
    expect(sessions.find(token)).toBeNull();
    await sessions.sweep();
    expect(sessions.list()).toEqual([]);
  });
});

test('T6 a PIN holds five minutes, whatever the clock says', async () => {
  for (const jump of [YEARS, -YEARS]) {
    const { now, clock, passes } = laptop();
    const desk = await makeStaffDesk(await staffIn(newFolder()), clock, { wall: () => now.wall });
    desk.pairing.begin('scribe');
    now.wall += jump;
    passes(STAFF.pairingMs - 1000);
    expect(desk.pairing.state()).toMatchObject({ state: 'open' });
    passes(2000);
    expect(desk.pairing.state()).not.toMatchObject({ state: 'open' });
  }
});

test('T7 the log is dated as the laptop shows it, and none of it goes before that day is believed', async () => {
  const staff = await staffIn(newFolder());
  const now = { wall: NOON };
  let believed = true;
  const audit = makeAudit(
    staff,
    () => now.wall,
    async () => believed,
  );
  await audit.note(null, 'link-refused');
  now.wall += YEARS;
  believed = false;
  await audit.sweep();
  expect((await staff.audit()).map(({ at }) => at)).toEqual([NOON]);
  believed = true;
  await audit.sweep();
  expect(await staff.audit()).toEqual([]);
});
