/** Work of phones that waits its turn, so that the facilitator never stands behind more than a little of it. */

/**
 * Runs what it is given, so many at a time, in the order in which it came.
 *
 * @param atOnce how many may be under way
 */
export function makeTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async (work) => {
    if (underWay >= atOnce) await new Promise<void>((go) => waiting.push(go));
    else underWay += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever is next takes the place that gets free.
      if (next === undefined) underWay -= 1;
      else next();
    }
  };
}
