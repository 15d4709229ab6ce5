/** What documents do to a text before they print it: only what a page, XML or a font cannot hold. */
import { balanced, directionOf, FSI, PDI, type Direction } from '../../core/bidi.ts';
import { capMarks } from '../../core/text.ts';

// C0 and C1 controls but newline; noncharacters.
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|\p{Noncharacter_Code_Point}/gu;
const RTL = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}`;
const RTL_LETTER = new RegExp(`[${RTL}]`, 'u');
const RTL_STRETCH = new RegExp(String.raw`([${RTL}](?:[${RTL}\p{M}\p{P}\p{Zs}]*[${RTL}\p{M}])?)`, 'u');

/** Stands where a character cannot be printed. */
export const REPLACEMENT = '\ufffd';

/**
 * The text as it can be printed: line ends as LF, tabs as spaces, control characters as the replacement
 * character, marks stacked at most three high, and nothing that would turn what stands after it. Scripts, emoji
 * and everything else stay as typed.
 */
export function printable(text: string): string {
  const whole = text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(UNPRINTABLE, REPLACEMENT);
  return capMarks(balanced(whole));
}

/** Left-to-right and right-to-left mark: a letter that nobody sees. */
const MARKS: Record<Direction, string> = { ltr: '\u200e', rtl: '\u200f' };

/**
 * A line for programs that do not all know isolates: where one ends, a mark of what is around it keeps the
 * numbers behind it in their place.
 *
 * @param around the direction of its paragraph
 */
export function withMarks(line: string, around: Direction): string {
  if (!line.includes(FSI)) return line;
  const directions = [around];
  let out = '';
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? '';
    if (letter === FSI) directions.push(directionOf(line.slice(at + 1)));
    else if (letter !== PDI) out += letter;
    else if (directions.length > 1) {
      directions.pop();
      out += MARKS[directions.at(-1) ?? around];
    }
  }
  return out;
}

/** Cuts a line into stretches of one direction; joined they are the line. */
export function stretches(line: string): { text: string; rtl: boolean }[] {
  return line
    .split(RTL_STRETCH)
    .filter((text) => text !== '')
    .map((text) => ({ text, rtl: RTL_LETTER.test(text) }));
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text with places to break in words longer than any line, for a typesetter that has none. */
export function breakable(text: string, longest = 28): string {
  return text.replace(/\S+/gu, (word) => {
    if (word.length <= longest) return word;
    return [...clusters.segment(word)].map((s) => s.segment).join('\u200b');
  });
}
