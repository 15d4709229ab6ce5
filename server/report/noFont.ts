/**
 * Words that cannot be printed, since no font at hand has their letters. A PDF and the picture of a chart are set
 * in our own fonts; a web page and a Word file in those of whoever reads them.
 */
import { lettersInFonts } from './chart/letters.ts';

/** Letters by their script, under the languages that people know them by. */
const SCRIPTS: readonly (readonly [script: string, name: string])[] = [
  ['Armenian', 'Armenian'],
  ['Ethiopic', 'Amharic or Tigrinya'],
  ['Georgian', 'Georgian'],
  ['Gujarati', 'Gujarati'],
  ['Hangul', 'Korean'],
  ['Han', 'Chinese or Japanese'],
  ['Hebrew', 'Hebrew'],
  ['Hiragana', 'Japanese'],
  ['Kannada', 'Kannada'],
  ['Katakana', 'Japanese'],
  ['Khmer', 'Khmer'],
  ['Lao', 'Lao'],
  ['Malayalam', 'Malayalam'],
  ['Mongolian', 'Mongolian'],
  ['Myanmar', 'Burmese'],
  ['Nko', 'N’Ko'],
  ['Oriya', 'Odia'],
  ['Sinhala', 'Sinhala'],
  ['Syriac', 'Syriac'],
  ['Tamil', 'Tamil'],
  ['Telugu', 'Telugu'],
  ['Thaana', 'Dhivehi'],
  ['Tibetan', 'Tibetan'],
  ['Cherokee', 'Cherokee'],
  ['Ol_Chiki', 'Santali'],
  ['Tifinagh', 'Tamazight'],
  ['Javanese', 'Javanese'],
  ['Balinese', 'Balinese'],
  ['Cham', 'Cham'],
  ['Tai_Le', 'Tai Le'],
  ['Adlam', 'Fulani'],
  ['Canadian_Aboriginal', 'Inuktitut or Cree'],
  ['Yi', 'Yi'],
  ['Meetei_Mayek', 'Manipuri'],
  ['Vai', 'Vai'],
];
const KNOWN = SCRIPTS.map(([script, name]) => ({ name, has: new RegExp(`\\p{Script=${script}}`, 'u') }));
/** Single letters of our own script, and signs, stand as \ufffd where no font has them, and the document says so. */
const LETTER = /(?![\p{Script=Latin}\p{Script=Common}])\p{L}/gu;
/** Letters that stand together, without marks: what documents do to marks is no other word. */
const WORD = /\p{L}+/gu;
/** Places to break, and what keeps the direction of a text to itself. */
const UNSEEN = /[\u200b\u2066-\u2069]/gu;

export interface NoFont {
  /** Words of these texts that have a letter no font has. */
  words: (texts: readonly string[]) => Set<string>;
  /** What their letters are called, each once, by the alphabet. */
  called: (words: Iterable<string>) => string[];
}

/** Reads the fonts, once. */
export async function noFont(): Promise<NoFont> {
  const fonts = await lettersInFonts();
  const lost = (letter: string): boolean => !fonts.has(letter.codePointAt(0) ?? 0);
  return {
    words: (texts) =>
      new Set(
        texts.flatMap((text) =>
          (text.replaceAll(UNSEEN, '').match(WORD) ?? []).filter((word) => word.match(LETTER)?.some(lost)),
        ),
      ),
    called: (words) => {
      const letters = [...new Set([...words].flatMap((word) => (word.match(LETTER) ?? []).filter(lost)))];
      const names = letters.map(
        (letter) => KNOWN.find(({ has }) => has.test(letter))?.name ?? 'a rare script',
      );
      return [...new Set(names)].toSorted();
    },
  };
}

/** Every text in a value, whatever it is made of; but for what is under these names. */
export function textsIn(value: unknown, but: ReadonlySet<string> = new Set()): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, but));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (but.has(name) ? [] : textsIn(part, but)));
}
