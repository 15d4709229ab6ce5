/** Texts in the Word file: their lines, their language, and which of them run from right to left. */
import { AlignmentType, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { directionOf } from '../../../core/bidi.ts';
import { stretches, withMarks } from '../text.ts';

/** A tag that Word takes. */
const TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

/** The runs of a text. Each stretch in a right-to-left script says so; line ends stay line ends. */
export function runsOf(text: string, lang?: string, bold?: boolean): TextRun[] {
  const tag = lang !== undefined && TAG.test(lang) ? lang : undefined;
  return text.split('\n').flatMap((line, i) => {
    const runs = stretches(withMarks(line, directionOf(text)));
    const parts = runs.length === 0 && i > 0 ? [{ text: '', rtl: false }] : runs;
    return parts.map(
      (part, j) =>
        new TextRun({
          text: part.text,
          ...(i > 0 && j === 0 ? { break: 1 } : {}),
          ...(bold === undefined ? {} : { bold }),
          ...(part.rtl ? { rightToLeft: true } : {}),
          ...(tag === undefined ? {} : { language: part.rtl ? { bidirectional: tag } : { value: tag } }),
        }),
    );
  });
}

/** A paragraph in a style, set from the right where its text begins there. */
export function paragraphOf(
  style: string,
  text: string,
  options: IParagraphOptions & { lang?: string | undefined } = {},
): Paragraph {
  const { lang, ...rest } = options;
  return new Paragraph({
    style,
    ...rtlOf(text),
    ...rest,
    children: [...(rest.children ?? []), ...runsOf(text, lang)],
  });
}

/** What a paragraph needs to run from right to left; nothing for others. */
export function rtlOf(text: string): IParagraphOptions {
  return directionOf(text) === 'rtl' ? { bidirectional: true, alignment: AlignmentType.START } : {};
}
