/** A shared tablet without its screen: it seals as the page does, and hands over. */
import { io, type Socket } from 'socket.io-client';
import type { ServerToTablet, TabletHello, TabletToServer } from '../../core/protocol.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Packet } from '../../core/schemaTablet.ts';
import type { Session } from '../../core/session.ts';
import type { TabletView } from '../../core/tabletView.ts';
import { seal } from '../../client/tablet/seal.ts';
import { newToken } from '../../server/random.ts';
import { asks } from './asks.ts';
import { joinDevice, type Device } from './devices.ts';
import { connectConsole, connected, openSession, type TestServer } from './server.ts';
import { viewer } from './viewer.ts';

export interface TestTablet {
  device: Device;
  socket: Socket<ServerToTablet, TabletToServer>;
  hello: TabletHello;
  until(test: (view: TabletView) => boolean): Promise<TabletView>;
  /** Seals a packet as the page does. */
  seal(packet: Packet): Promise<string>;
  /** Hands over what was sealed. */
  hand(packet: string): Promise<{ ok: true } | Refusal>;
  post(path: string, body: object): Promise<{ status: number; json: unknown; cookie: string }>;
  close(): void;
}

/** A tablet that has joined by its PIN and has a line to the session. */
export async function joinTablet(server: TestServer, session: string, known?: Device): Promise<TestTablet> {
  const device = known ?? (await joinDevice(server, 'tablet'));
  const socket: TestTablet['socket'] = io(`${device.url}/tablet`, {
    auth: { session },
    extraHeaders: device.headers,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  const views = viewer<TabletView>(socket);
  await connected(socket);
  const hello = await socket.emitWithAck('hello');
  if (isRefusal(hello)) throw new Error(hello.refusal);
  views.see(hello.view);
  const post: TestTablet['post'] = async (path, body) => {
    const { status, json, headers } = await asks(device.url + path, {
      method: 'POST',
      headers: device.headers,
      body,
    });
    return { status, json, cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
  };
  return {
    device,
    socket,
    hello,
    until: views.until,
    seal: (packet) => seal(hello.recipient, packet),
    hand: async (packet) =>
      (await post(`/api/tablet/${session}/packets`, { packet })).json as { ok: true } | Refusal,
    post,
    close: () => socket.disconnect(),
  };
}

type Every = Extract<Packet, { which: 'every' }>;

/** One person's answers to every statement: `[board, answer, comment]` each. */
export function everyPacket(
  placed: readonly [board: number, answer: number | 'n' | 'x', comment?: string][],
  part: Partial<Every> = {},
): Every {
  return {
    which: 'every',
    token: newToken(),
    groups: [],
    quote: true,
    placed: placed.map(([board, answer, comment = '']) => ({ board, answer, comment, audience: 'room' })),
    ...part,
  };
}

/** Somebody's answer to the one statement in front of the room. */
export function frontPacket(board: number, answer: number | 'n' | 'x', comment = ''): Packet {
  return {
    which: 'front',
    token: newToken(),
    groups: [],
    quote: true,
    placed: [{ board, answer, comment, audience: 'room' }],
  };
}

/** A room with a console and a tablet, as tests of handing over begin. */
export interface TabletRoom {
  session: Session;
  desk: Awaited<ReturnType<typeof connectConsole>>;
  tablet: TestTablet;
  /** Start, and the first statement open. */
  openFirst(): Promise<void>;
  /** How many have joined, and how many have placed on each board. */
  counts(): Promise<{ joined: number; placed: number[] }>;
}

export async function tabletRoom(
  server: TestServer,
  ...wanted: Parameters<typeof openSession> extends [unknown, ...infer R] ? R : never
): Promise<TabletRoom> {
  const { session } = await openSession(server, ...wanted);
  const desk = await connectConsole(server, session.id);
  return {
    session,
    desk,
    tablet: await joinTablet(server, session.id),
    openFirst: async () => {
      for (let i = 0; i < 2; i += 1) {
        const done = await desk.do({ do: 'next' });
        if (isRefusal(done)) throw new Error(done.refusal);
      }
    },
    counts: async () => {
      const view = await desk.socket.emitWithAck('hello');
      if (isRefusal(view)) throw new Error(view.refusal);
      return { joined: view.joined, placed: view.boards.map((b) => b.placed) };
    },
  };
}
