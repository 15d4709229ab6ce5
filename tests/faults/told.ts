/**
 * Whether the console is told of something that is wrong with the laptop. What moves while people place is
 * known; anything else of its view that changes is the telling, whatever it is called.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { consoleOf, type Room, type Server } from './server.ts';

const MOVES = new Set([
  'v',
  'joined',
  'connected',
  'full',
  'boards',
  'notes',
  'projector',
  'next',
  'undo',
  'tablets',
]);

/** What does not move by itself, in one text. */
function still(view: string): string {
  const from = view.indexOf('{');
  const parsed = JSON.parse(view.slice(from).replace(/\]$/, '')) as Record<string, unknown>;
  return JSON.stringify(Object.entries(parsed).filter(([key]) => !MOVES.has(key)));
}

export interface Watch {
  /** Milliseconds from a moment until the console was told; null when it was not within `ms` of now. */
  told(since: number, ms: number): Promise<number | null>;
  close(): void;
}

export async function watchConsole(server: Server, room: Room): Promise<Watch> {
  let before = '';
  const changed = Promise.withResolvers<number>();
  const staff = await consoleOf(server, room.session, (view) => {
    const now = still(view);
    if (before !== '' && now !== before) changed.resolve(performance.now());
    before = now;
  });
  return {
    told: async (since, ms) => {
      const at = await Promise.race([changed.promise, pause(ms, null)]);
      return at === null ? null : at - since;
    },
    close: () => staff.close(),
  };
}
