/** The text of a post-it on the wall: how much of it, and on how many lines. */

/** A comment is shown up to this many code points on the wall; the whole of it when it is opened. */
const WALL_TEXT = 140;
/** Height of a line and the space around a text, in sizes of the type; the style sheet has the same. */
export const LINE = 1.24;
export const PAD = 0.6;
/** Space between two notes, in sizes of the type. */
export const GAP = 0.35;
/** Width of a note that makes a column take another beside it, in sizes of the type. */
export const LANE = 9;

/** The text as the wall shows it: cut at a word, with an ellipsis. */
export function cutText(text: string, most = WALL_TEXT): string {
  const flat = text.replace(/\s+/gu, ' ');
  const all = [...flat];
  if (all.length <= most) return flat;
  const cut = all.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > cut.length * 0.7 ? cut.slice(0, space) : cut.trimEnd()}…`;
}

/** Lines a text takes when it is broken at its spaces, and within words that are wider than the line. */
export function linesOf(text: string, width: number, measure: (text: string) => number): number {
  const space = measure(' ');
  let lines = 1;
  let at = 0;
  for (const word of text.split(' ')) {
    const w = measure(word);
    if (at > 0 && at + space + w > width) {
      lines += 1;
      at = 0;
    }
    if (w > width) {
      lines += Math.ceil(w / width) - 1;
      at = w % width;
    } else at += (at > 0 ? space : 0) + w;
  }
  return lines;
}
