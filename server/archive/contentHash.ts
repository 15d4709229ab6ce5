/** What a held session contains, as one hash: two copies of it are told by this, wherever they were. */
import { createHash } from 'node:crypto';
import type { SealedSession } from '../store/store.ts';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** SHA-256 over boards, who could answer, and responses, in an order of their own; facts of the session apart. */
export function contentHash({ boards, eligible, responses }: Omit<SealedSession, 'session'>): string {
  const hash = createHash('sha256');
  const take = (rows: readonly unknown[][]): void => {
    for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  };
  take(
    boards
      .toSorted((a, b) => a.n - b.n)
      .map((b) => [b.n, b.statement, b.round, b.version, b.scale.kind, b.scale.labels ?? []]),
  );
  take(
    eligible
      .map((e) => [e.statement, e.round, e.membership, e.n])
      .toSorted((a, b) => byText(JSON.stringify(a), JSON.stringify(b))),
  );
  take(
    responses
      .toSorted((a, b) => a.board - b.board || byText(a.tag, b.tag))
      .map((r) => [
        r.board,
        r.tag,
        r.membership,
        r.answer,
        r.comment,
        r.audience,
        r.quote,
        r.shown,
        r.channel,
        r.person,
      ]),
  );
  return hash.digest('hex');
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** The id under which a second holding of one draft is kept; the same each time, so that it is known again. */
export function idBeside(session: string, content: string): string {
  const bytes = createHash('sha256').update(`beside ${session} ${content}`).digest();
  return Array.from(bytes.subarray(0, 26), (byte) => BASE32[byte & 31]).join('');
}
