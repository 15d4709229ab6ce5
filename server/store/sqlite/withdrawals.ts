/** Codes for later of sessions that are no longer running, those that were removed here among them. */
import type { Refusal } from '../../../core/refusal.ts';
import { endCodes, readKeptCodes } from './keptCodes.ts';
import { leaveOut } from './leftOut.ts';
import type { MainDb } from './mainDb.ts';
import type { SealedKeys } from './sealedKeys.ts';
import { takeOutOfSealed, unquoteSealed } from './takeOut.ts';

export class Withdrawals {
  readonly #main: MainDb;
  readonly #keys: SealedKeys;
  readonly #changed: () => void;

  /** @param changed points may be gone, or not to be quoted any more */
  constructor(main: MainDb, keys: SealedKeys, changed: () => void) {
    this.#main = main;
    this.#keys = keys;
    this.#changed = changed;
  }

  async takeOut(session: string, code: string): Promise<{ ok: true } | Refusal> {
    const done = await this.#keys.withToken(session, code, async (keys, token) => {
      const tagOf = (statement: string, round: 1 | 2): string => keys.tagOf(token, statement, round);
      // Answers first: cut off in between, the code can be used again and finds nothing.
      if (!(await leaveOut(this.#main, session, tagOf, keys.codes.hashOf(code))))
        await takeOutOfSealed(this.#main, session, tagOf);
      this.#changed();
      keys.codes.spend(code);
      return { ok: true } as const;
    });
    await this.settle(session);
    return done;
  }

  unquote(session: string, code: string): Promise<{ ok: true } | Refusal> {
    return this.#keys.withToken(session, code, async (keys, token) => {
      const tagOf = (statement: string, round: 1 | 2): string => keys.tagOf(token, statement, round);
      if (!(await leaveOut(this.#main, session, tagOf, null)))
        await unquoteSealed(this.#main, session, tagOf);
      this.#changed();
      return { ok: true } as const;
    });
  }

  /** The key goes where nobody has a code any more, and with the key what was kept beside it. */
  async settle(session: string): Promise<void> {
    this.#keys.destroyIfSpent(session);
    if (!this.#keys.exists(session)) await this.#main.transaction((trx) => endCodes(trx, 'session', session));
  }

  /** What a crash left of sessions that were removed. */
  async tidy(): Promise<void> {
    for (const { session } of await readKeptCodes(this.#main)) await this.settle(session);
  }
}
