/** A person's own post-it: covered, so that the next seat does not read it, until it is tapped. */
import type { JSX } from 'preact';
import type { Entry } from '../shared/outbox.ts';
import type { Scale } from '../../core/scale.ts';
import { Mark } from './parts.tsx';
import { answerWord, say, toneAndMark } from './words.ts';

export function OwnPostItCard(props: {
  own: Pick<Entry, 'answer' | 'comment' | 'audience'>;
  scale: Scale;
  shown: boolean;
  toggle: () => void;
}): JSX.Element | null {
  const { own, scale, shown } = props;
  if (own.answer === null) return null;
  const tone = shown ? toneAndMark(scale, own.answer)?.tone : undefined;
  return (
    <button
      type="button"
      class={`note${tone === undefined ? '' : ` note-${tone}`}`}
      aria-expanded={shown}
      onClick={props.toggle}
    >
      {shown ? (
        <>
          <span class="note-answer" dir="auto">
            {answerWord(scale, own.answer)} <Mark scale={scale} answer={own.answer} />
          </span>
          {own.comment !== '' && (
            <>
              <span class="pre" dir="auto">
                {own.comment}
              </span>
              <span class="note-foot">{say(own.audience === 0 ? 'own.room' : 'own.team')}</span>
            </>
          )}
          <span class="note-foot">{say('own.cover')}</span>
        </>
      ) : (
        <span>{say('own.show')}</span>
      )}
    </button>
  );
}
