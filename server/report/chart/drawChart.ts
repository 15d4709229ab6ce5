/**
 * Draws a figure as a picture for documents and downloads, with the chart that the screens have. The
 * same picture gives the same bytes.
 */
import { createCanvas, SvgExportFlag, type Canvas, type SvgCanvas } from '@napi-rs/canvas';
import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js';
import { headingsOf } from '../../../core/answers.ts';
import { barsOf } from '../../../core/chart/bars.ts';
import { chartConfig } from '../../../core/chart/config.ts';
import { HEADS, LINE, nameWidth, TICKS } from '../../../core/chart/layout.ts';
import type { ChartLook } from '../../../core/chart/look.ts';
import { fontOf } from '../../../core/chart/look.ts';
import type { Pen } from '../../../core/chart/pen.ts';
import type { ChartPicture } from '../../../core/chart/picture.ts';
import { textsOf } from '../../../core/chart/texts.ts';
import { altText, type SayChart } from '../../../core/chart/words.ts';
import { wrapLabel } from '../../../core/chart/wrap.ts';
import { speaker } from '../../../core/message.ts';
import { answersEn } from '../../../core/messages/answers.en.ts';
import { chartEn } from '../../../core/messages/chart.en.ts';
import { FONT_FAMILY, registerFonts } from './fonts.ts';
import { drawFrame, frameOf, TYPE, type Frame } from './frame.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Pixels of a PNG to a logical pixel: sharp on paper at the width of an A4 page. */
export const SHARPNESS = 3;
/** Lines of a row's name, the most before it is cut: the table beside the chart has it whole. */
const NAME_LINES = 5;
/** With more rows than this, a row is one line high. */
const MOST_TALL = 14;

export interface DrawnChart {
  bytes: Buffer;
  /** Logical pixels. A PNG has `SHARPNESS` times as many, an SVG has these. */
  width: number;
  height: number;
}

/**
 * Draws the picture as a PNG on white paper, or as an SVG whose texts are outlines, so that it needs no
 * font; the SVG carries the statement and the chart in words as its title and description.
 */
export async function drawChart(picture: ChartPicture, format: 'png' | 'svg'): Promise<DrawnChart> {
  registerFonts();
  const say: SayChart = speaker({ ...answersEn, ...chartEn }, picture.lang);
  const { look, frame } = lookOf(picture, say);
  const { width, height } = look;
  const drawing = format === 'png' ? SHARPNESS : 1;
  const canvas =
    format === 'png'
      ? createCanvas(width, height)
      : createCanvas(width, height, SvgExportFlag.ConvertTextToPaths);
  const chart = chartOn(canvas, picture, say, look, frame, drawing);
  try {
    const bytes = 'getContent' in canvas ? named(canvas, picture, say) : await canvas.encode('png');
    return { bytes, width, height };
  } finally {
    chart.destroy();
  }
}

/** The look of the bars and the frame around them; the height follows from the rows and their names. */
function lookOf(picture: ChartPicture, say: SayChart): { look: ChartLook; frame: Frame } {
  const pen = measuring();
  const { rows, scale, neutral, width, hatched } = picture;
  const { size, ink, soft, line } = TYPE;
  const frame = frameOf(picture, headingsOf(say, scale), { family: FONT_FAMILY }, pen);
  const bars = barsOf(rows, scale, neutral, picture.reach);
  const texts = textsOf(say, scale);
  const headed = texts.heads.left !== '' || bars.middle !== null;
  pen.font = fontOf({ family: FONT_FAMILY }, size);
  const longest = Math.max(
    ...rows.map(
      (r) =>
        wrapLabel(r.label, nameWidth({ size, width }), NAME_LINES, (t) => pen.measureText(t).width).length,
    ),
  );
  const row = rows.length > MOST_TALL ? 1.9 : (longest + 1) * LINE + 0.65;
  const around = { top: frame.top, right: frame.margin, bottom: frame.bottom, left: frame.margin };
  const height = Math.ceil(
    around.top +
      around.bottom +
      (headed ? HEADS * size : 2) +
      rows.length * row * size +
      (bars.axis.ticks === null ? 0 : TICKS * size),
  );
  const look: ChartLook = {
    width,
    height,
    family: FONT_FAMILY,
    size,
    ink,
    soft,
    line,
    hatched,
    around,
    nameLines: NAME_LINES,
    thickest: 2.4 * size,
  };
  return { look, frame };
}

function measuring(): Pen {
  return createCanvas(1, 1).getContext('2d');
}

function chartOn(
  canvas: Canvas | SvgCanvas,
  picture: ChartPicture,
  say: SayChart,
  look: ChartLook,
  frame: Frame,
  devicePixelRatio: number,
): Chart<'bar', unknown, string> {
  const { rows, scale, neutral, reach } = picture;
  const config = chartConfig(
    barsOf(rows, scale, neutral, reach),
    scale,
    textsOf(say, scale),
    look,
    measuring(),
  );
  const page: Plugin<'bar'> = {
    id: 'page',
    beforeDraw(chart) {
      const pen: Pen = chart.ctx;
      pen.fillStyle = TYPE.paper;
      pen.fillRect(0, 0, look.width, look.height);
      drawFrame(pen, frame, picture, look.height, look);
    },
  };
  return new Chart(asElement(canvas), {
    ...config,
    options: { ...config.options, devicePixelRatio },
    plugins: [page, ...(config.plugins ?? [])],
  });
}

/** Chart.js asks for an element of a page; any canvas with a 2D context will do. */
function asElement(canvas: Canvas | SvgCanvas): never {
  return canvas as never;
}

/** The SVG with what it shows in words, for those who are read to. */
function named(canvas: SvgCanvas, picture: ChartPicture, say: SayChart): Buffer {
  const words = `<title>${escaped(picture.title)}</title><desc>${escaped(altText(say, picture.rows, picture.scale))}</desc>`;
  // The canvas numbers clips on and on from picture to picture.
  const ids = new Map<string, string>();
  const svg = canvas
    .getContent()
    .toString('utf8')
    .replace(/(id="|url\(#)(\w+)/g, (_, before: string, id: string) => {
      const own = ids.get(id) ?? `c${ids.size + 1}`;
      ids.set(id, own);
      return before + own;
    });
  return Buffer.from(svg.replace(/<svg [^>]*>/, (open) => `${open.slice(0, -1)} role="img">${words}`));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
