/**
 * The diverging stacked bars on a screen: a legend, the picture with its sentences for those who cannot
 * see it, and the same numbers in a table that only they are read.
 */
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { headingsOf } from '../../../core/answers.ts';
import type { ChartRow, Neutral } from '../../../core/chart/bars.ts';
import { barsOf } from '../../../core/chart/bars.ts';
import { chartConfig } from '../../../core/chart/config.ts';
import type { Reach } from '../../../core/chart/reach.ts';
import { textsOf } from '../../../core/chart/texts.ts';
import type { SayChart } from '../../../core/chart/words.ts';
import { altText } from '../../../core/chart/words.ts';
import type { Scale } from '../../../core/scale.ts';
import { FigureTable } from './FigureTable.tsx';
import { Legend } from './Legend.tsx';
import { lookOf } from './look.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

interface Props {
  /** Figures of one scale, everyone first. */
  rows: readonly ChartRow[];
  scale: Scale;
  say: SayChart;
  /** Ends of the axes, for figures that are compared with each other. */
  reach?: Reach;
  /** Where the middle answer lies; astride nought when left out. */
  neutral?: Neutral;
  /** Patterns over the colours, for those who do not see them apart. */
  hatched?: boolean;
  /** Anything that changes when the theme or the size of text does: the picture is drawn anew. */
  look?: string;
  /** A table of the same numbers stands beside it already. */
  bare?: boolean;
}

/** Fills the box it is given; its text has that box's size and colour. */
export function DivergingChart(props: Props) {
  const { rows, scale, say, reach, neutral = 'split', hatched = false, look = '', bare = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const what = JSON.stringify([rows, scale, reach, neutral, hatched, look]);

  useLayoutEffect(() => {
    const host = box.current;
    const target = canvas.current;
    if (host === null || target === null) return undefined;
    let chart: Chart | null = null;
    const draw = (): void => {
      chart?.destroy();
      chart = null;
      const { clientWidth, clientHeight } = host;
      const pen = target.getContext('2d');
      if (clientWidth === 0 || clientHeight === 0 || pen === null) return;
      target.width = clientWidth;
      target.height = clientHeight;
      target.style.width = `${clientWidth}px`;
      target.style.height = `${clientHeight}px`;
      const bars = barsOf(rows, scale, neutral, reach);
      chart = new Chart(target, chartConfig(bars, scale, textsOf(say, scale), lookOf(host, hatched), pen));
    };
    const sizes = new ResizeObserver(draw);
    sizes.observe(host);
    // A canvas does not redraw itself when the font has come.
    document.fonts.addEventListener('loadingdone', draw);
    return () => {
      sizes.disconnect();
      document.fonts.removeEventListener('loadingdone', draw);
      chart?.destroy();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `what` is these values, compared by what is in them
  }, [what]);

  const alt = altText(say, rows, scale);
  return (
    <div class="diverging">
      <Legend headings={headingsOf(say, scale)} hatched={hatched} />
      <div class="diverging-picture" ref={box}>
        <canvas ref={canvas} role="img" aria-label={alt} />
      </div>
      {!bare && (
        <div class="visually-hidden">
          <FigureTable rows={rows} scale={scale} say={say} caption={alt} />
        </div>
      )}
    </div>
  );
}
