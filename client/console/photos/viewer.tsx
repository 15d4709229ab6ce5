/** A photograph large, over the page; and the one question before it is removed for good. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Shown } from './gallery.tsx';
import { say } from './words.ts';

/**
 * @param props.asking begins with the question whether to remove it
 * @param props.remove gives why it could not be removed, in words; absent: nobody here may
 */
export function Viewer(props: {
  photo: Shown;
  asking: boolean;
  close: () => void;
  remove?: () => Promise<string>;
}) {
  const { photo, close, remove } = props;
  const [asking, setAsking] = useState(props.asking);
  const [large, setLarge] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const box = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  async function removeNow(): Promise<void> {
    if (remove === undefined) return;
    setBusy(true);
    const why = await remove();
    setBusy(false);
    setTrouble(why);
    if (why === '') close();
  }

  return (
    <dialog ref={box} class="photo-dialog" aria-labelledby={title} onClose={close}>
      <h2 id={title} dir="auto">
        {asking ? say('remove.title') : photo.name}
      </h2>
      {photo.src !== null && (
        // What scrolls has to be reached by the keyboard.
        <div
          class={large ? 'photo-large photo-whole' : 'photo-large'}
          {...(large ? { tabIndex: 0, role: 'region', 'aria-label': say('picture') } : {})}
        >
          <img src={photo.src} alt={photo.name} />
        </div>
      )}
      {asking && <p>{say('remove.text')}</p>}
      {trouble !== '' && (
        <p class="bad" role="alert">
          {trouble}
        </p>
      )}
      <div class="photo-buttons">
        {asking ? (
          <>
            <button type="button" class="button" onClick={() => (props.asking ? close() : setAsking(false))}>
              {say('remove.no')}
            </button>
            <button
              type="button"
              class="button photo-remove"
              disabled={busy}
              onClick={() => void removeNow()}
            >
              {say('remove.yes')}
            </button>
          </>
        ) : (
          <>
            {remove !== undefined && (
              <button type="button" class="button" onClick={() => setAsking(true)}>
                {say('remove')}
              </button>
            )}
            <button type="button" class="button" aria-pressed={large} onClick={() => setLarge(!large)}>
              {say('larger')}
            </button>
            <button type="button" class="button button-main" onClick={close}>
              {say('close')}
            </button>
          </>
        )}
      </div>
    </dialog>
  );
}
