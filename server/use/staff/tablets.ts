/**
 * Sign-ins that are tablets which are passed round. Locked, one is left by its PIN only, and whoever holds it can
 * reach nothing but its page. On the laptop the facilitator's own sign-in is put away meanwhile.
 */
import { randomInt } from 'node:crypto';
import { fullBucket, take, type Bucket } from '../../../core/bucket.ts';
import { STAFF } from '../../../core/limits.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import { readPin } from '../../../core/staff.ts';
import type { TabletState, Which } from '../../../core/tablet.ts';
import type { StaffSession, StaffStore, TabletSign } from '../../store/staffStore.ts';
import { hashOf, sameSecret } from './secrets.ts';
import type { StaffSessions } from './sessions.ts';

/** A sign-in with its token, which only its browser has. */
export interface WithToken {
  session: StaffSession;
  token: string;
}

export interface Tablets {
  state(session: StaffSession): TabletState;
  /** Puts the laptop's sign-in away; gives the token of the tablet that its browser is from now on. */
  putAway(session: StaffSession): Promise<string>;
  /** Locks it; the PIN is told here and never again. Refused: `tablet-locked`. */
  lock(tablet: WithToken, which: Which): Promise<{ pin: string } | Refusal>;
  /**
   * Unlocks it by its PIN; one that is not locked needs none. Refused: `wrong-pin`, `too-fast`.
   *
   * @returns the token of the laptop's sign-in, where one was put away and its time is not over; else empty
   */
  leave(tablet: WithToken, pin: string): Promise<{ token: string } | Refusal>;
}

const UNLOCKED = { exit: '', which: 'every', putAway: null } as const;

/** @param now milliseconds since 1970 */
export async function makeTablets(
  store: StaffStore,
  sessions: StaffSessions,
  now: () => number,
): Promise<Tablets> {
  const signs = new Map<string, TabletSign>();
  for (const sign of await store.tablets()) signs.set(sign.hash, sign);
  const tries = new Map<string, Bucket>();

  const signOf = ({ hash }: StaffSession): TabletSign => signs.get(hash) ?? { hash, ...UNLOCKED };
  const keep = async (sign: TabletSign): Promise<void> => {
    await store.saveTablet(sign);
    signs.set(sign.hash, sign);
  };
  const mayTry = (hash: string): Bucket | null => {
    const own = tries.get(hash) ?? fullBucket(STAFF.wrongExits, now());
    tries.set(hash, own);
    return take(own, 1000 / STAFF.wrongPinGapMs, STAFF.wrongExits, now()) ? own : null;
  };

  return {
    state: (session) => {
      const { exit, which } = signOf(session);
      return { locked: exit !== '', which, laptop: session.place === 'laptop' };
    },
    putAway: async (session) => {
      const token = await sessions.begin({ role: 'tablet', place: 'laptop', name: '' });
      await keep({ ...UNLOCKED, hash: hashOf(token), putAway: session.since });
      await sessions.end(session.id);
      return token;
    },
    lock: async ({ session, token }, which) => {
      const sign = signOf(session);
      if (sign.exit !== '') return refuse('tablet-locked');
      const pin = String(randomInt(10 ** STAFF.pinDigits)).padStart(STAFF.pinDigits, '0');
      await keep({ ...sign, which, exit: hashOf(`${token} ${pin}`) });
      return { pin };
    },
    leave: async ({ session, token }, text) => {
      const sign = signOf(session);
      if (sign.exit !== '') {
        const own = mayTry(sign.hash);
        if (own === null) return refuse('too-fast');
        const pin = readPin(text);
        if (pin === null || !sameSecret(hashOf(`${token} ${pin}`), sign.exit))
          return refuse('wrong-pin', 'pin');
        // Whoever is right gets the try back.
        own.left += 1;
      }
      if (sign.putAway === null) {
        await keep({ ...sign, exit: '' });
        return { token: '' };
      }
      await sessions.end(session.id);
      signs.delete(sign.hash);
      // As old as it was: being passed round makes no sign-in last longer.
      return {
        token: await sessions.begin({ role: 'facilitator', place: 'laptop', name: '', since: sign.putAway }),
      };
    },
  };
}
