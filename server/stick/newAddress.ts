/** After a take-over to another address the big screen says where, until people are back or the room goes on. */
import type { Running } from '../use/running.ts';

export function showNewAddress(running: Running): void {
  let phones = 0;
  for (const { slot } of running.people.values()) if (slot === null) phones += 1;
  if (phones === 0) return;
  running.newAddress = true;
  const tell = running.changed;
  running.changed = (audiences, only) => {
    tell(audiences, only);
    if (running.newAddress && running.presence.size >= phones) {
      running.newAddress = false;
      tell(['projector', 'console']);
    }
    // What stood here before stands here again, once nothing is waited for.
    if (!running.newAddress) running.changed = tell;
  };
}
