/** The report as one web page that needs nothing but itself: no script, no request, no outside font. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { Charts } from '../charts.ts';
import type { ReadyBlock, ReadyReport, ReadyTable } from '../prepare.ts';
import { directionOf, directionIn } from '../../../core/bidi.ts';
import { policyFor } from './policy.ts';
import { styleOf } from './style.ts';

const TEMPLATE = new URL('../../../templates/report.hbs', import.meta.url);

/** Widest a picture of the team's own is shown, in CSS pixels. */
const WIDEST = 736;

const handlebars = Handlebars.create();
handlebars.registerHelper('attributes', attributes);

/**
 * Writes the page.
 *
 * @param charts with all charts drawn as SVG, and for phones
 */
export function renderWeb(report: ReadyReport, charts: Charts): Uint8Array {
  const template = handlebars.compile(readFileSync(TEMPLATE, 'utf8'));
  const style = styleOf(report, JSON.stringify(report.sections) + report.title + report.subtitle);
  const hash = createHash('sha256').update(style).digest('base64');
  const page = template({
    ...report,
    dir: directionIn(report.language),
    style,
    policy: policyFor(hash),
    contents: report.sections.filter((s) => s.level < 3),
    sections: report.sections.map((s) => ({
      ...s,
      tag: `h${s.level + 1}`,
      blocks: s.blocks.map((b) => blockOf(b, charts)),
    })),
  });
  return Buffer.from(page);
}

function blockOf(block: ReadyBlock, charts: Charts): unknown {
  switch (block.kind) {
    case 'figure': {
      const { bytes, width, height } = charts.get(block.chart, 'svg');
      // A list of sources is parted by spaces.
      const phone = charts.get(block.chart, 'phone');
      return {
        ...block,
        ...sentencesOf(block.sentence),
        id: `figure-${block.chart + 1}`,
        source: svgSource(bytes.toString('utf8')),
        width,
        height,
        phone: { ...phone, source: svgSource(phone.bytes.toString('utf8')).replaceAll(' ', '%20') },
        table: tableOf(block.table),
      };
    }
    case 'table':
      return tableOf(block);
    case 'image': {
      const { type, bytes, width, height } = block.picture;
      const scale = Math.min(1, WIDEST / width);
      return {
        ...block,
        source: `data:image/${type};base64,${bytes.toString('base64')}`,
        width: Math.round(width * scale),
        height: Math.round(height * scale),
      };
    }
    case 'paragraph':
    case 'note':
    case 'list':
    case 'statement':
    case 'quote':
    case 'facts':
      return block;
  }
}

/** The sentence to remember, and those that say more. */
function sentencesOf(text: string): { lead: string; more: string[] } {
  const [lead = '', ...more] = text.split('\n');
  return { lead, more };
}

function tableOf(table: ReadyTable) {
  const cell = (text: string, column: number) => {
    const numeric = table.numeric.includes(column);
    // Under a number its percentage, which steps back.
    const [count = '', ...under] = numeric ? text.split('\n') : [text];
    return { text: count, under: under.join(' '), numeric };
  };
  return {
    ...table,
    counts: table.numeric.length > 0,
    head: table.head.map(cell),
    rows: table.rows.map((row) => row.map(cell)),
  };
}

/**
 * An SVG as the source of an image; only what a URI or an attribute cannot hold is escaped. Quotes are
 * turned inside its tags only: a text may have `="` in it.
 */
function svgSource(svg: string): string {
  const quoted = svg.replace(/<[^>]*>/gu, (tag) => tag.replace(/="([^"']*)"/gu, "='$1'"));
  const uri = encodeURI(quoted).replaceAll('%20', ' ').replaceAll('#', '%23').replaceAll('&', '%26');
  return `data:image/svg+xml,${uri}`;
}

/** Language and direction of an element, where they are not the page's. */
function attributes(text: string, lang?: unknown): string {
  const tag = typeof lang === 'string' ? Handlebars.escapeExpression(lang) : '';
  return `${tag === '' ? '' : ` lang="${tag}"`}${directionOf(text) === 'rtl' ? ' dir="rtl"' : ''}`;
}
