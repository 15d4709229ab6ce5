/** Heads on paper, and heads when people were asked again: typed in for one session. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConsultationPage } from '../../../core/api.ts';
import {
  CHANGED,
  moreThanCame,
  NOT_HEARD,
  SAID,
  sameTyped,
  TOLD,
  type More,
  type Typed,
} from '../../../core/heard.ts';
import { LIMITS } from '../../../core/limits.ts';
import { isRefusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import { ask } from '../live/ask.ts';
import { PrintSheets } from '../live/checkPrint.tsx';
import { sayRefusal } from '../pages/say.ts';
import { useUnsaved } from '../useUnsaved.ts';
import { sayDate } from '../words.ts';
import { Elsewhere, Many } from './asking.tsx';
import { say } from './words.ts';

export function TypeIn(props: { session: Session; today: string; saved: () => void }) {
  const { session, today, saved } = props;
  const [typed, setTyped] = useState<Typed>(() => typedOf(session));
  /** What was there when this was typed: it goes along, so that nothing that is newer is overwritten unseen. */
  const [seen, setSeen] = useState(typed);
  /** What another window has saved meanwhile. */
  const [there, setThere] = useState<Typed | null>(null);
  /** More than were there, to be asked before it is saved over `at`. */
  const [many, setMany] = useState<(More & { at: Typed }) | null>(null);
  const [right, setRight] = useState<Typed | null>(null);
  const [told, setTold] = useState('');
  const [done, setDone] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { paper, later } = typed;
  const unsaved = !sameTyped(typed, seen);
  useUnsaved(unsaved);
  const take = (now: Typed): void => {
    setTyped(now);
    setSeen(now);
    setThere(null);
    setMany(null);
    setTold('');
    setDone(false);
  };
  // Loaded again for another reason: where nothing is typed here, what is there now is what is shown.
  useEffect(() => {
    const now = typedOf(session);
    if (sameTyped(now, seen)) return;
    if (unsaved && !sameTyped(now, typed)) setThere(now);
    else take(now);
  }, [session]);
  const put = (part: Partial<Typed>): void => {
    setTyped({ ...typed, ...part });
    setMany(null);
    setTold('');
  };
  const save = async (at: Typed, agreed: Typed | null): Promise<void> => {
    if (form.current?.reportValidity() === false) return;
    const more = agreed !== null && sameTyped(agreed, typed) ? null : moreThanCame(session, typed);
    setMany(more === null ? null : { ...more, at });
    if (more !== null) return;
    const edit = { heard: { edit: 'typed', ...typed, seen: at } };
    const answer = await ask<Session>('PUT', `sessions/${session.id}`, edit);
    if (isRefusal(answer)) {
      const now = answer.refusal === 'changed-elsewhere' ? await typedThere(session) : null;
      setTold(now === null ? sayRefusal(answer) : '');
      return setThere(now);
    }
    setTold('');
    setThere(null);
    setSeen(typed);
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
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void save(seen, right);
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
        {many !== null && (
          <Many
            {...many}
            keep={() => setMany(null)}
            save={() => {
              setRight(typed);
              void save(many.at, typed);
            }}
          />
        )}
        {there !== null && many === null && (
          <Elsewhere
            there={there}
            here={typed}
            take={() => take(there)}
            save={() => void save(there, right)}
          />
        )}
      </form>
    </details>
  );
}

function typedOf({ heard }: Session): Typed {
  const { paper, later } = heard ?? NOT_HEARD;
  return { paper, later };
}

/** What is typed in of a session by now; null: it could not be asked. */
async function typedThere({ id, consultation }: Session): Promise<Typed | null> {
  const page = await ask<ConsultationPage>('GET', `consultations/${encodeURIComponent(consultation)}`);
  const now = isRefusal(page) ? undefined : page.sessions.find((one) => one.id === id);
  return now === undefined ? null : typedOf(now);
}

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
