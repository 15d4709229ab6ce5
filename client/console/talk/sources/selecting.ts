/** Selecting by keys: sentences with the arrows up and down, words at the end with Shift. */
import type { Range } from '../../../../core/talk/passages.ts';
import { openPicker, pressNumber } from '../themeKeys.ts';
import type { TextCoder } from './coder.ts';

/** @returns what is to be selected; undefined: the key is none of these */
export function moveSelection(
  key: string,
  shift: boolean,
  selected: Range | null,
  sentences: readonly Range[],
  text: string,
): Range | undefined {
  const down = key === 'ArrowDown';
  if (down || key === 'ArrowUp') {
    if (selected === null) return down ? sentences[0] : sentences.at(-1);
    if (shift) {
      const end = down
        ? sentences.find(({ to }) => to > selected.to)?.to
        : sentences.findLast(({ from, to }) => to < selected.to && from >= selected.from)?.to;
      return { from: selected.from, to: end ?? selected.to };
    }
    const next = down
      ? sentences.find(({ from }) => from > selected.from)
      : sentences.findLast(({ from }) => from < selected.from);
    return next ?? selected;
  }
  if (!shift || (key !== 'ArrowRight' && key !== 'ArrowLeft') || selected === null) return undefined;
  const ends = wordEnds(text);
  const end =
    key === 'ArrowRight'
      ? ends.find((to) => to > selected.to)
      : ends.findLast((to) => to < selected.to && to > selected.from);
  return { from: selected.from, to: end ?? selected.to };
}

function wordEnds(text: string): number[] {
  const letters = [...text];
  return letters.flatMap((letter, i) => {
    const next = letters[i + 1];
    return /\S/u.test(letter) && (next === undefined || /\s/u.test(next)) ? [i + 1] : [];
  });
}

/** @returns whether the key meant something */
export function keyed(key: string, coder: TextCoder, clear: () => void): boolean {
  if (/^[1-9]$/u.test(key)) return coder.mayPut() && pressNumber(key, coder);
  switch (key) {
    case 't':
    case '#':
      if (!coder.mayPut()) return false;
      openPicker(coder);
      return true;
    case 'Delete': {
      const open = coder.passage.peek();
      if (open?.coder !== coder.as.peek()) return false;
      coder.remove(open);
      return true;
    }
    case 'Escape':
      coder.picking.value = 'none';
      coder.open.value = '';
      clear();
      return true;
    default:
      return false;
  }
}
