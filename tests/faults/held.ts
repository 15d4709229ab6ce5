/** A data folder in which a session was held and sealed. */
import { setTimeout as pause } from 'node:timers/promises';
import { Load } from './load.ts';
import { consoleOf, freshFolder, MEMORY, openRoom, Server } from './server.ts';

/** Its server is stopped; `archive` is what it handed out before. */
export async function heldFolder(): Promise<{ folder: string; archive: Buffer }> {
  const server = await Server.start(freshFolder('held', MEMORY));
  const room = await openRoom(server);
  const load = new Load(server, room, 12, { every: 50 });
  await load.begin();
  while (load.history.acknowledged < 60) await pause(50);
  await load.stop();
  const staff = await consoleOf(server, room.session);
  await staff.do({ do: 'end' });
  staff.close();
  await server.ask('POST', `/api/sessions/${room.session}/seal`, {});
  const answer = await server.fetch('GET', `/api/consultations/${room.consultation}/archive`);
  const archive = Buffer.from(await answer.arrayBuffer());
  await server.process.end();
  return { folder: server.folder, archive };
}
