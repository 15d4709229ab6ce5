/** Case studies and what people corrected, in the main database. */
import type { ToldChange } from '../../../core/caseStudies/change.ts';
import type { ToldOutcome } from '../../../core/caseStudies/api.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { StoredTold, ToldStore } from '../told.ts';
import type { MainDb } from './mainDb.ts';
import { Refused } from './refused.ts';
import { readToldOf } from './toldRead.ts';
import { carryOutTold } from './toldWrite.ts';

/** How soon words that were changed or removed leave the copies of the database: once for all that go until then. */
const SCRUB_AFTER_MS = 10_000;

export class ToldTable implements ToldStore {
  readonly #main: MainDb;
  readonly #scrub: () => Promise<void>;
  #soon: NodeJS.Timeout | null = null;

  /** @param scrub takes the last traces of what was removed out of every file */
  constructor(main: MainDb, scrub: () => Promise<void>) {
    this.#main = main;
    this.#scrub = scrub;
  }

  read(consultation: string): Promise<StoredTold> {
    return readToldOf(this.#main, consultation);
  }

  async change(consultation: string, changes: readonly ToldChange[]): Promise<ToldOutcome[] | Refusal> {
    const outcomes: ToldOutcome[] = [];
    let wordsWent = false;
    try {
      await this.#main.transaction(async (trx) => {
        for (const [i, change] of changes.entries()) {
          const done = await carryOutTold(trx, consultation, change);
          if (isRefusal(done)) throw new Refused({ ...done, where: `changes.${i}` });
          outcomes.push(done.outcome);
          wordsWent ||= done.wordsWent;
        }
      });
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
    if (wordsWent) this.#scrubSoon();
    return outcomes;
  }

  stop(): void {
    if (this.#soon !== null) clearTimeout(this.#soon);
  }

  #scrubSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = null;
      // Should a copy fail to be renewed now, that is done at the next hour or start.
      void this.#scrub().catch(() => undefined);
    }, SCRUB_AFTER_MS).unref();
  }
}
