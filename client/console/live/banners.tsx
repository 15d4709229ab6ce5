/** Calm lines over the page: cut off, paused, door closed, rehearsal. */
import { useEffect, useState } from 'preact/hooks';
import { MOST_PEOPLE } from '../../../core/limits.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { may, mayCommand, me, minutesLeft } from '../staff.ts';
import { ask } from './ask.ts';
import { LaptopBanner } from './laptopBanner.tsx';
import { OffWhileAway } from './offWhileAway.tsx';
import { refusalWords, type Desk } from './desk.ts';
import { say } from './words.ts';

export function Banners({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const away = desk.link.state.value === 'away';
  return (
    <section class="banners" aria-label={say('banners.title')}>
      <div role="status">{away && <Away stick={view.laptop.stick !== 'none'} />}</div>
      {!away && <LaptopBanner laptop={view.laptop} />}
      <SoonSignedOut />
      <OffWhileAway desk={desk}>
        {view.room.paused && (
          <div class="banner banner-pause">
            <p>
              <strong>{say('pause.on')}</strong> <span>{say('pause.text')}</span>
            </p>
            {mayCommand('pause') && (
              <button
                type="button"
                class="button button-main"
                onClick={() => void desk.run({ do: 'pause', on: false })}
              >
                {say('pause.go')}
              </button>
            )}
          </div>
        )}
        {view.room.doorLocked && (
          <div class="banner">
            <p>
              <strong>{say('door.locked')}</strong> <span>{say('door.locked.text')}</span>
            </p>
            {mayCommand('door') && (
              <button
                type="button"
                class="button"
                onClick={() => void desk.run({ do: 'door', locked: false })}
              >
                {say('door.open')}
              </button>
            )}
          </div>
        )}
        {view.full && !view.room.doorLocked && (
          <div class="banner banner-warn">
            <p>
              <strong>{say('full.title', { n: view.room.most })}</strong> <span>{say('full.text')}</span>
            </p>
            {mayCommand('most') &&
              MOST_PEOPLE.filter((people) => people > view.room.most).map((people) => (
                <button
                  type="button"
                  class="button"
                  key={people}
                  onClick={() => void desk.run({ do: 'most', people })}
                >
                  {say('full.more', { n: people })}
                </button>
              ))}
          </div>
        )}
        {view.room.slow > 0 && (
          <div class="banner">
            <p>
              <strong>{say('mod.slow.banner')}</strong>{' '}
              <span>{say('mod.slow.banner.text', { n: view.room.slow })}</span>
            </p>
            <button type="button" class="button" onClick={() => void desk.run({ do: 'slow', seconds: 0 })}>
              {say('mod.slow.end')}
            </button>
          </div>
        )}
        {view.session.rehearsal && (
          <div class="banner banner-warn">
            <p>
              <strong>{say('mark.rehearsal')}</strong> <span>{say('rehearsal.text')}</span>
            </p>
            {may('DELETE /api/sessions/:id') && <RemoveRehearsal desk={desk} view={view} />}
          </div>
        )}
      </OffWhileAway>
    </section>
  );
}

/** Longer than a restart takes. */
const LONG_AWAY_MS = 30_000;

function Away({ stick }: { stick: boolean }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setLong(true), LONG_AWAY_MS);
    return () => clearTimeout(waiting);
  }, []);
  return (
    <p class="banner banner-warn">
      {say('link.away')}
      {long && stick && ` ${say('link.away.stick')}`}
    </p>
  );
}

/** In time to do something about it, and long enough to find the window that Standpoint was started in. */
const SOON_MINUTES = 30;

function SoonSignedOut() {
  const [left, setLeft] = useState(minutesLeft());
  const now = me.value;
  useEffect(() => {
    setLeft(minutesLeft());
    const ticking = setInterval(() => setLeft(minutesLeft()), 20_000);
    return () => clearInterval(ticking);
  }, [now]);
  if (left > SOON_MINUTES) return null;
  return (
    <div class="banner banner-warn" role="status">
      <p>
        <strong>{say('sign.soon', { n: left })}</strong>{' '}
        <span>{say(now?.place === 'device' ? 'sign.soon.device' : 'sign.soon.laptop')}</span>
      </p>
    </div>
  );
}

/** Pretend people go with one press: nothing real is in a rehearsal. */
export function RemoveRehearsal({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const remove = async (): Promise<void> => {
    const answer = await ask('DELETE', `sessions/${view.session.id}`);
    if (isRefusal(answer)) desk.message.value = refusalWords(answer);
    else location.assign(`/console/c/${view.session.consultation}`);
  };
  return (
    <button type="button" class="button" onClick={() => void remove()}>
      {say('rehearsal.remove')}
    </button>
  );
}
