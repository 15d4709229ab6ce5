/** Between two slips: the number of the next one, the pile, and what is to be known before. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import { isSlipNumber } from '../../../core/slips.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { Choice } from '../live/choice.tsx';
import type { ConsoleLink } from '../socket.ts';
import { mayCommand } from '../staff.ts';
import { say } from './words.ts';

/** Why the order of the pile must not be that of the people. */
export function Shuffle() {
  return (
    <p class="slips-shuffle">
      <strong>{say('shuffle')}</strong> {say('shuffle.why')}
    </p>
  );
}

/** Statements that no slip can say anything about yet. */
export function NotOpened({ link, view }: { link: ConsoleLink; view: ConsoleView }) {
  const n = view.boards.filter((b) => !b.opened).length;
  if (n === 0) return null;
  return (
    <section class="slips-notice" aria-labelledby="slips-paper">
      <h2 id="slips-paper">{say('paper.title')}</h2>
      <p>
        {say('paper.text', { n })} {view.room.state === 'lobby' && say('paper.start')}
      </p>
      {mayCommand('openForPaper') ? (
        <button type="button" class="button" onClick={() => void link.send({ do: 'openForPaper' })}>
          {say('paper.open')}
        </button>
      ) : (
        <p>{say('paper.ask')}</p>
      )}
    </section>
  );
}

export function NumberStep(props: {
  view: ConsoleView;
  told: string;
  typed: string;
  work: 'enter' | 'check';
  setWork: (work: 'enter' | 'check') => void;
  begin: (number: number) => void;
  setPile: (slips: number) => void;
}) {
  const { view, work } = props;
  const { entered, pile } = view.slips;
  const ready = view.boards.some((b) => b.opened);
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    setNumber(props.typed);
  }, [props.told, props.typed, work, ready]);
  const go = (event: Event): void => {
    event.preventDefault();
    const typed = /^\s*\d+\s*$/.test(number) ? Number(number) : 0;
    setWrong(!isSlipNumber(typed));
    if (isSlipNumber(typed)) props.begin(typed);
    else field.current?.select();
  };
  const told = wrong ? say('number.wrong', { most: LIMITS.slips }) : props.told;
  return (
    <section class="slips-card">
      <Choice
        label={say('work.label')}
        options={[
          { value: 'enter', label: say('work.enter') },
          { value: 'check', label: say('work.check') },
        ]}
        value={work}
        choose={props.setWork}
      />
      {work === 'check' && <p>{say('work.check.text')}</p>}
      <form class="slips-number" onSubmit={go}>
        <label class="field">
          <span>{say('number')}</span>
          <input
            ref={field}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            maxLength={5}
            disabled={!ready}
            value={number}
            aria-describedby="slips-told"
            onInput={(event) => {
              setNumber(event.currentTarget.value);
              setWrong(false);
            }}
          />
        </label>
        <button type="submit" class="button" disabled={!ready}>
          {say('number.go')}
        </button>
        <p class="slips-count">
          {pile > 0 ? say('pile.of', { n: entered.length, of: pile }) : say('pile.n', { n: entered.length })}
        </p>
      </form>
      <p id="slips-told" role="status" class={wrong ? 'slips-told bad' : 'slips-told'}>
        {told} {!wrong && pile > 0 && entered.length >= pile && say('pile.all')}
      </p>
      <Pile pile={pile} set={props.setPile} />
    </section>
  );
}

/** How many there are; said once, so that one sees how many are left. */
function Pile({ pile, set }: { pile: number; set: (slips: number) => void }) {
  return (
    <label class="field slips-pile">
      <span>{say('pile')}</span>
      <input
        type="number"
        min={0}
        max={LIMITS.slips}
        value={pile === 0 ? '' : pile}
        onChange={(event) => {
          const slips = event.currentTarget.valueAsNumber || 0;
          if (slips === 0 || isSlipNumber(slips)) set(slips);
        }}
      />
    </label>
  );
}
