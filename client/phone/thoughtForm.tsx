/** Where a thought is written, or a statement that is proposed. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { COMMENT_CODE_POINTS, STATEMENT_CODE_POINTS } from '../../core/limits.ts';
import { cleanLine, cleanText, codePoints } from '../../core/text.ts';
import { isProposal, THERE } from '../../core/thought.ts';
import type { Begun } from './leftWords.ts';
import { beginsOtherwise, chosenLanguage } from './mine.ts';
import { Button, Choice, Problem } from './parts.tsx';
import type { Draft, Phone } from './phone.ts';
import { sayTalk } from './talkWords.ts';
import { refusalWord, say } from './words.ts';

/** Which words a place has: those of a thought, or of a statement that is proposed. */
export const wordsOf = (place: number): 'thought' | 'proposal' =>
  isProposal(place) ? 'proposal' : 'thought';

export interface Own {
  place: number;
  saved: boolean;
  /** Null: this phone is not told what it says. */
  text: string | null;
  audience: 0 | 1;
}

const EMPTY: Draft = { answer: THERE, comment: '', audience: 0 };

export function ThoughtForm(props: {
  phone: Phone;
  place: number;
  before: Own | null;
  close: () => void;
}): JSX.Element {
  const { phone, place, before, close } = props;
  const [draft, setDraft] = useState<Begun>(
    phone.draft(place) ?? { ...EMPTY, comment: before?.text ?? '', audience: before?.audience ?? 0 },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const read = chosenLanguage() ?? phone.state.hello?.info.languages[0] ?? 'en';
  // What was told once that it begins otherwise is sent as it is.
  const [told, setTold] = useState('');
  const advised = told !== '' && told === draft.comment;
  const proposed = isProposal(place);
  const words = wordsOf(place);
  const most = proposed ? STATEMENT_CODE_POINTS : COMMENT_CODE_POINTS;
  const left = most - codePoints(draft.comment);
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    phone.keepDraft(place, next);
    setProblem(null);
  };
  const cancel = (): void => {
    phone.keepDraft(place, null);
    close();
  };
  const send = (): void => {
    const comment = (proposed ? cleanLine : cleanText)(draft.comment);
    if (comment === '') setProblem(sayTalk(`${words}.empty`));
    else if (comment === null) setProblem(refusalWord('bad-characters'));
    else if (codePoints(comment) > most) setProblem(refusalWord('too-long'));
    else if (proposed && beginsOtherwise(comment, read) && told !== draft.comment) setTold(draft.comment);
    else {
      phone.place(place, { answer: draft.answer, comment, audience: draft.audience });
      if (draft.from !== undefined) phone.outbox.settle(draft.from);
      close();
    }
  };
  return (
    <div class="thoughts">
      {problem !== null && <Problem text={problem} target="thought" />}
      {advised && (
        <p class="notice" role="alert">
          {sayTalk('proposal.begin')}
        </p>
      )}
      <label for="thought">{sayTalk(`${words}.label`)}</label>
      <p class="hint" id="thought-hint">
        {sayTalk(`${words}.hint`)}
      </p>
      <textarea
        id="thought"
        rows={proposed ? 3 : 4}
        dir="auto"
        value={draft.comment}
        ref={(box) => {
          if (!proposed && box !== null && document.activeElement === document.body) box.focus();
        }}
        onInput={(event) => change({ comment: event.currentTarget.value })}
        aria-describedby="thought-hint thought-count"
        autocomplete="off"
      />
      <p class={left < 0 ? 'hint over' : 'hint'} id="thought-count">
        {left < 0 ? say('form.over', { n: -left }) : say('form.count', { n: left })}
      </p>
      {!proposed && (
        <fieldset>
          <legend>{sayTalk('thought.audience')}</legend>
          {([0, 1] as const).map((audience) => (
            <Choice
              key={audience}
              type="radio"
              name="thought-audience"
              checked={draft.audience === audience}
              onChange={() => change({ audience })}
            >
              {say(audience === 0 ? 'form.room' : 'form.team')}
            </Choice>
          ))}
        </fieldset>
      )}
      <Button kind="primary" onClick={send}>
        {sayTalk(advised ? 'proposal.anyway' : before === null ? `${words}.send` : `${words}.change`)}
      </Button>
      <Button onClick={cancel}>{sayTalk('thought.cancel')}</Button>
    </div>
  );
}
