/** Breaking texts into lines. */
import { closedLines } from '../bidi.ts';

/** The number of characters, for places that cannot measure. */
const characters = (text: string): number => [...text].length;

/**
 * A label in at most `lines` lines no wider than `most`. Where they do not hold it, it ends after a whole
 * word with an ellipsis, since the table has the whole label; only a first word that is too long by itself
 * ends within.
 *
 * @param measure the width of a text in the unit of `most`; characters when left out
 * @param said what is said of the label in the same lines, and never cut: "{label}, 12 people"
 */
export function wrapLabel(
  label: string,
  most: number,
  lines: number,
  measure: (text: string) => number = characters,
  said: (label: string) => string = (text) => text,
): string[] {
  const whole = wrapText(said(label), most, measure);
  if (whole.length <= lines) return whole;
  for (const shorter of shortened(label)) {
    // A space that does not break keeps the ellipsis with its word.
    const rows = wrapText(said(`${shorter}\u00a0…`), most, measure);
    if (rows.length <= lines) return rows.map((row) => row.replace('\u00a0…', ' …'));
  }
  return wrapText(said('…'), most, measure).slice(0, lines);
}

/** What is left of a label when it loses one word after the other, and then its first word what it has. */
function* shortened(label: string): Generator<string> {
  const words = label.trim().split(/\s+/u);
  for (let n = words.length - 1; n > 0; n -= 1) yield words.slice(0, n).join(' ');
  for (const granularity of ['word', 'grapheme'] as const) {
    const pieces = split(words[0] ?? '', granularity);
    for (let n = pieces.length - 1; n > 0; n -= 1) yield pieces.slice(0, n).join('');
  }
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
  for (const word of text.trim().split(BREAK)) {
    if (measure(word) <= most) put(word, ' ');
    else for (const [i, piece] of piecesOf(word, most, measure).entries()) put(piece, i === 0 ? ' ' : '');
  }
  return closedLines(line === '' ? lines : [...lines, line]);
}

/** Spaces at which a line may end. */
const BREAK = /[^\S\u00a0\u202f]+/u;

function piecesOf(word: string, most: number, measure: (text: string) => number): string[] {
  return split(word, 'word').flatMap((piece) => (measure(piece) > most ? split(piece, 'grapheme') : [piece]));
}

/** Browsers learnt this at different times; without it a word is broken between its characters. */
function split(text: string, granularity: 'word' | 'grapheme'): string[] {
  if (!('Segmenter' in Intl)) return [...text];
  return [...new Intl.Segmenter('en', { granularity }).segment(text)].map((s) => s.segment);
}
