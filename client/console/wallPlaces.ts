/** Where the browser keeps what was counted of a wall and is not saved yet, locked: see live/wall/kept.ts. */

export const WALL_PLACES = 'standpoint-wall-';

/** Forgets what is kept of one session, or of all. */
export function forgetWalls(session = ''): void {
  const prefix = session === '' ? WALL_PLACES : `${WALL_PLACES}${session}-`;
  for (const name of keptWalls()) if (name.startsWith(prefix)) localStorage.removeItem(name);
}

/** The places in which something is kept. */
export function keptWalls(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(WALL_PLACES));
  } catch {
    // Storage is blocked: nothing was kept.
    return [];
  }
}
