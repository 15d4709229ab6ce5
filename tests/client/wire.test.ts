import type { AddressInfo } from 'node:net';
import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Server } from 'socket.io';
import type { Wire, WireHandlers, WireKind } from '../../client/shared/wire.ts';
import { openWire } from '../../client/shared/wire.ts';

let http: ReturnType<typeof createServer>;
let io: Server;
let base: string;
let wires: Wire[];

beforeEach(async () => {
  http = createServer();
  io = new Server(http, { pingInterval: 50, pingTimeout: 200 });
  io.use((socket, next) => {
    if (socket.handshake.auth['code'] === 'BCD234') next();
    else next(Object.assign(new Error('no'), { data: { refusal: 'no-such-code' } }));
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  wires = [];
});

afterEach(async () => {
  for (const wire of wires) wire.close();
  await io.close();
});

/** Opens a wire and gives what comes of it, one after the other. */
function open(kind: WireKind, code = 'BCD234') {
  const heard: unknown[] = [];
  let wake = (): void => undefined;
  const hear = (what: unknown): void => {
    heard.push(what);
    wake();
  };
  const handlers: WireHandlers = {
    open: () => hear('open'),
    event: (name, args) => hear([name, ...args]),
    refused: (data) => hear({ refused: data }),
    closed: () => hear('closed'),
  };
  const wire = openWire(base, kind, { code }, handlers);
  wires.push(wire);
  const next = async (): Promise<unknown> => {
    if (heard.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return heard.shift();
  };
  const ask = async (event: string, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve) => {
      wire.ask(event, args, 2000, resolve);
    });
  return { wire, next, ask };
}

describe.each(['websocket', 'polling'] as const)('a wire over %s', (kind) => {
  test('asks and is answered, and hears events in any script', async () => {
    io.on('connection', (socket) => {
      socket.on('place', (...args: unknown[]) => (args.pop() as (ack: unknown) => void)(args));
      socket.on('say', (ack: (ok: number) => void) => {
        socket.emit('view', { text: 'ਪੰਜਾਬੀ 👩‍👩‍👧', of: 4 });
        ack(1);
      });
    });
    const { next, ask } = open(kind);
    expect(await next()).toBe('open');
    expect(await ask('place', 1, 2, 'n', 'اردو', 1)).toEqual([1, 2, 'n', 'اردو', 1]);
    expect(await ask('say')).toBe(1);
    expect(await next()).toEqual(['view', { text: 'ਪੰਜਾਬੀ 👩‍👩‍👧', of: 4 }]);
  });

  test('outlives many pings', async () => {
    const socket = new Promise((resolve) => io.on('connection', resolve));
    const { next, ask } = open(kind);
    expect(await next()).toBe('open');
    const { conn } = (await socket) as { conn: { on(event: string, heard: () => void): void } };
    let beats = 0;
    await new Promise<void>((resolve) => {
      conn.on('heartbeat', () => {
        beats += 1;
        if (beats === 3) resolve();
      });
    });
    io.sockets.sockets.forEach((s) => s.on('still', (ack: (ok: boolean) => void) => ack(true)));
    expect(await ask('still')).toBe(true);
  });

  test('P1 hands on why it was refused', async () => {
    const { next } = open(kind, 'ZZZZZZ');
    expect(await next()).toEqual({ refused: { refusal: 'no-such-code' } });
  });

  test('P1 T4 what says who somebody is goes in a message, and in no address, header or query', async () => {
    const asked: string[] = [];
    const hear = ({ url, rawHeaders }: IncomingMessage): void =>
      void asked.push(`${url} ${rawHeaders.join()}`);
    http.on('request', hear);
    http.on('upgrade', hear);
    io.on('connection', (socket) => {
      socket.on('place', (...args: unknown[]) => (args.pop() as (ack: unknown) => void)(1));
    });
    const { next, ask } = open(kind);
    expect(await next()).toBe('open');
    expect(await ask('place', 1, 1, 4, 'SENTINEL-COMMENT', 0)).toBe(1);
    expect(asked.join('\n')).toContain(`transport=${kind}`);
    expect(asked.join('\n')).not.toMatch(/BCD234|SENTINEL/);
  });

  test('says once that it is over, and leaves no question open', async () => {
    io.on('connection', (socket) => {
      socket.on('leave', () => socket.disconnect());
    });
    const { next, ask } = open(kind);
    expect(await next()).toBe('open');
    expect(await ask('leave')).toBeNull();
    expect(await next()).toBe('closed');
    expect(await ask('leave')).toBeNull();
  });

  test('is over when nobody is there', async () => {
    await io.close();
    expect(await open(kind).next()).toBe('closed');
  });

  test('tells the server when it is closed', async () => {
    const gone = new Promise((resolve) => {
      io.on('connection', (socket) => socket.on('disconnect', resolve));
    });
    const { wire, next } = open(kind);
    expect(await next()).toBe('open');
    wire.close();
    expect(['transport close', 'client namespace disconnect']).toContain(await gone);
  });
});
