/** What happened: promised days, what was done, telling people, and their own word on it. */
import { useState } from 'preact/hooks';
import { isDay } from '../../../../core/day.ts';
import { LIMITS } from '../../../../core/limits.ts';
import {
  promiseKey,
  promisesOf,
  WORDS,
  type Recommendation,
} from '../../../../core/recommendations/types.ts';
import { TextField } from '../../pages/parts/fields.tsx';
import { PrintSheets } from '../../live/checkPrint.tsx';
import { sayDate } from '../../words.ts';
import type { Desk } from '../desk.ts';
import { say } from '../words.ts';
import { Day, Field } from './typed.tsx';

export const WORD_LABELS = {
  wordYes: 'word.yes',
  wordPartly: 'word.partly',
  wordNo: 'word.no',
  wordUnknown: 'word.unknown',
} as const;

interface Props {
  desk: Desk;
  one: Recommendation;
  today: string;
}

export function DonePart({ desk, one, today }: Props) {
  const of = { desk, id: one.id, fields: one };
  return (
    <section class="rec-part" aria-labelledby={`done-${one.id}`}>
      <h4 id={`done-${one.id}`}>{say('part.done')}</h4>
      <Promises desk={desk} one={one} today={today} />
      <Field {...of} name="done" label={say('field.done')} area />
      <Day {...of} name="doneOn" label={say('field.doneOn')} />
    </section>
  );
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

function Promises({ desk, one, today }: Props) {
  const [by, setBy] = useState('');
  const [sure, setSure] = useState(false);
  const made = promisesOf(one);
  const last = made.length - 1;
  const add = (): void => {
    const promises = [...one.promises, promiseKey({ said: today, by })];
    desk.performForGood([{ key: one.id, was: { promises: one.promises }, set: { promises } }]);
    setBy('');
    setSure(false);
  };
  const ready =
    isDay(by) && !one.promises.includes(promiseKey({ said: today, by })) && last + 1 < LIMITS.promises;
  return (
    <div class="rec-promises">
      <h5>{say('promise.title')}</h5>
      {made.length === 0 && <p class="hint">{say('promise.none')}</p>}
      <ul>
        {promiseWords(one).map((words) => (
          <li key={words}>{words}</li>
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

export function ToldPart({ desk, one, floor }: Omit<Props, 'today'> & { floor: number }) {
  const of = { desk, id: one.id, fields: one };
  return (
    <>
      <section class="rec-part" aria-labelledby={`told-${one.id}`}>
        <h4 id={`told-${one.id}`}>{say('part.told')}</h4>
        <div class="rec-two">
          <Day {...of} name="toldOn" label={say('field.toldOn')} />
          <Field {...of} name="toldHow" label={say('field.toldHow')} hint={say('field.toldHow.hint')} />
        </div>
      </section>
      <section class="rec-part" aria-labelledby={`word-${one.id}`}>
        <h4 id={`word-${one.id}`}>{say('part.word')}</h4>
        <p class="hint">{say('word.hint', { floor })}</p>
        <p>
          <PrintSheets
            consultation={desk.page.value?.consultation ?? ''}
            order={{ session: null, recommendations: [], again: true }}
          />
        </p>
        <div class="rec-counts">
          {WORDS.map((name) => (
            <TextField
              key={name}
              path={`${one.id}.${name}`}
              type="number"
              max={LIMITS.attendanceCount}
              label={say(WORD_LABELS[name])}
              value={String(one[name])}
              onInput={(text) => {
                const n = text === '' ? 0 : Number(text);
                if (!Number.isInteger(n) || n < 0 || n > LIMITS.attendanceCount || n === one[name]) return;
                desk.perform([{ key: one.id, was: { [name]: one[name] }, set: { [name]: n } }]);
              }}
            />
          ))}
          <Day {...of} name="wordOn" label={say('field.wordOn')} />
        </div>
      </section>
    </>
  );
}
