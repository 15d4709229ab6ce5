/** A server of its own for each test of a file, and the room with a console and a tablet that a test begins with. */
import { afterEach, beforeEach, expect } from '@jest/globals';
import type { Refusal } from '../../core/refusal.ts';
import type { Packet } from '../../core/schemaTablet.ts';
import type { Store } from '../../server/store/store.ts';
import { startServer, type TestServer } from './server.ts';
import { tabletRoom, type TabletRoom } from './tablet.ts';

type Wanted = Parameters<typeof tabletRoom> extends [unknown, ...infer Rest] ? Rest : never;

/** What a hand-over is answered with. */
export const OK = { ok: true };

export interface TabletHall extends Pick<TabletRoom, 'session' | 'desk' | 'tablet' | 'openFirst'> {
  server: TestServer;
  begin(...wanted: Wanted): Promise<void>;
  /** Seals a packet and hands it over. */
  give(packet: Packet): Promise<{ ok: true } | Refusal>;
  joined(): Promise<number>;
  placed(board: number): Promise<number | undefined>;
}

/** @param wrap stands between the servers and their stores */
export function tabletHall(wrap?: (store: Store) => Store): TabletHall {
  let server: TestServer | undefined;
  let room: TabletRoom | undefined;
  const begun = (): TabletRoom => {
    if (room === undefined) throw new Error('no room has begun');
    return room;
  };
  beforeEach(async () => {
    room = undefined;
    server = await startServer(wrap === undefined ? {} : { wrap });
  });
  afterEach(async () => {
    room?.tablet.close();
    await server?.stop();
    expect(server?.faults).toEqual([]);
  });
  return {
    get server() {
      if (server === undefined) throw new Error('no server has begun');
      return server;
    },
    get session() {
      return begun().session;
    },
    get desk() {
      return begun().desk;
    },
    get tablet() {
      return begun().tablet;
    },
    begin: async function begin(...wanted) {
      room = await tabletRoom(this.server, ...wanted);
    },
    openFirst: () => begun().openFirst(),
    give: async (packet) => begun().tablet.hand(await begun().tablet.seal(packet)),
    joined: async () => (await begun().counts()).joined,
    placed: async (board) => (await begun().counts()).placed[board - 1],
  };
}
