/** Case studies and what people corrected, in the main database. */
import { createHmac, randomBytes } from 'node:crypto';
import type { StudiesChange } from '../../../core/caseStudies/change.ts';
import type { StudiesOutcome } from '../../../core/caseStudies/api.ts';
import { makeVersions } from '../../../core/caseStudies/versions.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { StoredStudies, StudiesStore } from '../studies.ts';
import { LateScrub } from './lateScrub.ts';
import type { MainDb } from './mainDb.ts';
import { Refused } from './refused.ts';
import { readStudiesOf } from './studiesRead.ts';
import { carryOutStudies } from './studiesWrite.ts';

export class StudiesTable implements StudiesStore {
  readonly #main: MainDb;
  readonly #scrub: LateScrub;
  /** In memory, by a key that ends with the program: what stood before can be tried by nobody. */
  readonly #versions = makeVersions(keyedMark());

  /** @param scrub takes the last traces of what was removed out of every file */
  constructor(main: MainDb, scrub: () => Promise<void>) {
    this.#main = main;
    this.#scrub = new LateScrub(scrub);
  }

  read(consultation: string): Promise<StoredStudies> {
    return readStudiesOf(this.#main, consultation);
  }

  async change(consultation: string, changes: readonly StudiesChange[]): Promise<StudiesOutcome[] | Refusal> {
    const outcomes: StudiesOutcome[] = [];
    let wordsWent = false;
    try {
      await this.#main.transaction(async (trx) => {
        for (const [i, change] of changes.entries()) {
          const done = await carryOutStudies(trx, consultation, change, this.#versions);
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

function keyedMark(): (words: string) => string {
  const key = randomBytes(32);
  return (words) => createHmac('sha256', key).update(words).digest('base64');
}
