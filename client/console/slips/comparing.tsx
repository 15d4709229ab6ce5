/** Two entries of one slip side by side: of each difference somebody says, from the paper, which one holds. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isRefusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import { answerOn, differencesOf, type Difference, type Holds, type Slip } from '../../../core/slips.ts';
import { Question } from '../live/questions.tsx';
import { leadsBack, useStepKeys } from './keys.ts';
import { slipOf, type Draft, type Form } from './model.ts';
import { newEntryId } from './ask.ts';
import type { Asking } from './useAsking.ts';
import { answerText, groupsText, say, textOn } from './words.ts';

export function Comparing(props: {
  draft: Draft;
  form: Form;
  /** What was entered first. */
  first: Slip;
  asking: Asking;
  decided: () => void;
  /** What was entered first has changed: it is compared anew. */
  compareAgain: () => Promise<string | null>;
  leave: () => void;
}) {
  const { draft, form, first, asking } = props;
  const second = slipOf(draft);
  const differences = differencesOf(first, second);
  const [choices, setChoices] = useState<readonly (Holds | null)[]>(() => differences.map(() => null));
  const [at, setAt] = useState(0);
  const [id] = useState(newEntryId);
  const [told, setTold] = useState('');
  const [leaving, setLeaving] = useState(false);
  const rows = useRef<(HTMLElement | null)[]>([]);
  const button = useRef<HTMLButtonElement>(null);
  const last = differences.length;
  useLayoutEffect(() => (at < last ? rows.current[at] : button.current)?.focus(), [at, last]);
  const open = choices.filter((c) => c === null).length;

  const choose = (i: number, holds: Holds): void => {
    const next = choices.with(i, holds);
    setChoices(next);
    const after = next.findIndex((c, k) => c === null && k > i);
    setAt(after === -1 ? (next.includes(null) ? next.indexOf(null) : last) : after);
  };
  const save = async (): Promise<void> => {
    if (asking.busy) return;
    if (open > 0) return setAt(choices.indexOf(null));
    setTold('');
    const chosen = choices.flatMap((c) => c ?? []);
    const sent = await asking.ask({ do: 'decide', number: draft.number, id, slip: second, choices: chosen });
    if (sent === null) return;
    const { answer } = sent;
    if (!isRefusal(answer)) props.decided();
    else if (answer.refusal === 'changed-elsewhere') {
      setTold(say('told.newer', { number: draft.number }));
      const why = await props.compareAgain();
      if (why !== null) setTold(why);
    } else setTold(say('told.again', { why: REFUSALS[answer.refusal].wording }));
  };
  useStepKeys((key) => {
    if (key === 'Escape') setLeaving(true);
    else if (key === 'Enter') void save();
    else if ((key === '1' || key === '2') && at < last) choose(at, key === '1' ? 'first' : 'second');
    else if (leadsBack(key, null)) setAt(Math.max(0, at - 1));
    else if (key === 'ArrowDown') setAt(Math.min(last, at + 1));
    else return false;
    return true;
  });
  return (
    <section class="slips-card" aria-labelledby="slips-differ">
      <h2 id="slips-differ">{say('differ.title', { n: last, number: draft.number })}</h2>
      <p>{say('differ.text')}</p>
      {differences.map((difference, i) => (
        <div
          key={i}
          ref={(row) => {
            rows.current[i] = row;
          }}
          class={i === at ? 'slips-differ slips-differ-now' : 'slips-differ'}
          tabIndex={-1}
          role="group"
          aria-labelledby={`slips-differ-${i}`}
          aria-describedby="slips-keys"
          onFocus={() => setAt(i)}
        >
          <h3 id={`slips-differ-${i}`} dir="auto">
            {aboutText(form, draft, difference)}
          </h3>
          <div class="slips-sides">
            {(['first', 'second'] as const).map((side) => (
              <button
                type="button"
                key={side}
                class={choices[i] === side ? 'slips-side slips-side-on' : 'slips-side'}
                aria-pressed={choices[i] === side}
                onClick={() => choose(i, side)}
              >
                <kbd>{side === 'first' ? '1' : '2'}</kbd>
                <span class="slips-which">{say(`differ.${side}`)}</span>
                <span dir="auto">{saidOn(form, side === 'first' ? first : second, difference)}</span>
              </button>
            ))}
          </div>
        </div>
      ))}
      <p class="slips-save">
        <button
          ref={button}
          type="button"
          class="button button-main button-large"
          aria-disabled={open > 0 || asking.busy}
          onClick={() => void save()}
        >
          {say('differ.save')}
        </button>
        <span id="slips-keys" class="soft">
          {open > 0 && say('differ.open', { n: open })} {say('differ.keys')}
        </span>
      </p>
      <p role="status" class="slips-told">
        {asking.told === '' ? told : asking.told}
      </p>
      {leaving && (
        <Question
          title={say('leave.title', { number: draft.number })}
          text={say('leave.text')}
          no={say('leave.no')}
          yes={say('leave.yes')}
          answer={(yes) => {
            setLeaving(false);
            if (!yes) return;
            asking.stop();
            props.leave();
          }}
        />
      )}
    </section>
  );
}

function aboutText(form: Form, draft: Draft, difference: Difference): string {
  if (!('board' in difference)) return say(`differ.${difference.about}`);
  const at = form.boards.findIndex((b) => b.n === difference.board);
  const board = form.boards[at];
  const text = board === undefined ? '' : textOn(board, draft.groups);
  return say(`differ.${difference.about}`, { n: at + 1, text });
}

/** What one of the two says there. */
function saidOn(form: Form, slip: Slip, difference: Difference): string {
  switch (difference.about) {
    case 'groups':
      return groupsText(form, slip.groups);
    case 'quote':
      return say(slip.quote ? 'differ.yes' : 'differ.no');
    case 'audience':
      return say(slip.audience === 'room' ? 'differ.room' : 'differ.team');
    case 'comment': {
      const comment = answerOn(slip, difference.board)?.comment.trim() ?? '';
      return comment === '' ? say('differ.none') : comment;
    }
    case 'answer': {
      const scale = form.boards.find((b) => b.n === difference.board)?.scale;
      return scale === undefined ? '' : answerText(scale, answerOn(slip, difference.board)?.answer ?? null);
    }
  }
}
