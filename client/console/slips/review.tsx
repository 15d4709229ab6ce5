/** The slip read back, a line for each statement, with what is ticked on it as a whole. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { leadsBack, useStepKeys } from './keys.ts';
import type { StepProps } from './filling.tsx';
import { Keyed } from './isIn.tsx';
import type { Step } from './model.ts';
import type { Asking } from './useAsking.ts';
import { answerText, groupsText, say, textOn } from './words.ts';

export function Review(
  props: StepProps & {
    asking: Asking;
    children: ComponentChildren;
    save: () => void;
    change: (step: Step) => void;
    /** Its number is taken: to another one. */
    renumber: (() => void) | null;
  },
) {
  const { form, draft, set, back, asking, save, change, renumber } = props;
  const { busy } = asking;
  const button = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  const says = form.boards.some((b) => (draft.typed.get(b.n)?.comment.trim() ?? '') !== '');
  const audience = (): void => set({ audience: draft.audience === 'room' ? 'team' : 'room' });
  useStepKeys((key, inField) => {
    if (busy && /^[\dqrc]$/i.test(key)) asking.meanwhile(key);
    else if (key === 'Enter') save();
    else if (inField) return false;
    else if (key.toLowerCase() === 'n' && renumber !== null) renumber();
    else if (key.toLowerCase() === 'q') set({ quote: !draft.quote });
    else if (key.toLowerCase() === 'r' && says) audience();
    else if (key.toLowerCase() === 'c' && card.current !== null) card.current.focus();
    else if (leadsBack(key, null)) back();
    else if (/^[1-9]$/.test(key) && Number(key) <= form.boards.length)
      change({ at: 'answer', i: Number(key) - 1 });
    else return false;
    return true;
  });
  return (
    <div class="slips-step">
      <h3>{say('review.title')}</h3>
      <ol class="slips-lines">
        {form.groups.length > 1 && (
          <li class="slips-line-group">
            <span>{say('review.groups')}</span>
            <span class="slips-said" dir="auto">
              {groupsText(form, draft.groups)}
            </span>
            <Change what={say('review.groups')} act={() => change({ at: 'groups' })} />
          </li>
        )}
        {form.boards.map((board, i) => {
          const typed = draft.typed.get(board.n) ?? { answer: null, comment: '' };
          const text = textOn(board, draft.groups);
          return (
            <li key={board.n}>
              <span class="slips-short" dir="auto">
                {i + 1}. {text}
              </span>
              <span class="slips-said">
                {answerText(board.scale, typed.answer)}{' '}
                {typed.comment.trim() !== '' && <q dir="auto">{typed.comment.trim()}</q>}
              </span>
              <Change what={text} act={() => change({ at: 'answer', i })} />
            </li>
          );
        })}
      </ol>
      <div class="slips-ticks">
        <label class="check">
          <input
            type="checkbox"
            checked={draft.quote}
            onChange={(event) => set({ quote: event.currentTarget.checked })}
          />
          <span>
            <kbd>{say('review.quote.key')}</kbd> {say('review.quote')}
          </span>
        </label>
        {says && (
          <label class="check">
            <input type="checkbox" checked={draft.audience === 'room'} onChange={audience} />
            <span>
              <kbd>{say('review.audience.key')}</kbd> {say('review.audience')}.{' '}
              <span class="soft">{say('review.audience.no')}</span>
            </span>
          </label>
        )}
        {draft.work !== 'check' && (
          <label class="field slips-code">
            <span>
              <kbd>{say('review.card.key')}</kbd> {say('review.card')}
            </span>
            <input
              ref={card}
              type="text"
              autocomplete="off"
              spellcheck={false}
              maxLength={30}
              value={draft.card}
              onInput={(event) => set({ card: event.currentTarget.value })}
              onKeyDown={(event) => {
                if (!leadsBack(event.key, event.currentTarget)) return;
                event.preventDefault();
                button.current?.focus();
              }}
            />
          </label>
        )}
      </div>
      {props.children}
      {renumber !== null && <Keyed keyName={say('taken.key')} label={say('taken.offer')} act={renumber} />}
      <p class="slips-save">
        <button
          ref={button}
          type="button"
          class="button button-main button-large"
          aria-disabled={busy}
          onClick={save}
        >
          {say(draft.work === 'check' ? 'review.compare' : 'review.save')}
        </button>
        <span class="soft">{say('review.keys')}</span>
      </p>
    </div>
  );
}

function Change({ what, act }: { what: string; act: () => void }) {
  return (
    <button
      type="button"
      class="button slips-change"
      aria-label={say('review.change.what', { what })}
      onClick={act}
    >
      {say('review.change')}
    </button>
  );
}
