/** What groups share and where they differ, as texts that the team may edit. */
import { LEAST_ANSWERS } from '../analysis/camps.ts';
import { partWords } from '../numberWords.ts';
import type { Side } from '../side.ts';
import { peopleOn } from '../side.ts';
import type { Compared } from './compared.ts';
import type { PublishedStatement } from './input.ts';
import { mainRound } from './input.ts';
import { listText, paragraphs } from './plain.ts';
import { answersOf } from './sentences.ts';
import type { Speech } from './words.ts';
import { capital, inQuotes } from './words.ts';

/** A list is no longer than this; the appendix has the rest. */
const LISTED = 10;

/** On which statements every compared group stood on the same side, see `commonSide`. */
export function sharedText(speech: Speech, compared: Compared): string {
  const { say, lang } = speech;
  const least = LEAST_ANSWERS;
  const leftOut = compared.leftOut ? say('shared.leftOut') : '';
  if (compared.comparable.length === 0) return paragraphs([say('shared.single', { least }), leftOut]);
  if (compared.common.length === 0) return paragraphs([say('shared.none', { least }), leftOut]);
  const items = compared.common.slice(0, LISTED).flatMap(({ statement, side }) => {
    const { text, scale } = statement;
    const whole = mainRound(statement)?.whole ?? null;
    if (whole === null) return [];
    const slots = { statement: inQuotes(text), who: partWords(say, peopleOn(whole, side), whole.n) };
    const item =
      scale.kind === 'own'
        ? say('shared.item.own', { ...slots, answers: answersOf(speech, scale, side) })
        : say(`shared.item.${side}`, slots);
    return [capital(item, lang)];
  });
  const more = compared.common.length - items.length;
  return paragraphs([
    `${say('shared.heading', { least })}\n${listText(items)}`,
    more > 0 ? say('shared.more', { n: more }) : '',
    leftOut,
  ]);
}

/** Both in one where no two groups are compared. */
export function neitherText(speech: Speech, compared: Compared): string {
  const { say } = speech;
  return paragraphs([
    say('shared.neither', { least: LEAST_ANSWERS }),
    compared.leftOut ? say('shared.leftOut') : '',
    campsText(speech, compared),
  ]);
}

/** On which statements groups stood on different sides, and on which everyone together stood in two camps. */
export function differText(speech: Speech, compared: Compared): string {
  const { say } = speech;
  const least = LEAST_ANSWERS;
  const splits = compared.split.slice(0, LISTED).map((split) => splitItem(speech, split));
  const more = compared.split.length - splits.length;
  return paragraphs([
    compared.comparable.length === 0
      ? say('differ.single', { least })
      : splits.length === 0
        ? say('differ.none', { least })
        : `${say('differ.heading')}\n${listText(splits)}`,
    more > 0 ? say('differ.more', { n: more }) : '',
    compared.leftOut ? say('shared.leftOut') : '',
    campsText(speech, compared),
  ]);
}

/** On which statements everyone together stood in two camps; empty where on none. */
function campsText(speech: Speech, compared: Compared): string {
  const items = compared.camps.slice(0, LISTED).flatMap((statement) => campsItem(speech, statement));
  return items.length > 0 ? `${speech.say('differ.camps')}\n${listText(items)}` : '';
}

function splitItem(
  speech: Speech,
  { statement: { text, scale }, agree, disagree, neither }: Compared['split'][number],
): string {
  const { say, list } = speech;
  const among = (side: Side, parts: string): string =>
    scale.kind === 'own'
      ? say('differ.own', { answers: answersOf(speech, scale, side), parts })
      : say(`differ.${side}`, { parts });
  return say('differ.item', {
    statement: inQuotes(text),
    parts: list([
      among('agree', list(agree)),
      among('disagree', list(disagree)),
      ...(neither.length > 0 ? [say('differ.neither', { parts: list(neither) })] : []),
    ]),
  });
}

function campsItem(speech: Speech, statement: PublishedStatement): string[] {
  const { text, scale } = statement;
  const whole = mainRound(statement)?.whole ?? null;
  if (whole === null) return [];
  const [agree, disagree] = [peopleOn(whole, 'agree'), peopleOn(whole, 'disagree')];
  const slots = { statement: inQuotes(text), agree, disagree, n: whole.n };
  if (scale.kind !== 'own') return [speech.say('differ.camps.item', slots)];
  const [high, low] = [answersOf(speech, scale, 'agree'), answersOf(speech, scale, 'disagree')];
  return [speech.say('differ.camps.own', { ...slots, high, low })];
}
