import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from '@jest/globals';
import { drawChart } from '../../../server/report/chart/drawChart.ts';
import { smallPng } from '../../../server/report/chart/smallPng.ts';
import { picture, row } from '../../support/picture.ts';
import { pixelsOf } from '../../support/pixels.ts';

/** Pixels in these colours, one after the other. */
function lineOf(colours: readonly (readonly [number, number, number])[]): Uint8ClampedArray {
  return Uint8ClampedArray.from(colours.flatMap(([r, g, b]) => [r, g, b, 255]));
}
const hex = (parts: readonly number[]): string =>
  `#${parts.map((p) => p.toString(16).padStart(2, '0')).join('')}`;

describe('a PNG of 256 colours', () => {
  test('F12 with no more than that has every pixel as it was', async () => {
    const colours = Array.from({ length: 256 }, (_, i) => [i, 255 - i, (7 * i) % 256] as const);
    const seen = await pixelsOf(await smallPng(lineOf(colours), { width: 16, height: 16 }));
    expect([seen.width, seen.height]).toEqual([16, 16]);
    for (const [i, colour] of colours.entries())
      expect(seen.at(i % 16, Math.floor(i / 16))).toBe(hex(colour));
  });

  test('F12 with more keeps those that most of it has, and gives each other one its nearest', async () => {
    const often = Array.from({ length: 256 }, (_, i) => [i, 0, 0] as const).flatMap((c) => [c, c]);
    const rare = [[10, 3, 0] as const, [200, 0, 9] as const];
    const all = [...often, ...rare];
    const seen = await pixelsOf(await smallPng(lineOf(all), { width: all.length, height: 1 }));
    expect(seen.at(512, 0)).toBe('#0a0000');
    expect(seen.at(513, 0)).toBe('#c80000');
    for (const [i, colour] of often.entries()) expect(seen.at(i, 0)).toBe(hex(colour));
  });

  test('F12 a chart is less than half as large as with all of its colours, so that a report can be sent', async () => {
    const rows = Array.from({ length: 11 }, (_, i) => row(`Group ${i}`, [2, 4, 6, 8, 10]));
    const { bytes } = await drawChart(picture({ rows, hatched: true, captioned: true }), 'png');
    const seen = await pixelsOf(bytes);
    const canvas = createCanvas(seen.width, seen.height);
    const pen = canvas.getContext('2d');
    for (let y = 0; y < seen.height; y += 1)
      for (const { colour, from, length } of seen.runs(y)) {
        pen.fillStyle = colour;
        pen.fillRect(from, y, length, 1);
      }
    expect(2 * bytes.length).toBeLessThan((await canvas.encode('png')).length);
    expect(bytes.length).toBeLessThan(200_000);
  });
});
