/** Finding a text however it was typed: case, accents and kinds of apostrophe make no difference. */

/** Letters that no decomposition takes to a plain one. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '’': "'",
  '‘': "'",
  ʼ: "'",
};

/**
 * A text as it is compared. Accents of Latin, Greek and Cyrillic letters and Arabic vowel points go; the
 * vowel signs of Bengali, Thai and others stay, since they are letters of the word.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670]/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı’‘ʼ]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether a text has every word of the search somewhere; an empty search finds everything. */
export function finds(search: string, text: string): boolean {
  const there = folded(text);
  return folded(search)
    .split(' ')
    .every((word) => there.includes(word));
}
