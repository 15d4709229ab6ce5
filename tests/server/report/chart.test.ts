import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { ChartPicture } from '../../../core/chart/picture.ts';
import { TONES, type Scale } from '../../../core/scale.ts';
import { drawChart, SHARPNESS } from '../../../server/report/chart/drawChart.ts';
import { fontFiles } from '../../../server/report/chart/fonts.ts';
import { picture, row } from '../../support/picture.ts';
import { pixelsOf, type Pixels } from '../../support/pixels.ts';

const seven: Scale = { kind: 'own', labels: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], declines: [] };
const INK = '#1d1b18';

const fill = (tone: number): string => TONES[tone]?.fill ?? '';
const pixels = async (part: Partial<ChartPicture>): Promise<Pixels> =>
  pixelsOf((await drawChart(picture(part), 'png')).bytes);

/** Where each tone lies on a line of pixels through the bar, over its number; outlines not counted. */
function stretches(seen: Pixels, tones: readonly number[]): { tone: number; from: number; to: number }[] {
  const wanted = new Map(tones.map((tone) => [fill(tone), tone]));
  for (let y = seen.height - 1; y >= 0; y -= 1) {
    const found = seen.runs(y).filter((run) => wanted.has(run.colour) && run.length > 12);
    if (new Set(found.map((f) => f.colour)).size !== tones.length) continue;
    // The lowest line that has them all is just inside the bar, where no number is.
    return found.map((f) => ({ tone: wanted.get(f.colour) ?? -1, from: f.from, to: f.from + f.length }));
  }
  throw new Error('no line of the picture has all the tones');
}

const widths = (found: { from: number; to: number }[]): number[] => found.map((f) => f.to - f.from);

describe('the picture of a figure', () => {
  test('F1 plain bars are as wide as their counts, in the colours of the answers', async () => {
    const found = stretches(await pixels({ neutral: 'plain' }), [0, 2, 3, 4, 6]);
    expect(found.map((f) => f.tone)).toEqual([0, 2, 3, 4, 6]);
    const first = found[0]?.from ?? 0;
    const unit = ((found.at(-1)?.to ?? 0) - first) / 30;
    let at = 0;
    for (const [i, n] of [2, 4, 6, 8, 10].entries()) {
      expect(Math.abs((found[i]?.from ?? 0) - (first + at * unit))).toBeLessThan(9);
      at += n;
    }
  });

  test('F1 astride nought, the middle answer is cut in two equal halves by the line', async () => {
    const seen = await pixels({});
    const found = stretches(seen, [0, 2, 3, 4, 6]);
    expect(found.map((f) => f.tone)).toEqual([0, 2, 3, 3, 4, 6]);
    const [, , left = 0, right = 0] = widths(found);
    expect(Math.abs(left - right)).toBeLessThan(4);
  });

  test('F1 set apart, the middle answer is right of everything and on the same measure', async () => {
    const seen = await pixels({ neutral: 'apart' });
    const found = stretches(seen, [0, 2, 3, 4, 6]);
    expect(found.map((f) => f.tone)).toEqual([0, 2, 4, 6, 3]);
    const agree = found[2];
    const middle = found[4];
    if (agree === undefined || middle === undefined) throw new Error('not found');
    expect(Math.abs((middle.to - middle.from) / (agree.to - agree.from) - 6 / 8)).toBeLessThan(0.06);
    expect(middle.from - (found[3]?.to ?? 0)).toBeGreaterThan(100);
  });

  test('F1 every segment has a dark outline', async () => {
    const seen = await pixels({ neutral: 'plain', rows: [row('Everyone', [5, 5, 5, 5, 5])] });
    const found = stretches(seen, [0, 2, 3, 4, 6]);
    const [one, two] = found;
    if (one === undefined || two === undefined) throw new Error('not found');
    expect(two.from - one.to).toBeGreaterThanOrEqual(2 * SHARPNESS - 2);
    let y = 0;
    while (!seen.runs(y).some((run) => run.colour === fill(0) && run.from === one.from)) y += 1;
    expect(seen.at(Math.round((one.to + two.from) / 2), y + 10)).toBe(INK);
  });

  test('F15 question, lines and footer are in it, and its height follows from what is said', async () => {
    const size = async (part: Partial<ChartPicture>) => (await drawChart(picture(part), 'png')).height;
    const alone = await size({});
    expect(await size({ captioned: true })).toBeLessThan(alone - 80);
    expect(await size({ title: 'They listen to me. '.repeat(12) })).toBeGreaterThan(alone + 20);
    expect(await size({ footer: '' })).toBeLessThan(alone);
    expect(await size({ subtitle: [] })).toBeLessThan(await size({ subtitle: ['12 people answered'] }));
    expect(await size({ subtitle: ['One', 'Two'] })).toBeGreaterThan(await size({ subtitle: ['One'] }));
    expect(
      await size({ rows: [row('Everyone', [2, 4, 6, 8, 10]), row('Staff', [1, 1, 1, 1, 1])] }),
    ).toBeGreaterThan(alone);
    const { bytes, width, height } = await drawChart(picture({}), 'png');
    const seen = await pixelsOf(bytes);
    expect([seen.width, seen.height]).toEqual([width * SHARPNESS, height * SHARPNESS]);
  });

  test('F15 in a document eleven rows with long names are no higher than their page has room for', async () => {
    const names = Array.from({ length: 11 }, (_, i) =>
      row(`Newly qualified social workers in their assessed and supported year, part ${i}`, [2, 4, 6, 8, 10]),
    );
    const height = async (part: Partial<ChartPicture>) => (await drawChart(picture(part), 'svg')).height;
    // A page has 956 pixels: a statement of two lines, its sentences and the caption take 340 of them.
    expect(await height({ rows: names, captioned: true })).toBeLessThan(610);
    expect(await height({ rows: names.slice(0, 8), captioned: true })).toBeLessThan(650);
    const short = names.map(({ figure }, i) => ({ label: `Part ${i}`, figure }));
    expect(await height({ rows: short, captioned: true })).toBeLessThan(470);
  });

  test('F15 a title that is read from right to left stands at the right', async () => {
    const ink = (seen: Pixels): number => {
      const lines = Array.from({ length: 120 }, (_, y) => seen.runs(y)).flat();
      return Math.min(...lines.filter((run) => run.colour === INK).map((run) => run.from)) / seen.width;
    };
    expect(ink(await pixels({ title: 'They listen' }))).toBeLessThan(0.1);
    expect(ink(await pixels({ title: 'أتوقع أن تستمع إليّ' }))).toBeGreaterThan(0.5);
  });

  test('F15 every script of the fonts is drawn with its letters and not with boxes', async () => {
    const wordOf = async (title: string) => (await drawChart(picture({ title }), 'svg')).bytes.toString();
    const paths = (svg: string): number => (/<path fill="#1D1B18" d="([^"]*)"/i.exec(svg)?.[1] ?? '').length;
    // What no font has is a box of few strokes; a letter of each script has more.
    const box = paths(await wordOf('\u{10FFFD}'));
    for (const letter of ['ك', 'ਕ', 'ক', 'ก', 'Ж', '👪'])
      expect(paths(await wordOf(letter))).toBeGreaterThan(box);
    for (const file of fontFiles()) expect(readFileSync(file).readUInt32BE(0)).toBe(0x00010000);
  });

  test('F15 the same picture has the same bytes', async () => {
    for (const format of ['png', 'svg'] as const) {
      const one = await drawChart(picture({ hatched: true, neutral: 'apart' }), format);
      const two = await drawChart(picture({ hatched: true, neutral: 'apart' }), format);
      expect(one.bytes.equals(two.bytes)).toBe(true);
    }
  });
});

