/** The laptop is locked against small hands; only a deliberate act unlocks it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Desk } from './desk.ts';
import { say } from './words.ts';

// Long enough that a resting hand does not do it.
const HOLD_MS = 1500;

/**
 * Held with the mouse or a finger, or by typing a word. Holding a key does not count, since that is
 * just what small hands do.
 */
export function Locked({ desk }: { desk: Desk }) {
  const title = useRef<HTMLHeadingElement>(null);
  const [holding, setHolding] = useState(false);
  const unlock = (): void => void desk.run({ do: 'keys', locked: false });
  useEffect(() => title.current?.focus(), []);
  useEffect(() => {
    if (!holding) return undefined;
    const timer = setTimeout(unlock, HOLD_MS);
    return () => clearTimeout(timer);
  }, [holding]);
  const stop = (): void => setHolding(false);
  return (
    <main class="locked">
      <div>
        <h1 tabIndex={-1} ref={title}>
          {say('lock.title')}
        </h1>
        <p>{say('lock.text')}</p>
        <p role="status">{desk.message.value}</p>
      </div>
      <button
        type="button"
        class={holding ? 'button hold holding' : 'button hold'}
        onPointerDown={() => setHolding(true)}
        onPointerUp={stop}
        onPointerLeave={stop}
        onPointerCancel={stop}
        onContextMenu={(event) => event.preventDefault()}
      >
        {say(holding ? 'lock.holding' : 'lock.hold')}
      </button>
      <label class="field">
        <span>{say('lock.type')}</span>
        <input
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          onInput={(event) => {
            if (event.currentTarget.value.trim().toLowerCase() === say('lock.word')) unlock();
          }}
        />
      </label>
    </main>
  );
}
