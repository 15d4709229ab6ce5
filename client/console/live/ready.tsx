/** Before the lobby opens: the room is checked, the session rehearsed, and the mode told once more. */
import { useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { Check, Session } from '../../../core/session.ts';
import type { FoundSession } from './ask.ts';
import { ask } from './ask.ts';
import { refusalWords } from './desk.ts';
import { RoomCheckDialog } from './roomCheck.tsx';
import { sayDate } from '../words.ts';
import { Checklist, NotOfferedAlone, ReadyFacts, Sheets, StillEmpty } from './readyFacts.tsx';
import { SimplePage } from './simplePage.tsx';
import { say } from './words.ts';

const USUAL_REHEARSAL = 12;

/** Why the lobby or a rehearsal could not open; an empty wording is told by its statement. */
function refusedWords(refusal: Refusal): string {
  if (refusal.refusal === 'group-unknown') return say('ready.groups.gone');
  const at = /^statements\.(\d+)/.exec(refusal.where ?? '')?.[1];
  return refusal.refusal === 'nothing-to-place' && at !== undefined
    ? say('ready.empty', { n: Number(at) + 1 })
    : refusalWords(refusal);
}

/** @param props.opened called once the lobby is open */
export function Ready({ found, opened }: { found: FoundSession; opened: () => void }) {
  const { session, consultation } = found;
  const [checking, setChecking] = useState(false);
  const [people, setPeople] = useState(USUAL_REHEARSAL);
  const [told, setTold] = useState('');
  const [checks, setChecks] = useState<Check[]>([]);
  const tick = (check: Check, on: boolean): void =>
    setChecks(on ? [...checks, check] : checks.filter((c) => c !== check));
  const busy = useRef(false);
  const post = async (what: 'lobby' | 'rehearse', body: object, then: (s: Session) => void) => {
    // A double click would be refused the second time, or rehearse twice.
    if (busy.current) return;
    busy.current = true;
    setTold('');
    const answer = await ask<Session>('POST', `sessions/${session.id}/${what}`, body);
    busy.current = false;
    if (isRefusal(answer)) setTold(refusedWords(answer));
    else then(answer);
  };
  const rehearse = (event: Event): void => {
    event.preventDefault();
    void post('rehearse', { people }, ({ id }) => location.assign(`/console/s/${id}`));
  };
  return (
    <SimplePage
      title={session.name}
      over={consultation.title}
      consultation={session.consultation}
      sample={consultation.sample}
    >
      <p class="soft">
        {say('ready.facts', {
          date: sayDate(session.date),
          statements: say('ready.statements', { n: consultation.statements.length }),
        })}
      </p>
      <h2>{say('ready.title')}</h2>
      <ReadyFacts found={found} />
      <StillEmpty consultation={consultation} />
      <NotOfferedAlone consultation={consultation} />
      <Sheets id={consultation.id} session={session.id} />
      <p role="status" class="form-told">
        {told}
      </p>
      <ol class="ready-steps">
        <li>
          <p>{say('ready.check.text')}</p>
          <button type="button" class="button" onClick={() => setChecking(true)}>
            {say('ready.check')}
          </button>
        </li>
        <li>
          <p>{say('ready.rehearse.text')}</p>
          <form class="form-row" onSubmit={rehearse}>
            <label class="field field-short">
              <span>{say('ready.people')}</span>
              <input
                type="number"
                min={1}
                max={LIMITS.rehearsalPeople}
                required
                value={people}
                onInput={(event) => setPeople(event.currentTarget.valueAsNumber || 1)}
              />
            </label>
            <button type="submit" class="button">
              {say('ready.rehearse')}
            </button>
          </form>
        </li>
        <li>
          {consultation.under18 && <Checklist ticked={checks} tick={tick} />}
          <p>{say('ready.open.text')}</p>
          <button
            type="button"
            class="button button-main button-large"
            onClick={() => void post('lobby', { checks }, opened)}
          >
            {say('ready.open')}
          </button>
        </li>
      </ol>
      {checking && <RoomCheckDialog code="" close={() => setChecking(false)} />}
    </SimplePage>
  );
}
