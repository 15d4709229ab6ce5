/** Wordings that cannot be printed, since no font at hand has their letters: said before the work begins. */
import { groupsIn, seenBy, type PaperPart } from '../../core/paper.ts';
import { lettersInFonts } from '../report/chart/letters.ts';
import type { PackSource } from './source.ts';

/** Parts on which no statement and no answer stands. */
const WITHOUT: readonly PaperPart[] = ['consent', 'help', 'codes'];

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
];
const KNOWN = SCRIPTS.map(([script, name]) => ({ name, has: new RegExp(`\\p{Script=${script}}`, 'u') }));
/** Single letters of our own script, and signs, stand as \ufffd where no font has them, and the first page says so. */
const LETTER = /(?![\p{Script=Latin}\p{Script=Common}])\p{L}/gu;

/** Statements of a pack by their number, with what their letters are called. */
export interface Unprinted {
  statements: number[];
  letters: string[];
}

/**
 * The statements whose wordings or answers would come out as boxes.
 *
 * @returns null where all can be printed
 */
export async function unprintedIn({
  order,
  consultation,
  session,
  statements,
}: Pick<PackSource, 'order' | 'consultation' | 'session' | 'statements'>): Promise<Unprinted | null> {
  if (order.parts.every((part) => WITHOUT.includes(part))) return null;
  const fonts = await lettersInFonts();
  const groups = groupsIn(consultation, session);
  const letters = new Set<string>();
  const found = statements.filter(({ wordings, scale }) => {
    const words = seenBy(wordings, groups, order.lang).map(({ wording }) => wording.text);
    const texts = [...words, ...(scale.kind === 'own' ? (scale.labels ?? []) : [])];
    const lost = [...new Set(texts.join(' ').match(LETTER) ?? [])].filter(
      (letter) => !fonts.has(letter.codePointAt(0) ?? 0),
    );
    for (const letter of lost)
      letters.add(KNOWN.find(({ has }) => has.test(letter))?.name ?? 'a rare script');
    return lost.length > 0;
  });
  if (found.length === 0) return null;
  return { statements: found.map(({ number }) => number), letters: [...letters].toSorted() };
}
