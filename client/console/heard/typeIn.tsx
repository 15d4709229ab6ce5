/** Heads on paper, and heads when people were asked again: typed in for one session. */
import { useState } from 'preact/hooks';
import { CHANGED, NOT_HEARD, SAID, TOLD, type Heard } from '../../../core/heard.ts';
import { LIMITS } from '../../../core/limits.ts';
import { isRefusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import { ask } from '../live/ask.ts';
import { PrintSheets } from '../live/checkPrint.tsx';
import { sayRefusal } from '../pages/say.ts';
import { useUnsaved } from '../useUnsaved.ts';
import { sayDate } from '../words.ts';
import { say } from './words.ts';

export function TypeIn(props: { session: Session; today: string; saved: () => void }) {
  const { session, today, saved } = props;
  const [heard, setHeard] = useState<Heard>(session.heard ?? NOT_HEARD);
  const [told, setTold] = useState('');
  const { paper, later } = heard;
  const [done, setDone] = useState(false);
  const [kept, setKept] = useState(asText(heard));
  const unsaved = asText(heard) !== kept;
  useUnsaved(unsaved);
  const put = (part: Partial<Heard>): void => {
    setHeard({ ...heard, ...part });
    setTold('');
  };
  const save = async (): Promise<void> => {
    const edit = { heard: { paper, later, texts: session.heard?.texts ?? [] } };
    const answer = await ask<Session>('PUT', `sessions/${session.id}`, edit);
    if (isRefusal(answer)) return setTold(sayRefusal(answer));
    setTold('');
    setKept(asText({ paper, later }));
    setDone(true);
    saved();
  };
  return (
    <details class="heard-type">
      <summary>
        <bdi>{say('type.session', { name: session.name, date: sayDate(session.date) })}</bdi>
        {/* Seen also where it is folded up. */}
        {unsaved && <span class="bad"> {say('type.unsaved')}</span>}
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h3>{say('type.paper')}</h3>
        <Heads
          legend={say('type.said')}
          keys={SAID}
          counts={paper.said}
          put={(counts) => put({ paper: { ...paper, said: counts } })}
        />
        <Heads
          legend={say('type.told')}
          keys={TOLD}
          counts={paper.told}
          put={(counts) => put({ paper: { ...paper, told: counts } })}
        />
        <h3>{say('type.later')}</h3>
        <p class="hint">{say('type.later.hint')}</p>
        <p>
          <PrintSheets
            consultation={session.consultation}
            order={{ session: session.id, recommendations: [], again: true }}
          />
        </p>
        {later.map(({ day, changed }, i) => {
          const change = (part: Partial<(typeof later)[number]>): void =>
            put({ later: later.map((one, k) => (k === i ? { ...one, ...part } : one)) });
          return (
            <div key={i} class="heard-later">
              <label>
                {say(later.length === 1 ? 'type.day' : 'type.day.n', { n: i + 1 })}
                <input
                  type="date"
                  required
                  value={day}
                  onInput={(event) => change({ day: event.currentTarget.value })}
                />
              </label>
              <Heads
                legend={say('changed')}
                keys={CHANGED}
                counts={changed}
                put={(counts) => change({ changed: counts })}
              />
              <button
                type="button"
                class="button small"
                onClick={() => put({ later: later.filter((_, k) => k !== i) })}
              >
                {say('type.remove')}
              </button>
            </div>
          );
        })}
        <p class="heard-buttons">
          <button
            type="button"
            class="button"
            disabled={later.length >= LIMITS.askedAgain}
            onClick={() =>
              put({
                later: [...later, { day: today, changed: { yes: 0, partly: 0, no: 0, unknown: 0 } }],
              })
            }
          >
            {say('type.add')}
          </button>
          <button class="button button-main">{say('type.save')}</button>
          <span role="status" class={told === '' && !unsaved ? 'good' : 'bad'}>
            {told !== '' ? told : unsaved ? say('type.press') : done ? `✓ ${say('type.saved')}` : ''}
          </span>
        </p>
      </form>
    </details>
  );
}

/** What is typed in here, to be compared. */
const asText = ({ paper, later }: Pick<Heard, 'paper' | 'later'>): string =>
  JSON.stringify([paper.said, paper.told, later]);

function Heads<const K extends string>(props: {
  legend: string;
  keys: readonly K[];
  counts: Record<K, number>;
  put: (counts: Record<K, number>) => void;
}) {
  const { legend, keys, counts, put } = props;
  return (
    <fieldset class="heard-heads">
      <legend>{legend}</legend>
      {keys.map((key) => (
        <label key={key}>
          {say(`answer.${key}` as 'answer.yes')}
          <input
            type="number"
            min={0}
            max={LIMITS.attendanceCount}
            value={String(counts[key])}
            onInput={(event) => {
              const n = Math.floor(Number(event.currentTarget.value));
              put({ ...counts, [key]: Number.isFinite(n) ? Math.max(0, n) : 0 });
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}
