/** The report's charts, each drawn once in each format and shared by the forms that ask for it. */
import type { ChartPicture } from '../../core/chart/picture.ts';
import { drawChart, type DrawnChart } from './chart/drawChart.ts';
import { Outlines } from './chart/outlines.ts';

/** A PNG or an SVG for a page, or an SVG narrow enough to be read on a phone. */
export type ChartForm = 'png' | 'svg' | 'phone';

/** Width of the narrow one in logical pixels: on a phone its letters are still of a readable size. */
const PHONE = 400;

export interface Charts {
  /** The chart of a figure, by its `chart` number. */
  get(chart: number, format: ChartForm): DrawnChart;
  /**
   * Draws those of one format that are not drawn yet.
   *
   * @param step told after each: how many of all are drawn; a promise that fails ends the drawing
   */
  draw(format: ChartForm, step: (done: number, of: number) => Promise<void>): Promise<void>;
}

/** Charts under way at once: while one is drawn, others are packed beside it. */
const TOGETHER = 3;

/** The charts of these pictures, numbered as they stand; nothing is drawn yet. */
export function chartsOf(pictures: readonly ChartPicture[]): Charts {
  const chartMap = () => new Map<number, DrawnChart>();
  const drawn = { png: chartMap(), svg: chartMap(), phone: chartMap() };
  const outlines = new Outlines();
  return {
    get(chart, format) {
      const found = drawn[format].get(chart);
      if (found === undefined) throw new Error(`Chart ${chart} has not been drawn.`);
      return found;
    },
    async draw(format, step) {
      if (drawn[format].size > 0) return;
      const waiting = pictures.entries();
      const work = async (): Promise<void> => {
        for (const [i, picture] of waiting) {
          drawn[format].set(
            i,
            await (format === 'phone'
              ? drawChart({ ...picture, width: PHONE }, 'svg', outlines)
              : drawChart(picture, format, outlines)),
          );
          await step(drawn[format].size, pictures.length);
        }
      };
      await Promise.all(Array.from({ length: TOGETHER }, work));
    },
  };
}
