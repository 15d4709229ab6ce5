/** Long work beside rooms that are voting. */
import { constants, setPriority } from 'node:os';

/**
 * Called by a thread of long work: from then on whatever else wants the processor goes first, on a laptop of
 * two cores the server that phones wait for. Only on Linux is this about the calling thread (setpriority(2));
 * elsewhere it would be about the whole program, and nothing happens.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where it is forbidden everything goes on at the usual priority.
  }
}
