/**
 * What was marked of a point or a passage, in the description of its selection: the format has no place of its own
 * for it.
 */
import type { PassageFields } from '../talk/sources.ts';
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

export type PassageMarks = Pick<PassageFields, 'stance' | 'outcome' | 'note'>;

const PASSAGE = 'passage';

/** For instance `passage; idea; change`, and the note on it in lines of its own. */
export function passageText({ stance, outcome, note }: PassageMarks): string {
  const marks = [PASSAGE, stance, outcome].filter((word) => word !== '').join('; ');
  return note === '' ? marks : `${marks}\n${note}`;
}

/** What such a description says. One of another program is a note. */
export function readPassage(text: string): PassageMarks {
  const other: PassageMarks = { stance: '', outcome: '', note: text };
  const [first = '', ...lines] = text.split('\n');
  const [kind, ...words] = first.split('; ');
  if (kind !== PASSAGE) return other;
  const marks: PassageMarks = { stance: '', outcome: '', note: lines.join('\n') };
  for (const word of words) {
    const stance = STANCES.find((one) => one === word);
    const outcome = OUTCOMES.find((one) => one === word);
    if (stance !== undefined) marks.stance = stance;
    else if (outcome !== undefined) marks.outcome = outcome;
    else return other;
  }
  return marks;
}
