/** What is wrong with the store after a crowd was there, and with how it was treated. */
import type { Report } from './crowdOrders.ts';
import { check, wrongs } from './history.ts';
import type { Room, Server } from './server.ts';
import { readSession } from './stored.ts';

/** Ends the server and reads what it has. */
export async function crowdWrongs(server: Server, room: Room, report: Report): Promise<string[]> {
  await server.kill();
  const found = await readSession(server.folder, room.session, report.tokens);
  const wrong = typeof found === 'string' ? [found] : wrongs(check(report.tried, found.rows));
  if (report.unsaved > 0) wrong.push(`${report.unsaved} phones still wait for something to be saved`);
  const refusals = Object.entries(report.refused).map(([code, n]) => `${n} ${code}`);
  if (refusals.length > 0) wrong.push(`refused: ${refusals.join(', ')}`);
  return wrong;
}
