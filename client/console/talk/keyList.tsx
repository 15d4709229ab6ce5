/** What each key does on the scribe's screen. */
import { Dialog } from '../live/dialog.tsx';
import { say } from './words.ts';

const KEYS = [
  ['Enter', 'keys.enter'],
  ['Shift Enter', 'keys.shiftEnter'],
  ['↑', 'keys.up'],
  ['Esc', 'keys.esc'],
  ['+', 'keys.plus'],
  ['#', 'keys.hash'],
  ['Ctrl Z, Ctrl Shift Z', 'keys.undo'],
  ['Tab', 'keys.tab'],
] as const;
const IN_MARKS = [
  ['1 … 9', 'keys.digits'],
  ['t', 'keys.t'],
  ['q', 'keys.q'],
  ['y', 'keys.y'],
  ['s', 'keys.s'],
  ['p', 'keys.p'],
  ['h, −', 'keys.h'],
  ['a d i e', 'keys.stance'],
  ['w n c', 'keys.outcome'],
] as const;

export function KeyList({ close }: { close: () => void }) {
  return (
    <Dialog title={say('keys.title')} close={close}>
      <dl class="talk-keys">
        {[...KEYS, ...IN_MARKS].map(([key, words], i) => (
          <div key={key} class={i >= KEYS.length ? 'talk-keys-in' : ''}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
