/** What stands on one slip, question by question, until it is read back and saved. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Question } from '../live/questions.tsx';
import { CommentStep } from './commentStep.tsx';
import { AnswerStep, GroupStep } from './steps.tsx';
import { newEntryId } from './ask.ts';
import { Renumber } from './renumber.tsx';
import { Review } from './review.tsx';
import { useStepKeys } from './keys.ts';
import { firstStep, isTouched, stepAfter, stepBefore, type Draft, type Form, type Step } from './model.ts';
import type { Asking } from './useAsking.ts';
import { say } from './words.ts';

/** What each question gets: the slip as far as it is typed, and ways on and back. */
export interface StepProps {
  form: Form;
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  /** On from here, with what was just typed. */
  on: (part?: Partial<Draft>) => void;
  back: () => void;
}

/** Why a slip was not saved; `taken`: another one has its number. */
export interface NotSaved {
  why: string;
  taken: boolean;
}

export function Filling(props: {
  begun: Draft;
  form: Form;
  asking: Asking;
  /** Numbers that are in. */
  entered: readonly number[];
  /** @returns why it was not saved, or null */
  save: (draft: Draft) => Promise<NotSaved | null>;
  leave: () => void;
}) {
  const { form, asking } = props;
  const [draft, setDraft] = useState(props.begun);
  const [step, setStep] = useState<Step>(() => (draft.readBack ? { at: 'review' } : firstStep(form)));
  const [not, setNot] = useState<NotSaved | null>(null);
  const [numbering, setNumbering] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const touched = isTouched(form, draft);
  useBeforeLeaving(touched);

  const go = (next: Step, now: Draft): void => {
    // That its number is taken stays so while something else is changed.
    if (not?.taken !== true) setNot(null);
    setStep(next);
    setDraft(next.at === 'review' ? { ...now, readBack: true } : now);
  };
  const leave = (): void => (touched ? setLeaving(true) : props.leave());
  const back = (): void => {
    asking.stop();
    const before = stepBefore(form, draft, step);
    if (before === null) leave();
    else go(before, draft);
  };
  useStepKeys((key) => {
    if (key !== 'Escape' || numbering) return false;
    leave();
    return true;
  });
  const save = async (): Promise<void> => {
    if (asking.busy) return;
    setNot(null);
    setNot(await props.save(draft));
  };
  const parts: StepProps = {
    form,
    draft,
    set: (part) => setDraft((now) => ({ ...now, ...part })),
    on: (part = {}) => {
      const now = { ...draft, ...part };
      go(stepAfter(form, now, step), now);
    },
    back,
  };
  const status = (
    <p role="status" class="slips-told">
      {asking.told === '' ? not?.why : asking.told}
    </p>
  );
  return (
    <section class="slips-card" aria-labelledby="slips-slip">
      <h2 id="slips-slip" class="slips-slip">
        {say(`slip.${draft.work}`, { number: draft.number })}
      </h2>
      {step.at === 'groups' && <GroupStep {...parts} />}
      {step.at === 'answer' && <AnswerStep key={step.i} {...parts} i={step.i} />}
      {step.at === 'comment' && <CommentStep key={step.i} {...parts} i={step.i} />}
      {step.at === 'review' && numbering && (
        <Renumber
          entered={props.entered}
          renumber={(number) => {
            setNumbering(false);
            setNot(null);
            // Another entry: the one before was refused for good.
            setDraft({ ...draft, number, id: newEntryId() });
          }}
          back={() => setNumbering(false)}
        />
      )}
      {step.at === 'review' && !numbering && (
        <Review
          {...parts}
          asking={asking}
          save={() => void save()}
          change={(next) => go(next, draft)}
          renumber={not?.taken === true ? () => setNumbering(true) : null}
        >
          {status}
        </Review>
      )}
      {step.at !== 'review' && status}
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

/** The browser asks before the page goes while something typed is not saved. */
function useBeforeLeaving(touched: boolean): void {
  const latest = useRef(touched);
  latest.current = touched;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (latest.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}
