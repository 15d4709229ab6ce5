/** What is fixed once the lobby opens, and what people are told that is still empty. */
import { useEffect, useState } from 'preact/hooks';
import type { AlonePage } from '../../../core/apiAlone.ts';
import { roomLabel, type Consultation } from '../../../core/consultation.ts';
import { CHECKS, type Check, type Session } from '../../../core/session.ts';
import { paperPage, sheetPath } from '../api.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { may } from '../staff.ts';
import { sayDate, sayList } from '../words.ts';
import { ask, type FoundSession } from './ask.ts';
import { say } from './words.ts';

export function ReadyFacts({ found: { session, consultation } }: { found: FoundSession }) {
  const { rounds, roundOrder } = consultation;
  return (
    <ul class="ready-facts">
      <li>{say(`style.${session.style}`)}</li>
      <li>{say(rounds === 1 ? 'ready.rounds.once' : `ready.rounds.${roundOrder}`)}</li>
      {groupFacts(session, consultation).map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
      <li>{say(`mode.${session.mode}.text`)}</li>
      <li>
        {consultation.withdrawDays === 0
          ? say('ready.out.never')
          : say('ready.out', { n: consultation.withdrawDays })}
      </li>
      {consultation.keepUntil !== '' && (
        <li>{say('ready.keep', { date: sayDate(consultation.keepUntil) })}</li>
      )}
    </ul>
  );
}

/** The sheets that people are given, one press from the room. */
export function Sheets({ id, session }: { id: string; session: string }) {
  return (
    <p>
      {say('ready.sheets')}{' '}
      {(['privacy', 'consent'] as const).map((name, i) => (
        <span key={name}>
          {i > 0 && ', '}
          <a href={sheetPath(id, name)} target="_blank" rel="noreferrer">
            {say(`ready.sheets.${name}`)}
          </a>
        </span>
      ))}
      {', '}
      <a href={paperPage(id, session)} target="_blank" rel="noreferrer">
        {say('ready.sheets.paper')}
      </a>
    </p>
  );
}

/** What is seen to before people under 18 come in. */
export function Checklist(props: { ticked: readonly Check[]; tick: (check: Check, on: boolean) => void }) {
  return (
    <fieldset class="ready-checks">
      <legend>{say('ready.checks')}</legend>
      {CHECKS.map((check) => (
        <label class="check" key={check}>
          <input
            type="checkbox"
            checked={props.ticked.includes(check)}
            onChange={(event) => props.tick(check, event.currentTarget.checked)}
          />
          <span>{say(`ready.checks.${check}`)}</span>
        </label>
      ))}
      <p class="soft">{say('ready.checks.note')}</p>
    </fieldset>
  );
}

function groupFacts(session: Session, consultation: Consultation): string[] {
  const groups = consultation.groups.filter((g) => session.groups.includes(g.id)).map(roomLabel);
  if (groups.length === 0) return [say('ready.groups.none')];
  const choose = say('ready.groups', { groups: sayList(groups) });
  if (groups.length === 1) return [choose];
  return [choose, say(session.twoGroups ? 'ready.groups.two' : 'ready.groups.single')];
}

/** Reminds of what people are told before their yes; nothing where all of it is filled in. */
export function StillEmpty({ consultation }: { consultation: Consultation }) {
  const empty = (['aim', 'askedBy', 'answeredBy'] as const).filter((key) => consultation[key] === '');
  if (empty.length === 0) return null;
  return (
    <p class="ready-missing">
      {say('ready.missing', { fields: sayList(empty.map((key) => say(`ready.missing.${key}`))) })}{' '}
      <a href={`/console/c/${consultation.id}#about`}>{say('ready.missing.go')}</a>
    </p>
  );
}

/** Warns that the person who can be asked to talk alone is shown to nobody, as long as nobody is named who reads it. */
export function NotOfferedAlone({ consultation }: { consultation: Consultation }) {
  const { id, words } = consultation;
  const asks = (words.talkTo ?? '') !== '' && may('GET /api/consultations/:id/alone');
  const [unnamed, setUnnamed] = useState(false);
  useEffect(() => {
    if (!asks) return;
    // Without an answer nothing is claimed.
    void ask<AlonePage>('GET', `consultations/${encodeURIComponent(id)}/alone`).then((page) => {
      setUnnamed(!isRefusal(page) && page.lead === null);
    });
  }, [id, asks]);
  if (!unnamed) return null;
  return (
    <p class="ready-missing">
      {say('ready.alone')} <a href={`/console/c/${id}/concerns`}>{say('ready.alone.go')}</a>
    </p>
  );
}
