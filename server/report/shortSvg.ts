/**
 * A drawn chart in a fifth of its letters. Its texts are outlines, which the canvas writes point by point
 * with seven digits; a tenth of a pixel, a fortieth of a millimetre in print, is as fine as anyone sees.
 */

/** Steps to a pixel. */
const FINE = 10;

/** The SVG with paths in relative steps, short numbers, and no white space between its elements. */
export function shortSvg(svg: string): string {
  return svg
    .replace(/<\?xml[^>]*\?>\s*/u, '')
    .replace(/>\s+</gu, '><')
    .replace(/ d="([^"]*)"/gu, (_, path: string) => ` d="${shortPath(path)}"`)
    .replace(/(?<==")(-?\d*\.\d{2,})(?=")/gu, (number) => String(Math.round(Number(number) * 100) / 100));
}

/** A path of absolute M, L, H, V, Q, C and Z as relative steps. Any other is left as it is. */
function shortPath(path: string): string {
  if (/[^MLHVQCZ\d\s.,eE+-]/u.test(path)) return path;
  const out: string[] = [];
  // Where the pen is, in steps; what is rounded is the place and not the way, so that no error adds up.
  let x = 0;
  let y = 0;
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
function lengthOf(steps: number): string {
  const pixels = String(steps / FINE);
  return pixels.startsWith('0.')
    ? pixels.slice(1)
    : pixels.startsWith('-0.')
      ? `-${pixels.slice(2)}`
      : pixels;
}
