/**
 * One client's WebSocket, as cheap as it can be made here: the load generator shares a small machine
 * with the server it measures, and must stay well below the server's own use of a core.
 *
 * Frames are masked with a key of four zero bytes, which costs the server the same as any other key
 * and the client nothing. Texts that are sent are ASCII and under 64 KiB.
 */
import { connect, type Socket } from 'node:net';

/** A read is handled before the next one begins, so that all sockets can share one buffer. */
const shared = Buffer.allocUnsafeSlow(256 * 1024);

const PONG = 0x8a;
const TEXT = 0x81;

export interface WireEvents {
  /** The bytes of one text message; they are only valid during the call. */
  text: (bytes: Buffer) => void;
  /** The connection is gone or was refused. */
  lost: (reason: string) => void;
}

export class Wire {
  /** Bytes of the last text frame that was sent or came in, header included, without TCP. */
  sentBytes = 0;
  readBytes = 0;
  readonly #socket: Socket;
  readonly #events: WireEvents;
  #rest: Buffer | null = null;
  #upgraded = false;
  #gone = false;

  /**
   * @param path with its query, from the slash on
   * @param cookie of whoever is signed in; phones have none
   */
  constructor(port: number, path: string, events: WireEvents, cookie = '') {
    this.#events = events;
    this.#socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (n) => {
          this.#read(shared.subarray(0, n));
          return true;
        },
      },
    });
    this.#socket.on('error', (error) => this.#lose(error.message));
    this.#socket.on('close', () => this.#lose('closed'));
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        (cookie === '' ? '' : `Cookie: ${cookie}\r\n`) +
        'Sec-WebSocket-Key: c3RhbmRwb2ludC1iZW5jaA==\r\nSec-WebSocket-Version: 13\r\n\r\n',
    );
  }

  send(text: string): void {
    this.sentBytes = this.#send(TEXT, text);
  }

  /** Ends it at once, as a phone that is switched off; nobody is told. */
  close(): void {
    this.#gone = true;
    this.#socket.destroy();
  }

  /** Reads nothing more, so that what is sent piles up before it, until `resume`. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  #send(kind: number, text: string): number {
    const length = text.length;
    const header = length < 126 ? 6 : 8;
    const frame = Buffer.allocUnsafe(header + length);
    frame[0] = kind;
    if (length < 126) frame[1] = 0x80 | length;
    else {
      frame[1] = 0x80 | 126;
      frame.writeUInt16BE(length, 2);
    }
    frame.writeUInt32BE(0, header - 4);
    frame.write(text, header, 'latin1');
    this.#socket.write(frame);
    return frame.length;
  }

  #lose(reason: string): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#events.lost(reason);
  }

  #read(fresh: Buffer): void {
    const all = this.#rest === null ? fresh : Buffer.concat([this.#rest, fresh]);
    let at = 0;
    if (!this.#upgraded) {
      const end = all.indexOf('\r\n\r\n');
      if (end >= 0 && !all.subarray(0, end).includes(' 101 ')) return this.#lose('no upgrade');
      this.#upgraded = end >= 0;
      at = end >= 0 ? end + 4 : 0;
    }
    if (this.#upgraded) at = this.#frames(all, at);
    this.#rest = at < all.length ? Buffer.from(all.subarray(at)) : null;
  }

  /** Handles every whole frame from `at` on and returns where the first incomplete one begins. */
  #frames(all: Buffer, from: number): number {
    let at = from;
    while (at + 2 <= all.length) {
      const short = (all[at + 1] ?? 0) & 0x7f;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (at + header > all.length) break;
      const length =
        short < 126 ? short : short === 126 ? all.readUInt16BE(at + 2) : Number(all.readBigUInt64BE(at + 2));
      const end = at + header + length;
      if (end > all.length) break;
      const kind = all[at] ?? 0;
      this.readBytes = end - at;
      if (kind === TEXT) this.#events.text(all.subarray(at + header, end));
      else if (kind === 0x89) this.#send(PONG, all.toString('latin1', at + header, end));
      else if (kind === 0x88) this.#lose('closed by the server');
      at = end;
    }
    return at;
  }
}
