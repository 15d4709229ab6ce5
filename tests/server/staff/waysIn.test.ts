import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { STAFF } from '../../../core/limits.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { makeStaffDesk, type StaffDesk } from '../../../server/use/staff/desk.ts';
import { closeStaff, staffIn } from '../../support/staffIn.ts';
import { newFolder } from '../store/made.ts';

const ME = { role: 'facilitator', place: 'laptop', name: '' } as const;
const DAY = 24 * 60 * 60_000;

let time = 1_800_000_000_000;
const now = (): number => time;

const deskIn = async (folder: string): Promise<StaffDesk> => makeStaffDesk(await staffIn(folder), now);

/** The token, where one was given. */
function tokenOf(answer: string | Refusal): string {
  if (isRefusal(answer)) throw new Error(answer.refusal);
  return answer;
}

const device = (pin: string, key = '', name = 'A tablet') => ({ pin, key, name, tls: true });
/** A PIN that is not this one. */
const wrong = (pin: string, by = 1): string =>
  String((Number(pin) + by) % 1_000_000).padStart(STAFF.pinDigits, '0');

describe('T1 the start link', () => {
  test('T1 it holds once, and only the newest does', async () => {
    const desk = await deskIn(newFolder());
    const [older, newer] = [desk.start.fresh(), desk.start.fresh()];
    // 128 bits at least.
    expect(Buffer.from(newer, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(await desk.byLink(older)).toMatchObject({ refusal: 'wrong-link' });
    expect(desk.sessions.find(tokenOf(await desk.byLink(newer)))).toMatchObject(ME);
    expect(await desk.byLink(newer)).toMatchObject({ refusal: 'wrong-link' });
    expect(await desk.byLink('')).toMatchObject({ refusal: 'wrong-link' });
  });

  test('T4 wrong ones wait, a right one is not held up by itself, and time brings more', async () => {
    const desk = await deskIn(newFolder());
    for (let i = 0; i < STAFF.wrongTriesBurst; i += 1)
      expect(await desk.byLink(`wrong ${i}`)).toMatchObject({ refusal: 'wrong-link' });
    expect(await desk.byLink('one more')).toMatchObject({ refusal: 'too-fast' });
    const secret = desk.start.fresh();
    expect(await desk.byLink(secret)).toMatchObject({ refusal: 'too-fast' });
    time += STAFF.wrongTryGapMs;
    expect(typeof (await desk.byLink(secret))).toBe('string');
    // Whoever is right gets the try back.
    expect(await desk.byLink('wrong')).toMatchObject({ refusal: 'wrong-link' });
    expect(await desk.byLink('wrong')).toMatchObject({ refusal: 'too-fast' });
  });
});

describe('T4 the passphrase', () => {
  test('T4 it is kept by argon2id at 64 MiB and three passes, survives a restart, and can be removed', async () => {
    const folder = newFolder();
    const desk = await deskIn(folder);
    expect(await desk.byPassphrase('the walls have post its on them')).toMatchObject({
      refusal: 'wrong-passphrase',
    });
    expect(await desk.setPassphrase('too short', ME)).toMatchObject({ refusal: 'passphrase-short' });
    expect(await desk.setPassphrase('the walls have post its on them', ME)).toEqual({ ok: true });
    const bytes = ['staff.db', 'staff.db-wal'].map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(bytes.join('')).not.toContain('the walls');
    await closeStaff();

    const again = await deskIn(folder);
    expect(await again.byPassphrase('the walls have post its')).toMatchObject({
      refusal: 'wrong-passphrase',
    });
    expect(typeof (await again.byPassphrase('  the walls have\u00a0post its on them '))).toBe('string');
    expect(await again.setPassphrase(null, ME)).toEqual({ ok: true });
    expect([
      again.passphrase.isSet(),
      await again.byPassphrase('the walls have post its on them'),
    ]).toMatchObject([false, { refusal: 'wrong-passphrase' }]);
  });

  test('T4 at most two are worked out at once, and the third is told to wait', async () => {
    const desk = await deskIn(newFolder());
    await desk.setPassphrase('the walls have post its on them', ME);
    const tried = await Promise.all(['one', 'two', 'three'].map((text) => desk.byPassphrase(text)));
    expect(tried.map((answer) => (answer as { refusal: string }).refusal)).toEqual([
      'wrong-passphrase',
      'wrong-passphrase',
      'too-fast',
    ]);
  });
});

describe('T6 adding a device', () => {
  test('T6 the PIN holds once, for one device, of the role that was chosen', async () => {
    const desk = await deskIn(newFolder());
    const { pin } = await desk.beginPairing('scribe', ME);
    expect(pin).toMatch(/^\d{6}$/);
    const token = await desk.byPin(device(`${pin.slice(0, 3)} ${pin.slice(3)}`, '', ' Amina’s  tablet '));
    expect(desk.sessions.find(tokenOf(token))).toMatchObject({
      role: 'scribe',
      place: 'device',
      name: 'Amina’s tablet',
    });
    expect(desk.pairing.state()).toEqual({ state: 'joined', name: 'Amina’s tablet', role: 'scribe' });
    expect(await desk.byPin(device(pin))).toMatchObject({ refusal: 'no-pairing' });
  });

  test('T6 it holds five minutes; a new one and Cancel end it at once; without a name nobody joins', async () => {
    const desk = await deskIn(newFolder());
    const first = await desk.beginPairing('scribe', ME);
    time += STAFF.pairingMs - 1;
    expect(desk.pairing.state()).toEqual({ state: 'open', left: 1 });
    expect(await desk.byPin(device(first.pin, '', ' '))).toMatchObject({
      refusal: 'bad-message',
      where: 'name',
    });
    time += 1;
    expect(desk.pairing.state()).toEqual({ state: 'none' });
    expect(await desk.byPin(device(first.pin))).toMatchObject({ refusal: 'no-pairing' });
    const second = await desk.beginPairing('scribe', ME);
    const third = await desk.beginPairing('researcher', ME);
    if (second.pin !== third.pin)
      expect(await desk.byPin(device(second.pin))).toMatchObject({ refusal: 'wrong-pin' });
    desk.pairing.cancel();
    expect(await desk.byPin(device(third.pin))).toMatchObject({ refusal: 'no-pairing' });
  });

  test('T6 five wrong PINs spend it for whoever types, and five of their own for whoever has scanned', async () => {
    const desk = await deskIn(newFolder());
    const { pin, key } = await desk.beginPairing('scribe', ME);
    for (let i = 1; i <= STAFF.wrongPins; i += 1)
      expect(await desk.byPin(device(wrong(pin, i), 'not the key'))).toMatchObject({ refusal: 'wrong-pin' });
    expect(await desk.byPin(device(pin))).toMatchObject({ refusal: 'no-pairing' });
    expect(desk.pairing.state()).toEqual({ state: 'spent' });
    for (let i = 1; i < STAFF.wrongPins; i += 1)
      expect(await desk.byPin(device(wrong(pin, i), key))).toMatchObject({ refusal: 'wrong-pin' });
    expect(typeof (await desk.byPin(device(pin, key)))).toBe('string');

    const next = await desk.beginPairing('scribe', ME);
    for (let i = 1; i <= STAFF.wrongPins; i += 1) await desk.byPin(device(wrong(next.pin, i), next.key));
    expect(await desk.byPin(device(next.pin, next.key))).toMatchObject({ refusal: 'no-pairing' });
  });

  test('T5 without TLS only a projector joins', async () => {
    const desk = await deskIn(newFolder());
    for (const role of ['facilitator', 'scribe', 'researcher'] as const) {
      const { pin } = await desk.beginPairing(role, ME);
      expect(await desk.byPin({ ...device(pin), tls: false })).toMatchObject({ refusal: 'needs-tls' });
    }
    const { pin } = await desk.beginPairing('projector', ME);
    expect(typeof (await desk.byPin({ ...device(pin), tls: false }))).toBe('string');
  });
});

describe('T7 the log', () => {
  test('T7 ways in are written down, refused ones too, never with their secret', async () => {
    const folder = newFolder();
    const desk = await deskIn(folder);
    await desk.byLink('a link of yesterday');
    await desk.byLink(desk.start.fresh());
    await desk.setPassphrase('the walls have post its on them', ME);
    await desk.byPassphrase('the walls have no post its');
    const { pin } = await desk.beginPairing('researcher', ME);
    await desk.byPin(device(wrong(pin)));
    const token = tokenOf(await desk.byPin(device(pin, '', 'Jo’s laptop')));
    const session = desk.sessions.find(token);
    await desk.revoke(session?.id ?? '', ME);
    const list = await desk.audit.list(new Map());
    expect(list.map(({ what, place, detail }) => [what, place, detail]).toReversed()).toEqual([
      ['link-refused', 'nobody', ''],
      ['link-used', 'laptop', ''],
      ['passphrase-set', 'laptop', ''],
      ['passphrase-refused', 'nobody', ''],
      ['pairing-begun', 'laptop', 'researcher'],
      ['pairing-refused', 'nobody', ''],
      ['joined', 'device', 'researcher'],
      ['revoked', 'laptop', 'Jo’s laptop'],
    ]);
    expect(list[0]?.at).toBe(time);
    const bytes = ['staff.db', 'staff.db-wal']
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    for (const secret of ['yesterday', 'no post its', token]) expect(bytes).not.toContain(secret);
  });

  test('T7 an entry is kept four hundred days, and then it is gone from the file', async () => {
    const folder = newFolder();
    const desk = await deskIn(folder);
    await desk.audit.note({ ...ME, place: 'device', name: 'The oldest device' }, 'exported');
    time += STAFF.auditDays * DAY;
    await desk.audit.note(ME, 'archive-out');
    await desk.audit.sweep();
    expect((await desk.audit.list(new Map())).length).toBe(2);
    time += 1;
    // Not shown from that moment on, and removed with the next sweep.
    expect((await desk.audit.list(new Map())).map(({ what }) => what)).toEqual(['archive-out']);
    await desk.audit.sweep();
    const bytes = ['staff.db', 'staff.db-wal']
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect(bytes).not.toContain('oldest device');
    expect((await desk.audit.list(new Map())).map(({ what }) => what)).toEqual(['archive-out']);
  });
});
