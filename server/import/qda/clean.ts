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
