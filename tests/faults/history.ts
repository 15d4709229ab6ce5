/**
 * What was sent, what was acknowledged and what is in the store, held against each other. It is pure: whoever
 * runs a fault writes down what happened and brings what is stored.
 *
 * A placement that was sent and never answered, or answered with "not saved", is unknown: it may be in the
 * store or not. Everything else is known, and this finds where the store says otherwise.
 */

/** One placement: what one person had on one board from one revision on. */
export interface Placed {
  person: string;
  board: number;
  revision: number;
  /** Answer, comment and audience, as `contentOf` writes them. */
  content: string;
}

/** `unknown`: never answered, or refused as something that may be tried again. `refused`: for good. */
export type Fate = 'unknown' | 'acknowledged' | 'refused';

export interface Tried extends Placed {
  fate: Fate;
}

/** A row of the store; `person` is null where none of those who sent anything has it. */
export type Stored = Omit<Placed, 'person'> & { person: string | null };

/** What one placement says, in one text. */
export function contentOf(answer: number | string | null, comment = '', audience: 0 | 1 = 0): string {
  return JSON.stringify([answer, answer === null ? '' : comment, audience]);
}

const spot = (p: { person: string | null; board: number }): string => `${p.person} on ${p.board}`;
const same = (p: Placed): string => `${spot(p)} ${p.revision} ${p.content}`;

/** Writes down placements as they are sent and answered. */
export class History {
  readonly #tried = new Map<string, Tried>();
  /** What was under way as the power went. */
  readonly #doubtful = new Set<Tried>();

  sent(placed: Placed): void {
    const key = same(placed);
    if (!this.#tried.has(key)) this.#tried.set(key, { ...placed, fate: 'unknown' });
  }

  /** An acknowledgement counts for ever; a refusal only while nothing was acknowledged. */
  answered(placed: Placed, fate: Exclude<Fate, 'unknown'>): void {
    const known = this.#tried.get(same(placed));
    if (known === undefined) throw new Error('an answer to what was never sent');
    if (known.fate !== 'acknowledged' && !this.#doubtful.has(known)) known.fate = fate;
  }

  /**
   * The power is about to go: what is under way stays unknown, whatever is answered, until it is back. A sync that
   * has begun when ext4 is shut down may report success though its journal was dropped; nobody would hear of it
   * with the power really gone. An answer to whatever is sent later counts.
   */
  powerGoes(): void {
    for (const op of this.#tried.values()) if (op.fate === 'unknown') this.#doubtful.add(op);
  }

  powerIsBack(): void {
    this.#doubtful.clear();
  }

  all(): Tried[] {
    return [...this.#tried.values()];
  }

  get acknowledged(): number {
    let n = 0;
    for (const { fate } of this.#tried.values()) if (fate === 'acknowledged') n += 1;
    return n;
  }
}

/** What is wrong, by kind; all nought when the store is as it must be. */
export interface Verdict {
  /** Acknowledged, and the store has nothing or something older there. */
  lost: number;
  /** Two rows where one person can have one. */
  doubled: number;
  /** In the store and sent by nobody, or with other content than was sent, or by nobody we know. */
  invented: number;
  /** Refused for good, and in the store all the same. */
  refusedAndKept: number;
  /** Two contents of one revision, both acknowledged. */
  contradicted: number;
  /** The first few of them, without what was written. */
  examples: string[];
}

/** Holds a history against the store. */
export function check(tried: readonly Tried[], stored: readonly Stored[]): Verdict {
  const verdict: Verdict = {
    lost: 0,
    doubled: 0,
    invented: 0,
    refusedAndKept: 0,
    contradicted: 0,
    examples: [],
  };
  const find = (kind: Exclude<keyof Verdict, 'examples'>, where: Stored): void => {
    verdict[kind] += 1;
    if (verdict.examples.length < 5)
      verdict.examples.push(`${kind}: board ${where.board}, revision ${where.revision}`);
  };

  const rows = new Map<string, Stored>();
  for (const row of stored) {
    if (row.person === null) find('invented', row);
    else if (rows.has(spot(row))) find('doubled', row);
    else rows.set(spot(row), row);
  }

  const sent = new Map<string, Tried>();
  const acknowledged = new Map<string, string>();
  for (const op of tried) {
    sent.set(same(op), op);
    if (op.fate !== 'acknowledged') continue;
    const revision = `${spot(op)} ${op.revision}`;
    if (acknowledged.has(revision)) find('contradicted', op);
    acknowledged.set(revision, op.content);
    if ((rows.get(spot(op))?.revision ?? 0) < op.revision) find('lost', op);
  }

  for (const row of rows.values()) {
    const op = sent.get(same(row as Placed));
    const other = acknowledged.get(`${spot(row)} ${row.revision}`);
    if (other !== undefined && other !== row.content) find('lost', row);
    else if (op === undefined) find('invented', row);
    else if (op.fate === 'refused') find('refusedAndKept', row);
  }
  return verdict;
}

/** What is wrong, in words; nothing when nothing is. */
export function wrongs(verdict: Verdict): string[] {
  const { examples, ...counts } = verdict;
  const found = Object.entries(counts).filter(([, n]) => n > 0);
  return found.length === 0
    ? []
    : [`${found.map(([kind, n]) => `${n} ${kind}`).join(', ')} (${examples.join('; ')})`];
}
