/** Which picture is on the screen, and which view it is made from. */
import type { ProjectorView } from '../../core/view.ts';

/** `out`: nobody is signed in on this screen, or no more. `waits`: another laptop may have the session. */
export type Link = 'first' | 'waits' | 'up' | 'lost' | 'out' | 'gone';

export type Stage =
  | 'finding'
  | 'out'
  | 'waits'
  | 'gone'
  | 'black'
  | 'white'
  | 'join'
  | 'paused'
  | 'ended'
  | 'lobby'
  | 'all-open'
  | 'statement'
  | 'wall'
  | 'note'
  | 'chart'
  | 'table'
  | 'talk'
  | 'thoughts'
  | 'free'
  | 'check';

/**
 * The view to keep: the higher one, but what `hello` brought always counts, since a restarted server
 * counts from the beginning.
 */
export function latest(
  current: ProjectorView | null,
  incoming: ProjectorView,
  from: 'hello' | 'view',
): ProjectorView {
  return from === 'hello' || current === null || incoming.v > current.v ? incoming : current;
}

/** A blank screen hides everything, the join code everything else, and a pause what it interrupts. */
export function stageOf(view: ProjectorView | null, link: Link): Stage {
  if (link === 'gone' || link === 'out' || link === 'waits') return link;
  if (view === null) return 'finding';
  const { screen, board } = view;
  if (screen.blank !== 'none') return screen.blank;
  if (screen.join || view.newAddress) return 'join';
  if (view.paused) return 'paused';
  if (view.state === 'ended') return 'ended';
  if (view.check !== undefined) return 'check';
  const thoughts = (view.talk?.thoughts.length ?? 0) > 0 && screen.result === 'thoughts';
  if (view.talk?.free === true) return thoughts ? 'thoughts' : 'free';
  if (view.state === 'lobby' || board === null) return 'lobby';
  if (board.state === 'open' && view.openBoards > 1) return 'all-open';
  if (board.result === null) return 'statement';
  // The talk begins with the small chart; post-its and the table can be fetched back.
  if (thoughts) return 'thoughts';
  const look = screen.result === 'thoughts' ? 'chart' : screen.result;
  if (board.state === 'discussed' && look === 'chart') return 'talk';
  if (look !== 'notes') return look;
  return screen.notes === 'one' && (board.notes?.length ?? 0) > 0 ? 'note' : 'wall';
}

/** Whether the post-its of the pile now go to their columns: the reveal of the board that was just there. */
export function flies(before: ProjectorView | null, now: ProjectorView): boolean {
  const was = before?.board;
  return (
    was !== null &&
    was !== undefined &&
    was.n === now.board?.n &&
    was.result === null &&
    now.board.result !== null
  );
}
