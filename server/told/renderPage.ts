/** "You said, we did, or why not" as one web page that needs nothing but itself: no script, no request. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { directionOf } from '../../core/bidi.ts';
import { sayDay, sayTold, toldBefore, toldSections } from '../../core/recommendations/toldWords.ts';
import { capMarks } from '../../core/text.ts';
import { policyFor } from '../report/web/policy.ts';
import { fontsFor } from '../report/web/style.ts';
import { scriptFonts } from './scripts.ts';
import type { PublishedNow } from '../store/recommendations.ts';

const TEMPLATE = new URL('../../templates/told/page.hbs', import.meta.url);
const GONE = new URL('../../templates/told/gone.hbs', import.meta.url);
const STYLE = new URL('../../templates/told/page.css', import.meta.url);

const handlebars = Handlebars.create();
handlebars.registerHelper('turned', (text: string) => (directionOf(text) === 'rtl' ? ' dir="rtl"' : ''));

export function toldHtml({ page, quotes }: PublishedNow): string {
  const sections = toldSections(page, quotesOf(quotes));
  // Everything else that is told comes capped.
  const title = capMarks(page.title);
  const text = JSON.stringify([sections, page.before ?? null]) + title;
  const style = [...fontsFor(text), ...scriptFonts(text), readFileSync(STYLE, 'utf8')].join('\n');
  const template = handlebars.compile(readFileSync(TEMPLATE, 'utf8'));
  return template({
    style,
    policy: policyFor(createHash('sha256').update(style).digest('base64')),
    title,
    whole: sayTold('title.of', { title }),
    name: sayTold('title'),
    sample: page.sample ? sayTold('sample') : '',
    lead: sayTold('lead'),
    iso: page.date,
    date: sayTold('date', { date: sayDay(page.date) }),
    said: sayTold('said'),
    by: sayTold('quote.by'),
    none: sections.length === 0 ? sayTold('none.change') : '',
    foot: sayTold('foot'),
    before: beforeOf(page),
    sections: sections.map(({ heading, kind, blocks }) => ({ heading, kind, blocks })),
  });
}

/**
 * What stands at the address of a page that is not there, for whoever comes by an old poster: nothing of what it said.
 *
 * @param what why it is not, in a sentence
 */
export function goneHtml(what: string): string {
  const words = { name: sayTold('title'), what, ask: sayTold('gone.ask') };
  const style = [...fontsFor(Object.values(words).join('')), readFileSync(STYLE, 'utf8')].join('\n');
  const policy = policyFor(createHash('sha256').update(style).digest('base64'));
  return handlebars.compile(readFileSync(GONE, 'utf8'))({ ...words, style, policy });
}

function beforeOf(page: PublishedNow['page']) {
  const before = toldBefore(page);
  if (before === null) return null;
  return {
    ...before,
    heading: sayTold('before'),
    openName: sayTold('before.open'),
    nowName: sayTold('before.now'),
    cameName: sayTold('before.came'),
    none: before.came.length === 0 ? sayTold('before.none') : '',
    trueName: sayTold('before.true'),
  };
}

export function quotesOf(quotes: PublishedNow['quotes']): Map<string, string[]> {
  const by = Map.groupBy(quotes, (quote) => quote.recommendation);
  return new Map([...by].map(([id, list]) => [id, list.map(({ text }) => text)]));
}
