/** What of the mirror the screen has: whether it is another now, and texts as lists. */
import type { Passage, Question, TextSource } from '../../../core/talk/sources.ts';
import type { Mirror } from './mirror.ts';

export interface TextsShown {
  sources: readonly TextSource[];
  passages: readonly Passage[];
  questions: readonly Question[];
}

export function textsOf({ sources, passages, questions }: Mirror): TextsShown {
  return {
    sources: [...sources.values()],
    passages: [...passages.values()],
    questions: [...questions.values()],
  };
}

export function sameTexts(a: Mirror, b: Mirror): boolean {
  return (
    sameMap(a.sources, b.sources) && sameMap(a.passages, b.passages) && sameMap(a.questions, b.questions)
  );
}

export function sameMap<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}
