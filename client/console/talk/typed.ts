/** Texts as somebody types or pastes them. */
import { cleanText } from '../../../core/text.ts';

// Soft line breaks, as slides and word processors have them, are line breaks here.
const SOFT = /[\v\f\u0085]/gu;

/** Cleaned for keeping; null: there is a character in it that nobody sees and nobody may keep. */
export function typedText(text: string): string | null {
  return cleanText(text.replace(SOFT, '\n'));
}

/** The same on one line. */
export function typedLine(text: string): string | null {
  return typedText(text)?.replace(/\s+/gu, ' ') ?? null;
}

/** The words before the first such character, so that it can be found; null: there is none. */
export function beforeHidden(text: string): string | null {
  if (typedText(text) !== null) return null;
  let before = '';
  for (const letter of text) {
    if (typedText(letter) === null) return [...before.trim()].slice(-20).join('');
    before += letter;
  }
  return null;
}

/** With a blank in the place of each such character, where nobody is there any more to mend it. */
export function withoutHidden(text: string): string {
  return [...text].map((letter) => (typedText(letter) === null ? ' ' : letter)).join('');
}
