/**
 * Draws a figure as a picture for documents and downloads, with the chart that the screens have. The
 * same picture gives the same bytes.
 */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js';
import { headingsOf } from '../../../core/answers.ts';
import { barsOf } from '../../../core/chart/bars.ts';
import { chartConfig } from '../../../core/chart/config.ts';
import { HEADS, LINE, nameWidth, TICKS } from '../../../core/chart/layout.ts';
import type { ChartLook } from '../../../core/chart/look.ts';
import { fontOf } from '../../../core/chart/look.ts';
import type { MeasuringPen, Pen } from '../../../core/chart/pen.ts';
import type { ChartPicture } from '../../../core/chart/picture.ts';
import { textsOf } from '../../../core/chart/texts.ts';
import { altText, type SayChart } from '../../../core/chart/words.ts';
import { wrapLabel } from '../../../core/chart/wrap.ts';
import { speaker } from '../../../core/message.ts';
import { answersEn } from '../../../core/messages/answers.en.ts';
import { chartEn } from '../../../core/messages/chart.en.ts';
import { FONT_FAMILY, registerFonts } from './fonts.ts';
import { drawFrame, frameOf, TYPE, type Frame } from './frame.ts';
import { measuringPen, Outlines } from './outlines.ts';
import { SvgPen } from './svgPen.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Pixels of a PNG to a logical pixel: sharp on paper at the width of an A4 page. */
export const SHARPNESS = 3;
/** Lines of a row's name, the most before it is cut: the table beside the chart has it whole. */
const NAME_LINES = 5;
/** Height of all rows together, so that the picture fits a page with its sentences and its caption. */
const TALLEST = 670;
/** From the name of one row to that of the next, in sizes of the text. */
const BETWEEN = 0.65;
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
 *
 * @param outlines texts that were set before; charts of one report share them
 */
export async function drawChart(
  picture: ChartPicture,
  format: 'png' | 'svg',
  outlines: Outlines = new Outlines(),
): Promise<DrawnChart> {
  registerFonts();
  const say: SayChart = speaker({ ...answersEn, ...chartEn }, picture.lang);
  const pen = measuringPen(outlines);
  const { look, frame } = lookOf(picture, say, pen);
  const { width, height } = look;
  if (format === 'svg') {
    const svg = new SvgPen(width, height, outlines);
    chartOn(svg.canvas, picture, say, look, frame, pen, 1).destroy();
    return { bytes: named(svg.content(), look, picture, say), width, height };
  }
  const canvas = createCanvas(width, height);
  const chart = chartOn(canvas, picture, say, look, frame, pen, SHARPNESS);
  try {
    return { bytes: await canvas.encode('png'), width, height };
  } finally {
    chart.destroy();
  }
}

/** The look of the bars and the frame around them; the height follows from the rows and their names. */
function lookOf(picture: ChartPicture, say: SayChart, pen: MeasuringPen): { look: ChartLook; frame: Frame } {
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
  // A name and under it how many people; where many rows have long ones, their names are cut instead.
  const most = Math.max(2, Math.floor((TALLEST / (rows.length * size) - BETWEEN) / LINE));
  const row = rows.length > MOST_TALL ? 1.9 : Math.min(longest + 1, most) * LINE + BETWEEN;
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

function chartOn(
  canvas: Canvas | SvgPen['canvas'],
  picture: ChartPicture,
  say: SayChart,
  look: ChartLook,
  frame: Frame,
  pen: MeasuringPen,
  devicePixelRatio: number,
): Chart<'bar', unknown, string> {
  const { rows, scale, neutral, reach } = picture;
  const config = chartConfig(barsOf(rows, scale, neutral, reach), scale, textsOf(say, scale), look, pen);
  const paper: Plugin<'bar'> = {
    id: 'page',
    beforeDraw(chart) {
      const page: Pen = chart.ctx;
      page.fillStyle = TYPE.paper;
      page.fillRect(0, 0, look.width, look.height);
      drawFrame(page, frame, picture, look.height, look);
    },
  };
  return new Chart(asElement(canvas), {
    ...config,
    options: { ...config.options, devicePixelRatio },
    plugins: [paper, ...(config.plugins ?? [])],
  });
}

/** Chart.js asks for an element of a page; any canvas with a 2D context will do. */
function asElement(canvas: Canvas | SvgPen['canvas']): never {
  return canvas as never;
}

/** The SVG with what it shows in words, for those who are read to. */
function named(content: string, { width, height }: ChartLook, picture: ChartPicture, say: SayChart): Buffer {
  const words = `<title>${escaped(picture.title)}</title><desc>${escaped(altText(say, picture.rows, picture.scale))}</desc>`;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" role="img">`;
  return Buffer.from(`${open}${words}${content}</svg>`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
