/** What is marked in a text, each place once for each coder: programs write one mark for each code. */
import type { QdaSource } from '../../../core/qda/types.ts';
import type { Coder } from '../../../core/talk/sources.ts';
import { CODER_NAMES } from '../../export/qdaTexts.ts';

export interface Place {
  /** Of the marks that are on it. */
  ids: string[];
  from: number;
  to: number;
  description: string;
  coder: Coder;
  /** The file says which of our coders it was; else it is taken for the first. */
  sure: boolean;
  codes: string[];
}

export function placesIn({ selections }: QdaSource): Place[] {
  const by = new Map<string, Place>();
  const placeOf = ({ from, to }: { from: number; to: number }, coder: Coder, sure: boolean): Place => {
    const key = `${from} ${to} ${coder}`;
    const place = by.get(key) ?? { ids: [], from, to, description: '', coder, sure, codes: [] };
    by.set(key, place);
    return place;
  };
  for (const one of selections) {
    const label = labelOf(one.coder) ?? one.codings.flatMap(({ coder }) => labelOf(coder) ?? [])[0] ?? null;
    const [coder, sure] = [label ?? 'first', label !== null] as const;
    const place = placeOf(one, coder, sure);
    place.ids.push(one.id);
    if (place.description === '') place.description = one.description;
    for (const coding of one.codings) {
      // Somebody else's code on a mark belongs to the mark, unless it was the other coder's.
      const under = placeOf(one, labelOf(coding.coder) ?? coder, true);
      if (!under.codes.includes(coding.code)) under.codes.push(coding.code);
    }
  }
  return [...by.values()];
}

function labelOf(name: string): Coder | null {
  if (name === CODER_NAMES.first) return 'first';
  return name === CODER_NAMES.second ? 'second' : null;
}
