/** Charts in fewer letters look the same. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from '@jest/globals';
import { drawChart } from '../../../server/report/chart/drawChart.ts';
import { shortSvg } from '../../../server/report/shortSvg.ts';
import { sampleReport } from '../../support/report.ts';

async function pixels(svg: string, width: number, height: number): Promise<Uint8ClampedArray> {
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(svg)), 0, 0, width, height);
  return canvas.getContext('2d').getImageData(0, 0, width, height).data;
}

describe('shortSvg', () => {
  test('F15 a shortened chart looks as it was drawn, in less than half the letters', async () => {
    const figure = sampleReport()
      .sections.flatMap((s) => s.blocks)
      .find((b) => b.kind === 'figure');
    if (figure === undefined) throw new Error('the sample has figures');
    const { bytes, width, height } = await drawChart(figure.picture, 'svg');
    const long = bytes.toString('utf8');
    const short = shortSvg(long);
    expect(short.length).toBeLessThan(long.length / 2);
    const [before, after] = [await pixels(long, width, height), await pixels(short, width, height)];
    const apart = before.reduce((sum, value, i) => sum + Math.abs(value - (after[i] ?? 0)), 0);
    expect(apart / before.length).toBeLessThan(1);
  });

  test('F15 steps add up to the places they came from; what is not understood is left alone', () => {
    const path = (d: string): string => shortSvg(`<path d="${d}"/>`);
    expect(path('M10.04 10.06L20.11 10.06L20.11 5ZM1 1H3V4Q5 6 7 8')).toBe(
      '<path d="m10 10.1l10.1 0 0-5.1zm-9-9.1h2v3q2 2 4 4"/>',
    );
    expect(path('M0 0A5 5 0 0 1 10 10')).toBe('<path d="M0 0A5 5 0 0 1 10 10"/>');
  });
});
