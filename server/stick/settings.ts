/** What this laptop keeps about its stick, in the data folder. The stick's secret key is not in it. */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const schema = v.object({
  /** This laptop, by a random id. */
  laptop: v.string(),
  /** Where the stick is plugged in; empty: none was named. */
  folder: v.string(),
  stick: v.string(),
  turn: v.number(),
  /** The public key that copies are locked to. */
  recipient: v.string(),
  count: v.number(),
  /** Sessions of which the stick has a copy, as far as this laptop knows. */
  sessions: v.array(v.string()),
  /**
   * Sessions on the stick that could not be taken over yet, or not be taken up here again: until they are, or are gone,
   * what is on it stays as it is.
   */
  untaken: v.optional(v.array(v.string()), []),
  /** Words went that the other copy on the stick still has. */
  alone: v.optional(v.boolean(), false),
  /** Sticks that were given up, and may have our copies still: they were not plugged in since. */
  earlier: v.optional(v.array(v.object({ folder: v.string(), stick: v.string() })), []),
  /** Sessions that came here from a stick. */
  taken: v.array(v.string()),
});

export type StickSettings = v.InferOutput<typeof schema>;

/** Of a laptop that never had a stick. */
const NOTHING = {
  folder: '',
  stick: '',
  turn: 0,
  recipient: '',
  count: 0,
  sessions: [],
  untaken: [],
  alone: false,
  earlier: [],
  taken: [],
};

/** What a laptop whose stick is given up keeps no more. */
export const NO_STICK = { folder: '', stick: '', recipient: '', untaken: [], alone: false };

/**
 * Sessions that only the stick has whole.
 *
 * @param lost could not be taken up here
 * @param settled were, or are gone
 */
export function untakenAfter(
  own: StickSettings,
  lost: readonly string[],
  settled: readonly string[],
): string[] {
  const only = [...own.untaken, ...lost.filter((id) => own.sessions.includes(id))];
  return [...new Set(only)].filter((id) => !settled.includes(id));
}

const pathIn = (folder: string): string => join(folder, 'stick.json');

/** What was kept; a new laptop without a stick where nothing was, or it cannot be read. */
export async function readSettings(folder: string): Promise<StickSettings> {
  const text = await readFile(pathIn(folder), 'utf8').catch(() => '');
  try {
    return v.parse(schema, JSON.parse(text));
  } catch {
    const laptop = randomBytes(16).toString('hex');
    return { ...NOTHING, laptop };
  }
}

/** Writes it whole or not at all. Once it resolves, no power cut brings back what was there before. */
export async function keepSettings(folder: string, settings: StickSettings): Promise<void> {
  const part = `${pathIn(folder)}.part`;
  await rm(part, { force: true });
  await writeFile(part, JSON.stringify(settings), { mode: 0o600, flush: true });
  await rename(part, pathIn(folder));
  await syncFolder(folder);
}

/** Windows does this by itself, and refuses to be asked. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
