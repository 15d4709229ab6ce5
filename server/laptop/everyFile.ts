/** Whether every file takes what is written to it that answers, settings and sign-ins go to. */
import type { StaffStore } from '../store/staffStore.ts';
import type { Store } from '../store/store.ts';
import type { Rooms } from '../use/sessions.ts';

/** Rejects with the first that does not. A session that is over is passed over: nothing more goes to its file. */
export async function tryEveryFile(
  store: Pick<Store, 'tryWriting'>,
  staff: Pick<StaffStore, 'tryWriting'>,
  rooms: Pick<Rooms, 'all'>,
): Promise<void> {
  await store.tryWriting();
  await staff.tryWriting();
  for (const running of rooms.all()) {
    if (running.closed) continue;
    try {
      await running.store.tryWriting();
    } catch (error) {
      // It may have been closed meanwhile.
      if (!running.closed) throw error;
    }
  }
}
