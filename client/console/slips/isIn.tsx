/** A number that is in already: look at the slip, take it out, or type another number. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Question } from '../live/questions.tsx';
import { useStepKeys } from './keys.ts';
import type { Asking } from './useAsking.ts';
import { say } from './words.ts';

export function IsIn(props: {
  number: number;
  asking: Asking;
  change: () => void;
  takeOut: () => void;
  back: () => void;
}) {
  const { number, asking } = props;
  const [sure, setSure] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  useStepKeys((key) => {
    if (key === '1') props.change();
    else if (key === '2') setSure(true);
    else if (key === 'Escape' || key === 'Backspace' || key === 'ArrowUp') props.back();
    else return false;
    return true;
  });
  return (
    <section class="slips-card">
      <div
        ref={box}
        class="slips-step"
        tabIndex={-1}
        role="group"
        aria-labelledby="slips-in"
        aria-describedby="slips-in-text"
      >
        <h2 id="slips-in">{say('in.title', { number })}</h2>
        <p id="slips-in-text">{say('in.text')}</p>
        <div class="slips-keys">
          <Keyed keyName="1" label={say('in.change')} act={props.change} />
          <Keyed keyName="2" label={say('in.out')} act={() => setSure(true)} />
          <Keyed keyName="Esc" label={say('in.back')} act={props.back} />
        </div>
      </div>
      <p role="status" class="slips-told">
        {asking.told}
      </p>
      {sure && (
        <Question
          title={say('out.title', { number })}
          text={say('out.text')}
          yes={say('out.yes')}
          no={say('out.no')}
          answer={(yes) => {
            setSure(false);
            if (yes) props.takeOut();
          }}
        />
      )}
    </section>
  );
}

/** A button that has a key. */
export function Keyed(props: {
  keyName: string;
  label: string;
  act: () => void;
  on?: boolean;
  mark?: string;
  tone?: number;
}) {
  return (
    <button
      type="button"
      class={props.on === true ? 'slips-key slips-key-on' : 'slips-key'}
      {...(props.on === undefined ? {} : { 'aria-pressed': props.on })}
      onClick={props.act}
    >
      <kbd>{props.keyName}</kbd>
      {props.mark !== undefined && (
        <span class={`slips-mark tone-${props.tone}`} aria-hidden="true">
          {props.mark}
        </span>
      )}
      <span dir="auto">{props.label}</span>
    </button>
  );
}
