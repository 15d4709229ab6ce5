/** Fields that this window and another one have changed differently, both texts side by side, and a choice for each. */
import { useState } from 'preact/hooks';
import type { Conflict, Side } from '../../../../core/merge/shape.ts';
import { Dialog } from '../parts/dialog.tsx';
import { say } from '../say.ts';
import { cut, differenceOf } from './difference.ts';
import './elsewhere.css';

/** Characters around a difference that are shown. */
const AROUND = 160;
const SIDES = ['theirs', 'mine'] as const satisfies Side[];

interface Props {
  conflicts: readonly Conflict[];
  choose: (chosen: ReadonlyMap<string, Side>) => void;
  /** The field by its name on the page. */
  name: (at: string) => string;
  /** What stands in it, in words. */
  tell: (at: string, value: unknown) => string;
}

export function Elsewhere({ conflicts, choose, name, tell }: Props) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const open = conflicts.some(({ at }) => !chosen.has(at));
  return (
    // Esc leaves it open: nothing is saved until it is chosen.
    <Dialog title={say('save.elsewhere')} wide onClose={() => undefined}>
      <p>{say('both.words')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!open) choose(chosen);
        }}
      >
        {conflicts.map((conflict) => (
          <Pair
            key={conflict.at}
            conflict={conflict}
            name={name(conflict.at)}
            tell={(value) => tell(conflict.at, value)}
            side={chosen.get(conflict.at)}
            take={(side) => setChosen((now) => new Map(now).set(conflict.at, side))}
          />
        ))}
        <div class="row dialog-foot">
          <button type="submit" class="button button-main" disabled={open}>
            {say('both.save')}
          </button>
          {open && <p class="hint">{say('both.first', { n: conflicts.length })}</p>}
        </div>
      </form>
    </Dialog>
  );
}

interface PairProps {
  conflict: Conflict;
  name: string;
  tell: (value: unknown) => string;
  side: Side | undefined;
  take: (side: Side) => void;
}

function Pair({ conflict, name, tell, side, take }: PairProps) {
  const { at } = conflict;
  const between = differenceOf(tell(conflict.mine), tell(conflict.theirs));
  return (
    <fieldset class="either">
      <legend>{name}</legend>
      {SIDES.map((one) => (
        <label key={one} class={side === one ? 'one-side one-side-on' : 'one-side'}>
          <span class="one-side-name">
            <input
              type="radio"
              name={`side-${at}`}
              value={one}
              checked={side === one}
              onChange={() => take(one)}
            />
            {say(`both.${one}`)}
          </span>
          <span class="one-side-text" dir="auto">
            {cut(between.before, AROUND, 'end')}
            <mark>{between[one]}</mark>
            {cut(between.after, AROUND, 'start')}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
