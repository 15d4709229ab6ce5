/** What a server holds, in megabytes, after its garbage was collected. */
import { readdirSync } from 'node:fs';
import type { Server } from './server.ts';

export async function memoryOf(server: Server): Promise<{ heap: number; resident: number }> {
  const { heapUsed, rss } = (await server.process.ask('collect')) as NodeJS.MemoryUsage;
  return { heap: heapUsed / 1e6, resident: rss / 1e6 };
}

/** Open files and sockets of a server. */
export function openFiles(server: Server): number {
  return readdirSync(`/proc/${server.process.pid}/fd`).length;
}

/** Slope of a straight line through the points, by least squares. */
export function slope(points: readonly { x: number; y: number }[]): number {
  const mean = (of: (p: { x: number; y: number }) => number): number =>
    points.reduce((sum, p) => sum + of(p), 0) / points.length;
  const [x, y] = [mean((p) => p.x), mean((p) => p.y)];
  const over = points.reduce((sum, p) => sum + (p.x - x) * (p.y - y), 0);
  const under = points.reduce((sum, p) => sum + (p.x - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
}
