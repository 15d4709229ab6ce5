/** A port for phones on a laptop of which nobody knows what else runs there. */
import { isFree, LOOPBACKS } from '../loopback.ts';

/** The usual port and the ones that are tried after it. */
export const PORTS = { first: 8080, last: 8089 };

/** The first one that is free; null: none is. */
export async function freePort({ first, last } = PORTS): Promise<number | null> {
  for (let port = first; port <= last; port += 1) if (await isFreeEverywhere(port)) return port;
  return null;
}

async function isFreeEverywhere(port: number): Promise<boolean> {
  for (const host of ['0.0.0.0', ...LOOPBACKS]) if (!(await isFree(port, host))) return false;
  return true;
}
