/** Telling every phone and tab of someone who has left with everything. */
import type { Namespace } from 'socket.io';

/** They are told and let go; the answer to what one of them asked goes out first. */
export function tellLeft(phones: Namespace, hash: string): void {
  for (const socket of phones.sockets.values()) {
    const { who } = socket.data as { who?: { hash: string } };
    if (who?.hash !== hash) continue;
    socket.emit('left');
    setImmediate(() => socket.disconnect(true));
  }
}
