/** Photographs of the real walls of one statement: for the team, on this page and nowhere else. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PhotoPlace } from '../../../../core/photo.ts';
import { api } from '../../api.ts';
import { photoPath } from '../../photos/ask.ts';
import { Gallery, type Shown } from '../../photos/gallery.tsx';
import { say } from '../../photos/words.ts';
import { may } from '../../staff.ts';
import { announce } from '../parts/shell.tsx';
import { useAnalysis } from './context.ts';

/** The photographs there are; none where whoever is here may not look at them. */
export function usePhotos(id: string): { photos: readonly PhotoPlace[]; removed: (photo: string) => void } {
  const [photos, setPhotos] = useState<readonly PhotoPlace[]>([]);
  useEffect(() => {
    if (!may('GET /api/consultations/:id/photos')) return;
    void api.photos(id).then((answer) => {
      if (answer.ok) setPhotos(answer.value);
    });
  }, [id]);
  const removed = useCallback((photo: string): void => {
    setPhotos((now) => now.filter((one) => one.id !== photo));
    announce(say('removed'));
  }, []);
  return { photos, removed };
}

/** Only where there are any, and not fetched before somebody opens it. */
export function WallPhotos({ statement }: { statement: string }) {
  const { page, view, photos, photoRemoved } = useAnalysis();
  const [open, setOpen] = useState(false);
  const { sessions } = view.chosen;
  const shown = page.sessions
    .filter((s) => sessions.length === 0 || sessions.includes(s.id))
    .flatMap(({ id, name }) =>
      ([1, 2] as const).flatMap((round) =>
        photos
          .filter((p) => p.session === id && p.statement === statement && p.round === round)
          .map((photo, i): Shown => {
            const key = round === 2 ? 'nth.second' : 'nth.session';
            const src = photoPath(id, photo.id);
            return { session: id, id: photo.id, name: say(key, { name, n: i + 1 }), src };
          }),
      ),
    );
  if (shown.length === 0) return null;
  const removable = may('DELETE /api/sessions/:id/photos/:photo');
  return (
    <details class="comments-box" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="comments-title">{say('results.title', { n: shown.length })}</span>
      </summary>
      {open && (
        <div class="comments">
          <p class="quiet">{say('results.text')}</p>
          <Gallery photos={shown} {...(removable ? { removed: ({ id }: Shown) => photoRemoved(id) } : {})} />
        </div>
      )}
    </details>
  );
}
