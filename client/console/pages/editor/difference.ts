/** Where two texts differ, so that the eye need not search. */

/** What both begin and end with, and what each has in between. */
export interface Difference {
  before: string;
  mine: string;
  theirs: string;
  after: string;
}

/** Splits two texts at whole words. */
export function differenceOf(mine: string, theirs: string): Difference {
  const [a, b] = [wordsOf(mine), wordsOf(theirs)];
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return {
    before: a.slice(0, start).join(''),
    mine: a.slice(start, a.length - end).join(''),
    theirs: b.slice(start, b.length - end).join(''),
    after: a.slice(a.length - end).join(''),
  };
}

/** The end of a text, or its beginning, of about so many characters and whole words. */
export function cut(text: string, most: number, keep: 'end' | 'start'): string {
  if (text.length <= most) return text;
  const words = wordsOf(text);
  let short = '';
  for (const word of keep === 'end' ? words.toReversed() : words) {
    if (short.length + word.length > most) break;
    short = keep === 'end' ? word + short : short + word;
  }
  return keep === 'end' ? `…${short}` : `${short}…`;
}

/** Words and the space between them, each for itself. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/gu) ?? [];
}
