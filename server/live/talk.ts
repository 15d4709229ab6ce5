/** Telling the consoles of running sessions that points or themes have changed. Nobody else is told. */
import type { Server } from 'socket.io';
import { NAMESPACES } from '../../core/protocol.ts';
import type { Rooms } from '../use/sessions.ts';
import { roomName } from './publish.ts';
import type { ConsoleNamespace } from './staff.ts';

/** They ask for what is newer: what was said goes by HTTP, to whoever may read it. */
export function tellTalk(io: Server, rooms: Rooms): (consultation: string, at: string) => void {
  return (consultation, at) => {
    const consoles = io.of(NAMESPACES.console) as ConsoleNamespace;
    for (const { session } of rooms.all())
      if (session.consultation === consultation) consoles.to(roomName(session.id)).emit('talk', at);
  };
}
