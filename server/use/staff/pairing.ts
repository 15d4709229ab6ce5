/**
 * Adding a device: the console shows a PIN, the device types it. One at a time, for five minutes, once.
 * Whoever types an address tries against five wrong PINs; whoever scanned the code, which has a key, has
 * five of their own, so that a prankster on the network cannot spend those. Typed ones are counted over all
 * that are begun as well: in eight hours at most 88 are looked at, which is a chance of 9e-5.
 */
import { randomInt } from 'node:crypto';
import { fullBucket, take } from '../../../core/bucket.ts';
import { STAFF } from '../../../core/limits.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import type { PairingState } from '../../../core/staffApi.ts';
import { needsTls, readPin, type Role } from '../../../core/staff.ts';
import { newSecret, sameSecret } from './secrets.ts';

interface Open {
  role: Role;
  pin: string;
  key: string;
  until: number;
  wrong: { typed: number; scanned: number };
  state: 'open' | 'spent' | 'used';
  name: string;
}

export interface PairingDesk {
  /** Begins one; an earlier one is over. */
  begin(role: Role): { pin: string; key: string; left: number };
  cancel(): void;
  state(): PairingState;
  /**
   * Takes a device's PIN and name: the role that it has from now on. Refused: `no-pairing`, `needs-tls`,
   * `wrong-pin`, `too-fast`.
   *
   * @param key of the code that was scanned; empty when the address was typed
   */
  join(pin: string, key: string, name: string, tls: boolean): Role | Refusal;
}

/** @param now milliseconds since 1970 */
export function makePairing(now: () => number): PairingDesk {
  let open: Open | null = null;
  const typed = fullBucket(STAFF.wrongPinsBurst, now());
  const mayType = (): boolean => take(typed, 1000 / STAFF.wrongPinGapMs, STAFF.wrongPinsBurst, now());

  const current = (): Open | null => {
    if (open !== null && open.state !== 'used' && now() >= open.until) open = null;
    return open;
  };

  return {
    begin: (role) => {
      const pin = String(randomInt(10 ** STAFF.pinDigits)).padStart(STAFF.pinDigits, '0');
      const key = newSecret();
      const wrong = { typed: 0, scanned: 0 };
      open = { role, pin, key, until: now() + STAFF.pairingMs, wrong, state: 'open', name: '' };
      return { pin, key, left: STAFF.pairingMs };
    },
    cancel: () => {
      open = null;
    },
    state: () => {
      const at = current();
      if (at === null) return { state: 'none' };
      if (at.state === 'used') return { state: 'joined', name: at.name, role: at.role };
      return at.state === 'spent' ? { state: 'spent' } : { state: 'open', left: at.until - now() };
    },
    join: (text, key, name, tls) => {
      const at = current();
      const way = at !== null && key !== '' && sameSecret(key, at.key) ? 'scanned' : 'typed';
      if (at === null || at.state === 'used' || at.wrong[way] >= STAFF.wrongPins) return refuse('no-pairing');
      if (needsTls(at.role) && !tls) return refuse('needs-tls');
      if (way === 'typed' && !mayType()) return refuse('too-fast');
      const pin = readPin(text);
      const right = pin !== null && sameSecret(pin, at.pin);
      // Whoever is right gets the try back.
      if (right && way === 'typed') typed.left += 1;
      if (!right) {
        at.wrong[way] += 1;
        if (at.wrong[way] >= STAFF.wrongPins) at.state = 'spent';
        return refuse('wrong-pin', 'pin');
      }
      at.state = 'used';
      at.name = name;
      return at.role;
    },
  };
}
