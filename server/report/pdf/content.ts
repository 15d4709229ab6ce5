/** The report as the PDF's template takes it: each text with its lines, its language and its direction. */
import { leads, type ReadyBlock, type ReadyReport, type ReadyTable } from '../prepare.ts';
import { isolated } from '../../../core/bidi.ts';
import { say, tagOf } from './said.ts';

/** What stands in the place of each picture: the compiler reads it as a file of that name. */
export const chartFile = (chart: number): string => `/charts/${chart}.svg`;
/** The same for a picture of the team’s own. */
export const imageFile = (image: number, type: string): string => `/images/${image}.${type}`;

/** How far a picture may reach, in millimetres: the page's width, and half its height. */
const PAGE = { width: 160, height: 120 };
/** Letters of all values together that surely stand on one page, whatever the script. */
const LONG_FACTS = 1000;

/**
 * The whole content as JSON can carry it.
 *
 * @param fonts families in the order in which a letter is looked for
 * @param unprintable letters that no font has; they are replaced, and a note says so
 */
export function contentOf(report: ReadyReport, fonts: readonly string[], unprintable: readonly string[]) {
  const { words, cover, date } = report;
  const { lang, region } = tagOf(report.language);
  let images = 0;
  const table = (it: ReadyTable) => ({
    kind: 'table',
    label: it.label,
    caption: say(it.caption),
    head: it.head.map((t) => say(t)),
    rows: it.rows.map((row) => row.map((t) => say(t))),
    numeric: it.numeric,
    widths: it.widths.map((w) => 100 * w),
  });
  const block = (it: ReadyBlock, i: number, all: readonly ReadyBlock[]) => {
    switch (it.kind) {
      case 'paragraph':
        return { kind: it.kind, text: say(it.text, it.lang), leads: leads(all, i) };
      case 'note':
        return { kind: it.kind, text: say(it.text) };
      case 'list':
        return { kind: it.kind, items: it.items.map((t) => say(t)) };
      case 'statement':
        return {
          kind: it.kind,
          label: it.for === '' ? null : say(it.for),
          text: say(it.text, it.lang),
        };
      case 'quote':
        return { kind: it.kind, text: say(it.text, it.lang), by: say(it.by) };
      case 'facts':
        return {
          kind: it.kind,
          // What would not be whole on one page goes over to the next.
          long: it.items.length > 14 || it.items.reduce((sum, f) => sum + f.value.length, 0) > LONG_FACTS,
          items: it.items.map((f) => ({ name: say(f.name), value: say(f.value) })),
        };
      case 'table':
        return table(it);
      case 'figure':
        return {
          kind: it.kind,
          label: it.label,
          caption: say(it.caption),
          sentence: say(it.sentence),
          alt: it.alt,
          file: chartFile(it.chart),
          table: table(it.table),
        };
      case 'image': {
        const { type, width, height } = it.picture;
        return {
          kind: it.kind,
          alt: it.alt,
          caption: say(it.caption),
          file: imageFile(images++, type),
          width: Math.min(PAGE.width, (PAGE.height * width) / height),
        };
      }
    }
  };
  return {
    fonts,
    lang: lang ?? 'en',
    region,
    title: report.title,
    subtitle: report.subtitle,
    mark: report.mark === '' ? null : say(report.mark),
    foot: say(report.foot),
    page: words.page,
    contents: words.contents,
    date: date.split('-').map(Number),
    unprintable: unprintable.length === 0 ? null : say(words.unprintable),
    cover: {
      title: say(report.title),
      subtitle: say(report.subtitle),
      facts: cover.map((f) => ({ name: say(f.name), value: say(f.value) })),
    },
    sections: report.sections.map((s) => ({
      // Isolated and not turned, since its line in the contents has a page number too.
      heading: { ...say(isolated(s.heading, report.language)), rtl: false },
      level: s.level,
      'new-page': s.newPage === true,
      blocks: s.blocks.map(block),
      anchor: s.anchor,
      links: s.links.map(({ name, to }) => ({
        name: say(name),
        to: to.map(({ anchor, heading }) => ({
          anchor,
          text: { ...say(isolated(heading, report.language)), rtl: false },
        })),
      })),
    })),
  };
}
