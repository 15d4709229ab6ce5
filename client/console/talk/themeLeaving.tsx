/** What the dialog of a theme asks before what was typed in it goes. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from './words.ts';

/** Nothing that was typed goes without a question. */
export function Leaving({ save, drop }: { save: () => void; drop: () => void }) {
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <div class="theme-leaving" role="alert">
      <p>{say('theme.leave')}</p>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={drop}>
          {say('theme.leave.drop')}
        </button>
        <button ref={first} type="button" class="button button-main" onClick={save}>
          {say('theme.leave.save')}
        </button>
      </div>
    </div>
  );
}
