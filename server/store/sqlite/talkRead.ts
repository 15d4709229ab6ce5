/** Reading points, themes and codings of a consultation. */
import { postitKey, type Coding, type Point } from '../../../core/talk/types.ts';
import type { StoredTalk } from '../talk.ts';
import type { MainDb } from './mainDb.ts';
import { allBroughtBack } from './talkKnown.ts';
import { allWent } from './talkWent.ts';
import { readSources } from './talkSourcesTaken.ts';
import { readSeconds } from './talkSecond.ts';
import { readPoint, readTheme } from './talkTables.ts';

export async function readTalk(main: Pick<MainDb, 'query'>, consultation: string): Promise<StoredTalk> {
  const { query } = main;
  const themes = await query
    .selectFrom('theme')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .execute();
  const rows = await query
    .selectFrom('point')
    .innerJoin('session', 'session.key', 'point.session')
    .leftJoin('talk_live as live', (join) =>
      join.onRef('live.session', '=', 'point.session').onRef('live.id', '=', 'point.id'),
    )
    .leftJoin('point_postit as on', (join) =>
      join.onRef('on.session', '=', 'point.session').onRef('on.id', '=', 'point.id'),
    )
    .select(['point.id', 'point.document', 'session.id as session', 'session.key'])
    .select(['live.place', 'live.person', 'live.postit', 'on.board', 'on.tag'])
    .where('session.consultation', '=', consultation)
    .execute();
  const points = rows.map((row): Point & { key: number } => ({
    ...readPoint(row, {
      session: row.session,
      place: row.place ?? 0,
      person: row.person ?? 0,
      postit: row.postit ?? (row.board === null || row.tag === null ? '' : postitKey(row.board, row.tag)),
    }),
    key: row.key,
  }));
  points.sort((a, b) => a.key - b.key || a.place - b.place || (a.id < b.id ? -1 : 1));
  const gone = await query
    .selectFrom('talk_gone')
    .select('id')
    .where('consultation', '=', consultation)
    .execute();
  return {
    themes: themes.map(readTheme),
    points: points.map(({ key: _key, ...point }) => point),
    codings: await readCodings(main, consultation),
    seconds: await readSeconds(main, consultation),
    ...(await readSources(main, consultation)),
    gone: gone.map(({ id }) => id),
    back: await allBroughtBack(main, consultation),
    went: await allWent(query, consultation),
  };
}

async function readCodings({ query }: Pick<MainDb, 'query'>, consultation: string): Promise<Coding[]> {
  const sealed = await query
    .selectFrom('coding')
    .innerJoin('session', 'session.key', 'coding.session')
    .select(['session.id as session', 'board', 'tag', 'themes'])
    .where('session.consultation', '=', consultation)
    .execute();
  const live = await query
    .selectFrom('talk_live_coding as coding')
    .innerJoin('session', 'session.key', 'coding.session')
    .select(['session.id as session', 'postit', 'themes'])
    .where('session.consultation', '=', consultation)
    .execute();
  return [...sealed.map((row) => ({ ...row, postit: postitKey(row.board, row.tag) })), ...live].map(
    ({ session, postit, themes }) => ({ session, postit, themes: JSON.parse(themes) as string[] }),
  );
}
