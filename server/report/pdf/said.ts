/** Texts as the PDFs' templates take them: with their lines, their language and their direction. */
import { directionOf } from '../../../core/bidi.ts';
import { breakable } from '../text.ts';

/** A text as a template takes it. */
export interface Said {
  lines: string[];
  /** Two or three letters, and two of a country; null: the report's own. */
  lang: string | null;
  region: string | null;
  rtl: boolean;
}

/** The language as Typst wants it, or nulls for a tag it does not take. */
export function tagOf(lang: string | undefined): { lang: string | null; region: string | null } {
  const [, language, region] =
    /^([a-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-|$)/u.exec(lang ?? '') ?? [];
  return { lang: language ?? null, region: region?.toUpperCase() ?? null };
}

/**
 * A text for a template.
 *
 * @param lang of the text, where it is not the document's
 */
export function say(text: string, lang?: string): Said {
  return { lines: breakable(text).split('\n'), ...tagOf(lang), rtl: directionOf(text) === 'rtl' };
}
