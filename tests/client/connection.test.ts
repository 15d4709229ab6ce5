/** A phone's line beside a real server, with time that passes only when the test says so. */
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Server } from 'socket.io';
import { openLine, type Line } from '../../client/shared/connection.ts';
import { simulateTime, type SimulatedTime } from '../support/simulatedTime.ts';

let time: SimulatedTime;
let http: ReturnType<typeof createServer>;
let io: Server;
let line: Line | undefined;
/** Which way each try went. */
let tries: string[];
/** Nobody answers: every try breaks off. */
let away: boolean;
/** WebSockets break off, as at a proxy that knows none. */
let blocked: boolean;
/** Nobody answers, and nothing breaks off either, as where the Wi-Fi is gone. */
let silent: boolean;
const hung: Duplex[] = [];

beforeEach(async () => {
  time = simulateTime();
  [tries, away, blocked, silent] = [[], false, false, false];
  http = createServer();
  io = new Server(http);
  io.on('connection', (socket) => socket.emit('state', { view: { v: 1 } }));
  const [asked] = http.listeners('request') as ((...args: unknown[]) => void)[];
  const [upgrades] = http.listeners('upgrade') as ((...args: unknown[]) => void)[];
  http.removeAllListeners('request').removeAllListeners('upgrade');
  http.on('request', (request, response) => {
    if (request.url?.includes('sid=') === false) tries.push('polling');
    if (away) request.socket.destroy();
    else if (!silent) asked?.call(http, request, response);
  });
  http.on('upgrade', (request, socket, head) => {
    tries.push('websocket');
    if (away || blocked) socket.destroy();
    else if (silent) hung.push(socket);
    else upgrades?.call(http, request, socket, head);
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
});

afterEach(async () => {
  line?.close();
  for (const socket of hung.splice(0)) socket.destroy();
  http.closeAllConnections();
  while (io.engine.clientsCount > 0) await time.pass(50);
  await io.close();
  http.closeAllConnections();
  time.end();
  jest.restoreAllMocks();
});

/** Opens a line; `until` lets time pass until it is up or down, at most so many milliseconds. */
function open() {
  let up = false;
  const nothing = (): void => undefined;
  line = openLine(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {
    auth: () => ({ code: 'BCD234', token: 'A'.repeat(22) }),
    hello: nothing,
    view: nothing,
    gone: nothing,
    left: nothing,
    elsewhere: nothing,
    refused: nothing,
    alive: (alive) => (up = alive),
  });
  const until = async (wanted: boolean, ms: number): Promise<boolean> => {
    for (let left = ms; left > 0; left -= 100) {
      if (up === wanted) return true;
      await time.pass(100);
    }
    return up === wanted;
  };
  return { until };
}

test.each([1, 7, 15, 60])(
  'L7 a phone that WebSockets do not reach is back by requests, however long the laptop was away: %i s',
  async (seconds) => {
    blocked = true;
    const { until } = open();
    expect(await until(true, 8000)).toBe(true);
    away = true;
    io.disconnectSockets(true);
    expect(await until(false, 8000)).toBe(true);
    await time.pass(seconds * 1000);
    away = false;
    expect(await until(true, 16_000)).toBe(true);
  },
);

test('L7 both ways are tried in turn while nothing answers, and what got through is tried first afterwards', async () => {
  away = true;
  const { until } = open();
  await time.pass(40_000);
  expect(tries.length).toBeGreaterThan(8);
  for (const [i, way] of tries.entries()) expect(way).toBe(i % 2 === 0 ? 'websocket' : 'polling');
  away = false;
  expect(await until(true, 16_000)).toBe(true);
  const through = tries.at(-1);
  io.disconnectSockets(true);
  expect(await until(false, 8000)).toBe(true);
  expect(await until(true, 16_000)).toBe(true);
  expect(tries.at(-1)).toBe(through);
});

test.each([0, 0.5, 0.999])(
  'L7 a room whose Wi-Fi was away is back within 8 s, also where a try hung just before, with chance at %d',
  async (chance) => {
    const { until } = open();
    expect(await until(true, 8000)).toBe(true);
    jest.spyOn(Math, 'random').mockReturnValue(chance);
    silent = true;
    line?.cut();
    await time.pass(30_000);
    const before = tries.length;
    while (tries.length === before) await time.pass(50);
    silent = false;
    expect(await until(true, 8000)).toBe(true);
  },
);

test('L7 phones that lost the laptop together do not come back together: chance moves each wait between half and one and a half', async () => {
  const { until } = open();
  expect(await until(true, 8000)).toBe(true);
  away = true;
  /** When the first tries go out, with chance at that. */
  const waits = async (chance: number): Promise<number[]> => {
    jest.spyOn(Math, 'random').mockReturnValue(chance);
    line?.wake();
    line?.cut();
    const gone: number[] = [];
    for (let ms = 0, seen = tries.length; gone.length < 3; ms += 50, await time.pass(50))
      for (; seen < tries.length; seen += 1) gone.push(ms);
    return gone;
  };
  const [soon, late] = [await waits(0), await waits(0.999)];
  expect(soon[0]).toBeLessThanOrEqual(400);
  for (const [i, ms] of late.entries()) {
    expect(ms / (soon[i] ?? 0)).toBeGreaterThan(2);
    expect(ms / (soon[i] ?? 0)).toBeLessThan(3.5);
  }
});
