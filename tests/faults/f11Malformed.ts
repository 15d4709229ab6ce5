/** F11: frames and requests that no honest program sends, beside a phone that is honest. */
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { newToken } from '../../server/random.ts';
import { percentile, type Fault, type Finding, type Form } from './fault.ts';
import { Line } from './line.ts';
import { Load } from './load.ts';
import { badFrames, badRequest, PROBE } from './malformed.ts';
import { memoryOf } from './memory.ts';
import { freshFolder, openRoom, Server, type Room } from './server.ts';

/** Frames over one connection; the last but one is of those after which a server may hang up. */
const IN_A_ROW = 30;
const AT_A_TIME = 40;
const TALKERS = 1000;

/** Sends some bytes over a connection of their own and waits until it is closed, or for a moment. */
function throwAt(
  port: number,
  bytes: (said: string) => Buffer[] | 'over' | null,
  first: Buffer,
): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let said = '';
    const over = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve();
    };
    const timer = setTimeout(over, 150);
    socket.on('error', over).on('close', over);
    socket.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('latin1')).slice(-4000);
      const next = bytes(said);
      if (next === null) return;
      if (next === 'over') return over();
      said = '';
      for (const one of next) socket.write(one);
    });
    socket.write(first);
  });
}

function upgrade(port: number): Buffer {
  return Buffer.from(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\n` +
      'Connection: Upgrade\r\nSec-WebSocket-Key: c3RhbmRwb2ludC1iZW5jaA==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  );
}

/**
 * People who are in, so that their nonsense is read: wrong codes among it hold back whoever is new, and one
 * person's limit is soon reached.
 */
async function letIn(server: Server, room: Room): Promise<string[]> {
  const tokens = Array.from({ length: TALKERS }, newToken);
  const left = [...tokens];
  const lane = async (): Promise<void> => {
    for (let token = left.pop(); token !== undefined; token = left.pop()) {
      const opened = Promise.withResolvers<void>();
      const line = new Line(
        server.port,
        { code: room.code, token },
        { open: opened.resolve, lost: () => undefined },
      );
      await opened.promise;
      await line.ask('join', [{ groups: [], quote: true }]);
      line.close();
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return tokens;
}

/** A phone that is let in, nine times of ten, and then talks nonsense. */
async function nonsense(server: Server, room: Room, token: string): Promise<number> {
  const auth = JSON.stringify({ code: room.code, token });
  const hand = Buffer.from(`40${auth}`);
  const head = Buffer.from([0x81, 0x80 | hand.length, 0, 0, 0, 0]);
  const joins = Math.random() < 0.9;
  let step = 0;
  let sent = 0;
  const talk = (): Buffer[] => {
    sent += IN_A_ROW;
    return [...badFrames(IN_A_ROW), PROBE];
  };
  await throwAt(
    server.port,
    (said) => {
      if (step === 0 && said.includes('"sid"')) {
        step = joins ? 1 : 2;
        return joins ? [Buffer.concat([head, hand])] : talk();
      }
      if (step === 1 && said.includes('40{')) {
        step = 2;
        return talk();
      }
      return said.includes('439999') ? 'over' : null;
    },
    upgrade(server.port),
  );
  return sent;
}

async function bombard(server: Server, room: Room, talkers: string[], wanted: number): Promise<number> {
  let sent = 0;
  const lane = async (): Promise<void> => {
    while (sent < wanted)
      if (Math.random() < 0.1) {
        sent += 1;
        await throwAt(server.port, () => 'over', badRequest(server.port));
      } else {
        const more = await nonsense(server, room, talkers[Math.floor(Math.random() * TALKERS)] ?? '');
        sent += more;
      }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return sent;
}

async function run({ long }: Form): Promise<Finding> {
  const wanted = long ? 1_000_000 : 100_000;
  const server = await Server.start(freshFolder('malformed'));
  const room = await openRoom(server);
  const canary = new Load(server, room, 3, { every: 200, again: 50 });
  await canary.begin();
  const talkers = await letIn(server, room);
  // The first ones wait for the program to be compiled, and make its memory what it is from then on.
  let sent = await bombard(server, room, talkers, wanted / 20);
  const before = await memoryOf(server);
  const since = performance.now();
  sent += await bombard(server, room, talkers, wanted - sent);
  const took = canary.took(since);
  const quiet = performance.now();
  let after = await memoryOf(server);
  while (after.resident > before.resident * 1.2 && performance.now() < quiet + 60_000) {
    await pause(2000);
    after = await memoryOf(server);
  }
  const lost = canary.people.reduce((n, person) => n + person.came - 1, 0);
  const refused = canary.people.reduce((n, p) => n + Object.values(p.refused).reduce((a, b) => a + b, 0), 0);
  await canary.stop();
  const complaints = server.process.complaints();
  await server.kill();
  const wrong = (await canary.wrongs()).filter(
    (what) => !/people where/.test(what) && !/^\d+ invented \(/.test(what),
  );
  if (lost + refused > 0) wrong.push(`an honest phone was thrown out ${lost} and refused ${refused} times`);
  if (complaints.includes('Fault:')) wrong.push(`faults that nobody expected: ${complaints.slice(0, 500)}`);
  return {
    done: `${sent} malformed frames and requests, ${took.length} honest placements`,
    wrong,
    figures: [
      {
        what: 'memory afterwards',
        value: (after.resident / before.resident - 1) * 100,
        unit: '%',
        atMost: 20,
      },
      { what: 'honest p99', value: percentile(took, 0.99), unit: 'ms' },
    ],
  };
}

export const malformed: Fault = {
  id: 'F11',
  title: 'malformed frames and requests',
  needs: [],
  alone: false,
  patience: { short: 240, long: 2400 },
  run,
};
