import type { Consultation, Statement } from '../../core/consultation.ts';
import { scaleOf } from '../../core/consultation.ts';
import type { BoardSource } from '../../core/room.ts';
import { pictureHash } from './shownPictures.ts';

/** What a board needs of a statement. */
export function boardSource(consultation: Consultation, statement: Statement): BoardSource {
  const { id, version, wordings, picture } = statement;
  return {
    statement: id,
    version,
    wordings,
    scale: scaleOf(consultation, statement),
    picture: picture && { hash: pictureHash(picture.data), alt: picture.alt },
  };
}
