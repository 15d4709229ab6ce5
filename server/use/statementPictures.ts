/** The pictures of a consultation's statements on their way in. */
import type { Consultation, Picture } from '../../core/consultation.ts';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { cleanPictures } from './cleanPictures.ts';

/**
 * The consultation with every picture drawn anew. What is no picture, or too large, is refused with its
 * place (`statements.2.picture.data`).
 *
 * @param stored what is kept now: pictures that are in it have been drawn anew and stay as they are
 */
export async function withCleanStatements(
  consultation: Consultation,
  stored: Consultation | null,
): Promise<Consultation | Refusal> {
  const clean = await cleanPictures({
    pictures: picturesOf(consultation),
    kept: stored === null ? [] : picturesOf(stored).map(({ picture }) => picture),
    most: LIMITS.pictureBytes,
  });
  if (clean === null || isRefusal(clean)) return clean ?? consultation;
  const made = {
    ...consultation,
    statements: consultation.statements.map((statement) => ({
      ...statement,
      picture: statement.picture === null ? null : clean(statement.picture),
    })),
  };
  return JSON.stringify(made).length > LIMITS.documentBytes
    ? refuse('too-large', 'consultation', `at most ${LIMITS.documentBytes} bytes`)
    : made;
}

function picturesOf({ statements }: Consultation): { picture: Picture; where: string }[] {
  return statements.flatMap(({ picture }, i) =>
    picture === null ? [] : [{ picture, where: `statements.${i}.picture.data` }],
  );
}
