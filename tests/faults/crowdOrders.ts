/** What a fault tells its crowd of phones, and what it is told back: one answer to each order. */
import { order as send, start, type Process, type Start } from '../../bench/processes.ts';
import type { Tried } from './history.ts';

export type CrowdOrder =
  /** So many phones more come and say yes; `least` and `most` are what a phone knows a board by. */
  | { do: 'come'; base: string; code: string; phones: number; boards: number }
  /** Each places about so often, in milliseconds, until told to rest. */
  | { do: 'place'; every: number }
  /** Nobody places anew; resolves when everything is acknowledged, or after so many milliseconds. */
  | { do: 'rest'; ms: number }
  /** Resolves when every phone has had a hello since that moment, or after so many milliseconds. */
  | { do: 'back'; since: number; ms: number }
  | { do: 'report'; since: number };

export interface Back {
  /** Milliseconds from the moment until each phone was back; those that were not are missing. */
  after: number[];
  missing: number;
}

export interface Report {
  tokens: string[];
  tried: Tried[];
  /** Milliseconds from placing until acknowledged, of what was placed since the moment. */
  took: number[];
  acknowledged: number;
  /** Refused handshakes, joins and placements by code; `stale` after a restored copy is not among them. */
  refused: Record<string, number>;
  /** Times that a phone came with a hello. */
  came: number;
  /** Phones that still wait for something, or were turned away. */
  unsaved: number;
}

export interface CrowdAnswers {
  come: null;
  place: null;
  rest: number;
  back: Back;
  report: Report;
}

/** Phones in a process of their own, with the code of the real phone. */
export class Crowd {
  readonly #process: Process;

  constructor(how: Start = {}) {
    this.#process = start(new URL('./crowd.ts', import.meta.url), [], [], how);
  }

  async ask<K extends CrowdOrder['do']>(order: CrowdOrder & { do: K }): Promise<CrowdAnswers[K]> {
    return (await send(this.#process, order as never)) as unknown as CrowdAnswers[K];
  }

  async end(): Promise<void> {
    await this.#process.stop();
  }
}

/** Now, on a clock that all processes of this machine share, in milliseconds. */
export function sharedNow(): number {
  return performance.timeOrigin + performance.now();
}
