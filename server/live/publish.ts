/**
 * Sending views. Changes are joined into at most ten views a second for each audience of a session;
 * a view is made and encoded once for the whole audience.
 */
import type { Namespace, Server } from 'socket.io';
import type { LaptopState } from '../../core/laptop.ts';
import { NAMESPACES } from '../../core/protocol.ts';
import { RATES } from '../../core/limits.ts';
import { consoleNotes } from '../../core/consoleView.ts';
import { changeOf } from '../../core/notesChange.ts';
import type { ConsoleNote } from '../../core/view.ts';
import { consoleFrame, phoneView, projectorView, tabletView } from '../../core/makeView.ts';
import type { AudienceName, Running } from '../use/running.ts';
import { consoleSceneOf, sceneOf } from '../use/scene.ts';
import { tellLeft } from './left.ts';
import { sendViewToRoom } from './shortWay.ts';

export interface Publisher {
  /** Makes a session's changes visible from now on. */
  attach: (running: Running) => void;
  detach: (session: string) => void;
  /** Sends everyone a new view, for what is not part of a session: the laptop's address. */
  refreshAll: () => void;
  stop: () => void;
}

const AUDIENCES = ['phone', 'projector', 'tablet', 'console'] as const;

/** Socket.IO room of a session within a namespace. */
export function roomName(session: string): string {
  return `s:${session}`;
}

/**
 * @param address what phones open now
 * @param now a monotonic clock in milliseconds
 * @param laptop how it is, for the console
 */
export function makePublisher(
  io: Server,
  address: () => string,
  now: () => number,
  laptop: () => LaptopState,
): Publisher {
  const attached = new Map<string, Running>();
  const timers = new Map<string, NodeJS.Timeout>();
  const sentAt = new Map<string, number>();
  /** Sessions whose consoles may have other comments than they should. */
  const staleNotes = new Set<string>();
  /** The comments that all consoles of a session have, by id. */
  const listed = new Map<string, Map<string, ConsoleNote>>();

  /** What all phones of a session, and all tablets, were sent last: they are many, and little of what changes is theirs. */
  const sent = new Map<string, string>();

  const send = (running: Running, audience: AudienceName): void => {
    const [key, asked] = [`${audience} ${running.session.id}`, running.asked.has(audience)];
    const view = viewOf(running, audience, asked);
    running.asked.delete(audience);
    if (audience === 'phone' || audience === 'tablet') {
      // Whoever asked since then may have been given what was taken back again meanwhile.
      const text = JSON.stringify({ ...view, v: 0 });
      if (text === sent.get(key) && !asked) return;
      sent.set(key, text);
    }
    running.v[audience] += 1;
    const to: Namespace = io.of(NAMESPACES[audience]);
    const [room, message] = [roomName(running.session.id), { ...view, v: running.v[audience] }];
    if (audience === 'phone') sendViewToRoom(to, room, message);
    else to.to(room).emit('view', message);
  };

  const viewOf = (running: Running, audience: AudienceName, asked: boolean): object => {
    switch (audience) {
      case 'phone':
        return phoneView(sceneOf(running, 'phone'));
      case 'projector':
        return projectorView(sceneOf(running, 'projector', address()));
      case 'tablet':
        return tabletView(sceneOf(running, 'tablet'));
      case 'console': {
        const scene = consoleSceneOf(running, address(), now(), laptop());
        const frame = consoleFrame(scene);
        if (!staleNotes.delete(running.session.id)) return frame;
        const notes = consoleNotes(scene);
        // Whoever asked has all comments as they were then, and not as the others were told last.
        const had = asked ? undefined : listed.get(running.session.id);
        listed.set(running.session.id, new Map(notes.map((note) => [note.id, note])));
        return { ...frame, notes: changeOf(had ?? new Map(), notes) };
      }
    }
  };

  const due = (running: Running, audience: AudienceName): void => {
    const key = `${audience} ${running.session.id}`;
    if (timers.has(key)) return;
    const wait = (sentAt.get(key) ?? -Infinity) + RATES.viewGapMs - now();
    const go = (): void => {
      timers.delete(key);
      if (attached.get(running.session.id) !== running) return;
      sentAt.set(key, now());
      send(running, audience);
    };
    if (wait <= 0) timers.set(key, setTimeout(go, 0));
    else timers.set(key, setTimeout(go, wait));
  };

  return {
    attach: (running) => {
      attached.set(running.session.id, running);
      running.changed = (audiences, only) => {
        if (only !== 'counts') staleNotes.add(running.session.id);
        for (const audience of audiences) due(running, audience);
        // A tablet stands for people who have no phone: what moves for those moves for it.
        if (audiences.includes('phone')) due(running, 'tablet');
      };
      running.said = (at): void => {
        for (const other of attached.values())
          if (other.session.consultation === running.session.consultation)
            io.of(NAMESPACES.console).to(roomName(other.session.id)).emit('talk', at);
      };
      running.left = (hash) => tellLeft(io.of(NAMESPACES.phone), hash);
    },
    detach: (session) => {
      const running = attached.get(session);
      if (running !== undefined) running.changed = () => undefined;
      attached.delete(session);
      staleNotes.delete(session);
      listed.delete(session);
      for (const audience of AUDIENCES) {
        const key = `${audience} ${session}`;
        clearTimeout(timers.get(key));
        timers.delete(key);
        sentAt.delete(key);
        sent.delete(key);
        const to = io.of(NAMESPACES[audience]).to(roomName(session));
        to.emit('gone');
        to.disconnectSockets();
      }
    },
    refreshAll: () => {
      for (const running of attached.values()) running.changed(['projector', 'console']);
    },
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      attached.clear();
    },
  };
}
