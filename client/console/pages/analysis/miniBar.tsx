/**
 * A small diverging bar, drawn as shapes: hundreds of them are light, print without backgrounds, and stay
 * apart by their outlines. Its numbers stand beside it as text, so that it says nothing to those who listen.
 */
import { barsOf } from '../../../../core/chart/bars.ts';
import type { Neutral } from '../../../../core/chart/bars.ts';
import type { Figure } from '../../../../core/results.ts';
import type { Scale } from '../../../../core/scale.ts';

const HEIGHT = 24;

interface Props {
  figure: Figure;
  scale: Scale;
  /** Ends of its axis in percent, unless it is plain. */
  reach: number;
  neutral: Neutral;
  hatched: boolean;
}

export function MiniBar({ figure, scale, reach, neutral, hatched }: Props) {
  // Beside the sides there is no room for a block of its own: set apart, the middle is left out here.
  const bars = barsOf([{ label: '', figure }], scale, neutral, { sides: reach, middle: 100 });
  const plain = neutral === 'plain';
  const from = plain ? 0 : -reach;
  const width = plain ? 100 : 2 * reach;
  return (
    <svg
      class="mini"
      viewBox={`${from} 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {(bars.bars[0]?.segments ?? [])
        .filter((s) => s.count > 0 && !s.apart)
        .map((s) => (
          <rect
            key={s.code}
            class={`fill-${s.tone}`}
            x={s.from}
            y={2}
            width={s.to - s.from}
            height={HEIGHT - 4}
          />
        ))}
      {hatched &&
        (bars.bars[0]?.segments ?? [])
          .filter((s) => s.count > 0 && !s.apart && s.tone !== 3)
          .map((s) => (
            <rect
              key={s.code}
              class="hatch"
              fill={`url(#hatch-${s.tone})`}
              x={s.from}
              y={2}
              width={s.to - s.from}
              height={HEIGHT - 4}
            />
          ))}
      {!plain && <line class="nought" x1={0} x2={0} y1={0} y2={HEIGHT} />}
    </svg>
  );
}

/** The patterns of the small bars, once on the page: lines for disagreeing, dots for agreeing. */
export function MiniPatterns() {
  const stripes = [0, 1, 2] as const;
  const dots = [4, 5, 6] as const;
  return (
    <svg class="visually-hidden" aria-hidden="true" focusable="false">
      <defs>
        {stripes.map((tone) => (
          <pattern
            key={tone}
            id={`hatch-${tone}`}
            width={tone === 0 ? 5 : 9}
            height={8}
            patternUnits="userSpaceOnUse"
            patternTransform="skewX(-30)"
          >
            <rect class={`ink-${tone}`} width={tone === 0 ? 1.6 : 1.2} height={8} />
          </pattern>
        ))}
        {dots.map((tone) => (
          <pattern
            key={tone}
            id={`hatch-${tone}`}
            width={tone === 6 ? 6 : 9}
            height={tone === 6 ? 6 : 8}
            patternUnits="userSpaceOnUse"
          >
            <rect
              class={`ink-${tone}`}
              x={1}
              y={1}
              width={tone === 6 ? 2.6 : 1.8}
              height={tone === 6 ? 3 : 2}
            />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
