/** The question before something goes. It is about what is seen: once that was changed elsewhere it cannot be answered with yes. */
import type { ComponentChildren } from 'preact';
import { Dialog } from './live/dialog.tsx';
import { useChangedSince } from './useChangedSince.ts';
import './live/dialog.css';

interface Props {
  title: string;
  /** All that would go along; plain data. */
  about: unknown;
  words: { changed: string; no: string; yes: string };
  close: () => void;
  remove: () => void;
  /** What goes, and what does not come back. */
  children: ComponentChildren;
}

export function RemoveDialog({ title, about, words, close, remove, children }: Props) {
  const changed = useChangedSince(about);
  return (
    <Dialog title={title} asks close={close}>
      <p>{children}</p>
      {changed && (
        <p class="caution" role="alert">
          {words.changed}
        </p>
      )}
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={close}>
          {words.no}
        </button>
        <button type="button" class="button danger" disabled={changed} onClick={remove}>
          {words.yes}
        </button>
      </div>
    </Dialog>
  );
}
