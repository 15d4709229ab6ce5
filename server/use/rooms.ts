/** The running sessions of this server, by id and by join code. */
import type { Rooms } from './sessions.ts';
import type { Running } from './running.ts';

/**
 * @param added told of each session that begins to run, @param removed of each that stops
 */
export function makeRooms(added: (running: Running) => void, removed: (session: string) => void): Rooms {
  const running = new Map<string, Running>();
  const lost = new Map<string, string>();
  return {
    all: () => running.values(),
    byId: (session) => running.get(session),
    byCode: (code) => {
      for (const room of running.values()) if (room.session.code === code) return room;
      return undefined;
    },
    add: (room) => {
      running.set(room.session.id, room);
      lost.delete(room.session.id);
      added(room);
    },
    remove: (session) => {
      lost.delete(session);
      if (running.delete(session)) removed(session);
    },
    lost: ({ id, code }) => void lost.set(id, code),
    lostCodes: () => [...lost.values()],
  };
}
