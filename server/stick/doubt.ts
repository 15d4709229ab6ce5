/**
 * What makes somebody look twice before a stick is taken over. A stick that was pulled knows nothing of what came
 * after: another one may have been named, the session gone on at another laptop, or ended. All that can be known of
 * that here is when it was last copied to, and whether a stick that took its place is plugged in as well.
 */
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { StickDoubt } from '../../core/stick.ts';
import { dayOf, minuteOf } from '../store/minute.ts';
import { readHolder } from './files.ts';
import { LIMIT_MS, within } from './hanging.ts';
import type { Opened } from './open.ts';

/** A room has a copy each minute in which something changed; another laptop is fetched within so many. */
const OLD_MINUTES = 15;
/** More than so many are no sticks that somebody plugged in. */
const MOST_BESIDE = 100;

/**
 * @param places folders in which sticks are plugged in
 * @param now milliseconds since 1970, by the clock of this laptop
 * @returns null: it is of just before, and nothing is known against it
 */
export async function doubtOf(
  { bundle, folder, stick }: Opened,
  places: readonly string[],
  now: number,
): Promise<StickDoubt | null> {
  const { made, sessions } = bundle;
  const age = Math.round((now - made) / 60_000);
  const newer = await within(newerThan(stick, folder, places), LIMIT_MS, '');
  // One that is ahead is as doubtful: how old the copy is nobody can say.
  if (newer === '' && Math.abs(age) < OLD_MINUTES) return null;
  return {
    day: dayOf(new Date(made)),
    minute: minuteOf(made),
    age,
    newer,
    sessions: sessions.map(({ session: { name, state } }) => ({ name, ended: state === 'ended' })),
  };
}

/** The folder of a stick that took the place of this one; empty: none that is plugged in. */
async function newerThan(stick: string, folder: string, places: readonly string[]): Promise<string> {
  const parent = dirname(resolve(folder));
  const beside = (await readdir(parent).catch(() => [])).slice(0, MOST_BESIDE);
  const folders = [...new Set([...places, ...beside.map((name) => join(parent, name))])];
  const holders = await Promise.all(folders.map(readHolder));
  const at = holders.findIndex(
    (holder) => holder?.givenUp !== true && holder?.after?.includes(stick) === true,
  );
  return folders[at] ?? '';
}
