/**
 * Draws a figure as a picture for documents and downloads, with the chart that the screens have. The
 * same picture gives the same bytes.
 */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js';
import { headingsOf } from '../../../core/answers.ts';
import { barsOf } from '../../../core/chart/bars.ts';
import { chartConfig } from '../../../core/chart/config.ts';
import { HEADS, LINE, TICKS, widestNames } from '../../../core/chart/layout.ts';
import type { ChartLook } from '../../../core/chart/look.ts';
import type { MeasuringPen, Pen } from '../../../core/chart/pen.ts';
import type { ChartPicture } from '../../../core/chart/picture.ts';
import { textsOf, type RowName } from '../../../core/chart/texts.ts';
import { altText, type SayChart } from '../../../core/chart/words.ts';
import { speaker } from '../../../core/message.ts';
import { answersEn } from '../../../core/messages/answers.en.ts';
import { chartEn } from '../../../core/messages/chart.en.ts';
import { FONT_FAMILY, registerFonts } from './fonts.ts';
import { drawFrame, frameOf, TYPE, type Frame } from './frame.ts';
import { measuringPen, Outlines } from './outlines.ts';
import { smallPng } from './smallPng.ts';
import { SvgPen } from './svgPen.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Pixels of a PNG to a logical pixel: sharp on paper at the width of an A4 page. */
export const SHARPNESS = 3;
/** Width of a picture that fills a page of paper between its margins. */
const PAGE_WIDE = 640;
/** Lines of a row's name, the most before it is cut: the table beside the chart has it whole. */
const NAME_LINES = 5;
/**
 * Height of all rows together in a document, so that the picture fits a page with the statement and its
 * sentences over it and its caption under it. A picture that goes by itself is as high as its names need.
 */
const TALLEST = 560;
/** From the name of one row to that of the next, in sizes of the text. */
const BETWEEN = 0.65;
/** A chart of more rows than this is set closer and smaller, with people in the line of a long name. */
const MANY = 8;
const CLOSE = { between: 0.3, size: 12 } as const;
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
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return { bytes: await smallPng(data, canvas), width, height };
  } finally {
    chart.destroy();
  }
}

/** The look of the bars and the frame around them; the height follows from the rows and their names. */
function lookOf(picture: ChartPicture, say: SayChart, pen: MeasuringPen): { look: ChartLook; frame: Frame } {
  const { rows, scale, neutral, width, hatched, captioned } = picture;
  const { ink, soft, line } = TYPE;
  const onPage = captioned && width >= PAGE_WIDE;
  const close = onPage && rows.length > MANY;
  const { size, between } = close ? CLOSE : { size: TYPE.size, between: BETWEEN };
  const frame = frameOf(picture, headingsOf(say, scale), { family: FONT_FAMILY }, pen);
  const bars = barsOf(rows, scale, neutral, picture.reach);
  const tallest = onPage ? TALLEST : Infinity;
  // Where many rows have long names, these are cut.
  const most = Math.max(2, Math.floor((tallest / (rows.length * size) - between) / LINE));
  const texts = textsOf(say, scale);
  const namesOn = (lines: number): RowName[] =>
    widestNames(bars.bars, lines, texts, { size, width, family: FONT_FAMILY }, pen);
  let lines = Math.min(most, NAME_LINES + 1);
  if (close) while (lines > 2 && namesOn(lines - 1).every((name) => name.whole)) lines -= 1;
  const needed = Math.max(2, ...namesOn(lines).map((name) => name.lines.length));
  const row = rows.length > MOST_TALL ? 1.9 : needed * LINE + between;
  const around = { top: frame.top, right: frame.margin, bottom: frame.bottom, left: frame.margin };
  const height = Math.ceil(
    around.top +
      around.bottom +
      Math.round(HEADS * size) +
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
