/** Tags of what is left out of whatever brings it. */
import type { MainDb } from './mainDb.ts';

type Query = Pick<MainDb['query'], 'selectFrom'>;
type Tags = Map<string, 'all' | 'quote'>;

/** No tag begins so. */
const RUNNING = 'running ';

/** As it is kept of what stands in a running session alone: a sealed one is not searched for a point that it became. */
export function whileRunning(tag: string): string {
  return RUNNING + tag;
}

export async function leftOutOfSealed(query: Query): Promise<Tags> {
  const rows = await query
    .selectFrom('left_out')
    .select(['tag', 'what'])
    .where('tag', 'not like', `${RUNNING}%`)
    .execute();
  return new Map(rows.map(({ tag, what }) => [tag, what]));
}

export async function leftOutOfRunning(query: Query): Promise<Tags> {
  const rows = await query.selectFrom('left_out').select(['tag', 'what']).execute();
  return new Map(
    rows.map(({ tag, what }) => [tag.startsWith(RUNNING) ? tag.slice(RUNNING.length) : tag, what]),
  );
}
