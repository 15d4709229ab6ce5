/** Frames of a phone, changed letter by letter as somebody in the room may: refused or taken as what they say. */
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { WebSocket } from 'ws';
import { REFUSALS } from '../../../core/refusals.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** What letters are changed into: what means something to the wire, and what does not. */
const INTO = ['', '"', '\\', '[', ']', '{', ',', '-', '0', '9', 'e', '\u0000', 'ß', '𐎀'];

/** A line without a client library in between. */
class Line {
  readonly socket: WebSocket;
  readonly answers: unknown[] = [];
  #told = Promise.withResolvers<void>();

  constructor(url: string) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => this.#tell());
    this.socket.on('message', (data) => {
      const text = (data as Buffer).toString();
      if (text === '2') this.socket.send('3');
      const ack = /^43[^[]*(\[.*\])$/s.exec(text)?.[1];
      if (ack !== undefined) this.answers.push((JSON.parse(ack) as unknown[])[0]);
      this.#tell();
    });
  }

  #tell(): void {
    this.#told.resolve();
    this.#told = Promise.withResolvers();
  }

  /** False: it was closed before. */
  async until(is: () => boolean): Promise<boolean> {
    while (!is()) {
      if (this.socket.readyState >= WebSocket.CLOSING) return false;
      await this.#told.promise;
    }
    return true;
  }
}

async function line(code: string, token: string): Promise<Line> {
  const made = new Line(server.url);
  await once(made.socket, 'open');
  let joined = false;
  made.socket.on('message', (data) => (joined ||= (data as Buffer).toString().startsWith('40')));
  made.socket.send(`40${JSON.stringify({ code, token })}`);
  await made.until(() => joined);
  return made;
}

test('P5 S2 whatever one of them says, nothing falls over, others are served, and what counts is what a phone can say', async () => {
  const { session } = await openSession(server, ['One is true']);
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  // Each may place so often in a short time.
  const honest = await Promise.all(Array.from({ length: 8 }, () => joinPhone(server, session.code)));
  const others = await Promise.all(Array.from({ length: 24 }, () => joinPhone(server, session.code)));
  for (const one of others) one.close();
  let person = 0;
  const next = () => line(session.code, others[(person += 1) % others.length]?.token ?? '');
  const answers: unknown[] = [];
  let at = await next();
  let revision = 0;
  let served = 0;
  for (const into of INTO)
    for (let place = 0; ; place += 1) {
      const frame = `427["place",1,${(revision += 1)},4,"words",0]`;
      if (place >= frame.length) break;
      if (at.socket.readyState !== WebSocket.OPEN || revision % 10 === 0) {
        answers.push(...at.answers);
        at.socket.terminate();
        at = await next();
      }
      at.socket.send(frame.slice(0, place) + into + frame.slice(place + 1));
      // Its end is known by what is asked after it: that is answered, or the line was closed.
      let known = false;
      const told = (data: unknown): void => void (known ||= (data as Buffer).toString().startsWith('438'));
      at.socket.prependListener('message', told);
      at.socket.send(`428["hello"]`);
      await at.until(() => known);
      at.socket.off('message', told);
      if (place % 8 === 7) {
        served += 1;
        expect(await honest[served % 8]?.place(1, served, (served % 5) + 1)).toBe(served);
      }
    }
  answers.push(...at.answers);
  at.socket.terminate();
  const told = new Set(
    answers.flatMap((a) =>
      typeof a === 'object' && a !== null && 'refusal' in a ? [String(a.refusal)] : [],
    ),
  );
  expect([...told].filter((code) => !(code in REFUSALS))).toEqual([]);
  expect(told).not.toContain('fault');
  expect(told).toContain('bad-message');
  expect(told).not.toContain('too-fast');
  const db = new Database(join(server.folder, 'live', `${session.id}.db`), { readonly: true });
  const rows = db.prepare('SELECT * FROM response').all() as Record<string, unknown>[];
  db.close();
  expect(rows.length).toBeGreaterThan(honest.length);
  expect(rows.length).toBeLessThanOrEqual(honest.length + others.length);
  for (const { board, revision: of, answer, comment, audience } of rows) {
    expect([board, [null, 1, 2, 3, 4, 5].includes(answer as number | null)]).toEqual([1, true]);
    expect(['room', 'team']).toContain(audience);
    expect(Number.isSafeInteger(of)).toBe(true);
    expect(comment).toEqual(expect.any(String));
  }
  for (const one of honest) one.close();
  desk.close();
}, 120_000);
