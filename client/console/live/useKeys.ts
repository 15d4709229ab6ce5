/** Listens to the keys of the whole page and does what they mean. */
import { useEffect } from 'preact/hooks';
import { actionFor, commandsFor, type Action, type Press } from '../keys.ts';
import { mayCommand } from '../staff.ts';
import type { Desk } from './desk.ts';
import { nextCommand, say } from './words.ts';

const TEXT = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])';
const CHOICE = 'input[type=radio]';
const CONTROL = 'button, a[href], summary, input';

/** Actions that move the session; how the big screen looks may change as fast as anyone types. */
const CLIMBING: ReadonlySet<Action> = new Set(['next', 'back', 'placing', 'results', 'undo']);

function placeOf(target: EventTarget | null): Press['on'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(TEXT) !== null) return 'text';
  if (target.closest(CHOICE) !== null) return 'choice';
  return target.closest(CONTROL) !== null ? 'control' : 'page';
}

/** Takes part in the page's keys while the component that calls it is drawn. */
export function useKeys(desk: Desk): void {
  const leads = mayCommand('next');
  useEffect(() => {
    // Whoever may not move the session has no keys either.
    if (!leads) return undefined;
    // A second step counts only once the first was answered, so that two quick ones never climb blindly.
    let busy = false;
    const onKey = (event: KeyboardEvent): void => {
      const view = desk.link.view.peek();
      if (view === null || event.defaultPrevented) return;
      const locked = view.room.keysLocked || desk.keysOff.peek();
      const press: Press = {
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        repeat: event.repeat,
        on: placeOf(event.target),
      };
      const action = actionFor(press, locked ? 'none' : desk.dialog.peek() === null ? 'all' : 'pause');
      if (action === null) return;
      event.preventDefault();
      if (busy && CLIMBING.has(action)) return;
      if (action === 'next' && nextCommand(view)?.do === 'end') desk.message.value = say('did.endByButton');
      else if (!onThisLaptop(action, desk)) {
        const commands = commandsFor(action, view);
        if (commands.length === 0) return;
        if (!CLIMBING.has(action)) return void desk.run(...commands);
        busy = true;
        void desk.run(...commands).finally(() => {
          busy = false;
        });
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [desk, leads]);
}

/** Actions that need no server. */
function onThisLaptop(action: Action, desk: Desk): boolean {
  if (action === 'help') desk.dialog.value = { kind: 'keys' };
  else if (action === 'fullscreen') void toggleFullscreen();
  else if (action === 'timer') desk.timing.value = desk.timing.peek() === null ? performance.now() : null;
  else return false;
  return true;
}

async function toggleFullscreen(): Promise<void> {
  // Refused by some browsers without a click; then nothing changes, which is harmless.
  await (
    document.fullscreenElement === null
      ? document.documentElement.requestFullscreen()
      : document.exitFullscreen()
  ).catch(() => undefined);
}
