/** The answers in order, each with its colour, its mark and its word. */
import type { Heading } from '../answers.ts';

export function Legend({ headings }: { headings: readonly Heading[] }) {
  return (
    <ul class="legend">
      {headings.map((h) => (
        <li key={h.code}>
          <span class={`legend-box tone-${h.tone}`} aria-hidden="true">
            {h.mark}
          </span>
          <bdi>{h.word}</bdi>
        </li>
      ))}
    </ul>
  );
}
