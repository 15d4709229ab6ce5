/** What a scribe marked of a point, in the description of its selection: the format has no place of its own for it. */
import { OUTCOMES, STANCES, type PointFields } from '../talk/types.ts';

export type Marks = Pick<PointFields, 'kind' | 'mayQuote' | 'stance' | 'outcome' | 'hands'>;

const QUOTE = { quote: 'quote', paraphrase: 'in the scribe’s words' } as const;
const MAY = 'may be quoted';
const HANDS = /^hands (\d{1,4})$/u;

/** For instance `quote; may be quoted; idea; hands 3`. */
export function marksText({ kind, mayQuote, stance, outcome, hands }: Marks): string {
  return [
    QUOTE[kind],
    ...(mayQuote ? [MAY] : []),
    ...(stance === '' ? [] : [stance]),
    ...(outcome === '' ? [] : [outcome]),
    ...(hands === 0 ? [] : [`hands ${hands}`]),
  ].join('; ');
}

/**
 * What such a description says; null: it is none of ours. Whether somebody said yes to being quoted is never
 * taken from a file: whoever brings it in has to know.
 */
export function readMarks(text: string): Marks | null {
  const [kind = '', ...rest] = text.split('; ');
  if (kind !== QUOTE.quote && kind !== QUOTE.paraphrase) return null;
  const marks: Marks = {
    kind: kind === QUOTE.quote ? 'quote' : 'paraphrase',
    mayQuote: false,
    stance: '',
    outcome: '',
    hands: 0,
  };
  for (const word of rest) {
    const stance = STANCES.find((one) => one === word);
    const outcome = OUTCOMES.find((one) => one === word);
    const hands = HANDS.exec(word)?.[1];
    if (stance !== undefined) marks.stance = stance;
    else if (outcome !== undefined) marks.outcome = outcome;
    else if (hands !== undefined) marks.hands = Number(hands);
    else if (word !== MAY) return null;
  }
  return marks;
}
