/** What a projector or a shared tablet shows until it is at a session: which one, or that none is open. */
import { useEffect } from 'preact/hooks';
import { me, whoAmI } from '../staff.ts';
import './pages.css';
import './staff/staff.css';
import { Shell } from './parts/shell.tsx';
import { say } from './say.ts';

/** How often it looks whether a session has opened, in milliseconds. */
const LOOK_MS = 3000;

export default function ScreenPage() {
  const running = me.value?.running ?? [];
  const tablet = me.value?.role === 'tablet';
  const path = (id: string): string => `/${tablet ? 'tablet' : 'projector'}/${id}`;
  useEffect(() => {
    const looking = setInterval(() => void whoAmI(), LOOK_MS);
    return () => clearInterval(looking);
  }, []);
  const [only] = running;
  useEffect(() => {
    if (running.length !== 1 || only === undefined) return;
    // Back from a tablet that is passed round has nothing to go back to.
    if (tablet) location.replace(path(only.id));
    else location.assign(path(only.id));
  }, [running.length, only?.id]);
  return (
    <Shell page={say(tablet ? 'tablet.page' : 'screen.page')}>
      <div class="sign">
        <h1>{say(tablet ? 'tablet.title' : 'screen.title')}</h1>
        {running.length === 0 ? (
          <p role="status">{say('screen.wait')}</p>
        ) : (
          <>
            <p>{say(tablet ? 'tablet.which' : 'screen.which')}</p>
            <ul class="screens">
              {running.map(({ id, name }) => (
                <li key={id}>
                  <a class="button button-large" href={path(id)}>
                    <bdi>{name === '' ? say('screen.unnamed') : name}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Shell>
  );
}
