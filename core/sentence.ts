/**
 * A figure in a plain sentence: "9 of 12 agree or strongly agree". The words are the catalogue's
 * (core/messages/chart.en.ts); which sentence it is, and with what in its slots, is decided here.
 */
import type { Figure } from './results.ts';
import type { Scale } from './scale.ts';
import type { Plurality } from './side.ts';
import { peopleOn, pluralityOf, sideLabels } from './side.ts';

/**
 * `plural`: two answers on each side ("agree or strongly agree"); `single`: one ("agree");
 * `own1` to `own3`: the labels of an own scale's side, named in the slots a, b and c; `ownEven`: as many
 * on each side of it.
 */
export type SentenceKey =
  | 'sentence.none'
  | `sentence.${'plural' | 'single'}.${Plurality}`
  | 'sentence.own1'
  | 'sentence.own2'
  | 'sentence.own3'
  | 'sentence.ownEven';

/** `n` is the number that chooses the plural form, `of` all who answered with a code. */
export interface Sentence {
  key: SentenceKey;
  slots: Record<string, string | number>;
}

/**
 * The sentence for where most people stand, see `pluralityOf`. Declined answers are not in it.
 */
export function sentenceOf(figure: Pick<Figure, 'counts' | 'n'>, scale: Scale): Sentence {
  const most = pluralityOf(figure);
  if (most === null) return { key: 'sentence.none', slots: {} };
  const slots = { n: peopleOn(figure, most), of: figure.n };
  if (scale.kind !== 'own')
    return { key: `sentence.${scale.kind === 'agreement-3' ? 'single' : 'plural'}.${most}`, slots };
  if (most === 'even') return { key: 'sentence.ownEven', slots };
  const { length, 0: a = '', 1: b = '', 2: c = '' } = sideLabels(scale, most);
  const key = length >= 3 ? 'sentence.own3' : length === 2 ? 'sentence.own2' : 'sentence.own1';
  return { key, slots: { ...slots, a, b, c } };
}
