/** Eight hours of guessing what lets staff in, at the real desk by a clock that is moved. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { STAFF } from '../../../core/limits.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { isStaffFault, openStaff } from '../../../server/store/openStaff.ts';
import { makeStaffDesk, type StaffDesk } from '../../../server/use/staff/desk.ts';
import { PATIENCE, SIZES, tell } from '../../support/sizes.ts';
import { newFolder } from '../store/made.ts';

const ME = { role: 'facilitator', place: 'laptop', name: '' } as const;
const HOURS = 8 * 60 * 60_000;
/** How often whoever guesses tries, in milliseconds. */
const EVERY = 1000 / SIZES.guessesPerSecond;

let time: number;
let desk: StaffDesk;
let close: () => Promise<void>;
beforeEach(async () => {
  time = 1_800_000_000_000;
  const staff = await openStaff(newFolder());
  if (isStaffFault(staff)) throw new Error(staff.sentence);
  close = () => staff.close();
  desk = await makeStaffDesk(staff, () => time);
});
afterEach(() => close());

/** Guesses for eight hours; gives how many were looked at, which is all that are not told to wait. */
async function guess(one: () => Promise<string | Refusal>, wrong: Refusal['refusal']): Promise<number> {
  let looked = 0;
  for (const end = time + HOURS; time < end; time += EVERY) {
    const answer = await one();
    if (!isRefusal(answer)) throw new Error('It was guessed.');
    if (answer.refusal === wrong) looked += 1;
    else expect(answer.refusal).toBe('too-fast');
  }
  return looked;
}

const MOST = STAFF.wrongTriesBurst + HOURS / STAFF.wrongTryGapMs;

test(
  'T4 in eight hours a start link is looked at a few thousand times, of 2^144 there are',
  async () => {
    desk.start.fresh();
    const looked = await guess(() => desk.byLink('A'.repeat(24)), 'wrong-link');
    tell(`start link: ${looked} guesses looked at in eight hours, a chance of ${looked / 2 ** 144}`);
    expect(looked).toBeLessThanOrEqual(MOST);
    expect(looked).toBeGreaterThan(MOST * 0.9);
    expect(Buffer.from(desk.start.fresh(), 'base64url').length * 8).toBe(144);
    expect(looked / 2 ** 144).toBeLessThan(1e-4);
  },
  PATIENCE,
);

test(
  'T4 guesses at the passphrase wait as those at the link do, and together: what one uses up the other lacks',
  async () => {
    expect(await desk.setPassphrase('the walls have post its on them', ME)).toEqual({ ok: true });
    let looked = 0;
    for (let i = 0; i < SIZES.passphrases; i += 1) {
      // All that may be tried are tried at the link; the next is the passphrase's turn.
      for (let tries = 0; tries <= STAFF.wrongTriesBurst; tries += 1) {
        const answer = await desk.byLink('x');
        if (isRefusal(answer) && answer.refusal === 'wrong-link') looked += 1;
      }
      expect(await desk.byPassphrase('the walls have no post its')).toEqual({ refusal: 'too-fast' });
      time += STAFF.wrongTryGapMs;
      expect(await desk.byPassphrase(`the walls have ${i} post its`)).toMatchObject({
        refusal: 'wrong-passphrase',
      });
      looked += 1;
    }
    expect(looked).toBe(STAFF.wrongTriesBurst + SIZES.passphrases);
    // Any that is one of 2^25 equally likely ones will do: two words of six thousand.
    expect(MOST / 2 ** 25).toBeLessThan(1e-4);
  },
  PATIENCE,
);

test(
  'T6 in eight hours in which a PIN is begun again as soon as one is spent, the chance of a hit is below one in ten thousand',
  async () => {
    let begun = 0;
    let looked = 0;
    for (const end = time + HOURS; time < end; time += EVERY) {
      if (desk.pairing.state().state !== 'open') {
        desk.pairing.begin('scribe');
        begun += 1;
      }
      const { refusal } = desk.pairing.join('nonsense', '', 'A tablet', true) as Refusal;
      if (refusal === 'wrong-pin') looked += 1;
      else expect(refusal).toBe('too-fast');
    }
    tell(`PIN: ${looked} guesses looked at in eight hours at ${begun} PINs, a chance of ${looked / 1e6}`);
    expect(begun).toBeGreaterThan(90);
    expect(looked).toBeLessThanOrEqual(STAFF.wrongPinsBurst + HOURS / STAFF.wrongPinGapMs);
    expect(looked / 10 ** STAFF.pinDigits).toBeLessThan(1e-4);
    // Whoever is at the console has the code scanned, and is not kept out by who types.
    const { pin, key } = desk.pairing.begin('scribe');
    while (JSON.stringify(desk.pairing.join('nonsense', '', 'A tablet', true)).includes('wrong-pin'));
    expect(desk.pairing.join(pin, '', 'A tablet', true)).toEqual({ refusal: 'too-fast' });
    expect(desk.pairing.join(pin, key, 'A tablet', true)).toBe('scribe');
  },
  PATIENCE,
);
