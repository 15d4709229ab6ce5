import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { STAFF } from '../../../core/limits.ts';
import { makeStaffSessions, type StaffSessions } from '../../../server/use/staff/sessions.ts';
import { closeStaff, staffIn } from '../../support/staffIn.ts';
import { newFolder } from '../store/made.ts';

const HOUR = 60 * 60_000;
const LAPTOP = { role: 'facilitator', place: 'laptop', name: '' } as const;
const SCRIBE = { role: 'scribe', place: 'device', name: 'Amina’s tablet' } as const;

let time = 1_800_000_000_000;
const now = (): number => time;

async function closeAll(): Promise<void> {
  await closeStaff();
}

/** Signs in and gives the token with its session. */
async function begun(sessions: StaffSessions, who: typeof LAPTOP | typeof SCRIBE) {
  const token = await sessions.begin(who);
  const session = sessions.find(token);
  if (session === null) throw new Error('it does not hold');
  return { token, session };
}

describe('T3 how long a sign-in holds', () => {
  test.each([
    ['the laptop', LAPTOP, STAFF.laptopIdleMs, STAFF.laptopTotalMs],
    ['another device', SCRIBE, STAFF.deviceIdleMs, STAFF.deviceTotalMs],
  ] as const)(
    'T3 %s: it ends without use, and in any case after twelve hours',
    async (_name, who, idle, total) => {
      const sessions = await makeStaffSessions(await staffIn(newFolder()), now);
      const unused = await begun(sessions, who);
      time += idle - 1;
      expect(sessions.find(unused.token)).not.toBeNull();
      time += 1;
      expect([sessions.find(unused.token), sessions.holds(unused.session)]).toEqual([null, false]);

      const used = await begun(sessions, who);
      const from = time;
      while (time + idle - 1 < from + total) {
        time += idle - 1;
        expect(sessions.holds(used.session)).toBe(true);
        sessions.touch(used.session);
      }
      time = from + total - 1;
      sessions.touch(used.session);
      expect([sessions.holds(used.session), sessions.left(used.session)]).toEqual([true, 1]);
      time += 1;
      expect([sessions.holds(used.session), sessions.left(used.session)]).toEqual([false, 0]);
    },
  );

  test('T3 a live socket keeps it in use, and is closed when its time is over in any case', async () => {
    const sessions = await makeStaffSessions(await staffIn(newFolder()), now);
    const { session } = await begun(sessions, SCRIBE);
    let closed = 0;
    const release = sessions.hold(session, () => {
      closed += 1;
    });
    time += 3 * HOUR;
    await sessions.sweep();
    expect([sessions.holds(session), closed]).toEqual([true, 0]);
    release();
    // From the moment it is let go of, the time without use begins.
    time += STAFF.deviceIdleMs - 1;
    expect(sessions.holds(session)).toBe(true);
    sessions.hold(session, () => {
      closed += 1;
    });
    time += STAFF.deviceTotalMs;
    expect(sessions.holds(session)).toBe(false);
    await sessions.sweep();
    expect([closed, sessions.list()]).toEqual([1, []]);
  });

  test('T3 taking it back ends it at once, its sockets too, and only that one', async () => {
    const sessions = await makeStaffSessions(await staffIn(newFolder()), now);
    const [mine, theirs] = [await begun(sessions, LAPTOP), await begun(sessions, SCRIBE)];
    let closed = 0;
    sessions.hold(theirs.session, () => {
      closed += 1;
    });
    const ending = sessions.end(theirs.session.id);
    // Before anything is written.
    expect([sessions.find(theirs.token), closed]).toEqual([null, 1]);
    expect((await ending)?.name).toBe('Amina’s tablet');
    expect(sessions.find(mine.token)).not.toBeNull();
    expect(await sessions.end(theirs.session.id)).toBeNull();
  });

  test('T3 a restart ends none, and does not give any of them more time', async () => {
    const folder = newFolder();
    const before = await makeStaffSessions(await staffIn(folder), now);
    const { token, session } = await begun(before, SCRIBE);
    const other = await begun(before, LAPTOP);
    time += STAFF.deviceIdleMs - 60_000;
    before.touch(session);
    await before.stop();
    await closeAll();
    time += 10 * 60_000;
    const after = await makeStaffSessions(await staffIn(folder), now);
    expect(after.find(token)).toMatchObject({ ...SCRIBE, since: session.since, used: session.used });
    expect(after.find(other.token)).not.toBeNull();
    time += STAFF.deviceIdleMs;
    expect(after.find(token)).toBeNull();
  });

  test('T3 killed without notice, it is at most a minute older than it was', async () => {
    const folder = newFolder();
    const staff = await staffIn(folder);
    const before = await makeStaffSessions(staff, now);
    const { token, session } = await begun(before, SCRIBE);
    before.hold(session, () => undefined);
    time += 5 * 60_000;
    await before.sweep();
    time += 60_000;
    await closeAll();
    const after = await makeStaffSessions(await staffIn(folder), now);
    expect(time - (after.find(token)?.used ?? 0)).toBe(60_000);
  });
});

test('T4 no token is in any file, and nothing of a sign-in that has ended', async () => {
  const folder = newFolder();
  const staff = await staffIn(folder);
  const sessions = await makeStaffSessions(staff, now);
  const kept = await begun(sessions, { ...SCRIBE, name: 'Amina’s tablet' });
  const gone = await begun(sessions, { ...SCRIBE, name: 'Amina’s tablet' });
  const bytes = (): string =>
    ['staff.db', 'staff.db-wal'].map((name) => readFileSync(join(folder, name), 'latin1')).join('');
  expect(bytes()).toContain(gone.session.hash);
  await sessions.end(gone.session.id);
  expect(bytes()).not.toContain(gone.session.hash);
  expect(bytes()).not.toContain(gone.session.id);
  expect(bytes()).toContain(kept.session.hash);
  for (const { token } of [kept, gone]) expect(bytes()).not.toContain(token);
  expect(kept.token.length).toBe(43);
});
