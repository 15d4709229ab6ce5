/** One slip after the other: its number, what stands on it, what a second entry says. */
import { useRef, useState } from 'preact/hooks';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import type { Slip } from '../../../core/slips.ts';
import type { ConsoleView } from '../../../core/view.ts';
import type { ConsoleLink } from '../socket.ts';
import { newEntryId } from './ask.ts';
import { Comparing } from './comparing.tsx';
import { Filling, type NotSaved } from './filling.tsx';
import { IsIn } from './isIn.tsx';
import { draftOf, newDraft, slipOf, type Draft, type Form } from './model.ts';
import { NotOpened, NumberStep, Shuffle } from './number.tsx';
import { Summary } from './summary.tsx';
import { useAsking } from './useAsking.ts';
import { formOf, say } from './words.ts';

/** What is on the screen; the form is that of the moment in which the slip was begun. */
type Now =
  /** `typed`: digits of the next number that came while the last slip was still being saved. */
  | { is: 'number'; told: string; typed: string }
  | { is: 'in'; number: number }
  | { is: 'slip'; draft: Draft; form: Form }
  | { is: 'differ'; draft: Draft; form: Form; first: Slip };

export function Entering({ link, view }: { link: ConsoleLink; view: ConsoleView }) {
  const [now, setNow] = useState<Now>({ is: 'number', told: '', typed: '' });
  const [work, setWork] = useState<'enter' | 'check'>('enter');
  const asking = useAsking(view.session.id);
  /** What was sent once. Given up waiting for, it may have been saved. */
  const asked = useRef(new Set<string>());
  /** Which was found to say the same just now, until the laptop tells of it. */
  const same = useRef<{ number: number; before: ConsoleView['slips'] } | null>(null);
  const latest = useRef(view.slips);
  latest.current = view.slips;
  const isChecked = (number: number): boolean =>
    view.slips.checked.includes(number) ||
    (same.current?.number === number && same.current.before === view.slips);
  const toNumber = (told: string): void => setNow({ is: 'number', told, typed: asking.typedAhead() });

  const begin = (number: number): void => {
    const { entered, known } = view.slips;
    const isThere = entered.includes(number);
    if (isThere && !known.includes(number)) toNumber(say('told.forgotten', { number }));
    else if (work === 'check' && !isThere) toNumber(say('told.unknown', { number }));
    else if (work === 'check' && isChecked(number)) toNumber(say('told.checked', { number }));
    else if (work === 'enter' && isThere) setNow({ is: 'in', number });
    else {
      const form = formOf(view);
      setNow({ is: 'slip', draft: newDraft(form, work, number, newEntryId()), form });
    }
  };
  const callUp = async (number: number): Promise<void> => {
    const form = formOf(view);
    const answer = await asking.ask({ do: 'read', number });
    if (answer === null) return;
    if (isRefusal(answer.answer)) toNumber(wordsOf(answer.answer, number));
    else if ('slip' in answer.answer)
      setNow({ is: 'slip', draft: draftOf(form, number, newEntryId(), answer.answer.slip), form });
  };
  const takeOut = async (number: number): Promise<void> => {
    const sent = await asking.ask({ do: 'takeOut', number });
    if (sent === null) return;
    const isOut = !isRefusal(sent.answer) || (sent.again && sent.answer.refusal === 'slip-unknown');
    toNumber(isOut ? say('told.out', { number }) : wordsOf(sent.answer as Refusal, number));
  };
  /** Sends a slip; what it answers is where to go on, or why it stays where it is. */
  const save = async (draft: Draft, form: Form): Promise<NotSaved | null> => {
    const { number, id } = draft;
    const first = !asked.current.has(id);
    asked.current.add(id);
    const card = draft.card.trim() === '' ? {} : { card: draft.card };
    const slip = slipOf(draft);
    const sent =
      draft.work === 'check'
        ? await asking.ask({ do: 'check', number, id, slip })
        : await asking.ask({ do: draft.work, number, id, slip, ...card });
    if (sent === null) return null;
    const { answer, again } = sent;
    if (!isRefusal(answer)) {
      if ('first' in answer) setNow({ is: 'differ', draft, form, first: answer.first });
      else {
        if (draft.work === 'check') same.current = { number, before: latest.current };
        toNumber(
          say(
            draft.work === 'check' ? 'told.same' : draft.work === 'change' ? 'told.changed' : 'told.saved',
            {
              number,
            },
          ),
        );
      }
      return null;
    }
    const isForgotten = draft.work === 'enter' && answer.refusal === 'slip-forgotten';
    // The first time it was carried out, and then the program was started again.
    if (again && isForgotten) toNumber(say('told.before', { number }));
    // Where it may have been this slip itself, a second number would count it twice.
    else if (answer.refusal === 'slip-entered' || (isForgotten && first && !again))
      return { why: say('told.taken', { number }), taken: true };
    else return { why: say('told.again', { why: wordsOf(answer, number) }), taken: false };
    return null;
  };

  switch (now.is) {
    case 'number':
      return (
        <>
          <NotOpened link={link} view={view} />
          {view.room.state === 'ended' && (
            <p class="slips-away">{say(view.room.hold ? 'ended.held' : 'ended.soon')}</p>
          )}
          <Shuffle />
          <NumberStep
            view={view}
            told={now.told}
            typed={now.typed}
            work={work}
            setWork={(next) => {
              setWork(next);
              toNumber('');
            }}
            begin={begin}
            setPile={(slips) => void asking.ask({ do: 'pile', slips })}
          />
          <Summary slips={view.slips} />
        </>
      );
    case 'in':
      return (
        <IsIn
          number={now.number}
          asking={asking}
          change={() => void callUp(now.number)}
          takeOut={() => void takeOut(now.number)}
          back={() => toNumber('')}
        />
      );
    case 'slip':
      return (
        <Filling
          key={now.draft.id}
          begun={now.draft}
          form={now.form}
          asking={asking}
          entered={view.slips.entered}
          save={(draft) => save(draft, now.form)}
          leave={() => toNumber('')}
        />
      );
    case 'differ':
      return (
        <Comparing
          key={JSON.stringify(now.first)}
          draft={now.draft}
          form={now.form}
          first={now.first}
          asking={asking}
          decided={() => toNumber(say('told.decided', { number: now.draft.number }))}
          compareAgain={async () => (await save({ ...now.draft, id: newEntryId() }, now.form))?.why ?? null}
          leave={() => toNumber('')}
        />
      );
  }
}

/** Why not, about this slip. */
function wordsOf({ refusal }: Refusal, number: number): string {
  if (refusal === 'slip-forgotten') return say('told.forgotten', { number });
  if (refusal === 'slip-unknown') return say('told.unknown', { number });
  if (refusal === 'left') return say('told.left', { number });
  return REFUSALS[refusal].wording;
}
