/** Words of recommendations that a room was shown, in the documents of finished sessions: some of them have to go. */
import type { Transaction } from 'kysely';
import type { Checked } from '../../../core/checked.ts';
import { readSession } from './documents.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';

/** What is removed leaves no words behind; what rooms said of it stays, and is found again should it come back. */
export function forgetShownWords(
  trx: Transaction<Tables>,
  consultation: string,
  recommendation: string,
): Promise<void> {
  return rewrite(trx, consultation, (item) =>
    item.recommendation === recommendation ? { ...item, text: '', points: '' } : item,
  );
}

/** What comes with a session that is finished or brought in: words of those that were removed here go from it too. */
export async function withoutRemovedWords(trx: Transaction<Tables>, consultation: string): Promise<void> {
  const rows = await trx
    .selectFrom('recommendation_known')
    .select('id')
    .where('consultation', '=', consultation)
    .where('what', '=', 'gone')
    .execute();
  const gone = new Set(rows.map(({ id }) => id));
  if (gone.size === 0) return;
  await rewrite(trx, consultation, (item) =>
    gone.has(item.recommendation) ? { ...item, text: '', points: '' } : item,
  );
}

/** @param clean takes somebody's words out of whatever it is given */
export function cleanShownWords(
  trx: Transaction<Tables>,
  consultation: string,
  clean: (value: Checked) => Checked,
): Promise<void> {
  return rewrite(trx, consultation, clean);
}

async function rewrite(
  trx: Transaction<Tables>,
  consultation: string,
  change: (item: Checked) => Checked,
): Promise<void> {
  const rows = await trx
    .selectFrom('session')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .execute();
  for (const row of rows) {
    const session = readSession(row);
    if (session.checked === undefined) continue;
    const document = JSON.stringify({ ...session, checked: session.checked.map(change) });
    if (document === row.document) continue;
    await trx.updateTable('session').set({ document }).where('id', '=', row.id).execute();
    await noteScrub(trx);
  }
}
