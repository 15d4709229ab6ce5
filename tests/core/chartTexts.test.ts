import { describe, expect, test } from '@jest/globals';
import type { BarRow, Neutral } from '../../core/chart/bars.ts';
import { barsOf } from '../../core/chart/bars.ts';
import { chartConfig } from '../../core/chart/config.ts';
import { layOut, namesIn } from '../../core/chart/layout.ts';
import type { ChartLook } from '../../core/chart/look.ts';
import type { Pen } from '../../core/chart/pen.ts';
import { textsOf } from '../../core/chart/texts.ts';
import { altText } from '../../core/chart/words.ts';
import { wrapLabel, wrapText } from '../../core/chart/wrap.ts';
import { speaker } from '../../core/message.ts';
import { answersEn } from '../../core/messages/answers.en.ts';
import { chartEn } from '../../core/messages/chart.en.ts';
import type { Scale } from '../../core/scale.ts';

const say = speaker({ ...answersEn, ...chartEn }, 'en');
const five: Scale = { kind: 'agreement-5', declines: [] };
const yesNo: Scale = { kind: 'own', labels: ['No', 'Yes'], declines: [] };

function row(label: string, counts: number[]): BarRow {
  return { label, figure: { counts, n: counts.reduce((a, b) => a + b, 0) } };
}

/** Every character is eight pixels wide. */
const pen = { measureText: (text: string) => ({ width: 8 * [...text].length }) } as Pen;
const look: ChartLook = {
  width: 640,
  height: 300,
  family: 'a',
  size: 14,
  ink: '#000000',
  soft: '#444444',
  line: '#cccccc',
  hatched: false,
  around: { top: 0, right: 0, bottom: 0, left: 0 },
  nameLines: 3,
  thickest: 40,
};

describe('the words of a chart', () => {
  const texts = textsOf(say, five);
  const sides = (counts: number[]) => {
    const [bar] = barsOf([row('a', counts)], five).bars;
    return bar === undefined ? null : texts.sides(bar);
  };

  test('F2 the ends of a bar are counted below twenty people and in percent from there on', () => {
    expect(sides([1, 2, 1, 3, 4])).toEqual({ left: '3\u00a0of\u00a011', right: '7\u00a0of\u00a011' });
    expect(sides([3, 2, 0, 7, 7])).toEqual({ left: '5\u00a0of\u00a019', right: '14\u00a0of\u00a019' });
    expect(sides([3, 2, 1, 7, 7])).toEqual({ left: '25 %', right: '70 %' });
    expect(sides([0, 0, 0, 0, 0])).toEqual({ left: '', right: '' });
  });

  test('F15 a row’s name has its people with it, on lines of their own or on one', () => {
    const [bar] = barsOf([row('Young people in custody', [1, 2, 1, 3, 4])], five).bars;
    if (bar === undefined) throw new Error('no bar');
    const lines = (most: number, n: number): string[] =>
      texts.name(bar, most, n, (text) => text.length).lines;
    expect(lines(15, 3)).toEqual(['Young people in', 'custody', '11 people']);
    // Where there is no line for the people, they stand behind the name.
    expect(lines(20, 2)).toEqual(['Young people in', 'custody, 11 people']);
    expect(lines(15, 2)).toEqual(['Young people', 'in …, 11 people']);
    expect(lines(30, 1)).toEqual(['Young people in custody, 11 people']);
    expect(lines(20, 1)).toEqual(['Young people in …, 11 people']);
  });

  test('F15 it is told whether a name was cut and whether its last line is people only', () => {
    const [bar] = barsOf([row('Young people in custody', [1, 2, 1, 3, 4])], five).bars;
    if (bar === undefined) throw new Error('no bar');
    const name = (most: number, n: number) => texts.name(bar, most, n, (text) => text.length);
    expect(name(15, 3)).toMatchObject({ people: true, whole: true });
    expect(name(20, 2)).toMatchObject({ people: false, whole: true });
    expect(name(15, 2)).toMatchObject({ people: false, whole: false });
  });

  test('F15 the numbers beside a scale of one’s own are headed by its own words, or their marks', () => {
    const often: Scale = {
      kind: 'own',
      labels: ['Never', 'Seldom', 'Sometimes', 'Often', 'Always'],
      declines: [],
    };
    expect(textsOf(say, often).heads).toEqual({
      left: 'Never to Seldom',
      right: 'Often to Always',
      middle: 'Sometimes',
    });
    expect(textsOf(say, often).marks).toEqual({ left: '−− to −', right: '+ to ++', middle: '○' });
    expect(textsOf(say, yesNo).heads).toEqual({ left: 'No', right: 'Yes', middle: '' });
    expect(texts.heads).toEqual({ left: 'Disagree', right: 'Agree', middle: 'Neither' });
  });

  test('F15 those who cannot see it are told each row in a sentence', () => {
    expect(altText(say, [row('Everyone', [1, 0, 0, 2, 4]), row('Staff', [0, 0, 0, 0, 0])], five)).toBe(
      'Chart. Everyone: 6\u00a0of\u00a07 agree or strongly agree. Staff: Nobody has answered this.',
    );
  });
});

