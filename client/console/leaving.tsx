/** A dialog in which something was typed asks before it closes, and the window before it goes. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { speaker } from '../../core/message.ts';
import { LEAVING_EN } from './messages/leaving.en.ts';
import { useUnsaved } from './useUnsaved.ts';
import { LANGUAGE } from './words.ts';
import './leaving.css';

const say = speaker(LEAVING_EN, LANGUAGE);

/**
 * @param typed something would go with the dialog
 * @param close closes it, whatever was typed
 * @returns what Esc and "Cancel" call, and the question, which stands at the foot of the dialog
 */
export function useLeaving(
  typed: boolean,
  close: () => void,
): { leave: () => void; question: ComponentChildren } {
  const [asking, setAsking] = useState(false);
  const from = useRef<Element | null>(null);
  useUnsaved(typed);
  // What is saved was asked about for nothing: the next key must not bring the question back and lose its place.
  useLayoutEffect(() => {
    if (!typed) setAsking(false);
  }, [typed]);
  const leave = (): void => {
    if (!typed) return close();
    if (!asking) from.current = document.activeElement;
    setAsking(true);
  };
  const stay = (): void => {
    setAsking(false);
    if (from.current instanceof HTMLElement) from.current.focus();
  };
  return { leave, question: typed && asking && <Leaving drop={close} stay={stay} /> };
}

function Leaving({ drop, stay }: { drop: () => void; stay: () => void }) {
  const first = useRef<HTMLButtonElement>(null);
  // The button that loses nothing: another Esc or Enter must not be what lets it go.
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <div class="leaving" role="alert">
      <p>{say('unsaved')}</p>
      <div class="leaving-buttons">
        <button type="button" class="button" onClick={drop}>
          {say('drop')}
        </button>
        <button ref={first} type="button" class="button button-main" onClick={stay}>
          {say('stay')}
        </button>
      </div>
    </div>
  );
}
