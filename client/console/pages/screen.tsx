/** What a device that joined as a projector shows until it shows a session: which one, or that none is open. */
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
  useEffect(() => {
    const looking = setInterval(() => void whoAmI(), LOOK_MS);
    return () => clearInterval(looking);
  }, []);
  const [only] = running;
  useEffect(() => {
    if (running.length === 1 && only !== undefined) location.assign(`/projector/${only.id}`);
  }, [running.length, only?.id]);
  return (
    <Shell page={say('screen.page')}>
      <div class="sign">
        <h1>{say('screen.title')}</h1>
        {running.length === 0 ? (
          <p role="status">{say('screen.wait')}</p>
        ) : (
          <>
            <p>{say('screen.which')}</p>
            <ul class="screens">
              {running.map(({ id, name }) => (
                <li key={id}>
                  <a class="button button-large" href={`/projector/${id}`}>
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
