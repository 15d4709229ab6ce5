/** What a data folder has, read through the store's own port once the server is gone. */
import { isRefusal } from '../../core/refusal.ts';
import { isStoreFault, openStore } from '../../server/store/open.ts';
import { contentOf, type Stored } from './history.ts';

export interface Found {
  rows: Stored[];
  /** How many have joined. */
  people: number;
}

/**
 * Reads a running session.
 *
 * @param tokens of everybody who may have placed; a row of anybody else has no person
 * @returns the reason where the store or the session does not open
 */
export async function readSession(
  folder: string,
  session: string,
  tokens: readonly string[],
): Promise<Found | string> {
  const store = await openStore(folder);
  if (isStoreFault(store)) return store.storeFault;
  try {
    const live = await store.openLive(session);
    if (isRefusal(live)) return live.refusal;
    const { boards } = await live.room();
    const owners = new Map<string, string>();
    for (const token of tokens)
      for (const { n, statement, round } of boards)
        owners.set(`${n} ${live.tagOf(token, statement, round)}`, token);
    const rows = (await live.responses()).map((r) => ({
      person: owners.get(`${r.board} ${r.tag}`) ?? null,
      board: r.board,
      revision: r.revision,
      content: contentOf(r.answer, r.comment, r.audience === 'team' ? 1 : 0),
    }));
    return { rows, people: (await live.participants()).length };
  } finally {
    await store.close();
  }
}
