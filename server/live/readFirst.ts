/**
 * Reading what a phone sends most before Engine.IO and Socket.IO do. What is not plain goes on to them, and what
 * comes after that waits until they have handed it over, so that all is carried out in the order in which it came.
 */
import type { Conn } from './shortWay.ts';

/** What has to be known of a WebSocket of `ws`. */
export interface Frames {
  listeners(event: 'message'): unknown[];
  removeAllListeners(event: 'message'): unknown;
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): unknown;
}

/** The number of an event that wants an answer, and its arguments, where a packet is plainly one of that name. */
export interface Asked {
  id: string;
  args: unknown[];
}

interface Reading {
  readonly conn: Conn;
  readonly connected: boolean;
}

/** An Engine.IO message with a Socket.IO event, as it begins. */
const MESSAGE = '42';
/** Of the number of an event. */
const MOST_DIGITS = 9;

/**
 * Reads events of one name before Socket.IO does.
 *
 * @param take told of each; what it throws would end the connection
 */
export function listenFirst(socket: Reading, event: string, take: (asked: Asked) => void): void {
  const rest = `["${event}",`;
  const inOrder = new InOrder(socket, take);
  const { conn } = socket;
  // One that began with plain requests may change over to a WebSocket later: its packets are read where both bring them.
  const frames = conn.transport.name === 'websocket' ? conn.transport.socket : undefined;
  if (frames !== undefined) {
    const usual = frames.listeners('message') as ((data: Buffer, isBinary: boolean) => void)[];
    frames.removeAllListeners('message');
    frames.on('message', (data, isBinary) => {
      const mayBe = !isBinary && socket.connected && conn.readyState === 'open' && begins(data, rest);
      const asked = mayBe ? read(data.toString(), MESSAGE.length, rest) : null;
      if (asked !== null) return inOrder.plain(asked);
      inOrder.other();
      for (const listener of usual) listener.call(frames, data, isBinary);
    });
    return;
  }
  const usual = conn.listeners('data') as ((packet: unknown) => void)[];
  conn.removeAllListeners('data');
  conn.on('data', (packet) => {
    const mayBe = typeof packet === 'string' && packet.startsWith('2') && socket.connected;
    const asked = mayBe ? read(packet, 1, rest) : null;
    if (asked !== null) return inOrder.plain(asked);
    inOrder.other();
    for (const listener of usual) listener(packet);
  });
}

/** Hands over what is plain at once, or after what came before it and goes the usual way. */
class InOrder {
  readonly #socket: Reading;
  readonly #take: (asked: Asked) => void;
  /** Something else is on its way through Socket.IO. */
  #behind = false;

  constructor(socket: Reading, take: (asked: Asked) => void) {
    this.#socket = socket;
    this.#take = take;
  }

  plain(asked: Asked): void {
    if (!this.#behind) return this.#take(asked);
    // As many turns as Socket.IO takes.
    process.nextTick(() => process.nextTick(() => this.#taken(asked)));
  }

  other(): void {
    if (this.#behind) return;
    this.#behind = true;
    // By then all turns of now are over.
    setImmediate(() => {
      this.#behind = false;
    });
  }

  #taken(asked: Asked): void {
    if (this.#socket.connected) this.#take(asked);
  }
}

/** Whether it may be one, by its first letters: all of a frame is read only then. */
function begins(data: Buffer, rest: string): boolean {
  const head = data.toString('latin1', 0, MESSAGE.length + MOST_DIGITS + rest.length);
  return head.startsWith(MESSAGE) && head.includes(rest);
}

/**
 * @param at where the number of the event begins
 * @returns null where it is not plainly that event
 */
function read(packet: string, at: number, rest: string): Asked | null {
  let end = at;
  while (end - at <= MOST_DIGITS && isDigit(packet.charCodeAt(end))) end += 1;
  if (end === at || end - at > MOST_DIGITS || !packet.startsWith(rest, end)) return null;
  try {
    const args = JSON.parse(packet.slice(end)) as unknown[];
    args.shift();
    return { id: packet.slice(at, end), args };
  } catch {
    return null;
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
