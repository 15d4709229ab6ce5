/** The live screen while people are joining or the session runs. */
import type { ConsoleView } from '../../../core/view.ts';
import { Banners } from './banners.tsx';
import { Check } from './check.tsx';
import { Comments } from './comments.tsx';
import { may, mayCommand } from '../staff.ts';
import { useUnsaved } from '../useUnsaved.ts';
import type { Desk } from './desk.ts';
import { Header } from './header.tsx';
import { Ladder } from './ladder.tsx';
import { Locked } from './locked.tsx';
import { NextBar } from './nextBar.tsx';
import { Numbers } from './numbers.tsx';
import { OffWhileAway } from './offWhileAway.tsx';
import { ScreenControls } from './screenControls.tsx';
import { Stage } from './stage.tsx';
import { Topics } from './topics.tsx';
import { useKeys } from './useKeys.ts';
import { boardNow, say } from './words.ts';

export function Running({ desk, view }: { desk: Desk; view: ConsoleView }) {
  useKeys(desk);
  // Also while the list of topics, to which it would go, is not shown.
  useUnsaved(desk.topic.value.trim() !== '' || changesTopic(desk, view));
  // A lock is for the laptop's keys and buttons; another device is in another pair of hands.
  const locked = view.room.keysLocked && mayCommand('keys');
  return (
    <div class="desk">
      {locked && <Locked desk={desk} />}
      <div class="desk-all" inert={locked}>
        <Header desk={desk} view={view} />
        <Banners desk={desk} view={view} />
        <div class="desk-columns">
          <OffWhileAway desk={desk}>
            {view.check?.on === true ? (
              <Check desk={desk} view={view} check={view.check} />
            ) : view.topics === undefined ? (
              <Ladder desk={desk} view={view} />
            ) : (
              <Topics desk={desk} view={view} />
            )}
          </OffWhileAway>
          <main class="middle">
            <Numbers desk={desk} view={view} />
            <Stage view={view} />
            {mayCommand('screen') && (
              <OffWhileAway desk={desk}>
                <ScreenControls desk={desk} view={view} />
              </OffWhileAway>
            )}
            <Below desk={desk} view={view} />
            <OffWhileAway desk={desk}>
              <NextBar desk={desk} view={view} />
            </OffWhileAway>
          </main>
          <Comments desk={desk} view={view} />
        </div>
      </div>
    </div>
  );
}

/** The facilitator's notes for this statement; in the lobby, what is done before the start. */
function Below({ desk, view }: { desk: Desk; view: ConsoleView }) {
  if (view.room.state === 'lobby')
    return !may('GET /api/room') ? null : (
      <div class="your-notes lobby-steps">
        <p>{say('ready.check.text')}</p>
        <button type="button" class="button" onClick={() => (desk.dialog.value = { kind: 'room' })}>
          {say('room.title')}
        </button>
      </div>
    );
  // Those of the statement before would be read out at the wrong time.
  const notes = view.room.freeTalk === true ? '' : (boardNow(view)?.notes ?? '');
  if (notes === '') return null;
  return (
    <section class="your-notes" aria-labelledby="your-notes-title" tabIndex={0}>
      <h2 id="your-notes-title">{say('notes.title')}</h2>
      <p dir="auto">{notes}</p>
    </section>
  );
}

/** Whether words of a topic are being changed; of one that somebody took off the list nothing is. */
function changesTopic(desk: Desk, view: ConsoleView): boolean {
  return [...desk.topicsChanged.value].some(([n, { typed, first }]) => {
    const topic = view.topics?.list.find((one) => one.n === n);
    return typed.trim() !== first && (view.topics === undefined || topic !== undefined);
  });
}
