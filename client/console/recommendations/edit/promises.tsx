/** Promised days: the first stays beside the present one. A mistyped one can be corrected until it has gone out. */
import { useState } from 'preact/hooks';
import { isDay } from '../../../../core/day.ts';
import { LIMITS } from '../../../../core/limits.ts';
import {
  promiseKey,
  promisesOf,
  type Promised,
  type Recommendation,
} from '../../../../core/recommendations/types.ts';
import { TextField } from '../../pages/parts/fields.tsx';
import { announce } from '../../pages/parts/shell.tsx';
import { sayDate } from '../../words.ts';
import { dayKey } from '../begun.ts';
import type { Desk } from '../desk.ts';
import { say } from '../words.ts';

interface Props {
  desk: Desk;
  one: Recommendation;
  today: string;
}

/** Each promised day in words, the first and the present one named as such. */
export function promiseWords(one: Recommendation): string[] {
  const made = promisesOf(one);
  const last = made.length - 1;
  return made.map(({ by, said }, i) =>
    say(
      last === 0
        ? 'promise.only'
        : i === 0
          ? 'promise.first'
          : i === last
            ? 'promise.now'
            : 'promise.between',
      { by: sayDate(by), said: sayDate(said) },
    ),
  );
}

export function Promises({ desk, one, today }: Props) {
  const by = desk.days.value.get(dayKey(one.id)) ?? '';
  const setBy = (next: string): void => desk.typeDay(dayKey(one.id), next);
  const [sure, setSure] = useState(false);
  const made = promisesOf(one);
  const add = (): void => {
    const promises = [...one.promises, promiseKey({ said: today, by })];
    desk.performForGood([{ key: one.id, was: { promises: one.promises }, set: { promises } }]);
    setBy('');
    setSure(false);
  };
  const ready =
    isDay(by) && !one.promises.includes(promiseKey({ said: today, by })) && made.length < LIMITS.promises;
  return (
    <div class="rec-promises">
      <h5>{say('promise.title')}</h5>
      {made.length === 0 && <p class="hint">{say('promise.none')}</p>}
      <ul>
        {promiseWords(one).map((words, i) => (
          <Made key={words} desk={desk} one={one} words={words} promised={made[i]} />
        ))}
      </ul>
      <div class="row row-end">
        <TextField
          path={`${one.id}.promise`}
          type="date"
          class="rec-day"
          label={say('promise.add')}
          value={by}
          onInput={(next) => {
            setBy(next);
            setSure(false);
          }}
        />
        {!sure && (
          <button type="button" class="button" disabled={!ready} onClick={() => setSure(true)}>
            {say('promise.do')}
          </button>
        )}
      </div>
      {sure && (
        <div class="rec-sure" role="group">
          <p>{say('promise.sure', { by: sayDate(by) })}</p>
          <div class="row">
            <button type="button" class="button button-main" onClick={add}>
              {say('promise.yes')}
            </button>
            <button type="button" class="button" onClick={() => setSure(false)}>
              {say('promise.not')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

interface MadeProps extends Omit<Props, 'today'> {
  words: string;
  promised: Promised | undefined;
}

function Made({ desk, one, words, promised }: MadeProps) {
  const key = promised === undefined ? '' : promiseKey(promised);
  const waiting = dayKey(one.id, key);
  const [by, show] = useState<string | null>(desk.days.value.get(waiting) ?? null);
  const setBy = (next: string | null): void => {
    show(next);
    desk.typeDay(waiting, next === null || next === promised?.by ? '' : next);
  };
  // What has gone out is asked of the laptop again as it is corrected.
  const out = desk.page.value?.promised.includes(waiting) !== false;
  if (promised === undefined || out) return <li>{words}</li>;
  const mend = (meant: string): void => {
    desk.performForGood([{ key: one.id, was: {}, set: {}, mend: { promise: key, by: meant } }]);
    setBy(null);
    announce(say('promise.mend.done'));
  };
  const meant = by !== null && isDay(by) && !one.promises.includes(promiseKey({ said: promised.said, by }));
  return (
    <li>
      {words}{' '}
      {by === null && (
        <button
          type="button"
          class="button small"
          aria-label={say('promise.mend.of', { words })}
          onClick={() => setBy(promised.by)}
        >
          {say('promise.mend')}
        </button>
      )}
      {by !== null && (
        <div class="rec-sure" role="group">
          <p>{say('promise.mend.what', { by: sayDate(promised.by) })}</p>
          <TextField
            path={`${one.id}.${key}`}
            type="date"
            class="rec-day"
            label={say('promise.mend.by')}
            value={by}
            onInput={setBy}
          />
          <div class="row">
            <button type="button" class="button button-main" disabled={!meant} onClick={() => mend(by)}>
              {say('promise.mend.do')}
            </button>
            <button type="button" class="button" onClick={() => mend('')}>
              {say('promise.mend.drop')}
            </button>
            <button type="button" class="button" onClick={() => setBy(null)}>
              {say('promise.mend.not')}
            </button>
          </div>
        </div>
      )}
    </li>
  );
}
