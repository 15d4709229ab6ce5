/** What a consultation keeps of statements that participants proposed follows the points that they are. */
import type { Transaction } from 'kysely';
import type { Consultation } from '../../../core/consultation.ts';
import { keepsProposal, withoutProposals, withProposal } from '../../../core/proposals.ts';
import { isProposed } from '../../../core/talk/types.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** It was removed or taken out, by whatever way: its words go from the consultation too. */
export async function forgetProposal(trx: Trx, consultation: string, point: string): Promise<void> {
  if (isProposed(point))
    await change(trx, consultation, point, (document) => withoutProposals(document, (id) => id === point));
}

/** Its words were changed: the consultation has no others. */
export async function followProposal(
  trx: Trx,
  consultation: string,
  point: string,
  text: string,
): Promise<void> {
  if (isProposed(point))
    await change(trx, consultation, point, (document) => withProposal(document, point, text));
}

/** The proposals of a session that is removed. */
export async function forgetProposalsOf(trx: Trx, session: string): Promise<void> {
  const rows = await trx
    .selectFrom('point')
    .innerJoin('session', 'session.key', 'point.session')
    .select(['point.id', 'session.consultation'])
    .where('session.id', '=', session)
    .execute();
  for (const { id, consultation } of rows) await forgetProposal(trx, consultation, id);
}

/** A window, or an archive, may still have what was taken out meanwhile. */
export async function withoutGone(trx: Trx, consultation: Consultation): Promise<Consultation> {
  const kept = consultation.statements.some(({ from }) => from !== undefined);
  if (!kept && consultation.notTaken === undefined) return consultation;
  const rows = await trx
    .selectFrom('talk_gone')
    .select('id')
    .where('consultation', '=', consultation.id)
    .execute();
  const gone = new Set(rows.map(({ id }) => id));
  return withoutProposals(consultation, (point) => gone.has(point));
}

/** What the statements of a consultation say now: that is the consultation's, whoever proposed it. */
export async function statementTexts(trx: Trx, consultation: string): Promise<Set<string>> {
  const row = await read(trx, consultation);
  const statements = row?.document.statements ?? [];
  return new Set(statements.flatMap(({ wordings }) => wordings.map(({ text }) => text)));
}

export async function groupsOf(trx: Trx, consultation: string): Promise<Consultation['groups']> {
  return (await read(trx, consultation))?.document.groups ?? [];
}

async function read(
  trx: Trx,
  consultation: string,
): Promise<{ document: Consultation; revision: number } | null> {
  const row = await trx
    .selectFrom('consultation')
    .select(['document', 'revision'])
    .where('id', '=', consultation)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { document: JSON.parse(row.document) as Consultation, revision: row.revision };
}

async function change(
  trx: Trx,
  consultation: string,
  point: string,
  to: (document: Consultation) => Consultation,
): Promise<void> {
  const row = await read(trx, consultation);
  if (row === null || !keepsProposal(row.document, point)) return;
  // A window that has the old words open must not save them back.
  await trx
    .updateTable('consultation')
    .set({ document: JSON.stringify(to(row.document)), revision: row.revision + 1 })
    .where('id', '=', consultation)
    .execute();
}
