/** The numbers a facilitator glances at; how many, never who. */
import { useEffect, useState } from 'preact/hooks';
import type { ConsoleView } from '../../../core/view.ts';
import type { Desk } from './desk.ts';
import { compareHeads } from '../../../core/wall.ts';
import { TabletNumbers } from './tabletNumbers.tsx';
import { boardNow, say } from './words.ts';

export function Numbers({ desk, view }: { desk: Desk; view: ConsoleView }) {
  // While the room talks about no statement, none is placed on.
  const board = view.room.freeTalk === true ? undefined : boardNow(view);
  const open = view.boards.filter((b) => b.state === 'open').length;
  return (
    <section class="numbers" aria-label={say('numbers.title')}>
      <p class="number">
        <strong>{view.joined}</strong> <span>{say('numbers.joined', { n: view.joined })}</span>
      </p>
      {board !== undefined && board.opened && (
        <p class="number">
          <strong>{board.placed}</strong> <span>{say('numbers.placed', { of: view.joined })}</span>
        </p>
      )}
      {desk.timing.value !== null && <Clock since={desk.timing.value} />}
      <p class="number-small">
        {/* Cut off itself, this screen does not know it. */}
        {desk.link.state.value !== 'away' && <span>{say('numbers.connected', { n: view.connected })}</span>}
        {view.withoutPhone > 0 && <span>{say('numbers.without', { n: view.withoutPhone })}</span>}
        <Heads view={view} />
        <TabletNumbers tablets={view.tablets} />
        {view.session.style === 'walk-around' && open > 0 && <span>{say('numbers.open', { n: open })}</span>}
      </p>
    </section>
  );
}

/** Whoever answers twice, on a phone and on paper, shows only as one more than there are heads. */
function Heads({ view }: { view: ConsoleView }) {
  const here = view.session.attendance.reduce((sum, { n }) => sum + n, 0);
  if (here === 0) return null;
  const { is, by } = compareHeads(view.joined, here);
  if (is === 'no-heads' || is === 'same') return <span>{say('numbers.here.same')}</span>;
  return <span class={is === 'more' ? 'bad' : ''}>{say(`numbers.here.${is}`, { n: by })}</span>;
}

/** A quiet clock on this screen only: it counts up, rings for nothing and closes nothing. */
function Clock({ since }: { since: number }) {
  const [now, setNow] = useState(performance.now());
  useEffect(() => {
    setNow(performance.now());
    const ticking = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(ticking);
  }, [since]);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p class="number">
      <strong>{time}</strong> <span>{say('numbers.clock')}</span>
    </p>
  );
}
