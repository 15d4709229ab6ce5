/** One text of many: a paragraph each, with the place of every one counted in code points. */
import { lengthOf, withLf } from './text.ts';

const BETWEEN = '\n\n';

export interface Joined {
  text: string;
  /** Where each piece lies, in their order; null: it is empty. */
  places: readonly ({ from: number; to: number } | null)[];
}

export function joinPieces(pieces: readonly string[]): Joined {
  let [text, length] = ['', 0];
  const places = pieces.map((raw) => {
    const piece = withLf(raw).text;
    if (piece === '') return null;
    const before = text === '' ? '' : BETWEEN;
    const from = length + before.length;
    text += before + piece;
    length = from + lengthOf(piece);
    return { from, to: length };
  });
  return { text, places };
}
