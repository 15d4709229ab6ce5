/** Whether all is saved, the way back, and what another window changed meanwhile. */
import { UndoRedo } from '../undoRedo.tsx';
import type { RecommendationChange } from '../../../core/recommendations/change.ts';
import type { RecommendationFields } from '../../../core/recommendations/types.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import { begin } from '../talk/words.ts';
import type { Desk, Trouble } from './desk.ts';
import { lists, say } from './words.ts';

export function Saved({ desk }: { desk: Desk }) {
  const waiting = desk.waiting.value > 0;
  const away = desk.link.value === 'away';
  const begun = desk.begun.value.size;
  const days = desk.days.value.size;
  return (
    <p class={away || begun + days > 0 ? 'rec-saved bad' : 'rec-saved'} role="status">
      {away
        ? say(waiting ? 'saved.away' : 'saved.lost')
        : begun > 0
          ? say('saved.begun', { n: begun })
          : days > 0
            ? say('saved.days', { n: days })
            : say(waiting ? 'saved.saving' : 'saved.all')}
    </p>
  );
}

export function Steps({ desk }: { desk: Desk }) {
  return <UndoRedo steps={desk.steps.value} by={desk} />;
}

export function Troubles({ desk }: { desk: Desk }) {
  const all = desk.troubles.value;
  const asked = desk.asked.value;
  if (all.length === 0 && asked === null) return null;
  return (
    <div class="rec-troubles" role="alert">
      {asked !== null && (
        <div class="rec-trouble">
          <p dir="auto">
            {say('undo.asked', { what: lists.format(asked.map((one) => stepWords(desk, one))) })}
          </p>
          <div class="row">
            <button type="button" class="button small" onClick={() => desk.undoAsked(false)}>
              {say('undo.leave')}
            </button>
            <button type="button" class="button small" onClick={() => desk.undoAsked(true)}>
              {say('undo.yes')}
            </button>
          </div>
        </div>
      )}
      {all.map((one) => (
        <div key={one.change.id} class="rec-trouble">
          <p dir="auto">{wordsOf(one)}</p>
          <div class="row">
            {!isRefusal(one.why) && one.change.set !== null && (
              <button type="button" class="button small" onClick={() => desk.settle(true, one)}>
                {say(one.why === 'gone' ? 'trouble.back' : 'trouble.mine')}
              </button>
            )}
            <button type="button" class="button small" onClick={() => desk.settle(false, one)}>
              {say(one.why === 'differs' && one.change.set !== null ? 'trouble.theirs' : 'trouble.seen')}
            </button>
          </div>
        </div>
      ))}
    </div>
  );
}

/** What a step has done, by the words that were typed or chosen in it. */
function stepWords(desk: Desk, { key, was, set }: RecommendationChange): string {
  const there = desk.list.value.find(({ id }) => id === key);
  const text = begin(there?.text ?? set?.text ?? was?.text ?? '', 60);
  if (was === null) return say('undo.new', { text });
  if (set === null) return say('undo.removed', { text });
  const words = Object.entries(set).flatMap(([name, value]) =>
    name === 'answer'
      ? [say(`answer.${set.answer === undefined || set.answer === '' ? 'none' : set.answer}`)]
      : name !== 'kind' && typeof value === 'string' && value !== ''
        ? [begin(value, 80)]
        : [],
  );
  return words.length === 0
    ? say('undo.change', { text })
    : say('undo.words', { text, words: words.join(' · ') });
}

function wordsOf({ change, why, now }: Trouble): string {
  const names = Object.keys(why === 'differs' ? now : (change.set ?? {}));
  const mine = valuesOf(change.set, names);
  if (isRefusal(why)) return say('trouble.refused', { mine, why: REFUSALS[why.refusal].wording });
  if (why === 'gone') return say('trouble.gone', { mine });
  return change.set === null
    ? say('trouble.kept')
    : say('trouble.differs', { now: valuesOf(now, names), mine });
}

/** Of something new only its text is told: nothing else was typed. */
function valuesOf(fields: Partial<RecommendationFields> | null, names: readonly string[]): string {
  const told = names.length > 6 ? ['text'] : names;
  const values = told.map((name) => String(fields?.[name as keyof RecommendationFields] ?? ''));
  return begin(values.map((value) => (value === '' ? say('value.empty') : value)).join(' · '), 200);
}
