/** Points, themes and codings in the main database; how new they are is known in memory only. */
import { randomBytes } from 'node:crypto';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { Change, Outcome } from '../../../core/talk/change.ts';
import {
  codingName,
  secondName,
  type NotedAs,
  type StoredTalk,
  type TalkStore,
  type Touched,
} from '../talk.ts';
import { LateScrub } from './lateScrub.ts';
import type { MainDb } from './mainDb.ts';
import { Refused } from './refused.ts';
import { forgetOrder } from './talkOrder.ts';
import { allNotedAs } from './talkNotedAs.ts';
import { allUnnoted } from './talkPhone.ts';
import { readTalk } from './talkRead.ts';
import { carryOut } from './talkWrite.ts';

/** Which change touched what, counted from an arbitrary start: on the disk it would tell an order. */
interface Count {
  start: string;
  n: number;
  touched: Map<string, number>;
}

export class TalkTable implements TalkStore {
  readonly #main: MainDb;
  readonly #scrub: LateScrub;
  readonly #counts = new Map<string, Count>();

  /** @param scrub takes the last traces of what was removed out of every file */
  constructor(main: MainDb, scrub: () => Promise<void>) {
    this.#main = main;
    this.#scrub = new LateScrub(scrub);
  }

  read(consultation: string): Promise<StoredTalk> {
    return readTalk(this.#main, consultation);
  }

  async change(
    consultation: string,
    changes: readonly Change[],
    following?: ReadonlyMap<string, NotedAs>,
  ): Promise<Outcome[] | Refusal> {
    const outcomes: Outcome[] = [];
    const along: string[] = [];
    let wordsWent = false;
    try {
      await this.#main.transaction(async (trx) => {
        const late = new Set<number>();
        for (const [i, change] of changes.entries()) {
          const done = await carryOut(trx, consultation, change, following);
          if (isRefusal(done)) throw new Refused({ ...done, where: `changes.${i}` });
          outcomes.push(done.outcome);
          wordsWent ||= done.wordsWent;
          if (done.late !== undefined) late.add(done.late);
          along.push(...(done.touched ?? []));
        }
        for (const session of late) await forgetOrder(trx, session);
        // Copies that were made before have bytes of rows as they lay then.
        wordsWent ||= late.size > 0;
      });
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
    const count = this.#count(consultation);
    const names = changes.map((change) => {
      if (change.of === 'second') return secondName(change.session, change.key);
      return change.of === 'coding' ? codingName(change.session, change.key) : change.key;
    });
    for (const name of [...names, ...along]) {
      count.n += 1;
      count.touched.set(name, count.n);
    }
    if (wordsWent) this.#scrub.soon();
    return outcomes;
  }

  unnoted(session: string): Promise<Set<string>> {
    return allUnnoted(this.#main.query, session);
  }

  notedAs(session: string): Promise<Map<string, NotedAs>> {
    return allNotedAs(this.#main.query, session);
  }

  at(consultation: string): string {
    const { start, n } = this.#count(consultation);
    return `${start}.${n}`;
  }

  since(consultation: string, at: string): Touched | null {
    const { start, n, touched } = this.#count(consultation);
    const [from, seen] = at.split('.');
    if (from !== start || !/^\d{1,9}$/.test(seen ?? '') || Number(seen) > n) return null;
    return new Set([...touched].flatMap(([name, when]) => (when > Number(seen) ? [name] : [])));
  }

  /** Much of it may be another now: whoever asks is given everything anew. */
  renewed(): void {
    this.#counts.clear();
  }

  stop(): void {
    this.#scrub.stop();
  }

  #count(consultation: string): Count {
    const known = this.#counts.get(consultation);
    if (known !== undefined) return known;
    const count = { start: randomBytes(9).toString('base64url'), n: 0, touched: new Map<string, number>() };
    this.#counts.set(consultation, count);
    return count;
  }
}
