/** What was chosen to be printed and is left out beside earlier releases on other sessions. */
import type { ReleaseNote } from '../../core/api.ts';
import type { ReleasePlan } from '../../core/release/types.ts';
import { sayRelease } from '../../core/release/words.ts';
import type { ReportInput } from '../../core/report/input.ts';
import { chosenIn } from '../../core/report/quotes.ts';
import type { ReportSource } from './reportSource.ts';

export function heldNotes(
  source: ReportSource,
  plan: Pick<ReleasePlan, 'boards'>,
  { quotes, talk, studies }: ReportInput,
): ReleaseNote[] {
  const comments = chosenIn(source.comments, source, plan).length - quotes.length;
  const n = comments + (talk?.heldQuotes.length ?? 0);
  const stories = studies?.held ?? 0;
  return [
    ...(n === 0
      ? []
      : [{ code: 'quotes-held', words: sayRelease('note.quotes-held', { n }), statements: [] }]),
    ...(stories === 0
      ? []
      : [{ code: 'studies-held', words: sayRelease('note.studies-held', { n: stories }), statements: [] }]),
  ];
}
