/** After the end: late cards, a way back, and counting the answers for good. */
import { useEffect, useState } from 'preact/hooks';
import { TIMES } from '../../../core/limits.ts';
import { isRefusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { may, mayCommand } from '../staff.ts';
import { ask } from './ask.ts';
import { RemoveRehearsal } from './banners.tsx';
import { refusalWords, type Desk } from './desk.ts';
import { Question } from './questions.tsx';
import { SimplePage } from './simplePage.tsx';
import { say as wallSay } from './wall/words.ts';
import { TabletsLeft } from './tabletNumbers.tsx';
import { say } from './words.ts';

/** @param props.endedAt on the clock of `performance.now`, or null when this page did not see the end */
export function Ended(props: { desk: Desk; view: ConsoleView; endedAt: number | null; sealed: () => void }) {
  const { desk, view } = props;
  const { session } = view;
  const finishes = may('POST /api/sessions/:id/seal');
  /** How many tablets were out as it was asked: what it is about does not change under whoever reads it. */
  const [asks, setAsks] = useState<{ out: number } | null>(null);
  const seal = async (): Promise<void> => {
    const answer = await ask<Session>('POST', `sessions/${session.id}/seal`);
    if (isRefusal(answer)) desk.message.value = refusalWords(answer);
    else props.sealed();
  };
  const out = view.tablets.here + view.tablets.away;
  const finish = (): void => (stillAsked(view) || out > 0 ? setAsks({ out }) : void seal());
  const opens = (kind: 'addFor' | 'attendance' | 'checkPaper') => (): void =>
    void (desk.dialog.value = { kind });
  return (
    <SimplePage
      title={say('ended.title')}
      over={session.name}
      consultation={session.consultation}
      sample={view.sample}
      rehearsal={session.rehearsal}
    >
      <p>{say('ended.text')}</p>
      <p>{say('ended.figures', { n: view.joined })}</p>
      <HeardSoFar view={view} />
      <TabletsLeft tablets={view.tablets} />
      {session.rehearsal && finishes ? (
        <RemoveRehearsal desk={desk} view={view} />
      ) : (
        <>
          {finishes && (
            <p>
              <button type="button" class="button button-main button-large" onClick={finish}>
                {say('ended.seal')}
              </button>
            </p>
          )}
          {!view.room.hold && (
            <p>
              <Soon endedAt={props.endedAt} /> {say('ended.late')}
            </p>
          )}
          <Hold desk={desk} held={view.room.hold} />
          <p class="simple-buttons">
            <a class="button" href={`/console/s/${session.id}/wall`}>
              {say('more.wall')}
            </a>
            <button type="button" class="button" onClick={opens('addFor')}>
              {say('more.addFor')}
            </button>
            <a class="button" href={`/console/s/${session.id}/slips`}>
              {say('more.slips')}
            </a>
            <a class="button" href={`/console/s/${session.id}/talk`}>
              {say('more.talk')}
            </a>
            <button type="button" class="button" onClick={opens('attendance')}>
              {say('more.attendance')}
            </button>
            {view.check !== undefined && mayCommand('check') && (
              <button type="button" class="button" onClick={opens('checkPaper')}>
                {say('ended.checkPaper')}
              </button>
            )}
          </p>
        </>
      )}
      {mayCommand('resume') && (
        <p>
          <button type="button" class="button" onClick={() => void desk.run({ do: 'resume' })}>
            {say('ended.resume')}
          </button>
        </p>
      )}
      <p role="status" class="form-told">
        {desk.message.value}
      </p>
      {asks !== null && (
        <Question
          title={say(asks.out > 0 ? 'ended.sure.tablet.title' : 'ended.sure.title')}
          text={asks.out > 0 ? say('ended.sure.tablet', { n: asks.out }) : sayAsked(view)}
          more={asks.out > 0 && stillAsked(view) ? sayAsked(view) : null}
          yes={say('ended.sure.yes')}
          no={say('ended.sure.no')}
          answer={(yes) => {
            setAsks(null);
            if (yes) void seal();
          }}
        />
      )}
    </SimplePage>
  );
}

/** Whom phones and tablets ask whether they were heard; people on paper are asked on a sheet. */
function ownPhones({ joined, withoutPhone, heard }: ConsoleView): number {
  // A tablet may ask somebody who is counted on paper.
  return Math.max(joined - withoutPhone, heard);
}

/** Whether finishing could take the question out of somebody's hands. Phones that are switched off wait for nothing. */
function stillAsked(view: ConsoleView): boolean {
  return view.connected > 0 && view.heard < ownPhones(view);
}

function sayAsked(view: ConsoleView): string {
  return say('ended.sure.text', { n: view.heard, of: ownPhones(view) });
}

/** From the start, since nothing else tells the facilitator that phones are asking something. */
function HeardSoFar({ view }: { view: ConsoleView }) {
  const { heard } = view;
  if (stillAsked(view))
    return (
      <p>
        {say('ended.asks')} {say('ended.heard', { n: heard, of: ownPhones(view) })}
      </p>
    );
  return heard > 0 ? <p>{say('ended.heardAny', { n: heard })}</p> : null;
}

/** Paper takes longer to type up than a session stays open by itself. */
function Hold({ desk, held }: { desk: Desk; held: boolean }) {
  if (!mayCommand('hold')) return null;
  return (
    <section class="hold-open">
      <h2>{wallSay('hold.title')}</h2>
      <p>{wallSay(held ? 'hold.held' : 'hold.text')}</p>
      <p>
        <button type="button" class="button" onClick={() => void desk.run({ do: 'hold', on: !held })}>
          {wallSay(held ? 'hold.off' : 'hold.on')}
        </button>
      </p>
    </section>
  );
}

/** How long until it finishes by itself, by the minute. */
function Soon({ endedAt }: { endedAt: number | null }) {
  const [now, setNow] = useState(performance.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(performance.now()), 10_000);
    return () => clearInterval(ticking);
  }, []);
  if (endedAt === null) return <span>{say('ended.soon')}</span>;
  const left = Math.max(1, Math.ceil((endedAt + TIMES.sealAfterMs - now) / 60_000));
  return <span>{say('ended.minutes', { n: left })}</span>;
}
