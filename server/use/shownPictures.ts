/** Pictures of statements as phones and the projector fetch them. */
import { createHash } from 'node:crypto';
import type { Consultation } from '../../core/consultation.ts';

export interface StoredPicture {
  type: string;
  bytes: Buffer;
}

/** A picture's address is the hash of what is in it. */
export function pictureHash(data: string): string {
  return createHash('sha256').update(data, 'base64').digest('hex').slice(0, 32);
}

/** Pictures of a consultation by their hash; `also` are kept, since an open board may still show them. */
export function picturesOf(
  consultation: Consultation,
  also: ReadonlyMap<string, StoredPicture> = new Map(),
): Map<string, StoredPicture> {
  const pictures = new Map(also);
  for (const { picture } of consultation.statements)
    if (picture !== null)
      pictures.set(pictureHash(picture.data), {
        type: picture.type,
        bytes: Buffer.from(picture.data, 'base64'),
      });
  return pictures;
}
