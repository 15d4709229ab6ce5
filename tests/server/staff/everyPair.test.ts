import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { COMMAND_ACCESS, EVENT_ACCESS, ROUTES, type Admission, type RouteKey } from '../../../core/access.ts';
import { EVENTS, NAMESPACES } from '../../../core/protocol.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Command } from '../../../core/room.ts';
import type { Session } from '../../../core/session.ts';
import type { Role } from '../../../core/staff.ts';
import { newToken } from '../../../server/random.ts';
import { asks } from '../../support/asks.ts';
import { commandLine, joinDevice, laptop, onNetwork, pairing, type Device } from '../../support/devices.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../../support/server.ts';

/** Everyone who can ask: what they are known as, and from where. Written down here, not read from the server. */
interface Kind {
  role: Role | null;
  place: 'laptop' | 'program' | 'device' | 'network';
  /** Staff may sign in from there. */
  mayBeThere: boolean;
}

const KINDS = {
  'nobody on the laptop': { role: null, place: 'laptop', mayBeThere: true },
  'nobody on the network': { role: null, place: 'network', mayBeThere: false },
  'nobody over TLS': { role: null, place: 'device', mayBeThere: true },
  'a projector on the network': { role: 'projector', place: 'device', mayBeThere: false },
  'a tablet on the network': { role: 'tablet', place: 'device', mayBeThere: false },
  'a researcher': { role: 'researcher', place: 'device', mayBeThere: true },
  'a scribe': { role: 'scribe', place: 'device', mayBeThere: true },
  'a facilitator elsewhere': { role: 'facilitator', place: 'device', mayBeThere: true },
  'the laptop': { role: 'facilitator', place: 'laptop', mayBeThere: true },
  'the command line': { role: 'facilitator', place: 'program', mayBeThere: true },
} as const satisfies Record<string, Kind>;
type KindName = keyof typeof KINDS;

let server: TestServer;
let session: Session;
let devices: Record<KindName, Device>;
beforeAll(async () => {
  server = await startServer();
  ({ session } = await openSession(server));
  const { url } = await pairing(server, 'scribe');
  devices = {
    'nobody on the laptop': { url: server.url, headers: {} },
    'nobody on the network': onNetwork(server),
    'nobody over TLS': { url: new URL(url).origin, headers: {} },
    'a projector on the network': await joinDevice(server, 'projector'),
    'a tablet on the network': await joinDevice(server, 'tablet'),
    'a researcher': await joinDevice(server, 'researcher'),
    'a scribe': await joinDevice(server, 'scribe'),
    'a facilitator elsewhere': await joinDevice(server, 'facilitator'),
    'the laptop': laptop(server),
    'the command line': await commandLine(server),
  };
});
afterAll(() => server?.stop());

/** Why this one is refused, by the table; null: they may. */
function refusalFor({ role, place, mayBeThere }: Kind, admission: Admission): string | null {
  if (admission === 'everyone') return null;
  if (admission === 'sign-in') return mayBeThere ? null : 'not-allowed-here';
  if (admission === 'sign-in-here' || admission === 'watcher')
    return place === 'laptop' || place === 'program' ? null : 'not-allowed-here';
  if (role === null) return mayBeThere ? 'sign-in-needed' : 'not-allowed-here';
  const there = place !== 'network' && (admission.places ?? [place]).includes(place);
  return admission.roles.includes(role) && there ? null : 'not-your-role';
}

/** Refusals that say who may not, rather than what is wrong with the asking. */
const WHO = ['sign-in-needed', 'not-allowed-here', 'not-your-role'];

const kinds = Object.keys(KINDS) as KindName[];

describe('T2 every route against everyone', () => {
  test('T2 every route of the routers stands in the table, and each row is a route', () => {
    // Files are handed out by a folder of their own, which is no route.
    const rows = Object.keys(ROUTES).filter((key) => key !== 'GET /assets/*rest');
    expect(server.app.routes.toSorted()).toEqual(rows.toSorted());
    expect(rows.length).toBeGreaterThan(60);
  });

  test.each(kinds)('T2 %s: each route lets in exactly whom its row names', async (kind) => {
    const { url, headers } = devices[kind];
    let asked = 0;
    for (const key of Object.keys(ROUTES) as RouteKey[]) {
      const [method = '', path = ''] = key.split(' ');
      const wanted = refusalFor(KINDS[kind], ROUTES[key]);
      asked += 1;
      // These would end the very sign-in that asks; other tests do them.
      if (['POST /api/staff/sign-out', 'POST /api/staff/tablet'].includes(key) && wanted === null) continue;
      const concrete = path.replaceAll(/:\w+/g, 'some-id').replace('*rest', 'some-id');
      const body = method === 'GET' ? {} : { body: {} };
      const { json, status } = await asks(url + concrete, { method, headers, ...body });
      const refusal = (json as Partial<Refusal> | undefined)?.refusal ?? null;
      const who = refusal !== null && WHO.includes(refusal) ? refusal : null;
      expect([key, who]).toEqual([key, wanted]);
      if (wanted !== null) expect([key, status]).toEqual([key, wanted === 'sign-in-needed' ? 401 : 403]);
    }
    expect(asked).toBe(Object.keys(ROUTES).length);
    expect(server.faults).toEqual([]);
  });
});

