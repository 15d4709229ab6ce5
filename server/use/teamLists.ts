/** Names and places that the team has listed, for the comments that come in while a session runs. */
import type { Store } from '../store/store.ts';
import type { Running } from './running.ts';
import { readSoon } from './signs.ts';
import type { Rooms } from './sessions.ts';

/** Looks for them from now on, in comments that are there already too. */
export async function takeLists(store: Pick<Store, 'report'>, running: Running): Promise<void> {
  const saved = await store.report(running.consultation.id);
  if (saved === null) return;
  running.lists = saved.document.lists;
  running.signs = new WeakMap();
  readSoon(running, running.notes.keys());
  running.changed(['console']);
}

/** The same for every session of a consultation whose lists may just have been changed. */
export async function takeListsOf(store: Pick<Store, 'report'>, rooms: Rooms, id: string): Promise<void> {
  for (const running of rooms.all()) if (running.consultation.id === id) await takeLists(store, running);
}
