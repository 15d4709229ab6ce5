/** The numbers a facilitator glances at; how many, never who. */
import type { ConsoleView } from '../../../core/view.ts';
import { boardNow, say } from './words.ts';

export function Numbers({ view }: { view: ConsoleView }) {
  const board = boardNow(view);
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
      <p class="number-small">
        <span>{say('numbers.connected', { n: view.connected })}</span>
        {view.withoutPhone > 0 && <span>{say('numbers.without', { n: view.withoutPhone })}</span>}
        {view.session.style === 'walk-around' && open > 0 && <span>{say('numbers.open', { n: open })}</span>}
      </p>
    </section>
  );
}