describe('lines', () => {
  const wide = (text: string): number => [...text].length;

  test('F15 a long title breaks at spaces and loses nothing; a script without spaces breaks between words', () => {
    expect(wrapText('I expect my social worker to listen', 12, wide)).toEqual([
      'I expect my',
      'social',
      'worker to',
      'listen',
    ]);
    const thai = 'ผู้ปกครองและครอบครัวของเด็ก';
    const lines = wrapText(thai, 10, wide);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(thai);
    expect(Math.max(...lines.map(wide))).toBeLessThanOrEqual(10);
    expect(wrapText(`see ${'x'.repeat(25)}`, 10, wide).join('')).toBe(`see ${'x'.repeat(25)}`);
    expect(wrapText('', 10, wide)).toEqual([]);
  });

  test('F15 a family of four people in one sign is never broken', () => {
    const family = '👨‍👩‍👧‍👦';
    for (const line of wrapText(family.repeat(4), 8, wide)) expect(line.split(family).join('')).toBe('');
  });

  test('F15 a label that is cut says so and stays as wide as it may be', () => {
    expect(wrapLabel('Care leavers and foster carers', 12, 2)).toEqual(['Care leavers', 'and foster …']);
    expect(wrapLabel('Parents', 12, 2)).toEqual(['Parents']);
  });

  test('F15 a label is cut between words; within one only where it is a line by itself', () => {
    const long = 'Newly qualified social workers in their assessed year';
    expect(wrapLabel(long, 20, 2)).toEqual(['Newly qualified', 'social workers in …']);
    for (let most = 12; most < 60; most += 1)
      for (const lines of [1, 2, 3]) {
        const rows = wrapLabel(long, most, lines);
        expect(rows.length).toBeLessThanOrEqual(lines);
        const kept = rows.join(' ').replace(/ …$/u, '');
        expect(long.startsWith(kept) && [undefined, ' '].includes(long[kept.length])).toBe(true);
      }
    expect(wrapLabel('Bezirksverwaltung', 10, 1)).toEqual(['Bezirksv …']);
    expect(wrapLabel('Bezirksverwaltung', 1, 1)).toEqual(['…']);
    expect(wrapLabel('Care leavers', 12, 1, wide, (text) => `${text}, 5`)).toEqual(['Care …, 5']);
  });

  test('F15 a line is not broken at a space that does not break', () => {
    expect(wrapText('They are 5\u00a0of\u00a012', 12, wide)).toEqual(['They are', '5\u00a0of\u00a012']);
  });
});

describe('the names of rows', () => {
  const of = (labels: string[], lines: number) => {
    const { bars } = barsOf(
      labels.map((label) => row(label, [1, 2, 1, 3, 4])),
      five,
    );
    return namesIn(bars, lines, textsOf(say, five), look, pen).map((name) => name.lines);
  };

  test('F15 the column grows for long names as far as that saves lines, and no further', () => {
    // In letters of eight pixels the column has 20 of them, or 28 at the most.
    expect(of(['Parents and carers'], 3)).toEqual([['Parents and carers', '11 people']]);
    expect(of(['Grandparents and kinship'], 3)).toEqual([['Grandparents and kinship', '11 people']]);
    // Three lines it is in either, so it stays narrow.
    const three = ['Newly qualified', 'social workers in', 'their assessed year'];
    expect(of([three.join(' ')], 4)).toEqual([[...three, '11 people']]);
  });
});

describe('where things stand', () => {
  const of = (rows: BarRow[], neutral: Neutral, scale = five) => {
    const bars = barsOf(rows, scale, neutral);
    return { bars, layout: layOut(bars, textsOf(say, scale), look, pen) };
  };
  const rows = [row('Everyone', [2, 4, 6, 8, 10]), row('Staff', [1, 2, 3, 4, 10])];

  test('F1 the block of the middle answer begins past the words of the agreeing side, on the same measure', () => {
    const { bars, layout } = of(rows, 'apart');
    const { padding, from, to, block } = layout;
    const unit = (look.width - padding.left - padding.right) / (to - from);
    const words = 8 * 'Agree'.length + 0.6 * look.size;
    expect(((block ?? 0) - bars.axis.to) * unit).toBeGreaterThan(words);
    expect(to - (block ?? 0)).toBeCloseTo(bars.middle?.to ?? 0, 8);
    expect(from).toBe(bars.axis.from);
  });

  test('F1 without a middle answer or set astride there is no block', () => {
    expect(of(rows, 'split').layout.block).toBeNull();
    expect(of(rows, 'plain').layout.block).toBeNull();
    expect(of([row('a', [3, 4])], 'apart', yesNo).layout.block).toBeNull();
  });

  test('F1 an answer nobody gave has no span, and ticks tell shares without a sign', () => {
    const bars = barsOf([row('a', [0, 5, 0, 10, 10])], five, 'apart');
    const config = chartConfig(bars, five, textsOf(say, five), { ...look, width: 900 }, pen);
    expect(config.data.datasets.map((d) => d.data[0])).toEqual([null, [-20, 0], null, [0, 40], [40, 80]]);
    const tick = config.options?.scales?.['x']?.ticks?.callback as (value: number, i: number) => string;
    expect([0, 1, 2, 3, 4, 5, 6].map((i) => tick(0, i))).toEqual([
      '100 %',
      '50 %',
      '0 %',
      '50 %',
      '100 %',
      '0 %',
      '25 %',
    ]);
  });

  test('F1 where the labels of an axis would touch, only its ends have theirs', () => {
    const bars = barsOf(rows, five, 'split');
    const ticks = (width: number): string[] => {
      const config = chartConfig(bars, five, textsOf(say, five), { ...look, width }, pen);
      const axis = { ticks: [] as { value: number }[] };
      config.options?.scales?.['x']?.afterBuildTicks?.(axis as never);
      const callback = config.options?.scales?.['x']?.ticks?.callback as (value: number, i: number) => string;
      return axis.ticks.map(({ value }, i) => callback(value, i));
    };
    expect(ticks(900)).toEqual(['100 %', '50 %', '0 %', '50 %', '100 %']);
    expect(ticks(330)).toEqual(['100 %', '100 %']);
  });
});
