/** Changes that did not come out as they were meant here: shown until somebody has decided, nothing is lost. */
import { isRefusal, REFUSALS } from '../../../core/refusal.ts';
import type { TalkDesk, Trouble } from './desk.ts';
import { begin, lists, say } from './words.ts';

export function Troubles({ desk }: { desk: TalkDesk }) {
  const all = desk.troubles.value;
  if (all.length === 0) return null;
  return (
    <div class="troubles" role="alert">
      {all.map((one) => (
        <div key={one.change.id} class="trouble">
          <p dir="auto">{wordsOf(one)}</p>
          <p class="trouble-acts">
            {!isRefusal(one.why) && (one.why === 'differs' || one.last !== null) && (
              <button type="button" class="button small" onClick={() => desk.settle(one, true)}>
                {say(one.why === 'gone' ? 'trouble.back' : 'trouble.mine')}
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

function wordsOf({ change, why, now }: Trouble): string {
  const fields = isRefusal(why) || why === 'gone' ? Object.keys(change.set ?? {}) : Object.keys(now);
  const mine = valuesOf(change.set, fields);
  if (isRefusal(why))
    return `${say('trouble.refused', { mine, why: REFUSALS[why.refusal].wording })} ${say('trouble.copy')}`;
  return why === 'gone'
    ? say('trouble.gone', { mine })
    : say('trouble.differs', { now: valuesOf(now, fields), mine });
}

/** Texts first: they are what somebody would miss. */
function valuesOf(from: object | null, fields: readonly string[]): string {
  const values = from as Record<string, unknown> | null;
  const words = fields
    .toSorted((a, b) => Number(b === 'text' || b === 'name') - Number(a === 'text' || a === 'name'))
    .map((field) => values?.[field])
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .map((value) => begin(value, 200));
  return words.length === 0 ? '–' : lists.format(words.map((value) => `“${value}”`));
}
