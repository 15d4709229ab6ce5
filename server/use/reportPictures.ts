/** The pictures of a report's chapters on their way in. */
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { ReportDocument, ReportPicture } from '../../core/report/document.ts';
import { cleanPictures } from './cleanPictures.ts';

/**
 * The document with every picture drawn anew. What is no picture, or too large, is refused with its place
 * (`chapters.0.pictures.1.data`).
 *
 * @param stored what is kept now: pictures that are in it have been drawn anew and stay as they are
 */
export async function withCleanPictures(
  document: ReportDocument,
  stored: ReportDocument | null,
): Promise<ReportDocument | Refusal> {
  const clean = await cleanPictures({
    pictures: picturesOf(document),
    kept: stored === null ? [] : picturesOf(stored).map(({ picture }) => picture),
    most: LIMITS.chapterPictureBytes,
  });
  if (clean === null || isRefusal(clean)) return clean ?? document;
  const made = {
    ...document,
    chapters: document.chapters.map((chapter) => ({ ...chapter, pictures: chapter.pictures.map(clean) })),
  };
  const size = picturesOf(made).reduce((sum, { picture }) => sum + picture.data.length, 0);
  return size > LIMITS.reportBytes
    ? refuse('too-large', 'document', `at most ${LIMITS.reportBytes} bytes`)
    : made;
}

function picturesOf({ chapters }: ReportDocument): { picture: ReportPicture; where: string }[] {
  return chapters.flatMap(({ pictures }, c) =>
    pictures.map((picture, p) => ({ picture, where: `chapters.${c}.pictures.${p}.data` })),
  );
}
