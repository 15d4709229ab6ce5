/** In the place of a page that this device's role has not. */
import { me } from '../staff.ts';
import './pages.css';
import './staff/staff.css';
import { Shell } from './parts/shell.tsx';
import { say } from './say.ts';

export default function NotForRole() {
  const role = me.value?.role ?? 'scribe';
  return (
    <Shell page={say('role.no')}>
      <div class="sign">
        <h1>{say('role.no')}</h1>
        <p>{say('role.no.words', { role: say(`add.${role}`).toLowerCase() })}</p>
        <p>
          <a class="button button-main" href="/console">
            {say('role.no.back')}
          </a>
        </p>
      </div>
    </Shell>
  );
}