describe('on a printer without colours', () => {
  /** A piece out of the middle of each segment's lower edge, in grey. */
  async function patches(hatched: boolean): Promise<number[][]> {
    const seen = await pixels({
      scale: seven,
      rows: [row('All', [9, 9, 9, 9, 9, 9, 9])],
      width: 1600,
      neutral: 'plain',
      hatched,
    });
    const plain = await pixels({
      scale: seven,
      rows: [row('All', [9, 9, 9, 9, 9, 9, 9])],
      width: 1600,
      neutral: 'plain',
    });
    const found = stretches(plain, [0, 1, 2, 3, 4, 5, 6]);
    let bottom = plain.height - 1;
    while (!plain.runs(bottom).some((run) => run.colour === fill(0) && run.length > 100)) bottom -= 1;
    return found.map(({ from }) =>
      Array.from({ length: 90 * 70 }, (_, i) =>
        seen.grey(from + 6 + (i % 90), bottom - 80 + Math.floor(i / 90)),
      ),
    );
  }
  const apart = (a: number[], b: number[]): number =>
    a.filter((grey, i) => Math.abs(grey - (b[i] ?? 0)) > 60).length / a.length;

  test('F15 no two answers look alike with patterns, though some do without', async () => {
    const bare = await patches(false);
    const hatched = await patches(true);
    expect(apart(bare[0] ?? [], bare[6] ?? [])).toBe(0);
    expect(apart(bare[2] ?? [], bare[4] ?? [])).toBe(0);
    for (const [i, one] of hatched.entries())
      for (const other of hatched.slice(i + 1)) expect(apart(one, other)).toBeGreaterThan(0.05);
  });

  test('F15 disagreeing is striped, agreeing dotted: between dots there are lines of pixels without ink', async () => {
    const free = (patch: number[]): number => {
      const lines = Array.from({ length: 70 }, (_, y) => patch.slice(90 * y, 90 * (y + 1)));
      return lines.filter((line) => Math.max(...line) - Math.min(...line) < 10).length;
    };
    const counts = (await patches(true)).map(free);
    for (const tone of [0, 1, 2]) expect(counts[tone]).toBe(0);
    expect(counts[3]).toBe(70);
    for (const tone of [4, 5, 6]) {
      expect(counts[tone]).toBeGreaterThan(10);
      expect(counts[tone]).toBeLessThan(65);
    }
  });

  test('F15 the number stands on plain ground', async () => {
    const seen = await pixels({ hatched: true, neutral: 'plain', rows: [row('All', [0, 0, 0, 0, 8])] });
    const plain = await pixels({ neutral: 'plain', rows: [row('All', [0, 0, 0, 0, 8])] });
    const [bar] = plain.runs(barLine(plain)).filter((run) => run.colour === fill(6) && run.length > 300);
    if (bar === undefined) throw new Error('no bar');
    const x = bar.from + Math.round(bar.length / 2);
    const y = barLine(plain) - 40;
    // A ring around the digit has the plain colour; further out there is the pattern.
    const ring = Array.from({ length: 20 }, (_, i) => seen.at(x - 15, y - 10 + i));
    expect(new Set(ring)).toEqual(new Set([fill(6)]));
    const out = Array.from({ length: 60 }, (_, i) => seen.at(x + 60 + i, y));
    expect(out).toContain('#ffffff');
  });
});

/** The lowest line of pixels of the only bar. */
function barLine(seen: Pixels): number {
  let y = seen.height - 1;
  while (!seen.runs(y).some((run) => run.colour === fill(6) && run.length > 300)) y -= 1;
  return y;
}
