/** Whether a proposed statement begins as one that is easy to answer. */
import { keepIn } from '../shared/storage.ts';
import { LANG_KEY } from './prefs.ts';

/** How a statement begins that is easy to answer for oneself: I, I'm, My. */
const MINE = /^["“‘']?(?:I|My)(?:['’]\p{L}+)?\s/u;

/** A letter that English is not written with. */
const OTHER = /(?![A-Za-z])\p{L}/u;

/**
 * Whether a statement in English begins otherwise. How one begins in another language is not known here, so that a
 * text is left alone where another language was chosen, or where it has letters of one.
 *
 * @param lang tag of the language in which this person reads statements
 */
export function beginsOtherwise(text: string, lang: string): boolean {
  return /^en(?:-|$)/u.test(lang) && !OTHER.test(text) && !MINE.test(`${text} `);
}

/** Tag of the language that was chosen to read statements in; null: none was. */
export function chosenLanguage(): string | null {
  return keepIn(() => window.localStorage).get(LANG_KEY);
}
