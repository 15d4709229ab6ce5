/** What is fixed once the lobby opens, and what people are told that is still empty. */
import { roomLabel, type Consultation } from '../../../core/consultation.ts';
import type { Session } from '../../../core/session.ts';
import { sayList } from '../words.ts';
import type { FoundSession } from './ask.ts';
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
    </ul>
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
