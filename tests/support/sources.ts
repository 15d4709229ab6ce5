/** Interviews, passages and questions, and the changes that make them, as a device does. */
import type { PassageChange, QuestionChange, SourceChange } from '../../core/talk/change.ts';
import { wordsAt } from '../../core/talk/positions.ts';
import {
  NEW_PASSAGE,
  NEW_QUESTION,
  NEW_SOURCE,
  type PassageFields,
  type QuestionFields,
  type SourceFields,
} from '../../core/talk/sources.ts';
import { codePoints } from '../../core/text.ts';
import { newId } from '../../server/random.ts';

/** With an emoji and a letter outside the basic plane, so that units and code points differ. */
export const SAID = '👪 They came on Monday. 𝒩obody asked me.\nI was told on Friday, too late.';

export function source(key: string, fields: Partial<SourceFields> = {}): SourceChange {
  const set = { ...NEW_SOURCE, title: `Interview ${key}`, text: SAID, mayUse: true, ...fields };
  return { id: newId(), of: 'source', key, was: null, set };
}

export function editSource(
  key: string,
  was: Partial<SourceFields>,
  set: Partial<SourceFields>,
): SourceChange {
  return { id: newId(), of: 'source', key, was, set };
}

/** Where words stand in a text, in code points. */
export function placeOf(words: string, text = SAID): { from: number; to: number } {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`no "${words}" in the text`);
  const from = codePoints(text.slice(0, at));
  return { from, to: from + codePoints(words) };
}

export function passage(
  key: string,
  of: string,
  words: string,
  fields: Partial<PassageFields> = {},
  text = SAID,
): PassageChange {
  const set = { ...NEW_PASSAGE, ...placeOf(words, text), ...fields };
  return { id: newId(), of: 'passage', key, source: of, words: wordsAt(text, set), was: null, set };
}

export function editPassage(
  key: string,
  of: string,
  was: Partial<PassageFields>,
  set: Partial<PassageFields>,
  words = '',
): PassageChange {
  return { id: newId(), of: 'passage', key, source: of, words, was, set };
}

export function question(key: string, fields: Partial<QuestionFields> = {}): QuestionChange {
  return {
    id: newId(),
    of: 'question',
    key,
    was: null,
    set: { ...NEW_QUESTION, text: `What of ${key}?`, ...fields },
  };
}
