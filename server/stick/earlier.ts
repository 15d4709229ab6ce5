/**
 * Sticks that this laptop copied to before it was told of another one. What they have of ours is older with every
 * minute: another laptop that took it over would make a second truth.
 */
import { StickFailed } from './failed.ts';
import { dropCopies, likelyPlaces, readHolder, writeHolder, type Holder } from './files.ts';
import type { StickSettings } from './settings.ts';

type Earlier = StickSettings['earlier'][number];

/** One that is plugged in now, where it is. */
interface Found extends Holder {
  folder: string;
}

/**
 * Those that are given up once the stick of now is. Not the stick itself, under whichever name it is plugged in, and
 * not one with sessions that could not be taken over yet: it is all there is of them. One that was pulled counts also
 * where the next has its very name: systems give the same letter to whatever is in a socket.
 *
 * @param there the id of the stick that takes their place, as it was before it was named
 */
export function earlierWith(own: StickSettings, there?: string): Earlier[] {
  const all = [...own.earlier];
  if (own.folder !== '' && own.untaken.length === 0) all.push({ folder: own.folder, stick: own.stick });
  return all.filter((one) => one.stick !== there);
}

/** Those that are plugged in now; a stick may have come back under another name. */
export async function holdersOf({ earlier }: StickSettings): Promise<Found[]> {
  if (earlier.length === 0) return [];
  const folders = [
    ...new Set([...earlier.map(({ folder }) => folder), ...(await likelyPlaces(process.platform))]),
  ];
  const found = await Promise.all(
    folders.map(async (folder): Promise<Found | null> => {
      const holder = await readHolder(folder);
      return holder !== null && earlier.some(({ stick }) => stick === holder.stick)
        ? { ...holder, folder }
        : null;
    }),
  );
  return found.flatMap((one) => one ?? []);
}

/**
 * Takes our copies off those that are plugged in, and marks them. One that takes nothing, locked for one, is left.
 *
 * @param found those that are plugged in
 * @returns those that are left, and whether another laptop has taken over from one of them
 */
export async function giveUp(
  own: StickSettings,
  found: readonly Found[],
): Promise<{ left: Earlier[]; taken: boolean }> {
  let left = own.earlier;
  let taken = false;
  for (const { folder, ...holder } of found) {
    if (holder.laptop !== own.laptop) taken = true;
    else if (await isCleared(folder, holder)) left = left.filter(({ stick }) => stick !== holder.stick);
  }
  return { left, taken };
}

/** The copies first: one that is full takes the mark once they are gone. */
async function isCleared(folder: string, holder: Holder): Promise<boolean> {
  try {
    await dropCopies(folder);
    await writeHolder(folder, { ...holder, givenUp: true });
    return true;
  } catch (error) {
    if (error instanceof StickFailed) return false;
    throw error;
  }
}

/** Those that are ours still: of the others another laptop has what was on them, and nothing of ours. */
export function earlierLeft(own: StickSettings, found: readonly Found[]): Earlier[] {
  const theirs = new Set(found.filter(({ laptop }) => laptop !== own.laptop).map(({ stick }) => stick));
  return own.earlier.filter(({ stick }) => !theirs.has(stick));
}

/** This laptop goes on, with what another one took from a stick that was given up. */
export async function holdEarlier(own: StickSettings): Promise<void> {
  for (const { folder, ...holder } of await holdersOf(own))
    if (holder.laptop !== own.laptop)
      await writeHolder(folder, { ...holder, laptop: own.laptop, turn: holder.turn + 1 });
}
