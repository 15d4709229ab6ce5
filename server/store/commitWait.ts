/**
 * How long what waits to be saved has waited, over all files of this process: a disk that hangs in a sync fails
 * nothing, and answers nothing. One entry for each batch that is under way; nothing is done for each placement.
 */
const under = new Set<{ since: number }>();

/**
 * From when its oldest write came in until the batch is on the disk or has failed; call what comes back then.
 *
 * @param since by `performance.now`
 */
export function commitBegins(since: number): () => void {
  const batch = { since };
  under.add(batch);
  return () => void under.delete(batch);
}

/** Milliseconds; 0 while nothing waits. */
export function longestWait(): number {
  let oldest = Infinity;
  for (const { since } of under) oldest = Math.min(oldest, since);
  return oldest === Infinity ? 0 : performance.now() - oldest;
}
