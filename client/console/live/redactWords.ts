/** The words of a comment that can be taken out, and what is sent of those that are. */
import { GAP } from '../../../core/personal/types.ts';
import type { ConsoleNote } from '../../../core/view.ts';

export interface Word {
  from: number;
  to: number;
  /** What stands there when it is taken out. */
  by: string;
}

/** The words of a text; what was found in it is one word, however many it has. */
export function wordsOf({ text, found }: Pick<ConsoleNote, 'text' | 'found'>): Word[] {
  const words: Word[] = found.map(({ from, to, suggestion }) => ({ from, to, by: suggestion }));
  for (const match of text.matchAll(/\S+/gu)) {
    const from = match.index;
    const to = from + match[0].length;
    if (words.every((word) => to <= word.from || from >= word.to)) words.push({ from, to, by: GAP });
  }
  return words.toSorted((a, b) => a.from - b.from);
}

/** Words that stand together leave one gap, which does not tell how many they were. */
export function runsOf(text: string, chosen: readonly Word[]): Word[] {
  const runs: Word[] = [];
  for (const word of chosen) {
    const last = runs.at(-1);
    const together = last?.by === GAP && word.by === GAP && text.slice(last.to, word.from).trim() === '';
    if (last !== undefined && together) last.to = word.to;
    else runs.push({ ...word });
  }
  return runs;
}
