/** Which session this is, its code, and what is one click away. */
import { showCode } from '../../../core/id.ts';
import type { Role } from '../../../core/staff.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { may, mayCommand, me } from '../staff.ts';
import type { Desk } from './desk.ts';
import { Menu } from './menu.tsx';
import { More } from './more.tsx';
import { OffWhileAway } from './offWhileAway.tsx';
import { say } from './words.ts';

export function Header({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const { session } = view;
  return (
    <header class="desk-head">
      <div class="desk-name">
        <h1>{session.name}</h1>
        <p class="soft">
          {may('PUT /api/consultations/:id') ? (
            <a href={`/console/c/${session.consultation}`}>{view.title}</a>
          ) : (
            view.title
          )}
        </p>
      </div>
      <Marks view={view} />
      <RoleMark />
      <p class="desk-code">
        <span class="desk-code-code">{showCode(view.code)}</span>
        <span class="soft">{view.address.replace(/^https?:\/\//, '')}</span>
      </p>
      <div class="desk-actions">
        {/* What a scribe has come for. Others have it in the menu. */}
        {isRole('scribe') && (
          <a class="button button-main" href={`/console/s/${session.id}/talk`}>
            {say('more.talk')}
          </a>
        )}
        <OffWhileAway desk={desk}>
          {mayCommand('screen') && (
            <button type="button" class="button" onClick={() => openProjector(desk, session.id)}>
              {say('screen.open')}
            </button>
          )}
          {mayCommand('pause') && (
            <button
              type="button"
              class="button toggle"
              aria-pressed={view.room.paused}
              aria-keyshortcuts="K"
              onClick={() => void desk.run({ do: 'pause', on: !view.room.paused })}
            >
              {say('pause')}
            </button>
          )}
        </OffWhileAway>
        <Menu label={say('more')} class="menu-end">
          {(close) => <More desk={desk} view={view} close={close} />}
        </Menu>
      </div>
    </header>
  );
}

/** Whether this is a device that joined as that. */
const isRole = (role: Role): boolean => me.value?.place === 'device' && me.value.role === role;

/** What a device joined as; the laptop itself needs no mark. */
function RoleMark() {
  const now = me.value;
  if (now?.place !== 'device' || now.role === null) return null;
  return <span class="mark mark-role">{say(`role.${now.role}`)}</span>;
}

/** What must never be taken for the real thing. */
export function Marks({ view }: { view: { sample: boolean; session: { rehearsal: boolean } } }) {
  return (
    <>
      {view.sample && (
        <span class="mark" title={say('mark.sample.text')}>
          {say('mark.sample')}
        </span>
      )}
      {view.session.rehearsal && <span class="mark">{say('mark.rehearsal')}</span>}
    </>
  );
}

/** Opens the room's screen in a window of its own; pressing again brings the same one back. */
function openProjector(desk: Desk, session: string): void {
  const opened = window.open(`/projector/${session}`, 'standpoint-projector', 'popup,width=1280,height=720');
  desk.message.value = say(opened === null ? 'screen.open.blocked' : 'screen.open.hint');
}
