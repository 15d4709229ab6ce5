/** What the report by hand is about: statements with their counts, sentences and quotes, and figures of them. */
import { FLOORS } from '../../core/limits.ts';
import type { FigureBlock, TableBlock } from '../../core/report/model.ts';
import { DEFAULT_SCALE, labelsOf } from '../../core/scale.ts';

export const GROUPS = [
  'Parents',
  'Kinship carers and grandparents',
  'Care leavers',
  'Social workers',
  'Family support workers',
] as const;

export interface Told {
  text: string;
  for: string;
  /** Counts of the five answers for each of the five groups. */
  counts: number[][];
  sentence: string;
  quotes: { text: string; by: string; lang?: string }[];
  note?: string;
}

export const TOLD: readonly Told[] = [
  {
    text: 'I expect my social worker to listen to me.',
    for: 'Families',
    counts: [
      [0, 1, 0, 5, 6],
      [0, 0, 1, 4, 5],
      [2, 3, 1, 4, 1],
      [0, 0, 0, 3, 7],
      [0, 1, 2, 5, 3],
    ],
    sentence:
      '43 of 54 people expect to be listened to. Care leavers are split: 5 of 11 expect it and 5 of 11 do not.',
    quotes: [
      {
        text: 'She writes while I talk. I never see what she writes.',
        by: 'Parent',
      },
      {
        text: 'توقّعت أن يسمعني أحد، ولو مرّة واحدة.',
        by: 'Kinship carer, translated in the room',
        lang: 'ar',
      },
      {
        text: 'They listen 👍🏽 but then the worker changes and you start again, third time this year 👨‍👩‍👧‍👦.\nI stopped telling it.',
        by: 'Care leaver',
      },
    ],
  },
  {
    text: 'I know who decides about my family, and when.',
    for: 'Families',
    counts: [
      [5, 4, 1, 2, 0],
      [3, 3, 2, 2, 0],
      [4, 5, 1, 1, 0],
      [0, 1, 1, 5, 3],
      [1, 2, 3, 4, 1],
    ],
    sentence:
      '28 of 54 people do not know who decides. It divides the room: most families disagree, most of the workforce agree.',
    quotes: [
      { text: 'There is a meeting about us. We are told after it.', by: 'Parent' },
      { text: 'আমি জানি না কে সিদ্ধান্ত নেয়।', by: 'Parent', lang: 'bn' },
    ],
    note: 'Two sessions were asked in an earlier wording, “I know who decides about my family”. They are counted here; the appendix has them apart.',
  },
  {
    text: 'Letters from children’s services are written so that I can understand them.',
    for: 'Families',
    counts: [
      [4, 5, 2, 1, 0],
      [2, 5, 2, 1, 0],
      [3, 4, 3, 1, 0],
      [1, 4, 3, 2, 0],
      [2, 5, 3, 1, 0],
    ],
    sentence: '35 of 54 people find the letters hard to understand, and in every group more do than do not.',
    quotes: [{ text: 'My daughter reads them to me. She is nine.', by: 'Parent' }],
  },
  {
    text: 'If I disagree with a decision, I can say so safely.',
    for: 'Families',
    counts: [
      [3, 3, 2, 3, 1],
      [2, 2, 3, 2, 1],
      [4, 3, 2, 2, 0],
      [0, 2, 3, 4, 1],
      [1, 3, 3, 3, 1],
    ],
    sentence: '23 of 54 people say it is not safe to disagree, 18 of 54 say it is.',
    quotes: [],
  },
];

export const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

/** Everyone's counts. */
export function whole(counts: readonly number[][]): number[] {
  return [0, 1, 2, 3, 4].map((i) => sum(counts.map((c) => c[i] ?? 0)));
}

function tableOf(rows: readonly { label: string; counts: number[] }[], caption: string): TableBlock {
  return {
    kind: 'table',
    caption,
    head: ['Who', ...labelsOf(DEFAULT_SCALE), 'Answered'],
    rows: rows.map((r) => {
      const n = sum(r.counts);
      const cell = (count: number): string =>
        n < FLOORS.percentFrom ? String(count) : `${count}\n${Math.round((100 * count) / n)}\u00a0%`;
      return [r.label, ...r.counts.map(cell), String(n)];
    }),
    numeric: [1, 2, 3, 4, 5, 6],
  };
}

/** A figure of rows of counts. */
export function figureOf(
  number: string,
  text: string,
  rows: readonly { label: string; counts: number[] }[],
  sentence: string,
): FigureBlock {
  const n = sum(rows[0]?.counts ?? []);
  return {
    kind: 'figure',
    number,
    caption: `“${text}” ${n} people answered; 2 rather not say; asked in six sessions, March to May 2026.`,
    sentence,
    alt: `Bar chart. ${rows.map((r) => `${r.label}: ${r.counts.join(', ')}`).join('. ')}.`,
    picture: {
      title: text,
      subtitle: [`${n} people`],
      rows: rows.map((r) => ({ label: r.label, figure: { counts: r.counts, n: sum(r.counts) } })),
      scale: DEFAULT_SCALE,
      reach: { sides: 90, left: 80, middle: 50 },
      neutral: 'split',
      hatched: true,
      width: 640,
      footer: '',
      captioned: true,
      lang: 'en-GB',
    },
    table: tableOf(rows, `Figure ${number} in numbers: people by answer`),
  };
}
