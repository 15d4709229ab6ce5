/** The answers in order, each with its colour, its mark and its word. */
import type { Heading } from '../../../core/answers.ts';

interface Props {
  headings: readonly Heading[];
  /** With the patterns that the picture has. */
  hatched?: boolean;
}

/** From this many letters in all words on, they are smaller and in columns, so that the picture keeps its place. */
const LONG = 160;

export function Legend({ headings, hatched = false }: Props) {
  const long = headings.reduce((n, h) => n + h.word.length, 0) >= LONG;
  return (
    <ul class={`legend${hatched ? ' legend-hatched' : ''}${long ? ' legend-long' : ''}`}>
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
