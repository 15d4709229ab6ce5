/** Post-its under themes, and where in a session a point or a coding belongs. */
import type { Transaction } from 'kysely';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import type { SessionState } from '../../../core/session.ts';
import { applyChange, type CodingChange, type Outcome } from '../../../core/talk/change.ts';
import { readPostit } from '../../../core/talk/types.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

export interface Done {
  outcome: Outcome;
  /** Words, attributes or links that stood there went: they are to leave the copies as well. */
  wordsWent: boolean;
  /** Key of a sealed session that has one point more, whose place among the others is to be forgotten. */
  late?: number;
  /** Ids of what moved along with it. */
  touched?: string[];
}

export interface SessionRow {
  key: number;
  state: SessionState;
}

/** Refused where it is not of this consultation, or nobody has opened it. */
export async function sessionOf(trx: Trx, consultation: string, id: string): Promise<SessionRow | Refusal> {
  const row = await trx
    .selectFrom('session')
    .select(['key', 'state'])
    .where('id', '=', id)
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  if (row === undefined) return refuse('no-such-session', 'session');
  return row.state === 'draft' ? refuse('wrong-state', 'session') : row;
}

export async function changeCoding(
  trx: Trx,
  consultation: string,
  change: CodingChange,
  again: boolean,
): Promise<Done | Refusal> {
  const session = await sessionOf(trx, consultation, change.session);
  if ('refusal' in session) return session;
  const { key, state } = session;
  if (state !== 'sealed') {
    const row = await trx
      .selectFrom('talk_live_coding')
      .select('themes')
      .where('session', '=', key)
      .where('postit', '=', change.key)
      .executeTakeFirst();
    const before = themesIn(row);
    const { next, outcome } = applyChange(before, change, again);
    const themes = listText(next);
    await trx
      .insertInto('talk_live_coding')
      .values({ session: key, postit: change.key, themes })
      .onConflict((conflict) => conflict.columns(['session', 'postit']).doUpdateSet({ themes }))
      .execute();
    return { outcome, wordsWent: takenOff(before, next) };
  }
  const on = await responseOf(trx, key, change.key);
  if (on === null) return { outcome: { id: change.id, is: 'gone' }, wordsWent: false };
  const row = await trx
    .selectFrom('coding')
    .select('themes')
    .where('session', '=', key)
    .where('board', '=', on.board)
    .where('tag', '=', on.tag)
    .executeTakeFirst();
  const before = themesIn(row);
  const { next, outcome } = applyChange(before, change, again);
  await putCoding(trx, { session: key, ...on }, next?.themes ?? []);
  return { outcome, wordsWent: takenOff(before, next) };
}

/** A post-it that was under a theme is under it no more: no copy is to say so either. */
function takenOff(before: { themes: string[] }, next: { themes: string[] } | null): boolean {
  return before.themes.some((theme) => next?.themes.includes(theme) !== true);
}

/** A post-it that is under no theme has no row. */
export async function putCoding(
  trx: Trx,
  at: { session: number; board: number; tag: string },
  ids: readonly string[],
): Promise<void> {
  const themes = listText({ themes: ids });
  if (ids.length > 0)
    await trx
      .insertInto('coding')
      .values({ ...at, themes })
      .onConflict((conflict) => conflict.columns(['session', 'board', 'tag']).doUpdateSet({ themes }))
      .execute();
  else
    await trx
      .deleteFrom('coding')
      .where('session', '=', at.session)
      .where('board', '=', at.board)
      .where('tag', '=', at.tag)
      .execute();
}

function listText(fields: { themes: readonly string[] } | null): string {
  return JSON.stringify((fields?.themes ?? []).toSorted());
}

function themesIn(row: { themes: string } | undefined): { themes: string[] } {
  return { themes: row === undefined ? [] : (JSON.parse(row.themes) as string[]) };
}

/** The response with words to which a post-it belongs; null: there is none any more. */
export async function responseOf(
  trx: Trx,
  session: number,
  postit: string,
): Promise<{ board: number; tag: string } | null> {
  const named = readPostit(postit);
  if (named === null) return null;
  const row = await trx
    .selectFrom('response')
    .select(['board', 'tag'])
    .where('session', '=', session)
    .where('board', '=', named.board)
    .where('tag', '=', named.comment)
    .where('comment', '<>', '')
    .executeTakeFirst();
  return row ?? null;
}
