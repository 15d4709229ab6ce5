/**
 * The diverging stacked bars on a screen: a legend, the picture with its sentences for those who cannot
 * see it, and the same numbers in a table that only they are read.
 */
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Bar, ChartRow } from '../../../core/chart.ts';
import { divergingBars } from '../../../core/chart.ts';
import { FLOORS } from '../../../core/limits.ts';
import type { Scale } from '../../../core/scale.ts';
import { headingsOf } from '../answers.ts';
import type { ChartText } from './config.ts';
import { chartConfig } from './config.ts';
import { FigureTable } from './FigureTable.tsx';
import { Legend } from './Legend.tsx';
import { lookOf } from './look.ts';
import type { SayChart } from './words.ts';
import { altText } from './words.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

interface Props {
  /** Figures of one scale, everyone first. */
  rows: readonly ChartRow[];
  scale: Scale;
  say: SayChart;
  /** Ends of the axis in percent, for figures that are compared with each other. */
  reach?: number;
  /** Anything that changes when the theme or the size of text does: the picture is drawn anew. */
  look?: string;
  /** A table of the same numbers stands beside it already. */
  bare?: boolean;
}

/** Fills the box it is given; its text has that box's size and colour. */
export function DivergingChart({ rows, scale, say, reach, look = '', bare = false }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const what = JSON.stringify([rows, scale, reach, look]);

  useLayoutEffect(() => {
    const host = box.current;
    const target = canvas.current;
    if (host === null || target === null) return undefined;
    let chart: Chart | null = null;
    const draw = (): void => {
      chart?.destroy();
      chart = null;
      const { clientWidth, clientHeight } = host;
      if (clientWidth === 0 || clientHeight === 0) return;
      target.width = clientWidth;
      target.height = clientHeight;
      target.style.width = `${clientWidth}px`;
      target.style.height = `${clientHeight}px`;
      chart = new Chart(
        target,
        chartConfig(divergingBars(rows, scale, reach), scale, textOf(say, scale), lookOf(host)),
      );
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
      <Legend headings={headingsOf(say, scale)} />
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

function textOf(say: SayChart, scale: Scale): ChartText {
  const own = scale.kind === 'own';
  return {
    heads: own ? { left: '', right: '' } : { left: say('chart.disagree'), right: say('chart.agree') },
    label: (group, people) => say('chart.label', { group, people }),
    people: (n) => say('chart.people', { n }),
    side: (n, bar: Bar) =>
      bar.n < FLOORS.percentFrom
        ? say('chart.of', { n, of: bar.n })
        : say('chart.percent', { n: Math.round((100 * n) / bar.n) }),
    tick: (n) => say('chart.percent', { n }),
    number: (n) => say('chart.number', { n }),
  };
}
