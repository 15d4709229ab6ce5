/** The third look at a wall: photographs of one statement's post-its, for the team only. */
import { useEffect } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import type { ConsoleBoard } from '../../../../core/view.ts';
import { photoPath } from '../../photos/ask.ts';
import type { PhotoDesk } from '../../photos/desk.ts';
import { Gallery } from '../../photos/gallery.tsx';
import { say } from '../../photos/words.ts';
import { may } from '../../staff.ts';
import { sayDate } from '../../words.ts';
import './photographs.css';

export function Photographs(props: { desk: PhotoDesk; session: string; board: ConsoleBoard }) {
  const { desk, session, board } = props;
  useEffect(() => {
    desk.done.value = '';
    void desk.load();
  }, [desk, board.n]);
  const there = desk.photos.value;
  if (there === null) return <p role="status">{desk.trouble.value || say('loading')}</p>;
  const photos = there.photos
    .filter((photo) => photo.board === board.n)
    .map(({ id }, i) => ({ session, id, name: say('nth', { n: i + 1 }), src: sourceOf(desk, session, id) }));
  const full = photos.length >= LIMITS.photosPerBoard;
  const saving = desk.saving.value !== null;
  const failed = desk.failed.value?.board === board.n ? desk.failed.value : null;
  return (
    <section class="photographs" aria-labelledby="photographs-title">
      <h3 id="photographs-title">{say('title')}</h3>
      <p class="photographs-who">
        {there.keepUntil === '' ? say('who.always') : say('who.until', { date: sayDate(there.keepUntil) })}
      </p>
      <p class="soft">{say('before')}</p>
      {photos.length === 0 ? (
        <p class="photographs-none">{say('none')}</p>
      ) : (
        <Gallery photos={photos} removed={({ id }) => desk.removed(id)} />
      )}
      <p role="status" class="photographs-state">
        {saving ? say('saving') : desk.done.value}
      </p>
      {failed !== null && !saving && (
        <div role="alert" class="photographs-trouble">
          <p>{failed.why}</p>
          {failed.file !== null && (
            <button type="button" class="button" onClick={() => void sendAgain(desk)}>
              {say('again')}
            </button>
          )}
        </div>
      )}
      {full ? (
        <p>{say('full', { n: photos.length })}</p>
      ) : (
        <label
          class={
            saving ? 'button button-large photographs-add' : 'button button-main button-large photographs-add'
          }
        >
          <input
            type="file"
            class="visually-hidden"
            accept="image/*"
            // A tablet opens its camera on the side away from whoever holds it.
            capture="environment"
            disabled={saving}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              // So that the same file can be chosen once more.
              event.currentTarget.value = '';
              if (file !== undefined) void desk.add(board.n, file);
            }}
          />
          {say('add')}
        </label>
      )}
    </section>
  );
}

async function sendAgain(desk: PhotoDesk): Promise<void> {
  const failed = desk.failed.value;
  if (failed?.file != null) await desk.add(failed.board, failed.file);
}

/** From the server for whoever may look; else the one that was taken here. */
function sourceOf(desk: PhotoDesk, session: string, id: string): string | null {
  return may('GET /api/sessions/:id/photos/:photo') ? photoPath(session, id) : (desk.own.get(id) ?? null);
}
