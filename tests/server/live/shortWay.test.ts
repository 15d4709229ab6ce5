/** What passes Socket.IO's layers by is the same, byte for byte, as what goes through them. */
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as ws from 'ws';
import { framed } from '../../../server/live/shortWay.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

// It is exported, and its types lack it.
const { Receiver } = ws as unknown as { Receiver: new () => NodeJS.WritableStream };

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** A phone whose packets are written and read as text. */
interface Bare {
  send(packet: string): void;
  /** The next packet that begins like this, those already here included. */
  heard(start: string): Promise<string>;
  ended: Promise<unknown>;
  close(): void;
}

function keeper(): { came: (packet: string) => void; heard: Bare['heard'] } {
  const packets: string[] = [];
  let told = Promise.withResolvers<void>();
  return {
    came: (packet) => {
      packets.push(packet);
      told.resolve();
      told = Promise.withResolvers();
    },
    heard: async (start) => {
      for (;;) {
        const at = packets.findIndex((packet) => packet.startsWith(start));
        if (at >= 0) return packets.splice(at, 1)[0] ?? '';
        await told.promise;
      }
    },
  };
}

async function overWebSocket(auth: object): Promise<Bare> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  const { came, heard } = keeper();
  socket.addEventListener('message', ({ data }) => came(String(data)));
  const ended = once(socket as unknown as NodeJS.EventEmitter, 'close').catch(() => undefined);
  await heard('0');
  socket.send(`40${JSON.stringify(auth)}`);
  await heard('40');
  return { send: (packet) => socket.send(packet), heard, ended, close: () => socket.close() };
}

async function overRequests(auth: object): Promise<Bare> {
  const base = `${server.url}/socket.io/?EIO=4&transport=polling`;
  const { came, heard } = keeper();
  const opened = await (await fetch(base)).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const ending = new AbortController();
  const post = (packet: string): Promise<Response> =>
    fetch(`${base}&sid=${sid}`, { method: 'POST', body: packet, headers: { 'Content-Type': 'text/plain' } });
  const poll = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const answer = await fetch(`${base}&sid=${sid}`);
      if (!answer.ok) return;
      for (const packet of (await answer.text()).split('\u001e'))
        if (packet === '2') await post('3');
        else came(packet);
    }
  };
  const ended = poll().catch(() => undefined);
  await post(`40${JSON.stringify(auth)}`);
  await heard('40');
  const close = (): void => {
    ending.abort();
    void post('1').catch(() => undefined);
  };
  // What is sent as the connection ends may find nobody there any more.
  const send = (packet: string): void => void post(packet).catch(() => undefined);
  return { send, heard, ended, close };
}

/** A session whose first board is open, and the tokens of people who are in. */
async function openBoard(people: number) {
  const { session } = await openSession(server);
  const desk = await connectConsole(server, session.id);
  const phones = await Promise.all(Array.from({ length: people }, () => joinPhone(server, session.code)));
  await desk.do({ do: 'start' });
  await desk.do({ do: 'next' });
  const view = await desk.until((v) => v.boards[0]?.state === 'open');
  return { session, desk, phones, view };
}

describe.each([
  ['a WebSocket', overWebSocket],
  ['plain requests', overRequests],
])('over %s', (_way, connect) => {
  test('a placement is answered as Socket.IO answers it, and so is each refusal', async () => {
    const { session, phones } = await openBoard(1);
    const phone = await connect({ code: session.code, token: phones[0]?.token });
    // With a blank before the comma a packet is none that is read first.
    const both = async (first: number, event: (n: number) => string): Promise<[string, string]> => {
      phone.send(`42${first}${event(0)}`);
      const short = await phone.heard(`43${first}[`);
      phone.send(`42${first + 1}${event(1).replace('"place",', '"place" ,')}`);
      const long = await phone.heard(`43${first + 1}[`);
      return [short.slice(2 + String(first).length), long.slice(2 + String(first + 1).length)];
    };
    expect(await both(1, (n) => `["place",1,${n + 1},4,"Words “as they are”, 🙂"]`)).toEqual(['[1]', '[2]']);
    for (const [first, event] of [
      [11, '["place",9,1,4]'],
      [21, '["place",1,"x",4]'],
      [31, '["place",1,9,4,"",0,"more"]'],
      [41, '["place",1,1,3]'],
    ] as const) {
      const [short, long] = await both(first, () => event);
      expect(JSON.parse(short)).toMatchObject([{ refusal: expect.any(String) }]);
      expect(short).toBe(long);
    }
    phone.close();
    await phone.ended;
  });

  test('a packet that breaks off ends the connection as it always did, and nobody else’s', async () => {
    const { session, phones } = await openBoard(2);
    const phone = await connect({ code: session.code, token: phones[0]?.token });
    phone.send('4217["place",1,1,');
    await phone.ended;
    expect(await phones[1]?.place(1, 1, 2)).toBe(1);
  });
});

