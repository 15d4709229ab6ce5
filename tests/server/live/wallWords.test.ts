/** Words that were typed up from a real wall: once each, gone once taken away, and nothing of their ids kept. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { Wall, WallColumn } from '../../../core/wall.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../../support/server.ts';
import { liveFile } from '../../support/slips.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const worded = (...ids: string[]): WallColumn => ({
  groups: [],
  answer: 4,
  n: 5,
  comments: ids.map((id) => ({ id, text: 'they came', audience: 'room', quote: false })),
});
const up = (wall: Wall | Refusal): string[] => {
  if (isRefusal(wall)) throw new Error(wall.refusal);
  return wall.boards.flatMap((b) => b.columns.flatMap((c) => c.comments.map(({ id }) => id)));
};

async function begun() {
  const { session } = await openSession(server, ['One', 'Two'], { style: 'walk-around' });
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  desk.close();
  const path = `/api/sessions/${session.id}/wall`;
  const read = () => server.get<Wall>(path);
  const put = (board: number, body: unknown) => server.send<Wall | Refusal>('PUT', `${path}/${board}`, body);
  /** Saves a board as somebody does who has just read the wall. */
  const save = async (board: number, columns: WallColumn[]) =>
    put(board, { version: (await read()).version, heads: [], columns });
  return { session, wall: { read, put, save } };
}

test('V1 the same words on two post-its are two, one id is one, and both are so after a restart', async () => {
  const { wall } = await begun();
  const { version } = await wall.read();
  await wall.save(1, [worded('b')]);
  // The first words of another scribe, made from the empty wall, are no repetition of these.
  expect(await wall.put(1, { version, heads: [], columns: [worded('a')] })).toMatchObject({
    refusal: 'changed-elsewhere',
  });
  expect(up(await wall.save(1, [worded('b', 'a')]))).toEqual(['a', 'b']);
  expect(await wall.put(1, { version, heads: [], columns: [worded('a', 'a')] })).toMatchObject({
    refusal: 'changed-elsewhere',
  });
  expect(await wall.save(1, [worded('a', 'a')])).toMatchObject({
    refusal: 'bad-message',
    where: 'columns.0.comments.1.id',
  });
  await server.restart();
  expect(up(await wall.read())).toEqual(['a', 'b']);
});

test('V1 words that were taken away do not come back by a message that is late, also after a restart', async () => {
  const { wall } = await begun();
  await wall.save(1, [worded('a', 'b')]);
  const late = { version: (await wall.read()).version, heads: [], columns: [worded('a', 'b', 'c')] };
  await wall.save(1, [worded('b')]);
  expect(up(await wall.save(1, [worded('a', 'b')]))).toEqual(['b']);
  // This one never came before it was taken away.
  const { version } = await wall.read();
  const gone = { version, heads: [], columns: [worded('b')], gone: ['c'] };
  expect(up((await wall.put(1, gone)) as Wall)).toEqual(['b']);
  await server.restart();
  expect(await wall.put(1, late)).toMatchObject({ boards: [{ columns: [worded('b')] }, {}] });
  // Nor on another statement.
  expect(up(await wall.save(2, [worded('a')]))).toEqual(['b']);
  expect((await wall.read()).boards.map((b) => b.columns[0]?.n)).toEqual([5, 5]);
  expect(await wall.put(1, { ...gone, gone: ['C'] })).toMatchObject({ where: 'gone.0' });
});

test('V1 S3 ids of words are in the alphabet’s order in the live file, and in no file once it is sealed', async () => {
  const { session, wall } = await begun();
  const ids = ['f4e1c0ffee', 'a1b2c3d4e5', 'c0dec0de42'];
  for (let i = 1; i <= ids.length; i += 1) await wall.save(1, [worded(...ids.slice(0, i))]);
  const { room } = liveFile(server, session.id);
  expect(Object.keys(JSON.parse(room).wall.words)).toEqual(ids.toSorted());
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'end' });
  desk.close();
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  expect(await wall.read()).toMatchObject({ refusal: 'wrong-state' });
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((f) =>
    f.isFile(),
  );
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    expect([file.name, ids.filter((id) => bytes.includes(id))]).toEqual([file.name, []]);
  }
  expect(files.length).toBeGreaterThan(0);
});
