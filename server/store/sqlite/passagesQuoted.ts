/**
 * What was decided about quoting a passage goes with its words: when the text was mended, the passage put elsewhere or
 * removed. One that is removed goes out of the releases that are kept, too.
 */
import type { Transaction } from 'kysely';
import { passageWords } from './sourceRows.ts';
import { forgetQuoted } from './talkQuoted.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** Does what may change the words of passages, and forgets what was decided about those that have others now. */
export async function mindingQuoted<T>(trx: Trx, consultation: string, change: () => Promise<T>): Promise<T> {
  const before = await passageWords(trx, consultation, await decided(trx, consultation));
  const done = await change();
  if (before.size === 0) return done;
  const after = await passageWords(trx, consultation, new Set(before.keys()));
  for (const [point, text] of before) {
    const now = after.get(point);
    if (now !== text)
      await forgetQuoted(trx, consultation, { session: '', point, text: text.trim() }, now === undefined);
  }
  return done;
}

/** Passages about which something was decided, or that a release printed. */
async function decided(trx: Trx, consultation: string): Promise<Set<string>> {
  const chosen = await trx
    .selectFrom('report')
    .select((of) => of.fn<string | null>('json_extract', ['document', of.val('$.points')]).as('points'))
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  const printed = await trx
    .selectFrom('release')
    .select((of) =>
      of.fn<string | null>('json_extract', ['document', of.val('$.entry.talk.passages')]).as('all'),
    )
    .where('consultation', '=', consultation)
    .execute();
  return new Set([
    ...listed<{ session: string; point: string }>(chosen?.points).flatMap(({ session, point }) =>
      session === '' ? [point] : [],
    ),
    ...printed.flatMap(({ all }) => listed<{ passage: string }>(all).map(({ passage }) => passage)),
  ]);
}

function listed<T>(json: string | null | undefined): T[] {
  return json == null ? [] : (JSON.parse(json) as T[]);
}
