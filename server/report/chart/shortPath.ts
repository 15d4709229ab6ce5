/**
 * The outline of a text in a fifth of its letters: the canvas writes it point by point with seven digits,
 * and a tenth of a pixel, a fortieth of a millimetre in print, is as fine as anyone sees.
 */

/** Steps to a pixel. */
export const FINE = 10;

/**
 * A path of absolute M, L, H, V, Q, C and Z as relative steps.
 *
 * @param origin the place that is nought, in pixels
 * @throws for any other command
 */
export function shortPath(path: string, origin: { x: number; y: number } = { x: 0, y: 0 }): string {
  if (/[^MLHVQCZ\d\s.,eE+-]/u.test(path)) throw new Error('The outline of a text is of an unknown kind.');
  const out: string[] = [];
  // Where the pen is, in steps; what is rounded is the place and not the way, so that no error adds up.
  let x = FINE * origin.x;
  let y = FINE * origin.y;
  let start: readonly [number, number] = [0, 0];
  let last = '';
  for (const [, command = '', numbers = ''] of path.matchAll(/([MLHVQCZ])([^MLHVQCZ]*)/gu)) {
    const steps = (numbers.match(/[-+]?(?:\d*\.)?\d+(?:[eE][-+]?\d+)?/gu) ?? []).map((n) =>
      Math.round(Number(n) * FINE),
    );
    // A command that is not named is the one before; only a second place to begin at must be named.
    let spaced = command === last && command !== 'M' && command !== 'Z';
    if (!spaced) out.push(command.toLowerCase());
    last = command;
    const write = (way: number): void => {
      out.push(spaced && way >= 0 ? ` ${lengthOf(way)}` : lengthOf(way));
      spaced = true;
    };
    if (command === 'Z') [x, y] = start;
    else if (command === 'H' || command === 'V') {
      for (const step of steps) {
        write(step - (command === 'H' ? x : y));
        if (command === 'H') x = step;
        else y = step;
      }
    } else {
      const size = { Q: 4, C: 6 }[command] ?? 2;
      for (let i = 0; i + size <= steps.length; i += size) {
        for (let j = i; j < i + size; j += 2) {
          write((steps[j] ?? 0) - x);
          write((steps[j + 1] ?? 0) - y);
        }
        x = steps[i + size - 2] ?? 0;
        y = steps[i + size - 1] ?? 0;
        if (command === 'M' && i === 0) start = [x, y];
      }
    }
  }
  return out.join('');
}

/** Steps as pixels, without the nought before a point. */
export function lengthOf(steps: number): string {
  const pixels = String(steps / FINE);
  return pixels.startsWith('0.')
    ? pixels.slice(1)
    : pixels.startsWith('-0.')
      ? `-${pixels.slice(2)}`
      : pixels;
}
