/** Everything that is needed now and then, out of sight until it is; what a talk needs is at hand first. */
import { MOST_PEOPLE } from '../../../core/limits.ts';
import type { ConsoleView } from '../../../core/view.ts';
import type { Command } from '../../../core/room.ts';
import { paperPage } from '../api.ts';
import { may, mayCommand } from '../staff.ts';
import { Choice } from './choice.tsx';
import type { Desk, OpenDialog } from './desk.ts';
import { boardNow, say, type Key } from './words.ts';

export function More(props: { desk: Desk; view: ConsoleView; close: () => void }) {
  const { desk, view, close } = props;
  const item = (label: Key, act: () => void) => (
    <button
      type="button"
      class="menu-item"
      onClick={() => {
        close();
        act();
      }}
    >
      {say(label)}
    </button>
  );
  const opens = (label: Key, dialog: OpenDialog) => item(label, () => (desk.dialog.value = dialog));
  const does = (label: Key, command: Command) => item(label, () => void desk.run(command));

  const leads = mayCommand('next');
  const { doorLocked, state } = view.room;
  const board = boardNow(view);
  const talks = view.topics !== undefined;
  const again = board !== undefined && board.opened && state === 'live' ? board : undefined;
  return (
    <div class="menu-columns">
      <div class="menu-column">
        <p class="menu-label">{say('more.talking')}</p>
        {item('more.talk', () => window.open(`/console/s/${view.session.id}/talk`))}
        {mayCommand('talk') && state === 'live' && (
          <>
            {does(talks ? 'more.talk.off' : 'more.talk.on', { do: 'talk', on: !talks })}
            <p class="menu-note">{say('more.talk.text')}</p>
            {does(
              view.room.proposing === true ? 'more.propose.off' : 'more.propose.on',
              view.room.proposing === true
                ? { do: 'talk', on: false }
                : { do: 'talk', on: true, propose: true },
            )}
            <p class="menu-note">{say('more.propose.text')}</p>
            {opens('more.check.recs', { kind: 'check' })}
            <p class="menu-note">{say('more.check.recs.text')}</p>
          </>
        )}
        {leads && board !== undefined && state === 'live' && board.state !== 'open' && (
          <>
            <p class="menu-label">{say('more.statement')}</p>
            {again === undefined && does('more.openNow', { do: 'open', board: board.n })}
            {again !== undefined && does('more.reopen', { do: 'reopen', board: board.n })}
            {again !== undefined &&
              again.result !== null &&
              does('more.reveal', { do: 'reveal', board: board.n })}
          </>
        )}
        {mayCommand('end') && state === 'live' && (
          <>
            <p class="menu-label">{say('more.session')}</p>
            {opens('more.end', { kind: 'end' })}
          </>
        )}
      </div>
      <div class="menu-column">
        <p class="menu-label">{say('more.people')}</p>
        {opens('more.attendance', { kind: 'attendance' })}
        {opens('more.addFor', { kind: 'addFor' })}
        {may('POST /api/sessions/:id/slips') &&
          item('more.slips', () => window.open(`/console/s/${view.session.id}/slips`))}
        {item('more.wall', () => location.assign(`/console/s/${view.session.id}/wall`))}
        {may('POST /api/staff/pairing') && opens('more.tablet', { kind: 'tablet' })}
        {may('POST /api/sessions/:id/cards') && opens('more.cards', { kind: 'cards' })}
        {may('POST /api/consultations/:id/paper') &&
          !view.session.rehearsal &&
          item('more.print', () => window.open(paperPage(view.session.consultation, view.session.id)))}
        {mayCommand('door') &&
          does(doorLocked ? 'more.door.unlock' : 'more.door.lock', { do: 'door', locked: !doorLocked })}
        <p class="menu-note">{say('more.late')}</p>
      </div>
      {(mayCommand('most') || mayCommand('slow') || leads) && (
        <div class="menu-column">
          {mayCommand('most') && (
            <>
              <p class="menu-label">{say('more.most')}</p>
              <Choice
                label={say('more.most')}
                options={MOST_PEOPLE.map((n) => ({ value: String(n), label: String(n) }))}
                value={String(view.room.most)}
                choose={(value) => {
                  const people = MOST_PEOPLE.find((n) => String(n) === value);
                  if (people !== undefined) void desk.run({ do: 'most', people });
                }}
              />
              <p class="menu-note">{say('more.most.text')}</p>
            </>
          )}
          {mayCommand('slow') && (
            <>
              <p class="menu-label">{say('mod.slow')}</p>
              <Choice
                label={say('mod.slow')}
                options={([0, 15, 60] as const).map((seconds) => ({
                  value: String(seconds),
                  label: say(`mod.slow.${seconds}`),
                }))}
                value={String(view.room.slow)}
                choose={(value) => {
                  const seconds = ([0, 15, 60] as const).find((n) => String(n) === value) ?? 0;
                  void desk.run({ do: 'slow', seconds });
                }}
              />
              <p class="menu-note">{say('mod.slow.text')}</p>
            </>
          )}
          {leads && (
            <>
              <p class="menu-label">{say('more.laptop')}</p>
              {opens('more.check', { kind: 'room' })}
              {may('POST /api/staff/pairing') && item('more.device', () => window.open('/console/staff'))}
              {opens('more.keys', { kind: 'keys' })}
              {does('more.lock', { do: 'keys', locked: true })}
            </>
          )}
        </div>
      )}
    </div>
  );
}
