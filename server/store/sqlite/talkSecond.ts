/** What a second coder put points and post-its under: changed, read, and taken from an archive. */
import type { Transaction } from 'kysely';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import { applyChange, type SecondChange } from '../../../core/talk/change.ts';
import type { SecondCoding, SecondFields } from '../../../core/talk/second.ts';
import { postitKey, readPostit } from '../../../core/talk/types.ts';
import type { MainDb } from './mainDb.ts';
import type { Tables } from './tables.ts';
import { responseOf, sessionOf, type Done } from './talkCoding.ts';

type Trx = Transaction<Tables>;

/** Refused while its session runs: a post-it gets its lasting name as that is sealed. */
export async function changeSecond(
  trx: Trx,
  consultation: string,
  change: SecondChange,
  again: boolean,
): Promise<Done | Refusal> {
  const session = await sessionOf(trx, consultation, change.session);
  if ('refusal' in session) return session;
  if (session.state !== 'sealed') return refuse('wrong-state', 'session');
  const place = await placeOf(trx, session.key, change.key);
  if (place === null) return { outcome: { id: change.id, is: 'gone' }, wordsWent: false };
  const row = await place.read();
  const before: SecondFields = {
    themes: row === undefined ? [] : (JSON.parse(row.themes) as string[]),
    coded: row !== undefined,
  };
  const { next, outcome } = applyChange<SecondFields>(before, change, again);
  const after = next?.coded === true ? next.themes : null;
  await place.write(after);
  // No copy is to say what is taken back either.
  return { outcome, wordsWent: before.themes.some((theme) => after?.includes(theme) !== true) };
}

export async function readSeconds(
  { query }: Pick<MainDb, 'query'>,
  consultation: string,
): Promise<SecondCoding[]> {
  const points = await query
    .selectFrom('point_second as second')
    .innerJoin('session', 'session.key', 'second.session')
    .select(['session.id as session', 'second.id as unit', 'themes'])
    .where('session.consultation', '=', consultation)
    .execute();
  const postits = await query
    .selectFrom('coding_second as second')
    .innerJoin('session', 'session.key', 'second.session')
    .select(['session.id as session', 'board', 'tag', 'themes'])
    .where('session.consultation', '=', consultation)
    .execute();
  return [
    ...points,
    ...postits.map(({ board, tag, ...row }) => ({ ...row, unit: postitKey(board, tag) })),
  ].map(({ session, unit, themes }) => ({ session, unit, themes: JSON.parse(themes) as string[] }));
}

/** What stands here is written over; of what is not here nothing is kept. */
export async function takeSeconds(
  trx: Trx,
  sessions: ReadonlyMap<string, number>,
  seconds: readonly SecondCoding[],
): Promise<void> {
  for (const { session, unit, themes } of seconds) {
    const key = sessions.get(session);
    const place = key === undefined ? null : await placeOf(trx, key, unit);
    await place?.write(themes);
  }
}

interface Place {
  read(): Promise<{ themes: string } | undefined>;
  /** @param themes null: it is not coded */
  write(themes: readonly string[] | null): Promise<void>;
}

/** Null: there is no such point or post-it any more. */
async function placeOf(trx: Trx, session: number, unit: string): Promise<Place | null> {
  const textOf = (themes: readonly string[]): string => JSON.stringify(themes.toSorted());
  if (readPostit(unit) === null) {
    const point = await trx
      .selectFrom('point')
      .select('id')
      .where('session', '=', session)
      .where('id', '=', unit)
      .executeTakeFirst();
    if (point === undefined) return null;
    const at = { session, id: unit };
    return {
      read: () =>
        trx
          .selectFrom('point_second')
          .select('themes')
          .where('session', '=', session)
          .where('id', '=', unit)
          .executeTakeFirst(),
      write: async (themes) => {
        await trx.deleteFrom('point_second').where('session', '=', session).where('id', '=', unit).execute();
        if (themes !== null)
          await trx
            .insertInto('point_second')
            .values({ ...at, themes: textOf(themes) })
            .execute();
      },
    };
  }
  const on = await responseOf(trx, session, unit);
  if (on === null) return null;
  const { board, tag } = on;
  return {
    read: () =>
      trx
        .selectFrom('coding_second')
        .select('themes')
        .where('session', '=', session)
        .where('board', '=', board)
        .where('tag', '=', tag)
        .executeTakeFirst(),
    write: async (themes) => {
      await trx
        .deleteFrom('coding_second')
        .where('session', '=', session)
        .where('board', '=', board)
        .where('tag', '=', tag)
        .execute();
      if (themes !== null)
        await trx
          .insertInto('coding_second')
          .values({ session, board, tag, themes: textOf(themes) })
          .execute();
    },
  };
}
