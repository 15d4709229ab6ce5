/** Asks before what was typed goes for good. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { dropSecondPress } from '../../secondPress.ts';
import { sayInterview as say } from './interview.ts';

export function Sure({ words, drop, keep }: { words: string; drop: () => void; keep: () => void }) {
  const question = useRef<HTMLParagraphElement>(null);
  // Below what was read out it would stand behind its own buttons on a small phone.
  useLayoutEffect(() => {
    question.current?.scrollIntoView({ block: 'center' });
    dropSecondPress();
    return () => dropSecondPress();
  }, []);
  return (
    <div role="alert">
      <p ref={question}>{words}</p>
      <div class="iv-foot">
        <button type="button" class="button" onClick={drop}>
          {say('end.drop.do')}
        </button>
        <button type="button" class="button button-main" onClick={keep}>
          {say('end.drop.keep')}
        </button>
      </div>
    </div>
  );
}
