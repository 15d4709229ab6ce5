/** The question before a stick is taken over that may not be the newest, with all that is known of it. */
import { useEffect, useRef } from 'preact/hooks';
import type { StickDoubt } from '../../../../core/stick.ts';
import { sayLaptop } from '../../laptopWords.ts';
import { sayDate } from '../../words.ts';

interface Props {
  doubt: StickDoubt;
  take: () => void;
  leave: () => void;
}

export function Doubt({ doubt: { day, minute, age, newer, sessions }, take, leave }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that asked is above it, and may be out of sight.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="laptop-sure laptop-doubt" role="group" aria-labelledby="doubt">
      <h3 id="doubt" tabIndex={-1} ref={heading}>
        {sayLaptop('take.doubt.title')}
      </h3>
      {newer !== '' && (
        <p>
          <strong>{sayLaptop('take.doubt.newer', { folder: newer })}</strong>
        </p>
      )}
      <p>
        {sayLaptop('take.doubt.made', { day: sayDate(day), minute })} {ago(age)}
      </p>
      {sessions.map(({ name, ended }) => (
        <p key={name}>{sayLaptop(ended ? 'take.doubt.ended' : 'take.doubt.has', { name })}</p>
      ))}
      <p>{sayLaptop('take.doubt.why')}</p>
      <div class="row">
        <button type="button" class="button danger" onClick={take}>
          {sayLaptop('take.doubt.do')}
        </button>
        <button type="button" class="button button-main" onClick={leave}>
          {sayLaptop('else.cancel')}
        </button>
      </div>
    </div>
  );
}

/** How long ago, in the largest unit that there is a whole one and a half of. */
function ago(minutes: number): string {
  if (minutes < 0) return sayLaptop('take.doubt.ahead');
  if (minutes < 90) return sayLaptop('take.doubt.minutes', { n: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 36
    ? sayLaptop('take.doubt.hours', { n: hours })
    : sayLaptop('take.doubt.days', { n: Math.round(hours / 24) });
}
