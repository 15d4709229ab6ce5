/** A room whose answers come by a tablet that goes round, and what the tablet sealed. */
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import Database from 'better-sqlite3';
import { isRefusal } from '../../core/refusal.ts';
import type { Packet } from '../../core/schemaTablet.ts';
import type { ConsoleView } from '../../core/view.ts';
import { connectConsole, openSession, type TestServer } from './server.ts';

type Desk = Awaited<ReturnType<typeof connectConsole>>;

export async function viewOf(desk: Desk): Promise<ConsoleView> {
  const view = await desk.socket.emitWithAck('hello');
  if (isRefusal(view)) throw new Error(view.refusal);
  return view;
}

const GROUPS = [
  { id: 'young', label: 'Young people', roomLabel: 'Young people' },
  { id: 'adult', label: 'Adults', roomLabel: 'Adults' },
];

/** A walk-around with everything open. */
export async function walkAround(server: TestServer, statements: string[], groups = false) {
  const { session } = await openSession(
    server,
    statements,
    { style: 'walk-around', ...(groups ? { groups: GROUPS.map((g) => g.id) } : {}) },
    (doc) => {
      if (groups) doc.groups = GROUPS;
    },
  );
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  return { session, desk };
}

/** Finishes a session, so that the next tablet finds only its own. */
export async function over(
  server: TestServer,
  { session, desk }: Awaited<ReturnType<typeof walkAround>>,
): Promise<void> {
  await desk.do({ do: 'end' });
  desk.close();
  const sealed = await server.send('POST', `/api/sessions/${session.id}/seal`);
  if (isRefusal(sealed)) throw new Error(sealed.refusal);
}

/** What was sealed, as only the session's key opens it. */
export async function opened(
  server: TestServer,
  session: string,
  packets: readonly string[],
): Promise<Packet[]> {
  const db = new Database(join(server.folder, 'keys', `${session}.db`), { readonly: true });
  const identity = db.prepare('SELECT identity FROM tablet').pluck().get() as string;
  db.close();
  return Promise.all(
    packets.map(async (packet) => {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      const bytes = await decrypter.decrypt(Buffer.from(packet, 'base64'));
      return JSON.parse(Buffer.from(bytes).toString()) as Packet;
    }),
  );
}
