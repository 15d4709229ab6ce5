/** A port for phones on a laptop of which nobody knows what else runs there. */
import { createServer } from 'node:net';

/** The usual port and the ones that are tried after it. */
export const PORTS = { first: 8080, last: 8089 };

/** The first one that is free; null: none is. */
export async function freePort({ first, last } = PORTS): Promise<number | null> {
  for (let port = first; port <= last; port += 1) if (await isFree(port)) return port;
  return null;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '0.0.0.0', () => server.close(() => done(true)));
  });
}