/** A socket of a namespace, or the refusal of its handshake. */
async function socketOf(kind: KindName, name: keyof typeof EVENTS): Promise<Socket | Refusal> {
  const { url, headers } = devices[kind];
  const auth = name === 'phone' ? { code: session.code, token: newToken() } : { session: session.id };
  const socket = io(url + NAMESPACES[name], {
    auth,
    extraHeaders: headers,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    rejectUnauthorized: false,
  });
  return new Promise((done, fail) => {
    socket.once('connect', () => done(socket));
    socket.once('connect_error', (error: Error & { data?: Refusal }) => {
      socket.disconnect();
      if (error.data === undefined) fail(error);
      else done(error.data);
    });
  });
}

describe('T2 every event against everyone', () => {
  test.each(kinds)('T2 %s: each event of each namespace lets in exactly whom its row names', async (kind) => {
    let asked = 0;
    for (const name of Object.keys(EVENTS) as (keyof typeof EVENTS)[]) {
      const socket = await socketOf(kind, name);
      for (const event of EVENTS[name].in) {
        asked += 1;
        const rows: Partial<Record<string, Admission>> = EVENT_ACCESS[name];
        const wanted = refusalFor(KINDS[kind], rows[event] ?? 'everyone');
        if ('refusal' in socket) {
          expect([name, event, socket.refusal]).toEqual([name, event, wanted]);
          continue;
        }
        const answer = (await socket.emitWithAck(
          event,
          ...(event === 'hello' || event === 'leave' ? [] : ['nonsense']),
        )) as Partial<Refusal>;
        const who = WHO.includes(answer.refusal ?? '') ? answer.refusal : null;
        expect([name, event, who]).toEqual([name, event, wanted]);
      }
      if (!('refusal' in socket)) socket.disconnect();
    }
    expect(asked).toBe(Object.values(EVENTS).reduce((sum, { in: incoming }) => sum + incoming.length, 0));
  });

  const COMMANDS: Record<Command['do'], Command> = {
    note: { do: 'note', id: 'none', to: 'show' },
    notes: { do: 'notes', board: 1, to: 'show' },
    show: { do: 'show', board: 1 },
    open: { do: 'open', board: 1 },
    close: { do: 'close', board: 1 },
    reopen: { do: 'reopen', board: 1 },
    reveal: { do: 'reveal', board: 1, sure: true },
    discuss: { do: 'discuss', board: 1 },
    talk: { do: 'talk', on: true },
    check: { do: 'check', change: { to: 'resume' } },
    topics: { do: 'topics', change: { to: 'step', step: 'order' } },
    openAll: { do: 'openAll', round: 1 },
    closeAll: { do: 'closeAll' },
    start: { do: 'start' },
    next: { do: 'next' },
    back: { do: 'back' },
    undo: { do: 'undo' },
    pause: { do: 'pause', on: true },
    door: { do: 'door', locked: true },
    most: { do: 'most', people: 250 },
    keys: { do: 'keys', locked: true },
    screen: { do: 'screen', change: { blank: 'black' } },
    end: { do: 'end' },
    resume: { do: 'resume' },
    hold: { do: 'hold', on: true },
    openForPaper: { do: 'openForPaper' },
    add: { do: 'add', statements: ['none-such'] },
    redact: { do: 'redact', id: 'none', words: [] },
    mute: { do: 'mute', id: 'none', on: true },
    concern: { do: 'concern', id: 'none' },
    slow: { do: 'slow', seconds: 15 },
  };

  test('T2 every command stands in the table; a scribe’s do nothing but to comments, and a facilitator’s elsewhere do', async () => {
    expect(Object.keys(COMMANDS).toSorted()).toEqual(Object.keys(COMMAND_ACCESS).toSorted());
    const desk = await connectConsole(server, session.id);
    const before = JSON.stringify(desk.last()?.room);
    const scribe = await socketOf('a scribe', 'console');
    if ('refusal' in scribe) throw new Error(scribe.refusal);
    for (const [name, command] of Object.entries(COMMANDS)) {
      const wanted = refusalFor(KINDS['a scribe'], COMMAND_ACCESS[command.do]);
      const answer = (await scribe.emitWithAck('do', command)) as Partial<Refusal>;
      const who = WHO.includes(answer.refusal ?? '') ? answer.refusal : null;
      expect([name, who]).toEqual([name, wanted]);
    }
    const after = await desk.socket.emitWithAck('hello');
    expect(JSON.stringify('room' in after ? after.room : null)).toBe(before);
    const elsewhere = await socketOf('a facilitator elsewhere', 'console');
    if ('refusal' in elsewhere) throw new Error(elsewhere.refusal);
    expect(await elsewhere.emitWithAck('do', COMMANDS.start)).toEqual({ ok: true });
    scribe.disconnect();
    elsewhere.disconnect();
    desk.close();
  });
});
