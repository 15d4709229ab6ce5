/**
 * Telling copies of one sitting apart from two sittings. A response's tag is made with a key that only
 * its sitting had, so two sets of responses that share tags are of the same people on the same day,
 * under whatever id they are kept; the same draft held twice shares none.
 */
import { createHash } from 'node:crypto';
import type { SealedSession } from '../store/store.ts';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As many tags as tell a sitting, also when a few of them are taken back in one copy. */
const MARKS = 50;

export interface Sitting {
  id: string;
  /** The first of its tags. */
  marks: string[];
  /** SHA-256 over boards with their words, who could answer, and responses. */
  content: string;
}

type Held = Pick<SealedSession, 'boards' | 'eligible' | 'responses'>;

/** What a held session is told by among the others. */
export function sittingOf(id: string, held: Held): Sitting {
  const marks = held.responses
    .map((r) => r.tag)
    .toSorted(byText)
    .slice(0, MARKS);
  return { id, marks, content: contentHash(held) };
}

/**
 * The sitting among those here that this one is a copy of. One in which nobody answered has no tags and
 * is told by its id.
 */
export function copyOf(sitting: Sitting, here: readonly Sitting[]): Sitting | null {
  const marks = new Set(sitting.marks);
  const shared = here.find((other) => other.marks.some((mark) => marks.has(mark)));
  if (shared !== undefined || marks.size > 0) return shared ?? null;
  return here.find((other) => other.id === sitting.id && other.marks.length === 0) ?? null;
}

/** In an order of its own; facts of the session and version numbers, which merging changes, are not in it. */
export function contentHash({ boards, eligible, responses }: Held): string {
  const hash = createHash('sha256');
  const take = (rows: readonly unknown[][]): void => {
    for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  };
  const inOrder = (rows: unknown[][]): unknown[][] =>
    rows.toSorted((a, b) => byText(JSON.stringify(a), JSON.stringify(b)));
  const words = (list: Held['boards'][number]['wordings']): unknown[][] =>
    inOrder(list.map((w) => [w.group, w.lang, w.text]));
  take(
    boards
      .toSorted((a, b) => a.n - b.n)
      .map((b) => [b.n, b.statement, b.round, words(b.wordings), b.scale.kind, b.scale.labels ?? []]),
  );
  take(inOrder(eligible.map((e) => [e.statement, e.round, e.membership, e.n])));
  take(
    responses
      .toSorted((a, b) => a.board - b.board || byText(a.tag, b.tag))
      .map((r) => [
        [r.board, r.tag, r.membership, r.answer, r.comment, r.audience],
        [r.quote, r.shown, r.channel, r.person],
      ]),
  );
  return hash.digest('hex');
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** The id under which a second holding of one draft is kept. */
export function idBeside(session: string, content: string): string {
  const bytes = createHash('sha256').update(`beside ${session} ${content}`).digest();
  return Array.from(bytes.subarray(0, 26), (byte) => BASE32[byte & 31]).join('');
}
