/** Texts of other programs as Standpoint keeps texts. */
import { cleanLine, cleanText, codePoints } from '../../../core/text.ts';

// oxlint-disable-next-line no-control-regex -- replacing control characters is the purpose
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu;

/** What no screen can show becomes a space; nothing is refused, since whoever brings a file in did not type it. */
export function cleaned(text: string, line: boolean): string {
  const shown = text.replace(CONTROLS, ' ');
  return (line ? cleanLine(shown) : cleanText(shown)) ?? '';
}

export function cut(text: string, most: number): { text: string; cut: boolean } {
  if (codePoints(text) <= most) return { text, cut: false };
  const short = [...text].slice(0, most - 1).join('');
  return { text: `${short.trimEnd()}…`, cut: true };
}

/** In pieces of at most so many code points, between words where that can be. */
export function pieces(text: string, most: number): string[] {
  const points = [...text];
  if (points.length <= most) return text === '' ? [] : [text];
  const space = points.slice(0, most).findLastIndex((point) => /\s/u.test(point));
  const end = space > most / 2 ? space : most;
  return [points.slice(0, end).join('').trim(), ...pieces(points.slice(end).join('').trim(), most)].filter(
    (piece) => piece !== '',
  );
}

/** The same text cleaned, and where places of it are then. One within a letter, before a mark on it, is before it. */
export function cleanedWithPlaces(
  raw: string,
  places: readonly number[],
): { text: string; at: ReadonlyMap<number, number> } {
  const text = cleaned(raw, false);
  const points = [...raw];
  const begins = (place: number): number => {
    let at = place;
    while (at > 0 && /^\p{M}$/u.test(points[at] ?? '')) at -= 1;
    return at;
  };
  // Between two full stops white space at the ends stays, so that a part is as long as it is in the whole.
  const within = (part: string): string => [...cleaned(`.${part}.`, false)].slice(1, -1).join('');
  const before = within(raw);
  const lead = codePoints(before) - codePoints(before.trimStart());
  const most = codePoints(text);
  const at = new Map<number, number>();
  let [from, length] = [0, 0];
  for (const place of places.toSorted((a, b) => a - b)) {
    const to = begins(place);
    length += codePoints(within(points.slice(from, to).join('')));
    from = Math.max(from, to);
    at.set(place, Math.min(most, Math.max(0, length - lead)));
  }
  return { text, at };
}
