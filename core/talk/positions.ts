/** Positions in a text: code points in everything that is kept or given out, UTF-16 units in a browser's selection. */

/** @returns how many code points stand before a unit; one in the middle of a pair counts as before it */
export function pointAt(text: string, unit: number): number {
  let [points, at] = [0, 0];
  for (const letter of text) {
    at += letter.length;
    if (at > unit) break;
    points += 1;
  }
  return points;
}

/** @returns the unit at which so many code points end */
export function unitAt(text: string, point: number): number {
  let [points, at] = [0, 0];
  for (const letter of text) {
    if (points >= point) break;
    points += 1;
    at += letter.length;
  }
  return at;
}

/** The words between two code points. */
export function wordsAt(text: string, { from, to }: { from: number; to: number }): string {
  const start = unitAt(text, from);
  return text.slice(start, start + unitAt(text.slice(start), to - from));
}
