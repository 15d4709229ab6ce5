/** The wordings that a room sees, on the projector and in the console's small picture of it. */
import type { ProjectorBoard } from '../../core/view.ts';

/** One wording on the screen: with its group's name where groups are asked in different words. */
export interface ShownWording {
  name: string | null;
  lang: string;
  text: string;
}

/**
 * The wordings a room sees: one for each group in the language of the page, or the first it has; a
 * single one without a name where all say the same.
 */
export function shownWordings(
  wordings: ProjectorBoard['wordings'],
  lang: string,
  others: string,
): ShownWording[] {
  const byGroup = new Map<string | null, ShownWording>();
  for (const w of wordings) {
    const there = byGroup.get(w.group);
    if (there === undefined || (there.lang !== lang && w.lang === lang))
      byGroup.set(w.group, { name: w.group ?? others, lang: w.lang, text: w.text });
  }
  const shown = [...byGroup.values()];
  const first = shown[0];
  if (first === undefined) return [];
  return shown.every((w) => w.text === first.text) ? [{ ...first, name: null }] : shown;
}
