/** A dialog in which something was typed asks before it closes, and the window before it goes. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { speaker } from '../../core/message.ts';
import { LEAVING_EN } from './messages/leaving.en.ts';
import { useUnsaved } from './useUnsaved.ts';
import { LANGUAGE } from './words.ts';
import './leaving.css';

const say = speaker(LEAVING_EN, LANGUAGE);

/** What would go, and the two ways on. */
type Words = Readonly<Record<keyof typeof LEAVING_EN, string>>;

interface LeavingParts {
  /** What Esc and "Cancel" call. */
  leave: () => void;
  /** Asks before something else that would let a part of it go; it is done once that is let go. */
  askBefore: (act: () => void, words: Words) => void;
  /** Takes the question away: what it is about is not there any more. */
  unask: () => void;
  /** It stands at the foot of the dialog. */
  question: ComponentChildren;
}

/**
 * @param typed something would go with the dialog
 * @param close closes it, whatever was typed
 */
export function useLeaving(typed: boolean, close: () => void): LeavingParts {
  const [asking, setAsking] = useState<{ drop: () => void; words: Words } | null>(null);
  const from = useRef<Element | null>(null);
  const field = useRef<Element | null>(null);
  useUnsaved(typed);
  useLayoutEffect(() => {
    if (!typed) {
      // What is saved was asked about for nothing: the next key must not bring the question back and lose its place.
      setAsking(null);
      return undefined;
    }
    // Whoever goes on typing goes on where they typed, not at the button that asked.
    const remember = (): void => {
      if (document.activeElement?.matches('input, textarea, select') === true)
        field.current = document.activeElement;
    };
    remember();
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [typed]);
  const ask = (drop: () => void, words: Words): void => {
    if (asking === null) from.current = document.activeElement;
    setAsking({ drop, words });
  };
  const stay = (): void => {
    setAsking(null);
    for (const place of [field.current, from.current]) {
      if (place instanceof HTMLElement) place.focus();
      // A field that is folded up or gone takes no focus.
      if (place !== null && document.activeElement === place) return;
    }
  };
  return {
    leave: () => (typed ? ask(close, OF_ALL) : close()),
    askBefore: (act, words) =>
      ask(() => {
        // It may be refused: then the dialog stays, and the focus where it was.
        stay();
        act();
      }, words),
    unask: () => setAsking(null),
    question: typed && asking !== null && <Leaving {...asking} stay={stay} />,
  };
}

const OF_ALL: Words = { unsaved: say('unsaved'), drop: say('drop'), stay: say('stay') };

function Leaving({ drop, stay, words }: { drop: () => void; stay: () => void; words: Words }) {
  const first = useRef<HTMLButtonElement>(null);
  // The button that loses nothing: another Esc or Enter must not be what lets it go.
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <div class="leaving" role="alert">
      <p>{words.unsaved}</p>
      <div class="leaving-buttons">
        <button type="button" class="button" onClick={drop}>
          {words.drop}
        </button>
        <button ref={first} type="button" class="button button-main" onClick={stay}>
          {words.stay}
        </button>
      </div>
    </div>
  );
}
