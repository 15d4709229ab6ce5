/** What a sheet for the room begins with, whatever it asks. */
import { paper, said } from './words.ts';

export interface SheetSource {
  title: string;
  sample: boolean;
  /** Name of the session it is for; empty: any. */
  session: string;
  /** YYYY-MM-DD. */
  today: string;
}

interface SheetWords {
  title: string;
  heading: string;
  lead: string;
  names: string;
}

/**
 * @param fonts the names of those that the letters need
 * @param unprintable letters that none of them has
 */
export function sheetHead(
  source: SheetSource,
  words: SheetWords,
  fonts: readonly string[],
  unprintable: readonly string[],
) {
  return {
    title: words.title,
    lang: 'en',
    region: 'GB',
    large: false,
    date: source.today.split('-').map(Number),
    mark: source.sample ? paper('sample') : null,
    fonts,
    unprintable: unprintable.length === 0 ? null : said(paper('unprintable')),
    heading: said(words.heading),
    of: said(source.title),
    lead: said(words.lead),
    names: said(words.names),
  };
}
