/** Signing in and out: each way in one verb. What is refused is written down without the secret. */
import { fullBucket, take } from '../../../core/bucket.ts';
import { STAFF } from '../../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../../core/refusal.ts';
import type { Asker, Role } from '../../../core/staff.ts';
import { readDeviceName } from '../../../core/staff.ts';
import type { StaffSession, StaffStore } from '../../store/staffStore.ts';
import { makeAudit, type Audit } from './audit.ts';
import { makePairing, type PairingDesk } from './pairing.ts';
import { makePassphrase, type Passphrase } from './passphrase.ts';
import { makeStartSecret, type StartSecret } from './secrets.ts';
import { makeStaffSessions, type StaffSessions } from './sessions.ts';
import { makeTablets, type Tablets } from './tablets.ts';

export interface StaffDesk {
  sessions: StaffSessions;
  audit: Audit;
  passphrase: Passphrase;
  pairing: PairingDesk;
  start: StartSecret;
  tablets: Tablets;
  /** Signs the laptop in by the secret of the start link. Refused: `wrong-link`, `too-fast`. */
  byLink(secret: string): Promise<string | Refusal>;
  /** Signs the laptop in. Refused: `wrong-passphrase`, `too-fast`. */
  byPassphrase(passphrase: string): Promise<string | Refusal>;
  /** Lets a device join. Refused as `PairingDesk.join`, and without a name. */
  byPin(device: { pin: string; key: string; name: string; tls: boolean }): Promise<string | Refusal>;
  /** Ends a session; `by` is whoever did it. */
  end(session: StaffSession, by: Asker): Promise<void>;
  /** Takes access back from one by its id. Refused: `no-such-device`. */
  revoke(id: string, by: Asker): Promise<{ ok: true } | Refusal>;
  /** Begins to add a device. */
  beginPairing(role: Role, by: Asker): Promise<ReturnType<PairingDesk['begin']>>;
  setPassphrase(passphrase: string | null, by: Asker): Promise<{ ok: true } | Refusal>;
}

const LAPTOP = { role: 'facilitator', place: 'laptop', name: '' } as const;

/**
 * @param now milliseconds since 1970, by a clock that does not jump
 * @param dated the same as the laptop shows them, and whether that is believed
 */
export async function makeStaffDesk(
  store: StaffStore,
  now: () => number,
  dated: { wall: () => number; believed?: () => Promise<boolean> } = { wall: now },
): Promise<StaffDesk> {
  const sessions = await makeStaffSessions(store, now);
  const passphrase = await makePassphrase(store);
  const audit = makeAudit(store, dated.wall, dated.believed);
  const pairing = makePairing(now);
  const start = makeStartSecret();
  const tablets = await makeTablets(store, sessions, now);
  const tries = fullBucket(STAFF.wrongTriesBurst, now());

  /** Each try is paid for, and whoever is right gets the price back: only wrong ones wait. */
  const tried = async (right: () => Promise<boolean | Refusal>): Promise<boolean | Refusal> => {
    const rate = 1000 / STAFF.wrongTryGapMs;
    if (!take(tries, rate, STAFF.wrongTriesBurst, now())) return refuse('too-fast');
    const answer = await right();
    if (answer !== false) tries.left += 1;
    return answer;
  };

  return {
    sessions,
    audit,
    passphrase,
    pairing,
    start,
    tablets,
    byLink: async (secret) => {
      const right = await tried(async () => start.use(secret));
      if (isRefusal(right)) return right;
      await audit.note(right ? LAPTOP : null, right ? 'link-used' : 'link-refused');
      return right ? sessions.begin(LAPTOP) : refuse('wrong-link', 'secret');
    },
    byPassphrase: async (text) => {
      const right = await tried(() => passphrase.matches(text));
      if (isRefusal(right)) return right;
      await audit.note(right ? LAPTOP : null, right ? 'passphrase-used' : 'passphrase-refused');
      return right ? sessions.begin(LAPTOP) : refuse('wrong-passphrase', 'passphrase');
    },
    byPin: async ({ pin, key, name: typed, tls }) => {
      const name = readDeviceName(typed);
      if (name === null)
        return refuse('bad-message', 'name', `a name of at most ${STAFF.deviceName} characters`);
      const role = pairing.join(pin, key, name, tls);
      if (isRefusal(role)) {
        if (role.refusal === 'wrong-pin') await audit.note(null, 'pairing-refused');
        return role;
      }
      const device = { role, place: 'device', name } as const;
      await audit.note(device, 'joined', { detail: role });
      return sessions.begin(device);
    },
    end: async (session, by) => {
      await sessions.end(session.id);
      await audit.note(by, 'signed-out');
    },
    revoke: async (id, by) => {
      const gone = await sessions.end(id);
      if (gone === null) return refuse('no-such-device', 'id');
      await audit.note(by, 'revoked', { detail: gone.name });
      return { ok: true };
    },
    beginPairing: async (role, by) => {
      const begun = pairing.begin(role);
      await audit.note(by, 'pairing-begun', { detail: role });
      return begun;
    },
    setPassphrase: async (text, by) => {
      if (text === null) await passphrase.remove();
      else {
        const set = await passphrase.set(text);
        if (isRefusal(set)) return set;
      }
      await audit.note(by, text === null ? 'passphrase-removed' : 'passphrase-set');
      return { ok: true };
    },
  };
}
