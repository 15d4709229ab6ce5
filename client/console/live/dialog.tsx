/** A dialog over the page: it holds the focus while it is open and gives it back afterwards. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { dropSecondPress } from '../secondPress.ts';
import { say } from './words.ts';

/**
 * @param props.wide for forms and lists; questions are narrow
 * @param props.asks a question has its own buttons, so that there is no further Close
 */
export function Dialog(props: {
  title: string;
  wide?: boolean;
  asks?: boolean;
  /** It stays open until `close` has been answered: something typed in it would go. */
  holds?: boolean;
  close: () => void;
  children: ComponentChildren;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const title = useId();
  const gone = useRef(false);
  // Before it is painted: a key that comes right after must not reach the page behind.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const dialog = box.current;
    dialog?.showModal();
    dropSecondPress();
    return () => {
      gone.current = true;
      // What is behind an open dialog takes no focus.
      dialog?.close();
      if (opener instanceof HTMLElement) opener.focus();
      dropSecondPress();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class={props.wide === true ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={title}
      onCancel={(event) => {
        if (props.holds !== true) return;
        event.preventDefault();
        props.close();
      }}
      onClose={() => {
        if (gone.current) return;
        // Browsers let a second Esc through, whatever the page says.
        if (props.holds === true) box.current?.showModal();
        props.close();
      }}
    >
      <div class="dialog-head">
        <h2 id={title}>{props.title}</h2>
        {props.asks !== true && (
          <button
            type="button"
            class="button"
            // One that holds stays as it is while it asks: closed and opened again, it would lose its place.
            onClick={() => (props.holds === true ? props.close() : box.current?.close())}
          >
            {say('close')}
          </button>
        )}
      </div>
      {props.children}
    </dialog>
  );
}
