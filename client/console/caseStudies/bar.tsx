/** What every page with this desk has: whether it is saved, undo and redo, and what came out otherwise. */
import { UndoRedo } from '../undoRedo.tsx';
import { isRefusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import type { StudiesDesk, StudiesTrouble } from './desk.ts';
import { lists, say } from './words.ts';
import './bar.css';

type Stepped = Pick<StudiesDesk, 'steps' | 'waiting' | 'undo' | 'redo'>;

/**
 * @param props.also changes of another desk on the page that are not saved yet
 * @param props.typing something waits for a press on Save
 */
export function StudiesSteps(props: { desk: Stepped; also?: number; typing?: boolean }) {
  const { desk, also = 0, typing = false } = props;
  const n = desk.waiting.value + also;
  return (
    <div class="steps">
      <span role="status" class={n === 0 && !typing ? 'good' : 'bad'}>
        {n > 0 ? say('waits', { n }) : typing ? say('typing') : `✓ ${say('saved')}`}
      </span>
      <UndoRedo steps={desk.steps.value} by={desk} />
    </div>
  );
}

export function StudiesTroubles({ desk }: { desk: Pick<StudiesDesk, 'troubles' | 'settle'> }) {
  const all = desk.troubles.value;
  if (all.length === 0) return null;
  return (
    <div class="troubles" role="alert">
      {all.map((one) => (
        <div key={one.change.id} class="trouble">
          <p dir="auto">{wordsOf(one)}</p>
          <p class="trouble-acts">
            {one.why === 'differs' && (
              <button type="button" class="button small" onClick={() => desk.settle(one, true)}>
                {say('trouble.mine')}
              </button>
            )}
            <button type="button" class="button small" onClick={() => desk.settle(one, false)}>
              {say(one.why === 'differs' ? 'trouble.theirs' : 'trouble.drop')}
            </button>
          </p>
        </div>
      ))}
    </div>
  );
}

function wordsOf({ change, why, now }: StudiesTrouble): string {
  const names = why === 'differs' ? Object.keys(now) : Object.keys(change.set ?? {});
  const mine = valuesOf(change.set ?? {}, names);
  if (isRefusal(why)) return say('trouble.refused', { mine, why: REFUSALS[why.refusal].wording });
  return why === 'gone'
    ? say('trouble.gone', { mine })
    : say('trouble.differs', { mine, now: valuesOf(now, names) });
}

function valuesOf(fields: object, names: readonly string[]): string {
  const values = names.flatMap((name) => {
    const value = (fields as Record<string, unknown>)[name];
    return typeof value === 'string' && value !== '' && name !== 'version' ? [`“${value}”`] : [];
  });
  return values.length === 0 ? say('trouble.nothing') : lists.format(values);
}
