/** The answers in order, each with its colour, its mark and its word. */
import type { Heading } from '../../../core/answers.ts';

interface Props {
  headings: readonly Heading[];
  /** With the patterns that the picture has. */
  hatched?: boolean;
}

export function Legend({ headings, hatched = false }: Props) {
  return (
    <ul class={`legend${hatched ? ' legend-hatched' : ''}`}>
      {headings.map((h) => (
        <li key={h.code}>
          <span class={`legend-box tone-${h.tone}`} aria-hidden="true">
            <span class="legend-mark">{h.mark}</span>
          </span>
          <bdi>{h.word}</bdi>
        </li>
      ))}
    </ul>
  );
}
