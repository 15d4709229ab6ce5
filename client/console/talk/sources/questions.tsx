/** The questions of the interview, with who proposed each and who agreed. */
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import { capMarks, codePoints } from '../../../../core/text.ts';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import {
  asAsked,
  NEW_QUESTION,
  PROPOSERS,
  type Proposer,
  type Question,
  type QuestionFields,
} from '../../../../core/talk/sources.ts';
import { Dialog } from '../../live/dialog.tsx';
import { useLeaving } from '../../leaving.tsx';
import { newEntryId } from '../../slips/ask.ts';
import type { TalkDesk } from '../desk.ts';
import { nextOrder } from '../newTheme.ts';
import { typedLine } from '../typed.ts';
import { Choice } from './details.tsx';
import { Signs } from './signs.tsx';
import { sayText } from './words.ts';

export function Questions({ desk, about }: { desk: TalkDesk; about: TalkAbout }) {
  const [open, setOpen] = useState<Question | 'new' | null>(null);
  const all = desk.texts.value.questions.toSorted(asAsked);
  const save = (fields: QuestionFields): void => {
    if (open === null) return;
    if (open === 'new') {
      const set = { ...fields, order: nextOrder(all) };
      desk.perform([{ of: 'question', key: newEntryId(), was: null, set }]);
      return;
    }
    const changed = (['text', 'proposedBy', 'agreedBy'] as const).filter(
      (name) => open[name] !== fields[name],
    );
    const pick = (from: QuestionFields): Partial<QuestionFields> =>
      Object.fromEntries(changed.map((name) => [name, from[name]]));
    if (changed.length > 0)
      desk.perform([{ of: 'question', key: open.id, was: pick(open), set: pick(fields) }]);
  };
  const remove = (one: Question): void => {
    const { id, ...was } = one;
    desk.perform([{ of: 'question', key: id, was, set: null }]);
  };
  const move = (at: number, by: -1 | 1): void => {
    const next = [...all];
    const [one, other] = [next[at], next[at + by]];
    if (one === undefined || other === undefined) return;
    [next[at], next[at + by]] = [other, one];
    // All in their places: two devices may have given two of them the same one.
    desk.perform(
      next.flatMap((question, i) =>
        question.order === i + 1
          ? []
          : [
              {
                of: 'question' as const,
                key: question.id,
                was: { order: question.order },
                set: { order: i + 1 },
              },
            ],
      ),
    );
  };
  return (
    <>
      {all.length === 0 ? (
        <section class="empty">
          <h2>{sayText('q.none')}</h2>
          <p>{sayText('q.none.text')}</p>
        </section>
      ) : (
        <ol class="question-list">
          {all.map((one, i) => (
            <li key={one.id}>
              <div>
                <p class="question-text">
                  <bdi>{capMarks(one.text)}</bdi>
                </p>
                <p class="source-facts">
                  <span>{sayText('q.by', { who: sayText(`proposed.${one.proposedBy}`) })}</span>
                  <span>
                    {one.agreedBy === ''
                      ? sayText('q.agreed.none')
                      : sayText('q.agreed.by', { who: capMarks(one.agreedBy) })}
                  </span>
                </p>
              </div>
              <p class="question-acts">
                <button type="button" class="button small" disabled={i === 0} onClick={() => move(i, -1)}>
                  {sayText('q.up')}
                  <Of n={i + 1} />
                </button>
                <button
                  type="button"
                  class="button small"
                  disabled={i === all.length - 1}
                  onClick={() => move(i, 1)}
                >
                  {sayText('q.down')}
                  <Of n={i + 1} />
                </button>
                <button type="button" class="button small" onClick={() => setOpen(one)}>
                  {sayText('change')}
                  <Of n={i + 1} />
                </button>
                <button type="button" class="button small" onClick={() => remove(one)}>
                  {sayText('remove')}
                  <Of n={i + 1} />
                </button>
              </p>
            </li>
          ))}
        </ol>
      )}
      <p>
        <button
          type="button"
          class="button"
          disabled={all.length >= LIMITS.questions}
          onClick={() => setOpen('new')}
        >
          {sayText('q.add')}
        </button>
      </p>
      {open !== null && (
        <QuestionDialog
          question={open === 'new' ? null : open}
          names={about.lists}
          save={save}
          close={() => setOpen(null)}
        />
      )}
    </>
  );
}

function Of({ n }: { n: number }) {
  return <span class="visually-hidden"> {sayText('q.of', { n })}</span>;
}

function QuestionDialog(props: {
  question: Question | null;
  names: TalkAbout['lists'];
  save: (fields: QuestionFields) => void;
  close: () => void;
}) {
  const [first] = useState<QuestionFields>(props.question ?? NEW_QUESTION);
  const [fields, setFields] = useState(first);
  const [wrong, setWrong] = useState('');
  const set = (more: Partial<QuestionFields>): void => setFields({ ...fields, ...more });
  const typed = JSON.stringify(fields) !== JSON.stringify(first);
  const { leave, question } = useLeaving(typed, props.close);
  return (
    <Dialog title={sayText(props.question === null ? 'q.new' : 'q.change')} asks holds={typed} close={leave}>
      <form
        class="form source-form"
        onSubmit={(event) => {
          event.preventDefault();
          const [text, agreedBy] = [typedLine(fields.text), typedLine(fields.agreedBy)];
          if (text === null || agreedBy === null || text === '') return setWrong(sayText('q.empty'));
          const over = codePoints(text) - LIMITS.questionText;
          if (over > 0) return setWrong(sayText('edit.long', { n: over }));
          props.save({ ...fields, text, agreedBy });
          props.close();
        }}
      >
        <label class="field">
          <span>{sayText('q.text')}</span>
          <textarea
            rows={3}
            dir="auto"
            maxLength={LIMITS.questionText}
            value={fields.text}
            onInput={(event) => set({ text: event.currentTarget.value })}
          />
        </label>
        <Choice
          label={sayText('q.proposed')}
          value={fields.proposedBy}
          choices={PROPOSERS.map((one) => [one, sayText(`proposed.${one}`)])}
          choose={(who) => set({ proposedBy: who as Proposer })}
        />
        <label class="field">
          <span>{sayText('q.agreed')}</span>
          <input
            type="text"
            dir="auto"
            maxLength={LIMITS.label}
            placeholder={sayText('q.agreed.hint')}
            value={fields.agreedBy}
            onInput={(event) => set({ agreedBy: event.currentTarget.value })}
          />
        </label>
        <Signs text={`${fields.text}\n${fields.agreedBy}`} names={props.names} />
        {wrong !== '' && (
          <p class="bad" role="alert">
            {wrong}
          </p>
        )}
        <div class="dialog-buttons">
          <button type="button" class="button" onClick={leave}>
            {sayText('edit.cancel')}
          </button>
          <button type="submit" class="button button-main">
            {sayText('edit.save')}
          </button>
        </div>
      </form>
      {question}
    </Dialog>
  );
}
