/** A question of a few answers, which is no statement. */
import type { JSX } from 'preact';
import { Choice } from './parts.tsx';

/** One question and its answers; nothing is chosen beforehand. */
export function Radios<T extends string | number>(props: {
  name: string;
  legend: string;
  answers: readonly T[];
  word: (answer: T) => string;
  chosen: T | null;
  choose: (answer: T) => void;
}): JSX.Element {
  const { name, legend, answers, word, chosen, choose } = props;
  return (
    <fieldset class="asked">
      <legend>{legend}</legend>
      {answers.map((answer, i) => (
        <Choice
          key={answer}
          id={`${name}-${i + 1}`}
          type="radio"
          name={name}
          checked={chosen === answer}
          onChange={() => choose(answer)}
        >
          {word(answer)}
        </Choice>
      ))}
    </fieldset>
  );
}
