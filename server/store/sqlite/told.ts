/** Case studies and what people corrected, in the main database. */
import type { ToldChange } from '../../../core/caseStudies/change.ts';
import type { ToldOutcome } from '../../../core/caseStudies/api.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { StoredTold, ToldStore } from '../told.ts';
import { LateScrub } from './lateScrub.ts';
import type { MainDb } from './mainDb.ts';
import { Refused } from './refused.ts';
import { readToldOf } from './toldRead.ts';
import { carryOutTold } from './toldWrite.ts';

export class ToldTable implements ToldStore {
  readonly #main: MainDb;
  readonly #scrub: LateScrub;

  /** @param scrub takes the last traces of what was removed out of every file */
  constructor(main: MainDb, scrub: () => Promise<void>) {
    this.#main = main;
    this.#scrub = new LateScrub(scrub);
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
    if (wordsWent) this.#scrub.soon();
    return outcomes;
  }

  stop(): void {
    this.#scrub.stop();
  }
}
