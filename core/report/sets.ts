/**
 * Sets that several releases counted, held against each other. Whatever can be worked out from them is a union of
 * classes: what is in the same of them (docs/decisions/013-releases.md).
 */

/**
 * The set that may be counted in place of one that is wanted, so that each class which it makes among earlier ones is of
 * nobody or of as many people as the floor. A class of which few would be new in it, or picked out, waits outside; one
 * of which few would be missing is counted as a whole, as it was.
 *
 * @param wanted ids, each once
 * @param earlier the sets that were counted before
 * @param people how many are behind an id
 * @returns ids: of those wanted in their order, then those that stay
 */
export function setHeld(
  wanted: readonly string[],
  earlier: readonly (readonly string[])[],
  people: (id: string) => number,
  floor: number,
): string[] {
  const chosen = new Set(wanted);
  const all = new Set([...wanted, ...earlier.flat()]);
  const classes = Map.groupBy(all, (id) => earlier.map((set) => (set.includes(id) ? '1' : '0')).join(''));
  const few = (ids: readonly string[]): boolean => ids.reduce((n, id) => n + people(id), 0) < floor;
  const counted = [...classes].flatMap(([key, ids]): string[] => {
    const within = ids.filter((id) => chosen.has(id));
    const without = ids.filter((id) => !chosen.has(id));
    if (!key.includes('1')) return few(within) ? [] : within;
    if (within.length === 0 || (few(within) && !few(without))) return [];
    return few(without) ? ids : within;
  });
  return [...wanted.filter((id) => counted.includes(id)), ...counted.filter((id) => !chosen.has(id))];
}
