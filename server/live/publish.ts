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
import { sendViewInParts, sendViewToRoom } from './shortWay.ts';

export interface Publisher {
  /** Makes a session's changes visible from now on. */
  attach: (running: Running) => void;
  detach: (session: string) => void;
  /** Sends everyone a new view, for what is not part of a session: the laptop's address. */
  refreshAll: () => void;
  /** Sends phones their view once more, which they take as the word to send what waits on them. */
  wakePhones: () => void;
  stop: () => void;
}

/** A hall that is told to send what waits does so over this long, and not in one moment. */
const WAKING = { within: 1500, parts: 15 };

const AUDIENCES = ['phone', 'projector', 'tablet', 'console'] as const;

/** A session whose changes are sent. */
interface Attached {
  readonly running: Running;
  /** Views that are about to be sent. */
  readonly timers: Record<AudienceName, NodeJS.Timeout | null>;
  readonly sentAt: Partial<Record<AudienceName, number>>;
  /** What all phones, and all tablets, were sent last: they are many, and little of what changes is theirs. */
  readonly sent: Partial<Record<AudienceName, string>>;
  /** Its consoles may have other comments than they should. */
  staleNotes: boolean;
  /** The comments that all its consoles have, by id. */
  listed: ReadonlyMap<string, ConsoleNote>;
}

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
  const attached = new Map<string, Attached>();

  const send = (to: Attached, audience: AudienceName): void => {
    const { running, sent } = to;
    const asked = running.asked.has(audience);
    const view = viewOf(to, audience, asked);
    running.asked.delete(audience);
    if (audience === 'phone' || audience === 'tablet') {
      // Whoever asked since then may have been given what was taken back again meanwhile.
      const text = JSON.stringify({ ...view, v: 0 });
      if (text === sent[audience] && !asked) return;
      sent[audience] = text;
    }
    running.v[audience] += 1;
    const sockets: Namespace = io.of(NAMESPACES[audience]);
    const [room, message] = [roomName(running.session.id), { ...view, v: running.v[audience] }];
    // What a console is told of comments follows on what it was told before, so it is told all of it.
    if (audience === 'console') sockets.to(room).emit('view', message);
    else sendViewToRoom(sockets, room, message);
  };

  const viewOf = (to: Attached, audience: AudienceName, asked: boolean): object => {
    const { running } = to;
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
        if (!to.staleNotes) return frame;
        to.staleNotes = false;
        const notes = consoleNotes(scene);
        // Whoever asked has all comments as they were then, and not as the others were told last.
        const had = asked ? new Map<string, ConsoleNote>() : to.listed;
        to.listed = new Map(notes.map((note) => [note.id, note]));
        return { ...frame, notes: changeOf(had, notes) };
      }
    }
  };

  const due = (to: Attached, audience: AudienceName): void => {
    const { timers, sentAt } = to;
    if (timers[audience] !== null) return;
    const wait = (sentAt[audience] ?? -Infinity) + RATES.viewGapMs - now();
    const go = (): void => {
      timers[audience] = null;
      sentAt[audience] = now();
      send(to, audience);
    };
    timers[audience] = setTimeout(go, Math.max(0, wait));
  };

  const silence = ({ running, timers }: Attached): void => {
    running.changed = () => undefined;
    for (const timer of Object.values(timers)) if (timer !== null) clearTimeout(timer);
  };

  return {
    attach: (running) => {
      const before = attached.get(running.session.id);
      if (before !== undefined) silence(before);
      const to: Attached = {
        running,
        timers: { phone: null, projector: null, tablet: null, console: null },
        sentAt: {},
        sent: {},
        staleNotes: false,
        listed: new Map(),
      };
      attached.set(running.session.id, to);
      running.changed = (audiences, only) => {
        if (only !== 'counts') to.staleNotes = true;
        for (const audience of audiences) due(to, audience);
        // A tablet stands for people who have no phone: what moves for those moves for it.
        if (audiences.includes('phone')) due(to, 'tablet');
      };
      running.said = (at): void => {
        for (const { running: other } of attached.values())
          if (other.session.consultation === running.session.consultation)
            io.of(NAMESPACES.console).to(roomName(other.session.id)).emit('talk', at);
      };
      running.left = (hash) => tellLeft(io.of(NAMESPACES.phone), hash);
    },
    detach: (session) => {
      const gone = attached.get(session);
      if (gone !== undefined) silence(gone);
      attached.delete(session);
      for (const audience of AUDIENCES) {
        const to = io.of(NAMESPACES[audience]).to(roomName(session));
        to.emit('gone');
        to.disconnectSockets();
      }
    },
    refreshAll: () => {
      for (const { running } of attached.values()) running.changed(['projector', 'console']);
    },
    wakePhones: () => {
      for (const to of attached.values()) {
        const { running } = to;
        const v = (running.v.phone += 1);
        const view = { ...viewOf(to, 'phone', false), v };
        const holds = (): boolean => running.v.phone === v;
        sendViewInParts(io.of(NAMESPACES.phone), roomName(running.session.id), view, { ...WAKING, holds });
      }
    },
    stop: () => {
      for (const to of attached.values()) silence(to);
      attached.clear();
    },
  };
}
