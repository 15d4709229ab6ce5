/** What people were told can change, as they were told it, in the chapters that set it beside what came of it. */
import { firstAndNow, openJudged, toldNothing, wordsToldNow, type WordsTold } from '../wordsTold.ts';
import type { ReportInput } from './input.ts';
import { inQuotes, type Speech } from './words.ts';

/** As it was told first, and on a line of its own as it is told now, where that is another. */
export function toldFirst(
  { say }: Speech,
  { consultation, told = [] }: ReportInput,
  of: keyof WordsTold,
): string {
  const { first, now } = firstAndNow(told, of, wordsToldNow(consultation)[of]);
  if (toldNothing(told, of))
    return [say('heard.words.none'), ...(now === '' ? [] : [say('heard.words.now', { text: now })])].join(
      '\n',
    );
  if (first === '') return say('notRecorded');
  return first === now ? first : [first, say('heard.words.now', { text: now })].join('\n');
}

/** What those had been told who said whether it was true; empty: what stands there first, or it is not known. */
export function judgedWords({ say, list }: Speech, input: ReportInput): string {
  const { heard, sessions, consultation, told = [] } = input;
  // A figure that is printed again is of the sessions it was of; the team's is of all.
  const figure = heard?.entry.find(({ question }) => question === 'told');
  const asked = sessions.filter(({ id, heard: said }) =>
    figure === undefined ? said !== undefined : figure.sessions.some(({ session }) => session === id),
  );
  const judged = openJudged(asked, firstAndNow(told, 'open', consultation.open));
  return judged.length === 0
    ? ''
    : say('heard.judged', {
        list: list(judged.map((text) => say('heard.judged.words', { text: inQuotes(text) }))),
      });
}
