import { describe, expect, test } from '@jest/globals';
import { drawChart, SHARPNESS } from '../../../server/report/chart/drawChart.ts';
import { picture, row } from '../../support/picture.ts';
import { pixelsOf } from '../../support/pixels.ts';

describe('the picture as SVG', () => {
  const hostile = 'They said "no" & <script>alert(1)</script> ]]> \u{1F46A}';

  test('F15 it is well-formed, has the size, needs no font and tells itself in words', async () => {
    const { bytes, width, height } = await drawChart(
      picture({ title: hostile, rows: [row('A & <b>', [1, 2, 1, 3, 4])], hatched: true }),
      'svg',
    );
    const svg = bytes.toString('utf8');
    expect(faultInXml(svg)).toBeNull();
    expect(svg).toContain(`width="${width}" height="${height}"`);
    expect(svg).not.toMatch(/<(text|script|image|foreignObject)\b|font-family/i);
    expect(svg).toContain('<title>They said "no" &amp; &lt;script&gt;');
    expect(svg).toContain('A &amp; &lt;b&gt;: 7\u00a0of\u00a011 agree or strongly agree');
  });

  test('F15 it shows what the PNG shows', async () => {
    const asked = picture({ hatched: true, neutral: 'apart' });
    const png = await pixelsOf((await drawChart(asked, 'png')).bytes);
    const svg = await pixelsOf((await drawChart(asked, 'svg')).bytes, SHARPNESS);
    expect([svg.width, svg.height]).toEqual([png.width, png.height]);
    let other = 0;
    let seen = 0;
    for (let y = 0; y < png.height; y += 5)
      for (let x = 0; x < png.width; x += 5) {
        seen += 1;
        if (Math.abs(png.grey(x, y) - svg.grey(x, y)) > 100) other += 1;
      }
    expect(other / seen).toBeLessThan(0.01);
  });
});

/** The first fault of a text as XML: a tag that is not closed, a bare sign, an attribute without quotes. */
function faultInXml(xml: string): string | null {
  const open: string[] = [];
  let at = 0;
  for (const match of xml.matchAll(
    /<\?[^?]*\?>|<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    const between = xml.slice(at, match.index);
    if (/[<>]|&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(between)) return `text ${between}`;
    at = match.index + match[0].length;
    const [, close, name = '', , self] = match;
    if (close === '/') {
      if (open.pop() !== name) return `</${name}>`;
    } else if (name !== '' && self !== '/') open.push(name);
  }
  return open.length > 0 || xml.slice(at).trim() !== '' ? `the end: ${open.join(' ')}` : null;
}
