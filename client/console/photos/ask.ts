/** The routes of photographs (core/photo.ts): keeping one, where it is, removing it. */
import type { PhotoItem } from '../../../core/photo.ts';
import { isRefusal, refuse, type Refusal } from '../../../core/refusal.ts';
import { ask } from '../live/ask.ts';
import { noticeRefusal } from '../staff.ts';

/** Address of a picture, for whoever may look at it. */
export function photoPath(session: string, id: string): string {
  return `/api/${photosOf(session)}/${encodeURIComponent(id)}`;
}

/** Sends a picture as it came from the camera; null: nothing answered. */
export async function sendPhoto(
  session: string,
  board: number,
  file: Blob,
): Promise<PhotoItem | Refusal | null> {
  try {
    const response = await fetch(`/api/${photosOf(session)}/${board}`, {
      method: 'POST',
      headers: { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' },
      body: file,
    });
    const answer = (await response.json()) as PhotoItem | Refusal;
    if (isRefusal(answer)) noticeRefusal(answer);
    return response.ok || isRefusal(answer) ? answer : refuse('fault');
  } catch {
    return null;
  }
}

export function removePhoto(session: string, id: string): Promise<{ ok: true } | Refusal> {
  return ask('DELETE', `${photosOf(session)}/${encodeURIComponent(id)}`);
}

function photosOf(session: string): string {
  return `sessions/${encodeURIComponent(session)}/photos`;
}
