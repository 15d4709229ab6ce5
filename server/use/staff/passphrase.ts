/** The laptop's passphrase, by argon2id: as slow for whoever guesses as this laptop bears. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { STAFF } from '../../../core/limits.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import { longEnough, tidyPassphrase } from '../../../core/staff.ts';
import type { PassphraseHash, StaffStore } from '../../store/staffStore.ts';

const derive = promisify(argon2);
const SALT_BYTES = 16;
const HASH_BYTES = 32;

export interface Passphrase {
  isSet(): boolean;
  /** Refused when it is too short, or while others are being worked out. */
  set(text: string): Promise<{ ok: true } | Refusal>;
  remove(): Promise<void>;
  /** Whether this is it; `too-fast` while as many as may be are being worked out. */
  matches(text: string): Promise<boolean | Refusal>;
}

export async function makePassphrase(store: StaffStore): Promise<Passphrase> {
  let kept: PassphraseHash | null = await store.passphrase();
  let working = 0;

  /** Each takes 64 MiB and a core, which a room that is voting needs. */
  const hash = async (text: string, cost: Omit<PassphraseHash, 'hash'>): Promise<Buffer | Refusal> => {
    if (working >= STAFF.argonAtOnce) return refuse('too-fast');
    working += 1;
    try {
      return await derive('argon2id', {
        message: tidyPassphrase(text),
        nonce: cost.salt,
        memory: cost.kib,
        passes: cost.passes,
        parallelism: cost.lanes,
        tagLength: HASH_BYTES,
      });
    } finally {
      working -= 1;
    }
  };

  return {
    isSet: () => kept !== null,
    set: async (text) => {
      if (!longEnough(text)) return refuse('passphrase-short', 'passphrase');
      const salt = randomBytes(SALT_BYTES);
      const cost = { salt, kib: STAFF.argonKib, passes: STAFF.argonPasses, lanes: STAFF.argonLanes };
      const made = await hash(text, cost);
      if ('refusal' in made) return made;
      const fresh = { ...cost, hash: made };
      await store.savePassphrase(fresh);
      kept = fresh;
      return { ok: true };
    },
    remove: async () => {
      await store.savePassphrase(null);
      kept = null;
    },
    matches: async (text) => {
      if (kept === null) return false;
      const wanted = kept.hash;
      const made = await hash(text, kept);
      return 'refusal' in made ? made : timingSafeEqual(made, wanted);
    },
  };
}
