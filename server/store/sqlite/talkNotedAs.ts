/**
 * Of which note of the console a point from a phone was made, as long as its session runs. So only words that are others
 * are put over what the scribe made of it, also after a start; and a no of the scribe's is told from one of its writer's.
 */
import type { Transaction } from 'kysely';
import type { NotedAs } from '../talk.ts';
import type { MainDb } from './mainDb.ts';
import { makeKnown } from './talkKnown.ts';
import { allWith, forgetFrom, NOTED } from './talkPhone.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/**
 * What a point is made of from now on; null: it went. It stays known of one that went with its note where the scribe had
 * said no to quoting it.
 */
export async function noteAs(
  trx: Trx,
  consultation: string,
  { session, key }: { session: string; key: string },
  as: NotedAs | null,
): Promise<void> {
  await forgetFrom(trx, `${NOTED}${session}.${key}.`, consultation);
  if (as === null) return;
  await makeKnown(trx, consultation, `${NOTED}${session}.${key}.${as.note}.${as.quote ? 1 : 0}`);
}

/** What points of a running session are made of, by the point's id. */
export async function allNotedAs(query: MainDb['query'], session: string): Promise<Map<string, NotedAs>> {
  const mark = `${NOTED}${session}.`;
  const rows = await allWith(query, mark, null);
  return new Map(
    rows.map(({ id }) => {
      const [key = '', note = '', quote] = id.slice(mark.length).split('.');
      return [key, { note, quote: quote === '1' }];
    }),
  );
}
