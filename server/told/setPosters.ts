/** "You said, we did, or why not" as a poster, A4 and A3: tagged PDFs. */
import { fileURLToPath } from 'node:url';
import { encode } from 'uqr';
import { sayDay, sayTold, toldBefore, toldSections } from '../../core/recommendations/toldWords.ts';
import { capMarks } from '../../core/text.ts';
import { say } from '../report/pdf/said.ts';
import { setPdf, type Setting } from '../report/pdf/typst.ts';
import type { PublishedNow } from '../store/recommendations.ts';
import { quotesOf } from './renderPage.ts';

const TEMPLATE = fileURLToPath(new URL('../../templates/told/poster.typ', import.meta.url));

/** More letters than fit above a page in any size: the template cuts off what is over. */
const LINE = 120;

export const PAPERS = ['a4', 'a3'] as const;
export type Paper = (typeof PAPERS)[number];

export interface Poster {
  paper: Paper;
  bytes: Uint8Array;
}

/** What stands on it, and where the same can be read as a page; empty: nowhere that is known. */
export interface ToldPoster extends PublishedNow {
  address: string;
}

/** How much larger than usual type may be, the largest first. */
const SIZES = [1.7, 1.5, 1.35, 1.2, 1.1] as const;

/**
 * Type is as large as it can be without taking more pages than it has to: a poster is read from where people stand.
 *
 * @throws what the compiler found, without the texts it found it in
 */
export function setPoster(told: ToldPoster, paper: Paper): Poster {
  const content =
    (size: number): Setting['content'] =>
    (fonts, lost) => ({ ...contentOf(told, paper, fonts, lost), size });
  const setting: Setting = {
    template: TEMPLATE,
    input: 'poster',
    content: content(1),
    letters: (text, fonts, lost) => ({
      ...contentOf({ page: bare(told.page), quotes: [], address: '' }, paper, fonts, lost),
      size: 1,
      about: say(text),
      short: say(''),
    }),
    files: new Map(),
    date: told.page.date,
  };
  const bytes = setPdf(setting, (stands) => {
    const { pages } = stands(content(1));
    return content(SIZES.find((size) => stands(content(size)).pages <= pages) ?? 1);
  });
  return { paper, bytes };
}

function contentOf(
  { page, quotes, address }: ToldPoster,
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
    title: capMarks(sayTold('title.of', { title: page.title })),
    name: say(sayTold('title.poster')),
    about: say(page.title),
    short: say(shortOf(page.title)),
    by: say(sayTold('quote.by')),
    day: say(sayTold('date', { date: sayDay(page.date) })),
    sample: page.sample ? say(sayTold('sample')) : null,
    address: address === '' ? null : say(address.replace(/^https?:\/\//iu, '')),
    qr: address === '' ? null : qrOf(address),
    scan: say(sayTold('scan')),
    before: beforeOf(page),
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

function bare({ before: _before, ...page }: PublishedNow['page']): PublishedNow['page'] {
  return { ...page, title: '', change: [], keep: [] };
}

/** What people were told can change, and whether that was true; what came of it is the poster itself. */
function beforeOf(page: PublishedNow['page']) {
  const before = toldBefore(page);
  if (before === null) return null;
  const heard = [{ name: say(sayTold('before.true')), text: say(before.heard) }];
  return [
    { name: say(sayTold('before.open')), text: say(before.open) },
    ...(before.now === '' ? [] : [{ name: say(sayTold('before.now')), text: say(before.now) }]),
    ...(before.heard === '' ? [] : heard),
  ];
}

/** The name above later pages, no longer than has to be measured there. */
function shortOf(title: string): string {
  const letters = [...title];
  return letters.length <= LINE ? title : `${letters.slice(0, LINE).join('').trimEnd()}…`;
}

/** Dark on white, with the four modules of white around it that cameras need. */
function qrOf(address: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  const paths = `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${dark.join('')}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${paths}</svg>`;
}
