/** What the PDF of a report and the pictures of its charts cannot show, since no font at hand has its letters. */
import type { ReleaseNote } from '../../core/api.ts';
import { sayRelease } from '../../core/release/words.ts';
import type { ReportModel } from '../../core/report/model.ts';

export interface UnprintedReport {
  /** Parts of the report, as they are headed. */
  parts: string[];
  letters: string[];
  /** Some stand in a chart, which the other forms have as a picture too. */
  charts: boolean;
}

/** The data of a picture are no text. */
const NO_TEXT: ReadonlySet<string> = new Set(['data']);

/** @returns null where all can be printed */
export async function unprintedIn(model: ReportModel): Promise<UnprintedReport | null> {
  // It reads the fonts, and loads what draws for that.
  const { noFont, textsIn } = await import('../report/noFont.ts');
  const { words, called } = await noFont();
  const { sections, ...cover } = model;
  const found = new Set<string>();
  const parts: string[] = [];
  const look = (part: unknown, name: string): void => {
    const lost = words(textsIn(part, NO_TEXT));
    if (lost.size === 0) return;
    for (const word of lost) found.add(word);
    if (!parts.includes(name)) parts.push(name);
  };
  look(cover, sayRelease('letters.cover'));
  for (const [i, section] of sections.entries()) {
    const own = words([section.heading]).size > 0;
    look(section, own ? sayRelease('letters.part', { number: i + 1 }) : section.heading);
  }
  if (found.size === 0) return null;
  const pictures = sections.flatMap(({ blocks }) =>
    blocks.flatMap((b) => (b.kind === 'figure' ? [b.picture] : [])),
  );
  return { parts, letters: called(found), charts: words(textsIn(pictures)).size > 0 };
}

export const whereOf = ({ parts }: UnprintedReport): string => parts.join('; ');

export const lettersOf = ({ letters }: UnprintedReport): string => letters.join(', ');

/** Said before anything is made. */
export function unprintedNote(unprinted: UnprintedReport): ReleaseNote {
  const slots = { letters: lettersOf(unprinted), where: whereOf(unprinted) };
  const words = sayRelease(unprinted.charts ? 'letters.charts' : 'letters.pdf', slots);
  return { code: 'letters', words, statements: [] };
}
