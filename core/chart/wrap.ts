/** Breaking texts into lines. */

/** The number of characters, for places that cannot measure. */
const characters = (text: string): number => [...text].length;

/**
 * A label in at most `lines` lines no wider than `most`. Beyond them the rest is an ellipsis, since the
 * table has the whole label.
 *
 * @param measure the width of a text in the unit of `most`; characters when left out
 */
export function wrapLabel(
  label: string,
  most: number,
  lines: number,
  measure: (text: string) => number = characters,
): string[] {
  const rows = wrapText(label, most, measure);
  if (rows.length <= lines) return rows;
  const last = [...(rows[lines - 1] ?? '')];
  while (last.length > 1 && measure(`${last.join('').trimEnd()} …`) > most) last.pop();
  return [...rows.slice(0, lines - 1), `${last.join('').trimEnd()} …`];
}

/**
 * Breaks a text into lines no wider than `most`, at spaces; a word that is wider itself, as in scripts
 * that write none, is broken between its words or at last its characters. Nothing is left out.
 */
export function wrapText(text: string, most: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  const put = (piece: string, space: string): void => {
    const longer = line === '' ? piece : `${line}${space}${piece}`;
    if (line !== '' && measure(longer) > most) {
      lines.push(line);
      line = piece;
    } else line = longer;
  };
  for (const word of text.trim().split(/\s+/u)) {
    if (measure(word) <= most) put(word, ' ');
    else for (const [i, piece] of piecesOf(word, most, measure).entries()) put(piece, i === 0 ? ' ' : '');
  }
  return line === '' ? lines : [...lines, line];
}

function piecesOf(word: string, most: number, measure: (text: string) => number): string[] {
  return split(word, 'word').flatMap((piece) => (measure(piece) > most ? split(piece, 'grapheme') : [piece]));
}

/** Browsers learnt this at different times; without it a word is broken between its characters. */
function split(text: string, granularity: 'word' | 'grapheme'): string[] {
  if (!('Segmenter' in Intl)) return [...text];
  return [...new Intl.Segmenter('en', { granularity }).segment(text)].map((s) => s.segment);
}
