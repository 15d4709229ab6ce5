/** When sessions that have ended are sealed. */
import { TIMES } from '../../core/limits.ts';
import type { Running } from './running.ts';

/** Ten minutes after its end a session is sealed; going on before that calls it off, and so does paper to be typed up. */
export function planSealing(seal: (session: string) => void) {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    plan: ({ session, room }: Running): void => {
      clearTimeout(timers.get(session.id));
      timers.delete(session.id);
      if (session.state !== 'ended' || room.hold) return;
      const timer = setTimeout(() => {
        timers.delete(session.id);
        seal(session.id);
      }, TIMES.sealAfterMs);
      timers.set(session.id, timer);
    },
    stop: (): void => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
