/** A picture to ask for, and its rows. */
import type { BarRow } from '../../core/chart/bars.ts';
import type { ChartPicture } from '../../core/chart/picture.ts';

export function row(label: string, counts: number[]): BarRow {
  return { label, figure: { counts, n: counts.reduce((a, b) => a + b, 0) } };
}

export function picture(part: Partial<ChartPicture>): ChartPicture {
  return {
    title: 'I expect my social worker to listen to me',
    subtitle: ['30 people answered', '12 October 2026'],
    rows: [row('Everyone', [2, 4, 6, 8, 10])],
    scale: { kind: 'agreement-5', declines: ['n'] },
    neutral: 'split',
    hatched: false,
    width: 640,
    footer: 'What families expect',
    captioned: false,
    lang: 'en',
    ...part,
  };
}
