/** The worked cases and random ones, for the comparison with other programs. */
import type { Draw } from '../../core/statistics/seeded.ts';
import { seeded } from '../../core/statistics/seeded.ts';
import {
  ANSWERS,
  DEPRESSION,
  MUCOCILIARY,
  OZONE,
  PERMEABILITY,
  ROUNDS,
  SMALL_GROUPS,
  TREATMENT,
} from '../core/statistics/cases.ts';

/** Figures of one case by name. */
export type Figures = Record<string, number>;

export type Case =
  | { id: string; kind: 'two' | 'many'; groups: number[][] }
  | { id: string; kind: 'paired'; before: number[]; after: number[] }
  | { id: string; kind: 'one'; counts: number[] }
  | { id: string; kind: 'holm'; ps: number[] }
  | { id: string; kind: 'plane'; rows: number[][] };

const WORKED: Case[] = [
  { id: 'permeability', kind: 'two', groups: [PERMEABILITY.x, PERMEABILITY.y] },
  { id: 'answers', kind: 'two', groups: [ANSWERS.a, ANSWERS.b] },
  { id: 'treatment', kind: 'two', groups: [TREATMENT.x, TREATMENT.y] },
  { id: 'mucociliary', kind: 'many', groups: MUCOCILIARY },
  { id: 'answers-3', kind: 'many', groups: [ANSWERS.a, ANSWERS.b, ANSWERS.c] },
  { id: 'small', kind: 'many', groups: SMALL_GROUPS },
  { id: 'ozone', kind: 'many', groups: OZONE },
  { id: 'depression', kind: 'paired', before: DEPRESSION.second, after: DEPRESSION.first },
  { id: 'rounds', kind: 'paired', before: ROUNDS.before, after: ROUNDS.after },
  { id: 'quartiles', kind: 'one', counts: [1, 2, 1, 3, 1] },
  { id: 'points', kind: 'one', counts: [4, 5, 3, 14, 10] },
  { id: 'holm', kind: 'holm', ps: [0.01, 0.04, 0.03, 0.005] },
];

/** All worked cases and `random` others, the same every time. */
export function casesOf(random: number): Case[] {
  const draw = seeded('other programs');
  return [...WORKED, ...Array.from({ length: random }, (_, i) => randomCase(i, draw))];
}

function randomCase(i: number, draw: Draw): Case {
  const upTo = (n: number): number => 1 + Math.floor(draw() * n);
  // Groups lean to one side, so that small p occur as well as large ones.
  const answers = (n: number): number[] => {
    const lean = draw();
    return Array.from({ length: n }, () => Math.min(5, Math.floor(upTo(5) * (0.4 + lean)) + 1));
  };
  const id = `random-${i}`;
  switch (i % 6) {
    case 0:
      return distinct({ id, kind: 'two', groups: [answers(2 + upTo(13)), answers(2 + upTo(13))] });
    case 1: {
      const groups = Array.from({ length: 2 + upTo(3) }, () => answers(2 + upTo(10)));
      return distinct({ id, kind: 'many', groups });
    }
    case 2: {
      const before = answers(4 + upTo(16));
      const after = before.map((code) => Math.max(1, Math.min(5, code + upTo(4) - 2)));
      return { id, kind: 'paired', before: [...before, 1], after: [...after, 2] };
    }
    case 3:
      return { id, kind: 'one', counts: Array.from({ length: 5 }, () => upTo(9) - 1 + Number(draw() < 0.1)) };
    case 4: {
      // Two camps, so that the two components are not of nearly equal size.
      const side = (person: number): number => (person % 2 === 0 ? 3 : -3);
      const rows = Array.from({ length: 10 + upTo(20) }, (__, person) =>
        Array.from(
          { length: 30 },
          (_, j) => upTo(5) - 3 + (j < 10 ? side(person) : j < 14 ? side(person >> 1) : 0),
        ),
      );
      return { id, kind: 'plane', rows };
    }
    default:
      return { id, kind: 'holm', ps: Array.from({ length: 1 + upTo(9) }, () => draw() ** 3) };
  }
}

/** Other programs give no figures when everyone answered alike. */
function distinct(one: Case & { groups: number[][] }): Case {
  one.groups[0]?.push(1, 5);
  return one;
}
