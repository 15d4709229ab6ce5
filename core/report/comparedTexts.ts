/** What groups share and where they differ, as texts that the team may edit. */
import { LEAST_ANSWERS } from '../analysis/camps.ts';
import { partWords } from '../numberWords.ts';
import { peopleOn } from '../side.ts';
import type { Compared } from './compared.ts';
import { mainRound } from './input.ts';
import { listText, paragraphs } from './plain.ts';
import type { Speech } from './words.ts';
import { capital, inQuotes } from './words.ts';

/** A list is no longer than this; the appendix has the rest. */
const LISTED = 10;

/** On which statements every compared group stood on the same side. */
export function sharedText(speech: Speech, compared: Compared): string {
  const { say, lang } = speech;
  const least = LEAST_ANSWERS;
  if (compared.comparable.length === 0) return say('shared.single', { least });
  if (compared.common.length === 0) return say('shared.none', { least });
  const items = compared.common.slice(0, LISTED).flatMap(({ statement, side }) => {
    const whole = mainRound(statement)?.whole ?? null;
    if (whole === null) return [];
    const who = partWords(say, peopleOn(whole, side), whole.n);
    return [capital(say(`shared.item.${side}`, { statement: inQuotes(statement.text), who }), lang)];
  });
  const more = compared.common.length - items.length;
  return paragraphs([
    `${say('shared.heading', { least })}\n${listText(items)}`,
    more > 0 ? say('shared.more', { n: more }) : '',
  ]);
}

/** On which statements groups stood on different sides, and on which everyone together stood in two camps. */
export function differText(speech: Speech, compared: Compared): string {
  const { say, list } = speech;
  const splits = compared.split.slice(0, LISTED).map(({ statement, agree, disagree, neither }) =>
    say('differ.item', {
      statement: inQuotes(statement.text),
      parts: list([
        say('differ.agree', { parts: list(agree) }),
        say('differ.disagree', { parts: list(disagree) }),
        ...(neither.length > 0 ? [say('differ.neither', { parts: list(neither) })] : []),
      ]),
    }),
  );
  const camps = compared.camps.slice(0, LISTED).flatMap((statement) => {
    const whole = mainRound(statement)?.whole ?? null;
    if (whole === null) return [];
    const [agree, disagree] = [peopleOn(whole, 'agree'), peopleOn(whole, 'disagree')];
    return [say('differ.camps.item', { statement: inQuotes(statement.text), agree, disagree, n: whole.n })];
  });
  const more = compared.split.length - splits.length;
  return paragraphs([
    compared.comparable.length === 0
      ? say('differ.single', { least: LEAST_ANSWERS })
      : splits.length === 0
        ? say('differ.none')
        : `${say('differ.heading')}\n${listText(splits)}`,
    more > 0 ? say('differ.more', { n: more }) : '',
    camps.length > 0 ? `${say('differ.camps')}\n${listText(camps)}` : '',
  ]);
}
