/** Taking back while results move, at a whole server: what is left of it in the data folder, and who sees it when. */
import { watch } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { holding } from '../../support/bytes.ts';
import {
  connectConsole,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer({ liveGap: { least: 0, jitter: 0 } });
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const WORDS = 'the words of somebody who thinks again';

/** Every tag of a running session, as its file has them now. */
function tagsIn(session: string): string[] {
  const db = new Database(join(server.folder, 'live', `${session}.db`), { readonly: true });
  const tags = db.prepare('SELECT tag FROM response').pluck().all() as string[];
  db.close();
  return tags;
}

/** Waits until a folder looks as it should; told by its changes. */
async function until(folder: string, look: () => boolean): Promise<void> {
  const changes = watch(folder);
  if (look()) return;
  for await (const _ of changes) if (look()) return;
}

test('W2 H9 S6 whoever leaves while results move is soon in no byte of any file, and the figure moves with the next batch and not before', async () => {
  const { session } = await openSession(server, ['One'], { style: 'walk-around' });
  const desk = await connectConsole(server, session.id);
  const wall = await connectProjector(server, session.id);
  await desk.do({ do: 'screen', change: { live: true } });
  await desk.do({ do: 'next' });
  await desk.do({ do: 'openAll', round: 1 });
  await desk.do({ do: 'show', board: 1 });
  const people: Phone[] = [];
  for (let i = 0; i < 30; i += 1) people.push(await joinPhone(server, session.code));
  const [first, ...others] = people as [Phone, ...Phone[]];
  const folder = join(server.folder, 'live');
  // One person alone agrees strongly, so that the figure tells whether they are in it.
  expect(await first.place(1, 1, 5, WORDS)).toBe(1);
  const [tag = ''] = tagsIn(session.id);
  const figure = async () => {
    const view = await wall.socket.emitWithAck('hello');
    return 'board' in view ? (view.board?.live?.figure ?? null) : null;
  };
  // Others place and think again until a batch has taken the first one's answer in; each does by even chance.
  let shown = await figure();
  for (let tap = 0; shown?.counts[4] !== 1; tap += 1) {
    const revision = Math.floor(tap / others.length) + 1;
    await others[tap % others.length]?.place(1, revision, 1 + (revision % 2));
    shown = await figure();
  }
  expect(holding(server.folder, tag)).not.toEqual([]);
  expect(await first.leave()).toEqual({ ok: true });
  await until(folder, () => holding(server.folder, tag).length + holding(server.folder, WORDS).length === 0);
  // The copies of the running session are there, made anew without it.
  await until(folder, () => readdirSync(folder).some((name) => /\.backup-[ab]\.db$/.test(name)));
  expect([holding(server.folder, tag), holding(server.folder, WORDS)]).toEqual([[], []]);
  expect(await figure()).toEqual(shown);

  // The next batch takes it away with those of others, however it is drawn.
  for (const phone of others) await phone.place(1, 1000, 3);
  await wall.until((v) => (v.board?.live?.figure?.counts[2] ?? 0) >= 5);
  await desk.do({ do: 'close', board: 1 });
  await desk.do({ do: 'reveal', board: 1, sure: true });
  const revealed = await wall.until((v) => v.board?.result != null);
  expect(revealed.board?.result?.whole.counts[4]).toBe(0);
  [desk, wall, ...people].forEach((x) => x.close());
});
