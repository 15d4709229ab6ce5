/** The headings of the wall in their order and colours, with counts once there are any. */
import type { ComponentChildren } from 'preact';
import type { Scale } from '../../core/scale.ts';
import { points } from '../../core/scale.ts';
import type { Heading } from '../../core/answers.ts';
import { headingsOf } from '../../core/answers.ts';
import { say } from './words.ts';

interface Props {
  scale: Scale;
  counts: readonly number[] | null;
}

export function Headings({ scale, counts }: Props) {
  const many = points(scale) > 5;
  return (
    <ul class={`headings${counts === null ? '' : ' headings-counted'}${many ? ' headings-many' : ''}`}>
      {headingsOf(say, scale).map((h) => (
        <li key={h.code} class={`heading tone-${h.tone}`}>
          <HeadingText heading={h}>
            {counts !== null && (
              <span class="heading-count">{say('chart.number', { n: counts[h.code - 1] ?? 0 })}</span>
            )}
          </HeadingText>
        </li>
      ))}
    </ul>
  );
}

function HeadingText({ heading, children }: { heading: Heading; children: ComponentChildren }) {
  return (
    <>
      <span class="heading-mark" aria-hidden="true">
        {heading.mark}
      </span>
      <bdi class="heading-word" dir="auto">
        {heading.word}
      </bdi>
      {children}
    </>
  );
}
