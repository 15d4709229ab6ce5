/** The words under a statement: typed as they are written, or passed over by Enter. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import { codePoints } from '../../../core/text.ts';
import { leadsBack } from './keys.ts';
import type { StepProps } from './filling.tsx';
import { Go } from './steps.tsx';
import { answerText, say, textOn } from './words.ts';

export function CommentStep({ form, draft, set, on, back, i }: StepProps & { i: number }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const board = form.boards[i];
  if (board === undefined) return null;
  const typed = draft.typed.get(board.n) ?? { answer: null, comment: '' };
  const left = LIMITS.commentCodePoints - codePoints(typed.comment);
  const write = (comment: string): void =>
    set({ typed: new Map(draft.typed).set(board.n, { ...typed, comment }) });
  const go = (): void => {
    if (left >= 0) on();
  };
  return (
    <div class="slips-step">
      <p class="slips-at">{say('statement', { n: i + 1, of: form.boards.length })}</p>
      <h3 class="slips-statement" dir="auto">
        {textOn(board, draft.groups)}
      </h3>
      <p class="slips-marked">{answerText(board.scale, typed.answer)}</p>
      <label class="field">
        <span>{say('comment.label')}</span>
        <textarea
          ref={field}
          rows={3}
          dir="auto"
          autocomplete="off"
          aria-describedby="slips-keys slips-left"
          value={typed.comment}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter' && !event.shiftKey) go();
            else if (leadsBack(event.key, event.currentTarget)) back();
            else return;
            event.preventDefault();
          }}
        />
      </label>
      <p id="slips-left" role="status" class={left < 0 ? 'bad' : 'soft'}>
        {left < 50 && say('comment.left', { n: left })} {left < 0 && say('comment.long')}
      </p>
      <p id="slips-keys" class="soft">
        {say('comment.keys')}
      </p>
      <Go act={go} off={left < 0} />
    </div>
  );
}
