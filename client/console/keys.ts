/**
 * The facilitator's keys, on the laptop and on a clicker (which sends PageUp, PageDown, b, ., F5 and
 * Esc). Nothing here can do what cannot be undone; ending a session has no key at all.
 */
import { nextTopic } from '../../core/topics.ts';
import type { Command, Screen } from '../../core/room.ts';
import type { ConsoleView } from '../../core/view.ts';
import { nextInCheck } from './live/checkWords.ts';
import { nextInTopics } from './live/topicWords.ts';

/** What of a key press matters. */
export interface Press {
  key: string;
  ctrl: boolean;
  alt: boolean;
  /** The key is held down; only text size follows that. */
  repeat: boolean;
  /**
   * Where the focus is: a field that takes text or a value, a choice that arrows move through, something
   * that Space presses, or none of these.
   */
  on: 'text' | 'choice' | 'control' | 'page';
}

export type Action =
  | 'next'
  | 'back'
  | 'placing'
  | 'results'
  | 'join'
  | 'black'
  | 'white'
  | 'look'
  | 'groups'
  | 'note'
  | 'larger'
  | 'smaller'
  | 'fullscreen'
  | 'timer'
  | 'undo'
  | 'pause'
  | 'help'
  | 'leave';

const KEYS: Record<string, Action> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  o: 'placing',
  h: 'results',
  j: 'join',
  b: 'black',
  '.': 'black',
  w: 'white',
  p: 'look',
  g: 'groups',
  n: 'note',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  f: 'fullscreen',
  t: 'timer',
  k: 'pause',
  '?': 'help',
  Escape: 'leave',
};

/** Keys that already mean something where the focus is. */
const OWN_KEYS: Record<'choice' | 'control' | 'page', ReadonlySet<string>> = {
  choice: new Set([' ', 'ArrowLeft', 'ArrowRight']),
  control: new Set([' ']),
  page: new Set(),
};

/**
 * What a key press means, or null when it means nothing here.
 *
 * @param allowed `all`; `pause` while a dialog is open; `none` while keys are locked or switched off
 */
export function actionFor(press: Press, allowed: 'all' | 'pause' | 'none'): Action | null {
  if (allowed === 'none' || press.on === 'text' || press.alt) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrl) return key === 'z' && allowed === 'all' && !press.repeat ? 'undo' : null;
  if (OWN_KEYS[press.on].has(key)) return null;
  const action = KEYS[key] ?? null;
  if (action === null || (allowed === 'pause' && action !== 'pause')) return null;
  return press.repeat && action !== 'larger' && action !== 'smaller' ? null : action;
}

const screen = (change: Partial<Screen>): Command[] => [{ do: 'screen', change }];

/**
 * The commands an action sends, given what is on the screens now; empty when there is nothing to do.
 * `next` sends the step itself rather than "next", so that a second press that crosses the first one
 * is refused instead of climbing two rungs.
 */
export function commandsFor(action: Action, view: ConsoleView): Command[] {
  const now = view.room.screen;
  switch (action) {
    case 'next':
      // Finishing is a press: a key too many would take what was just shown away.
      if (view.check?.on === true) return keyInCheck(nextInCheck(view.check));
      return nextOnLadder(view);
    case 'back':
      return view.room.state === 'live' ? [{ do: 'back' }] : [];
    case 'placing':
      return placing(view);
    case 'results':
      return results(view);
    case 'join':
      return screen({ join: !now.join });
    case 'black':
    case 'white':
      return screen({ blank: now.blank === action ? 'none' : action });
    case 'look':
      return isUp(view) ? screen({ result: nextLook(now.result) }) : [];
    case 'groups':
      return isUp(view) ? screen({ byGroup: !now.byGroup }) : [];
    case 'note':
      return view.topics === undefined ? nextNote(view, 1) : nextOnList(view.topics);
    case 'larger':
    case 'smaller': {
      const size = now.size + (action === 'larger' ? 1 : -1);
      return isSize(size) ? screen({ size }) : [];
    }
    case 'undo':
      return view.undo === null ? [] : [{ do: 'undo' }];
    case 'pause':
      return [{ do: 'pause', on: !view.room.paused }];
    case 'leave':
      return now.join || now.blank !== 'none' ? screen({ join: false, blank: 'none' }) : [];
    case 'fullscreen':
    case 'timer':
    case 'help':
      return [];
  }
}

function isSize(size: number): size is Screen['size'] {
  return size >= 0 && size <= 4;
}

/** Whether the room looks at results now, so that how they are shown makes a difference. */
function isUp(view: ConsoleView): boolean {
  const state = view.projector.board?.state;
  return state === 'revealed' || state === 'discussed';
}

function nextLook(look: Screen['result']): Screen['result'] {
  return look === 'notes' ? 'chart' : look === 'chart' ? 'table' : 'notes';
}

function placing(view: ConsoleView): Command[] {
  // No key takes the talk away from the room.
  if (view.room.freeTalk === true) return [];
  const board = view.boards.find((b) => b.n === view.room.at);
  if (board === undefined || view.room.state !== 'live') return [];
  if (view.session.style === 'walk-around' && view.boards.some((b) => b.state === 'open'))
    return [{ do: 'closeAll' }];
  switch (board.state) {
    case 'waiting':
    case 'shown':
      return [{ do: 'open', board: board.n }];
    case 'open':
      return [{ do: 'close', board: board.n }];
    case 'closed':
      return [{ do: 'reopen', board: board.n }];
    case 'revealed':
    case 'discussed':
      // Opening would take the results away in the middle of the talk; it is under More.
      return [];
  }
}

function results(view: ConsoleView): Command[] {
  if (view.room.freeTalk === true) return [];
  const board = view.boards.find((b) => b.n === view.room.at);
  switch (board?.state) {
    case 'closed':
      return [{ do: 'reveal', board: board.n }];
    case 'revealed':
      return [{ do: 'back' }];
    case 'discussed':
      return [{ do: 'back' }, { do: 'back' }];
    default:
      // While people place, no key shows what they have placed.
      return [];
  }
}

const keyInCheck = (command: Command): Command[] => (command.do === 'check' ? [command] : []);

/** What the big button does, but for ending the session, which no key does. */
function nextOnLadder(view: ConsoleView): Command[] {
  const step = (view.topics === undefined ? null : nextInTopics(view.topics)) ?? view.next;
  return step === null || step.do === 'end' ? [] : [step];
}

/** The next topic of the room's own list; after the last, none. */
function nextOnList({ step, list, at }: NonNullable<ConsoleView['topics']>): Command[] {
  const n = nextTopic(list, at);
  if (step !== 'talk' || (n === null && at === null)) return [];
  return [{ do: 'topics', change: { to: 'at', n } }];
}

/** One at a time: the first comment, then the one `by` places on, round and round. */
export function nextNote(view: ConsoleView, by: 1 | -1): Command[] {
  const count = view.projector.board?.notes?.length ?? 0;
  if (count === 0 || !isUp(view)) return [];
  const { notes, noteAt } = view.room.screen;
  if (notes === 'all') return screen({ notes: 'one', noteAt: 0, result: 'notes' });
  return screen({ noteAt: (noteAt + by + count) % count, result: 'notes' });
}
