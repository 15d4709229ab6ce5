/**
 * The short way of what a phone sends and is sent most: placements, their acknowledgements, and views for a whole
 * room. Over a WebSocket they pass the layers of Socket.IO by, which cost as much as all the rules and the store
 * together. What goes over the wire is the same, byte for byte; what is not plain goes the long way.
 */
import { randomInt } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Namespace } from 'socket.io';
import type { Frames } from './readFirst.ts';

/** What the short way has to know of a connection of Engine.IO. */
export interface Conn {
  readonly readyState: string;
  readonly transport: { readonly name: string; readonly writable: boolean; readonly socket?: Frames };
  /** @param done told when it has gone to the system; never, when the connection ends before */
  write(packet: string, options?: object, done?: () => void): unknown;
  listeners(event: 'data'): unknown[];
  removeAllListeners(event: 'data'): unknown;
  on(event: 'data', listener: (packet: unknown) => void): unknown;
}

/** A packet of Socket.IO as one WebSocket frame with text, as servers send it (RFC 6455, 5.2), in Engine.IO's form. */
export function framed(packet: string): Buffer {
  const text = Buffer.from(`4${packet}`);
  const n = text.length;
  const head =
    n < 126 ? [0x81, n] : n < 65_536 ? [0x81, 126, n >> 8, n & 255] : [0x81, 127, 0, 0, 0, 0, ...bytesOf(n)];
  return Buffer.concat([Buffer.from(head), text]);
}

const bytesOf = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];

/** Up to here a frame says its length in one byte, and an acknowledgement is hardly ever longer. */
const SHORT = 124;
const ASCII = /^[\0-\x7f]*$/;

/** The way to one phone. */
export class ShortWay {
  readonly #conn: Conn;
  readonly #line: Socket | null;
  /** Something of which the newest counts has not gone out yet, and what came after it. */
  #waits = false;
  #latest: { packet: string; frame: Buffer } | null = null;

  /**
   * @param request the first of the connection: only where that opened the WebSocket itself, its socket is the one
   * that phones are written to
   */
  constructor(conn: Conn, request: IncomingMessage) {
    this.#conn = conn;
    // Node's own word for it: anybody can write the header into a plain request.
    const { upgrade } = request as { upgrade?: boolean };
    this.#line = upgrade === true ? request.socket : null;
  }

  /** What is sent in this turn goes out in one write. */
  together(): void {
    const line = this.#line;
    line?.cork();
    setImmediate(() => line?.uncork());
  }

  /** Hands over a packet of Socket.IO, in the order of what was sent before; `frame` is what `framed` made of it. */
  send(packet: string, frame?: Buffer): void {
    const line = this.#freeLine();
    if (line === null) this.#conn.write(packet);
    else if (frame !== undefined) line.write(frame);
    // The same frame, without a buffer of its own.
    else if (packet.length <= SHORT && ASCII.test(packet))
      line.write(`\x81${String.fromCharCode(packet.length + 1)}4${packet}`, 'latin1');
    else line.write(framed(packet));
  }

  /**
   * Hands over what takes the place of all of its kind before: for whoever reads slowly the newest waits alone.
   *
   * @param frame what `framed` made of it
   */
  sendLatest(packet: string, frame: Buffer): void {
    if (this.#waits) this.#latest = { packet, frame };
    else if (this.#freeLine() !== null) this.send(packet, frame);
    else {
      this.#waits = true;
      this.#conn.write(packet, {}, () => {
        const next = this.#latest;
        this.#waits = false;
        this.#latest = null;
        if (next !== null) this.sendLatest(next.packet, next.frame);
      });
    }
  }

  /** Null where what is written would wait behind what this phone has not read yet, or not go by WebSocket. */
  #freeLine(): Socket | null {
    const [line, conn] = [this.#line, this.#conn];
    const isFree =
      line !== null &&
      line.writable &&
      line.writableLength === 0 &&
      conn.readyState === 'open' &&
      conn.transport.name === 'websocket' &&
      conn.transport.writable;
    return isFree ? line : null;
  }
}

/** What a socket has that can be written to by the short way. */
export interface OnWay {
  way: ShortWay;
}

/** Sends a view to a whole room: encoded and framed once, and written as it is to each; of it the newest counts. */
export function sendViewToRoom(screens: Namespace, room: string, view: object): void {
  const of = screens.name === '/' ? '' : `${screens.name},`;
  const packet = `2${of}${JSON.stringify(['view', view])}`;
  const frame = framed(packet);
  sendTo(screens, screens.adapter.rooms.get(room) ?? [], packet, frame);
}

/**
 * The same, in parts that chance makes, one after the other within so many milliseconds.
 *
 * @param holds asked before each part: what was overtaken must not take the place of what is newer
 */
export function sendViewInParts(
  phones: Namespace,
  room: string,
  view: object,
  { within, parts, holds }: { within: number; parts: number; holds: () => boolean },
): void {
  const packet = `2${JSON.stringify(['view', view])}`;
  const frame = framed(packet);
  const ids = Map.groupBy(phones.adapter.rooms.get(room) ?? [], () => randomInt(parts));
  for (const [part, some] of ids)
    setTimeout(() => holds() && sendTo(phones, some, packet, frame), (part * within) / parts).unref();
}

function sendTo(phones: Namespace, ids: Iterable<string>, packet: string, frame: Buffer): void {
  for (const id of ids) {
    const data = phones.sockets.get(id)?.data as OnWay | undefined;
    data?.way.sendLatest(packet, frame);
  }
}
