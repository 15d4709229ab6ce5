/** Placing: a list of radios, an optional comment, one button. Nothing is sent before it is pressed. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { COMMENT_CODE_POINTS } from '../../core/limits.ts';
import type { Answer, Scale } from '../../core/scale.ts';
import { points } from '../../core/scale.ts';
import { cleanText, codePoints } from '../../core/text.ts';
import { AnswerFace, Button, Choice, Problem } from './parts.tsx';
import type { Draft } from './phone.ts';
import { refusalWord, say } from './words.ts';

const EMPTY: Draft = { answer: null, comment: '', audience: 0 };

/** The state of one form; what is typed is kept for this tab. */
export interface Form {
  draft: Draft;
  problem: { text: string; target: string } | null;
  change: (part: Partial<Draft>) => void;
  submit: () => void;
}

export function useForm(
  first: Draft | null,
  keep: (draft: Draft) => void,
  place: (draft: Draft) => void,
): Form {
  const [draft, setDraft] = useState(first ?? EMPTY);
  const [problem, setProblem] = useState<Form['problem']>(null);
  return {
    draft,
    problem,
    change(part) {
      const next = { ...draft, ...part };
      setDraft(next);
      keep(next);
      if (part.answer !== undefined) setProblem(null);
    },
    submit() {
      const comment = cleanText(draft.comment);
      if (draft.answer === null) setProblem({ text: say('form.choose'), target: 'answer-1' });
      else if (comment === null) setProblem({ text: refusalWord('bad-characters'), target: 'comment' });
      else if (codePoints(comment) > COMMENT_CODE_POINTS)
        setProblem({ text: refusalWord('too-long'), target: 'comment' });
      else place({ ...draft, comment, audience: comment === '' ? 0 : draft.audience });
    },
  };
}

/** The radios and the comment; the button is the screen's. */
export function PlaceForm({ form, scale }: { form: Form; scale: Scale }): JSX.Element {
  const { draft, problem, change } = form;
  const choice = (answer: Answer): JSX.Element => (
    <Choice
      key={answer}
      id={`answer-${answer}`}
      type="radio"
      name="answer"
      checked={draft.answer === answer}
      onChange={() => change({ answer })}
    >
      <AnswerFace scale={scale} answer={answer} />
    </Choice>
  );
  return (
    <>
      {problem !== null && <Problem {...problem} />}
      <fieldset>
        <legend class="visually-hidden">{say('form.legend')}</legend>
        {Array.from({ length: points(scale) }, (_, i) => choice(i + 1))}
        {scale.declines.length > 0 && <p class="hint apart">{say('form.decline')}</p>}
        {scale.declines.map(choice)}
      </fieldset>
      <Comment draft={draft} change={change} />
    </>
  );
}

function Comment({ draft, change }: Pick<Form, 'draft' | 'change'>): JSX.Element {
  const left = COMMENT_CODE_POINTS - codePoints(draft.comment);
  return (
    <>
      <label for="comment" class="apart">
        {say('form.comment')}
      </label>
      <p class="hint" id="comment-hint">
        {say('form.hint')}
      </p>
      <textarea
        id="comment"
        rows={3}
        dir="auto"
        value={draft.comment}
        onInput={(event) => change({ comment: event.currentTarget.value })}
        aria-describedby="comment-hint comment-count"
        autocomplete="off"
      />
      <p class={left < 0 ? 'hint over' : 'hint'} id="comment-count">
        {left < 0 ? say('form.over', { n: -left }) : say('form.count', { n: left })}
      </p>
      {draft.comment.trim() !== '' && (
        <fieldset>
          <legend>{say('form.audience')}</legend>
          {([0, 1] as const).map((audience) => (
            <Choice
              key={audience}
              type="radio"
              name="audience"
              checked={draft.audience === audience}
              onChange={() => change({ audience })}
            >
              {say(audience === 0 ? 'form.room' : 'form.team')}
            </Choice>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** The button that places, and for a change the way out of it. */
export function PlaceActions(props: { form: Form; cancel: (() => void) | null }): JSX.Element {
  return (
    <>
      <Button kind="primary" onClick={props.form.submit}>
        {say(props.cancel === null ? 'form.place' : 'form.replace')}
      </Button>
      {props.cancel !== null && <Button onClick={props.cancel}>{say('form.cancel')}</Button>}
    </>
  );
}
