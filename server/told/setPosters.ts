/** "You said, we did, or why not" as a poster, A4 and A3: tagged PDFs. */
import { fileURLToPath } from 'node:url';
import { sayDay, sayTold, toldSections } from '../../core/recommendations/toldWords.ts';
import { say } from '../report/pdf/said.ts';
import { setPdf } from '../report/pdf/typst.ts';
import type { PublishedNow } from '../store/recommendations.ts';
import { quotesOf } from './renderPage.ts';

const TEMPLATE = fileURLToPath(new URL('../../templates/told/poster.typ', import.meta.url));

export const PAPERS = ['a4', 'a3'] as const;
export type Paper = (typeof PAPERS)[number];

export interface Poster {
  paper: Paper;
  bytes: Uint8Array;
}

/** @throws what the compiler found, without the texts it found it in */
export function setPoster(told: PublishedNow, paper: Paper): Poster {
  return {
    paper,
    bytes: setPdf({
      template: TEMPLATE,
      input: 'poster',
      content: (fonts, lost) => contentOf(told, paper, fonts, lost),
      letters: (text, fonts, lost) => ({
        ...contentOf(
          { page: { ...told.page, title: '', change: [], keep: [] }, quotes: [] },
          paper,
          fonts,
          lost,
        ),
        about: say(text),
      }),
      files: new Map(),
      date: told.page.date,
    }),
  };
}

function contentOf(
  { page, quotes }: PublishedNow,
  paper: Paper,
  fonts: readonly string[],
  lost: readonly string[],
) {
  return {
    fonts,
    paper,
    lang: 'en',
    region: 'GB',
    date: page.date.split('-').map(Number),
    title: sayTold('title.of', { title: page.title }),
    name: say(sayTold('title')),
    about: say(page.title),
    by: say(sayTold('quote.by')),
    day: say(sayTold('date', { date: sayDay(page.date) })),
    sample: page.sample ? say(sayTold('sample')) : null,
    unprintable: lost.length === 0 ? null : sayTold('unprintable'),
    sections: toldSections(page, quotesOf(quotes)).map(({ heading, blocks }) => ({
      heading: say(heading),
      blocks: blocks.map((block) => ({
        state: block.state,
        mark: say(block.mark),
        text: say(block.text),
        points: block.points.map((point) => say(point)),
        from: block.from === '' ? null : say(block.from),
        quotes: block.quotes.map((quote) => say(quote)),
        // Not as `lines`, which are of texts alone.
        entries: block.lines.map(({ name, texts }) => ({ name: say(name), texts: texts.map((t) => say(t)) })),
      })),
    })),
  };
}
