/** The quotes under a statement: the largest side first, and said where a side that exists has none. */
import { sides } from '../results.ts';
import type { Answer } from '../scale.ts';
import { scaleKey } from '../scale.ts';
import type { Plurality } from '../side.ts';
import { peopleOn } from '../side.ts';
import type { PrintedQuote, PublishedRound, PublishedStatement } from './input.ts';
import type { Block } from './model.ts';
import { answersOf } from './sentences.ts';
import type { Speech } from './words.ts';

type Told = Exclude<Plurality, 'even'>;
const TOLD = ['agree', 'disagree', 'middle'] as const satisfies readonly Told[];

/** The side of the scale that an answer is on; null for a declined one. */
export function sideOfAnswer(answer: Answer, points: number): Told | null {
  if (typeof answer !== 'number') return null;
  const counts = Array.from({ length: points }, (_, i) => (i + 1 === answer ? 1 : 0));
  const { agree, disagree } = sides(counts);
  return agree > 0 ? 'agree' : disagree > 0 ? 'disagree' : 'middle';
}

/**
 * Quotes by side, the side of most people first, each side under its words. The sides are not told where
 * the figure does not have them: it is withheld, or printed again from an earlier release, or has nobody on
 * the side of one who is quoted, as where a card came late. They would be a figure of the quoted.
 */
export function quoteBlocks(
  speech: Speech,
  statement: PublishedStatement,
  quotes: readonly PrintedQuote[],
): Block[] {
  const { say } = speech;
  const key = scaleKey(statement.scale);
  const own = quotes.filter((q) => q.statement === statement.id && scaleKey(q.scale) === key);
  if (own.length === 0) return [];
  const whole = statement.rounds.at(-1)?.whole ?? null;
  if (whole === null || !own.every((q) => told(statement, q)) || !statement.rounds.every(asItIs))
    return [{ kind: 'paragraph', text: say('quotes.any') }, ...own.map(quoteBlock)];
  const k = whole.counts.length;
  const order = TOLD.toSorted((a, b) => peopleOn(whole, b) - peopleOn(whole, a));
  const of = (side: Told | null): PrintedQuote[] => own.filter((q) => sideOfAnswer(q.answer, k) === side);
  const blocks = order.flatMap((side) => underHead(of(side), headOf(speech, statement, side)));
  const missing = (['agree', 'disagree'] as const).filter(
    (side) => peopleOn(whole, side) > 0 && of(side).length === 0,
  );
  return [
    ...blocks,
    ...underHead(of(null), say('quotes.declined')),
    ...missing.map((side): Block => ({ kind: 'note', text: missingWords(speech, statement, side) })),
  ];
}

function asItIs({ whole, reprinted }: PublishedRound): boolean {
  return whole !== null && reprinted === null;
}

/** Whether the printed figure of a quote's own round has anybody on its side. */
function told({ rounds }: PublishedStatement, { round, answer }: PrintedQuote): boolean {
  const whole = rounds.find((r) => r.round === round)?.whole ?? null;
  if (whole === null) return false;
  const side = sideOfAnswer(answer, whole.counts.length);
  return (side === null ? whole.declined.n + whole.declined.x : peopleOn(whole, side)) > 0;
}

function underHead(quotes: readonly PrintedQuote[], head: string): Block[] {
  return quotes.length === 0 ? [] : [{ kind: 'paragraph', text: head }, ...quotes.map(quoteBlock)];
}

function headOf(speech: Speech, { scale }: PublishedStatement, side: Told): string {
  return scale.kind === 'own'
    ? speech.say('quotes.own', { answers: answersOf(speech, scale, side) })
    : speech.say(`quotes.${side}`);
}

function missingWords(speech: Speech, { scale }: PublishedStatement, side: 'agree' | 'disagree'): string {
  return scale.kind === 'own'
    ? speech.say('quotes.missing.own', { answers: answersOf(speech, scale, side) })
    : speech.say(`quotes.missing.${side}`);
}

function quoteBlock({ text, lang, by }: PrintedQuote): Block {
  return lang === '' ? { kind: 'quote', text, by } : { kind: 'quote', text, lang, by };
}
