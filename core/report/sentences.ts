/**
 * Figures in plain sentences. Each says how many people gave an answer to a statement that it quotes:
 * "9 of 11 people agreed with …", never that the statement is so.
 */
import { partWords } from '../numberWords.ts';
import type { Figure } from '../results.ts';
import type { Scale } from '../scale.ts';
import type { Plurality } from '../side.ts';
import { peopleOn, pluralityOf, sideLabels } from '../side.ts';
import type { PublishedRound, PublishedStatement } from './input.ts';
import type { Speech } from './words.ts';
import { capital, inQuotes } from './words.ts';

/** More parts than this are not told one by one in a sentence; the table has them. */
const TOLD_PARTS = 6;

/** The words of the answers on one side of an own scale: “Often” or “Always”. */
export function answersOf(speech: Speech, scale: Scale, side: Exclude<Plurality, 'even'>): string {
  return speech.either(sideLabels(scale, side).map((text) => speech.say('of.quoted', { text })));
}

function words(scale: Scale): 'plural' | 'single' {
  return scale.kind === 'agreement-3' ? 'single' : 'plural';
}

/** "7 of 11 people agreed or strongly agreed with “…”.", of the side that most people took. */
export function mainSentence(speech: Speech, figure: Figure, scale: Scale, text: string): string {
  const { say, lang } = speech;
  const statement = inQuotes(text);
  const side = pluralityOf(figure);
  if (side === null) return say('says.none', { statement });
  const slots = slotsOf(speech, figure, scale, side);
  if (scale.kind !== 'own')
    return capital(say(`says.${words(scale)}.${side}`, { ...slots, statement }), lang);
  return capital(say(side === 'even' ? 'says.own.even' : 'says.own', { ...slots, statement }), lang);
}

/** The same of a part, where the statement has been named already. */
export function partSentence(speech: Speech, figure: Figure, scale: Scale): string {
  const side = pluralityOf(figure);
  if (side === null) return speech.say('told.none');
  const slots = slotsOf(speech, figure, scale, side);
  if (scale.kind !== 'own') return speech.say(`told.${words(scale)}.${side}`, slots);
  return speech.say(side === 'even' ? 'told.own.even' : 'told.own', slots);
}

function slotsOf(
  speech: Speech,
  figure: Figure,
  scale: Scale,
  side: Plurality,
): { who: string; n: number; of: number; answers: string } {
  const n = peopleOn(figure, side);
  return {
    who: partWords(speech.say, n, figure.n),
    n,
    of: figure.n,
    answers: scale.kind === 'own' && side !== 'even' ? answersOf(speech, scale, side) : '',
  };
}

/** Those of a figure who stand elsewhere than most. */
function restSentences(speech: Speech, figure: Figure, scale: Scale): string[] {
  const { say } = speech;
  const main = pluralityOf(figure);
  const told: readonly Plurality[] = main === 'even' ? ['agree', 'disagree'] : main === null ? [] : [main];
  return (['agree', 'disagree', 'middle'] as const).flatMap((side) => {
    const n = peopleOn(figure, side);
    if (n === 0 || told.includes(side)) return [];
    if (scale.kind === 'own') return [say('rest.own', { n, answers: answersOf(speech, scale, side) })];
    return [side === 'middle' ? say('rest.middle', { n }) : say(`rest.${words(scale)}.${side}`, { n })];
  });
}

/** Those who are in no bar: who declined, and who placed nothing. They stand in the caption, beside the base. */
export function apartSentences(
  { say }: Pick<Speech, 'say'>,
  { declined, notAnswered }: Figure,
  online: boolean,
): string[] {
  const said: string[] = [];
  const { n, x } = declined;
  if (n > 0 && x > 0) said.push(say('apart.both', { n, x }));
  else if (n > 0) said.push(say('apart.n', { n }));
  else if (x > 0) said.push(say('apart.x', { n: x }));
  if (notAnswered !== null && notAnswered > 0)
    said.push(say(online ? 'apart.notAnswered.online' : 'apart.notAnswered', { n: notAnswered }));
  return said;
}

/** Everyone in one round: what most of them said, and the rest. */
function wholeSentences(
  speech: Speech,
  { scale, text }: PublishedStatement,
  { whole }: PublishedRound,
  floor: number,
): { main: string; rest: string } {
  if (whole === null)
    return { main: speech.say('says.withheld', { statement: inQuotes(text), floor }), rest: '' };
  const rest = restSentences(speech, whole, scale).join(' ');
  return { main: mainSentence(speech, whole, scale, text), rest };
}

/** A line for each part, of one round or of both; none of a round whose whole figure is withheld. */
function partLines(speech: Speech, { scale, rounds }: PublishedStatement): string[] {
  const { say, lang } = speech;
  const told = rounds.filter((r) => r.whole !== null);
  const labels = [...new Set(told.flatMap((r) => r.parts.map((p) => p.label)))];
  if (labels.length > TOLD_PARTS) return [say('of.parts', { n: labels.length })];
  return labels.map((part) => {
    const sentences = told.flatMap((round) => {
      const figure = round.parts.find((p) => p.label === part)?.figure;
      if (figure === undefined) return [];
      const sentence = partSentence(speech, figure, scale);
      return [rounds.length === 1 ? sentence : say(PART_IN[round.round], { sentence })];
    });
    return capital(say('of.part', { part, sentence: sentences.join(' ') }), lang);
  });
}

const IN = { 1: 'of.firstRound', 2: 'of.secondRound' } as const;
const PART_IN = { 1: 'of.part.first', 2: 'of.part.second' } as const;

/**
 * The sentences over a statement's figure, as the team may edit them, a line each: the first says what most
 * of everyone said and is set bold, the others say the rest and each part. With two rounds each is named.
 */
export function statementSentence(speech: Speech, statement: PublishedStatement, floor: number): string {
  const { say } = speech;
  const { rounds, text } = statement;
  if (rounds.length === 0) return say('says.none', { statement: inQuotes(text) });
  const wholes = rounds.map((r) => ({ round: r.round, ...wholeSentences(speech, statement, r, floor) }));
  const named = (round: 1 | 2, sentence: string): string =>
    rounds.length === 1 || sentence === '' ? sentence : say(IN[round], { sentence });
  return [
    wholes.map(({ round, main }) => named(round, main)).join(' '),
    wholes
      .map(({ round, rest }) => named(round, rest))
      .join(' ')
      .trim(),
    ...partLines(speech, statement),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
