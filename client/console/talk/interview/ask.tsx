/** One question, a large box, next and back. The field is the browser's own: nothing that arrives touches it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { capMarks } from '../../../../core/text.ts';
import type { InterviewPage } from '../../../../core/talk/api.ts';
import { Signs } from '../sources/signs.tsx';
import { typedText } from '../typed.ts';
import { sayInterview as say, tooMany, type Interview } from './interview.ts';

const NO_LISTS = { names: [], places: [] };

export function Ask({ interview, page }: { interview: Interview; page: InterviewPage | null }) {
  const { at, questions, answers } = interview.begun.value;
  const typed = answers[at] ?? '';
  const over = tooMany(interview.begun.value);
  const [held, setHeld] = useState(false);
  const [first] = useState(typed);
  const heading = useRef<HTMLHeadingElement>(null);
  // The next question is read first, by whoever listens to the screen too.
  useLayoutEffect(() => heading.current?.focus(), []);
  const last = at === questions.length - 1;
  const go = (by: -1 | 1): void => {
    if (typedText(typed) === null || over > 0) return setHeld(true);
    if (by < 0 && at === 0) return interview.set({ step: 'told' });
    // A sign-in that is used does not come to its end in the middle.
    interview.refresh();
    interview.set(last && by > 0 ? { step: 'end' } : { at: at + by });
  };
  return (
    <main class="iv iv-ask">
      <p class="iv-quiet">
        {last ? say('step.more') : say('step', { n: at + 1, all: questions.length - 1 })}
        <span role="status">{interview.away.value ? say('away') : say('kept.here')}</span>
      </p>
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {capMarks(questions[at] ?? '')}
      </h1>
      <textarea
        dir="auto"
        aria-label={say('box')}
        placeholder={say('box.hint')}
        defaultValue={first}
        onInput={(event) => interview.answer(event.currentTarget.value)}
      />
      <Signs text={typed} names={page?.lists ?? NO_LISTS} />
      {over > 0 && (
        <p class="bad" role={held ? 'alert' : 'status'}>
          {say('box.long', { n: over })}
        </p>
      )}
      <div class="iv-foot">
        <button type="button" class="button" onClick={() => go(-1)}>
          {say('back')}
        </button>
        <button type="button" class="button button-main" onClick={() => go(1)}>
          {say(last ? 'to.end' : 'next')}
        </button>
      </div>
    </main>
  );
}
