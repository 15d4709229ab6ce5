/** A dialog over the page. It holds the focus while it is open and gives it back to what opened it. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { dropSecondPress } from '../../secondPress.ts';

interface Props {
  title: string;
  wide?: boolean;
  /** Called after Esc; buttons inside call it themselves. */
  onClose: () => void;
  children: ComponentChildren;
}

export function Dialog({ title, wide = false, onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const gone = useRef(false);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const dialog = box.current;
    dialog?.showModal();
    dropSecondPress();
    return () => {
      gone.current = true;
      // While it is open the rest of the page cannot take the focus.
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      dropSecondPress();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class={wide ? 'sp-dialog sp-dialog-wide' : 'sp-dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        // The component decides what is open; the browser only says that Esc was pressed.
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        if (gone.current) return;
        // Browsers let a second Esc through, whatever the page says.
        box.current?.showModal();
        onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
