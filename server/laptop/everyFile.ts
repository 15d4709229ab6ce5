/** Whether every file takes what is written to it that answers, settings and sign-ins go to. */
import type { TriesWriting } from '../store/tryWriting.ts';
import type { Running } from '../use/running.ts';
import type { LaptopWatch } from './watch.ts';
import type { Rooms } from '../use/sessions.ts';

/** Rejects with the first that does not. A session that is over is passed over: nothing more goes to its file. */
export async function tryEveryFile(
  store: TriesWriting,
  staff: TriesWriting,
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

/** What is told of a save of this session that failed: its file's fault on the console, any other by `fault` too. */
export function saveFailedIn(
  running: Running,
  laptop: LaptopWatch,
  fault: (error: unknown) => void,
): Running['saveFailed'] {
  return (error) => {
    // One that is over takes nothing more, and that is no failure.
    if (!running.closed && !laptop.notSaved(error)) fault(error);
  };
}