test('a view is the same text for a phone on the short way and for one on the long way', async () => {
  const { session, desk, phones } = await openBoard(2);
  const [one, other] = await Promise.all([
    overWebSocket({ code: session.code, token: phones[0]?.token }),
    overRequests({ code: session.code, token: phones[1]?.token }),
  ]);
  await desk.do({ do: 'next' });
  // Either may have been sent what was before, as it came.
  const closed = async (way: Bare): Promise<string> => {
    const view = await way.heard('42["view",');
    return view.includes('"state":"closed"') ? view : closed(way);
  };
  const [short, long] = await Promise.all([closed(one), closed(other)]);
  expect(short).toBe(long);
  expect((JSON.parse(short.slice(2)) as [string, { state: string }])[0]).toBe('view');
  one.close();
  other.close();
  await Promise.all([one.ended, other.ended]);
});

test('what is sent in one go is carried out in its order, whichever way, and nothing after the end', async () => {
  const { session, phones, desk } = await openBoard(2);
  const phone = await overWebSocket({ code: session.code, token: phones[0]?.token });
  phone.send('41');
  phone.send('421["place",1,1,4]');
  phone.close();
  await phone.ended;
  const other = await overWebSocket({ code: session.code, token: phones[1]?.token });
  other.send('421["place" ,1,1,3]');
  other.send('422["place",1,2,4]');
  expect([await other.heard('431'), await other.heard('432')]).toEqual(['431[1]', '432[2]']);
  other.close();
  await other.ended;
  expect(await phones[0]?.place(1, 1, 2)).toBe(1);
  await desk.until((v) => v.boards[0]?.placed === 2);
});

test('P3 whoever asks many times before the first was answered is let in once at most, and costs nobody else anything', async () => {
  const { session, phones } = await openBoard(1);
  const { hostname, port } = new URL(server.url);
  const socket = new WebSocket(`ws://${hostname}:${port}/socket.io/?EIO=4&transport=websocket`);
  const { came, heard } = keeper();
  let letIn = 0;
  socket.addEventListener('message', ({ data }) => {
    if (String(data).startsWith('40')) letIn += 1;
    came(String(data));
  });
  const ended = once(socket as unknown as NodeJS.EventEmitter, 'close');
  await heard('0');
  for (let n = 0; n < 50; n += 1)
    socket.send(`40${JSON.stringify({ code: session.code, token: 'A'.repeat(20) + String(n + 10) })}`);
  await ended;
  expect(letIn).toBeLessThanOrEqual(1);
  expect(await phones[0]?.place(1, 1, 2)).toBe(1);
});

test('a frame of any length is read by others as what it was', async () => {
  for (const length of [0, 1, 124, 125, 126, 65_534, 65_535, 70_000, 16_777_300]) {
    const receiver = new Receiver();
    const read = once(receiver, 'message');
    // A sign of two bytes at the end, so that signs are not taken for bytes.
    const packet = `${'x'.repeat(length)}é`;
    receiver.write(framed(packet));
    const [data, isBinary] = (await read) as [Buffer, boolean];
    expect([isBinary, data.toString() === `4${packet}`]).toEqual([false, true]);
  }
});

/** Over one connection: a phone comes in, and then somebody asks once more. */
test.each([
  ['a WebSocket', overWebSocket],
  ['plain requests', overRequests],
])(
  'P3 whoever asks again over a phone’s connection, over %s, is cut off, and nobody else',
  async (_way, connect) => {
    const { session, phones } = await openBoard(1);
    const auth = { code: session.code, token: 'A'.repeat(22) };
    for (const again of [
      ['41', `40${JSON.stringify(auth)}`],
      [`40/console,${JSON.stringify({ session: session.id })}`],
      [`40/projector,${JSON.stringify({ session: session.id })}`],
      [`40/tablet,${JSON.stringify({ session: session.id })}`],
      ['40/console,{}', '41', '40'],
    ]) {
      const phone = await connect(auth);
      for (const packet of again) phone.send(packet);
      await phone.ended;
      expect(await phones[0]?.place(1, 1, 2)).toBe(1);
    }
  },
);

test('a header alone does not make a connection a WebSocket’s: nothing is written raw to a plain request’s', async () => {
  const { session, phones } = await openBoard(1);
  const { port } = new URL(server.url);
  const line = createConnection(Number(port), '127.0.0.1');
  const heard: string[] = [];
  line.on('data', (data) => void heard.push(String(data)));
  const asked = '/socket.io/?EIO=4&transport=polling';
  line.write(`GET ${asked} HTTP/1.1\r\nHost: localhost:${port}\r\nUpgrade: websocket\r\n\r\n`);
  await once(line, 'data');
  const sid = /"sid":"([^"]+)"/.exec(heard.join(''))?.[1] ?? '';
  const socket = new WebSocket(
    `ws://localhost:${port}/socket.io/?EIO=4&transport=websocket&sid=${encodeURIComponent(sid)}`,
  );
  const { came, heard: told } = keeper();
  socket.addEventListener('message', ({ data }) => came(String(data)));
  await once(socket as unknown as NodeJS.EventEmitter, 'open');
  socket.send('2probe');
  await told('3probe');
  socket.send('5');
  socket.send(`40${JSON.stringify({ code: session.code, token: phones[0]?.token })}`);
  await told('40');
  const before = heard.join('');
  socket.send('421["place",1,1,4]');
  expect(await told('431')).toBe('431[1]');
  expect(heard.join('')).toBe(before);
  socket.close();
  line.destroy();
});
