/** In the corner of every page: where devices are added on the laptop, and what a device joined as. */
import { may, me, signOut } from '../../staff.ts';
import { useState } from 'preact/hooks';
import { waitingHere } from '../../talk/kept.ts';
import { Dialog } from '../parts/dialog.tsx';
import { sayLaptop } from '../../laptopWords.ts';
import { say } from '../say.ts';
import './corner.css';

export function Corner() {
  const now = me.value;
  const [asking, setAsking] = useState(0);
  if (now === null || now.role === null) return null;
  if (may('GET /api/staff/devices'))
    return (
      <div class="corner row">
        <a class="button small" href="/console/laptop">
          {sayLaptop('lap.link')}
        </a>
        <a class="button small" href="/console/staff">
          {say('dev.link')}
        </a>
      </div>
    );
  return (
    <div class="corner row">
      <span class="tag role-chip" title={say('role.here', { role: say(`add.${now.role}`), name: now.name })}>
        {say(`add.${now.role}`)}
        <span class="role-name">
          {' · '}
          <bdi>{now.name}</bdi>
        </span>
      </span>
      <button
        type="button"
        class="button small"
        onClick={() => {
          const waiting = waitingHere();
          if (waiting === 0) void signOut();
          else setAsking(waiting);
        }}
      >
        {say('role.out')}
      </button>
      {asking > 0 && (
        <Dialog title={say('role.out')} onClose={() => setAsking(0)}>
          <p>{say('role.out.waiting', { n: asking })}</p>
          <div class="row">
            <button type="button" class="button danger" onClick={() => void signOut()}>
              {say('role.out.anyway')}
            </button>
            <button type="button" class="button" onClick={() => setAsking(0)}>
              {say('app.cancel')}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
