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

/** A mark on the letter before it, or a later part of a Korean syllable. */
const GOES_ON = /^[\p{M}\u1160-\u11ff]$/u;

/**
 * The same text cleaned, and where places of it are then. One before a mark that becomes one letter with what stands
 * before it is before that letter; one before any other mark stays, as what is marked may begin there.
 */
export function cleanedWithPlaces(
  raw: string,
  places: readonly number[],
): { text: string; at: ReadonlyMap<number, number> } {
  const text = cleaned(raw, false);
  const points = [...raw];
  const goesOn = (at: number): boolean => GOES_ON.test(points[at] ?? '');
  const begins = (place: number): number => {
    if (!goesOn(place)) return place;
    let [from, to] = [place, place];
    while (from > 0 && goesOn(from)) from -= 1;
    while (goesOn(to)) to += 1;
    const part = (a: number, b: number): string => points.slice(a, b).join('').normalize('NFC');
    return part(from, place) + part(place, to) === part(from, to) ? place : from;
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
