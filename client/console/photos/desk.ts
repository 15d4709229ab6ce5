/** The photographs of a running session: which there are, keeping one more, and what went wrong. */
import { signal, type Signal } from '@preact/signals';
import { LIMITS } from '../../../core/limits.ts';
import type { SessionPhotos } from '../../../core/photo.ts';
import { isRefusal, refuse, type Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import { ask } from '../live/ask.ts';
import { sendPhoto } from './ask.ts';
import { say } from './words.ts';

/** A photograph that is not saved. */
interface Failed {
  /** Why, in words. */
  why: string;
  board: number;
  /** To be sent again, where that can help; null: the file is at fault. */
  file: Blob | null;
}

export interface PhotoDesk {
  photos: Signal<SessionPhotos | null>;
  /** Why they could not be looked up, in words; empty: they could. */
  trouble: Signal<string>;
  /** The board of which one is on its way. */
  saving: Signal<number | null>;
  failed: Signal<Failed | null>;
  /** What was done last, in words. */
  done: Signal<string>;
  /**
   * Addresses of pictures that were taken on this very screen, by their ids: whoever took one may look at it until
   * the page is left, also where the server shows them none.
   */
  own: ReadonlyMap<string, string>;
  load(): Promise<void>;
  add(board: number, file: Blob): Promise<void>;
  removed(id: string): void;
  close(): void;
}

export function makePhotoDesk(session: string): PhotoDesk {
  const photos = signal<SessionPhotos | null>(null);
  const trouble = signal('');
  const saving = signal<number | null>(null);
  const failed = signal<Failed | null>(null);
  const done = signal('');
  const own = new Map<string, string>();

  const load = async (): Promise<void> => {
    const answer = await ask<SessionPhotos>('GET', `sessions/${encodeURIComponent(session)}/photos`);
    const refused = isRefusal(answer);
    trouble.value = refused ? say('trouble.list', { why: REFUSALS[answer.refusal].wording }) : '';
    if (!refused) photos.value = answer;
  };

  return {
    photos,
    trouble,
    saving,
    failed,
    done,
    own,
    load,
    add: async (board, file) => {
      if (saving.value !== null) return;
      saving.value = board;
      failed.value = null;
      done.value = '';
      const answer =
        file.size > LIMITS.photoUploadBytes
          ? refuse('too-large', 'body')
          : await sendPhoto(session, board, file);
      if (answer === null || isRefusal(answer)) {
        const again = answer === null || REFUSALS[answer.refusal].retry;
        failed.value = { why: wordsFor(answer), board, file: again ? file : null };
      } else {
        if (!own.has(answer.id)) own.set(answer.id, URL.createObjectURL(file));
        done.value = say('saved');
      }
      await load();
      saving.value = null;
    },
    removed: (id) => {
      const now = photos.value;
      if (now !== null) photos.value = { ...now, photos: now.photos.filter((photo) => photo.id !== id) };
      forget(own, id);
      failed.value = null;
      done.value = say('removed');
    },
    close: () => {
      for (const id of own.keys()) forget(own, id);
    },
  };
}

function forget(own: Map<string, string>, id: string): void {
  const address = own.get(id);
  if (address !== undefined) URL.revokeObjectURL(address);
  own.delete(id);
}

function wordsFor(refusal: Refusal | null): string {
  if (refusal === null) return say('trouble.away');
  const { refusal: code, where = '', detail = '' } = refusal;
  switch (code) {
    case 'bad-file':
      return say('trouble.file');
    case 'too-large':
      return detail === ''
        ? say('trouble.bytes', { mb: LIMITS.photoUploadBytes / 1_000_000 })
        : say('trouble.pixels', { detail });
    case 'photos-full':
      return where === 'consultation'
        ? say('trouble.all', { n: LIMITS.photosPerConsultation })
        : say('full', { n: LIMITS.photosPerBoard });
    default:
      return say('trouble.other', { why: REFUSALS[code].wording });
  }
}
