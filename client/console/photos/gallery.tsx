/** Photographs small, each with a way to open it large and to remove it. */
import { useState } from 'preact/hooks';
import { isRefusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import { removePhoto } from './ask.ts';
import { Viewer } from './viewer.tsx';
import { say } from './words.ts';
import './photos.css';

/** One photograph as it is shown. */
export interface Shown {
  session: string;
  id: string;
  /** What it is called, for people who do not see it. */
  name: string;
  /** Where its picture is; null: whoever is here may not look at it. */
  src: string | null;
}

/**
 * @param props.removed told once one is removed; absent: nobody here may remove any
 */
export function Gallery({ photos, removed }: { photos: readonly Shown[]; removed?: (photo: Shown) => void }) {
  const [open, setOpen] = useState<{ id: string; asking: boolean } | null>(null);
  const shown = photos.find((photo) => photo.id === open?.id);
  return (
    <>
      <ul class="photos">
        {photos.map((photo) => (
          <li key={photo.id} class="photo">
            <Small photo={photo} open={() => setOpen({ id: photo.id, asking: false })} />
            <div class="photo-foot">
              <span dir="auto">{photo.name}</span>
              {removed !== undefined && (
                <button
                  type="button"
                  class="button button-quiet"
                  aria-label={say('remove.of', { name: photo.name })}
                  onClick={() => setOpen({ id: photo.id, asking: true })}
                >
                  {say('remove')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open !== null && shown !== undefined && (
        <Viewer
          photo={shown}
          asking={open.asking}
          close={() => setOpen(null)}
          {...(removed === undefined ? {} : { remove: () => removeOne(shown, removed) })}
        />
      )}
    </>
  );
}

/** @returns why it is still there, in words; empty: it is removed */
async function removeOne(photo: Shown, removed: (photo: Shown) => void): Promise<string> {
  const done = await removePhoto(photo.session, photo.id);
  if (isRefusal(done)) return say('trouble.remove', { why: REFUSALS[done.refusal].wording });
  removed(photo);
  return '';
}

function Small({ photo, open }: { photo: Shown; open: () => void }) {
  const [gone, setGone] = useState(false);
  if (photo.src === null || gone)
    return <p class="photo-unseen">{say(photo.src === null ? 'unseen' : 'gone')}</p>;
  return (
    <button type="button" class="photo-open" aria-label={say('open', { name: photo.name })} onClick={open}>
      <img src={photo.src} alt="" loading="lazy" onError={() => setGone(true)} />
    </button>
  );
}
