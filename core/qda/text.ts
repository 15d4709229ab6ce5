/** Texts as an XML file and other programs can hold them, with places in them counted in code points. */

// XML 1.0 has these and no others, however they are written (https://www.w3.org/TR/xml/#charsets).
// oxlint-disable-next-line no-control-regex -- naming the few control characters that may stay is the purpose
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A mark at the beginning of a file would be taken for the mark of its encoding, and shift everything after it. */
const BOM = /^\ufeff/u;

export interface SafeText {
  text: string;
  /** Characters that could not be kept: each became one other. */
  replaced: number;
}

/** The same text with as many code points, without what XML cannot hold. */
export function safeText(text: string): SafeText {
  let replaced = 0;
  const other = (by: string) => (): string => {
    replaced += 1;
    return by;
  };
  return { text: text.replace(NOT_IN_XML, other('\ufffd')).replace(BOM, other('\u2060')), replaced };
}

/** Code points of a text. */
export function lengthOf(text: string): number {
  let n = 0;
  for (const _ of text) n += 1;
  return n;
}

export interface Lines {
  text: string;
  /** Where a place of the old text is in the new one. */
  at(place: number): number;
}

/** Line ends as LF alone. Of CR with LF one code point goes, and what stands behind it moves. */
export function withLf(text: string): Lines {
  if (!text.includes('\r')) return { text, at: (place) => place };
  const gone: number[] = [];
  let [place, before] = [0, ''];
  for (const point of text) {
    if (point === '\n' && before === '\r') gone.push(place);
    before = point;
    place += 1;
  }
  return {
    text: text.replace(/\r\n?/gu, '\n'),
    at: (old) => old - countBelow(gone, old),
  };
}

/** How many of ascending numbers are below one. */
function countBelow(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
