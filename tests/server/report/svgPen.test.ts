/** The canvas that writes an SVG. */
import { describe, expect, test } from '@jest/globals';
import { Outlines } from '../../../server/report/chart/outlines.ts';
import { registerFonts } from '../../../server/report/chart/fonts.ts';
import { SvgPen } from '../../../server/report/chart/svgPen.ts';

registerFonts();
const FONT = '400 13px "Atkinson Hyperlegible Next", "Noto Sans Arabic"';

function drawn(draw: (pen: SvgPen) => void, outlines = new Outlines()): string {
  const pen = new SvgPen(100, 100, outlines);
  pen.font = FONT;
  draw(pen);
  return pen.content();
}

describe('the canvas that writes an SVG', () => {
  test('F15 a letter has its outline once, however often it stands', () => {
    const svg = drawn((pen) => {
      pen.fillText('anna', 10, 20);
      pen.fillText('an', 10, 40);
    });
    expect(svg.match(/<path/gu)).toHaveLength(2);
    expect(svg.match(/<use/gu)).toHaveLength(6);
    expect(svg).toContain('translate(10 40)');
  });

  test('F15 letters that join are drawn as one outline', () => {
    const svg = drawn((pen) => pen.fillText('أتوقع', 10, 20));
    expect(svg).toMatch(/^<path fill="#000000" d="M10 20m/u);
    expect(svg).not.toContain('<use');
  });

  test('F15 what reaches over a clip is cut, what lies within is not', () => {
    const svg = drawn((pen) => {
      pen.beginPath();
      pen.rect(0, 0, 50, 50);
      pen.clip();
      pen.fillRect(10, 10, 20, 20);
      pen.fillRect(40, 10, 20, 20);
    });
    expect(svg).toBe(
      '<path fill="#000000" d="m10 10h20v20h-20z"/>' +
        '<clipPath id="c1"><path d="m0 0h50v50h-50z"/></clipPath>' +
        '<path fill="#000000" clip-path="url(#c1)" d="m40 10h20v20h-20z"/>',
    );
  });

  test('F15 a text ends where it is to end, on the left of its place or around it', () => {
    const outlines = new Outlines();
    const width = outlines.width(FONT, 'Agree');
    const at = (align: 'left' | 'center' | 'right'): number => {
      const svg = drawn((pen) => {
        pen.textAlign = align;
        pen.fillText('Agree', 80, 20);
      }, outlines);
      return Number(/translate\(([\d.]+)/u.exec(svg)?.[1]);
    };
    expect(at('left')).toBe(80);
    expect(at('center')).toBeCloseTo(80 - width / 2, 0);
    expect(at('right')).toBeCloseTo(80 - width, 0);
  });
});
