/** A text cut where passages begin and end, so that each piece lies in the same passages from its first letter on. */
import type { Passage } from '../../../../core/talk/sources.ts';

export interface Segment {
  /** Where it begins, in code points. */
  from: number;
  text: string;
  /** Passages that it lies in, the longest first. */
  inside: readonly Passage[];
  /** Those of them that end with it. */
  ends: readonly Passage[];
}

/** @param passages whose words stand in it */
export function segmentsOf(text: string, passages: readonly Passage[]): Segment[] {
  const letters = [...text];
  const cuts = new Set([0, letters.length]);
  for (const { from, to } of passages) {
    cuts.add(Math.min(from, letters.length));
    cuts.add(Math.min(to, letters.length));
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  const sorted = passages.toSorted((a, b) => b.to - b.from - (a.to - a.from) || (a.id < b.id ? -1 : 1));
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? from;
    const inside = sorted.filter((one) => one.from < to && one.to > from);
    return {
      from,
      text: letters.slice(from, to).join(''),
      inside,
      ends: inside.filter((one) => one.to === to),
    };
  });
}
