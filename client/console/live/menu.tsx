/** A button that opens a small panel of further controls under it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

/** @param props.children gets a function that closes the panel */
export function Menu(props: {
  label: string;
  class?: string;
  children: (close: () => void) => ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  // The focus goes back first, so that a dialog opened from here returns it to a button that is there.
  const close = (): void => {
    opener.current?.focus();
    setOpen(false);
  };

  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open || event.key !== 'Escape') return;
    // Esc leaves this panel only, and not what is on the big screen as well.
    event.stopPropagation();
    close();
  };
  return (
    <div class="menu" ref={box} onKeyDown={onKeyDown}>
      <button
        type="button"
        class={`button menu-opener ${props.class ?? ''}`}
        aria-expanded={open}
        aria-controls={panel}
        ref={opener}
        onClick={() => setOpen(!open)}
      >
        {props.label}
      </button>
      <div class="menu-panel" id={panel} hidden={!open}>
        {open && props.children(close)}
      </div>
    </div>
  );
}
