/** A finished slip whose number another desk has used meanwhile gets another one; what was typed stays. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import { isSlipNumber } from '../../../core/slips.ts';
import { leadsBack, useStepKeys } from './keys.ts';
import { say } from './words.ts';

export function Renumber(props: {
  /** Numbers that are in. */
  entered: readonly number[];
  renumber: (number: number) => void;
  back: () => void;
}) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  useStepKeys((key) => {
    if (key !== 'Escape') return false;
    props.back();
    return true;
  });
  const go = (event: Event): void => {
    event.preventDefault();
    const number = /^\s*\d+\s*$/.test(typed) ? Number(typed) : 0;
    if (!isSlipNumber(number)) setWrong(say('number.wrong', { most: LIMITS.slips }));
    else if (props.entered.includes(number)) setWrong(say('taken.in', { number }));
    else return props.renumber(number);
    field.current?.select();
  };
  return (
    <div class="slips-step">
      <h3>{say('taken.title')}</h3>
      <p>{say('taken.text')}</p>
      <form class="slips-number" onSubmit={go}>
        <label class="field">
          <span>{say('taken.number')}</span>
          <input
            ref={field}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            maxLength={5}
            value={typed}
            aria-describedby="slips-taken"
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setWrong('');
            }}
            onKeyDown={(event) => {
              if (!leadsBack(event.key, event.currentTarget)) return;
              event.preventDefault();
              props.back();
            }}
          />
        </label>
        <button type="submit" class="button">
          {say('number.go')}
        </button>
      </form>
      <p id="slips-taken" role="status" class="slips-told bad">
        {wrong}
      </p>
      <p class="soft">{say('taken.keys')}</p>
    </div>
  );
}
