/**
 * A figure in a plain sentence: "9 of 12 agree or strongly agree". The words are the catalogue's
 * (core/messages/chart.en.ts); which sentence it is, and with what in its slots, is decided here.
 */
import type { Figure } from './results.ts';
import { sides } from './results.ts';
import type { Scale } from './scale.ts';

/**
 * `plural`: two answers on each side ("agree or strongly agree"); `single`: one ("agree");
 * `own1` to `own3`: the labels of an own scale's side, named in the slots a, b and c; `ownEven`: as many
 * on each side of it.
 */
export type SentenceKey =
  | 'sentence.none'
  | `sentence.${'plural' | 'single'}.${'agree' | 'disagree' | 'even' | 'neither'}`
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
 * The sentence for the side that most people took: agreeing, disagreeing, as many on either, or
 * neither where the middle answer has more than each side. Declined answers are not in it.
 */
export function sentenceOf(figure: Pick<Figure, 'counts' | 'n'>, scale: Scale): Sentence {
  const { counts, n: of } = figure;
  if (of === 0) return { key: 'sentence.none', slots: {} };
  const { disagree, middle, agree } = sides(counts);
  const side =
    middle > agree && middle > disagree
      ? 'neither'
      : agree === disagree
        ? 'even'
        : agree > disagree
          ? 'agree'
          : 'disagree';
  if (scale.kind === 'own') return ownSentence(scale.labels ?? [], side, { disagree, middle, agree }, of);
  const n = side === 'neither' ? middle : Math.max(agree, disagree);
  return {
    key: `sentence.${scale.kind === 'agreement-3' ? 'single' : 'plural'}.${side}`,
    slots: { n, of },
  };
}

function ownSentence(
  labels: readonly string[],
  side: 'neither' | 'even' | 'agree' | 'disagree',
  count: { disagree: number; middle: number; agree: number },
  of: number,
): Sentence {
  const k = labels.length;
  const half = Math.floor(k / 2);
  if (side === 'neither')
    return { key: 'sentence.own1', slots: { n: count.middle, of, a: labels[half] ?? '' } };
  if (side === 'even') return { key: 'sentence.ownEven', slots: { n: count.agree, of } };
  const low = side === 'disagree';
  const [a = '', b = '', c = ''] = low ? labels.slice(0, half) : labels.slice(k - half);
  const slots = { n: low ? count.disagree : count.agree, of, a, b, c };
  return { key: half >= 3 ? 'sentence.own3' : half === 2 ? 'sentence.own2' : 'sentence.own1', slots };
}
