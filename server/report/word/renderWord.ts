/** The report as a Word file that can be edited: styles, a table of contents, alternative texts, repeating heads. */
import { readFileSync } from 'node:fs';
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  PageNumber,
  PageReference,
  Packer,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type Table,
} from 'docx';
import { fontFiles } from '../chart/fonts.ts';
import type { Charts } from '../charts.ts';
import { leads, type ReadyReport, type ReadySection } from '../prepare.ts';
import { blockOf, type Files } from './blocks.ts';
import { Attachments, repack } from './repack.ts';
import { paragraphOf, rtlOf, runsOf } from './runs.ts';
import { ACCENT, FONT, numbering, PAGE, stylesOf, TEXT_WIDTH } from './styles.ts';
import { factsOf } from './tables.ts';

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/**
 * Writes the file.
 *
 * @param charts with all charts drawn as PNG
 */
export async function renderWord(report: ReadyReport, charts: Charts): Promise<Uint8Array> {
  const { margin, width, height } = PAGE;
  const attachments = new Attachments();
  const document = new Document({
    title: report.title,
    creator: 'Standpoint',
    lastModifiedBy: 'Standpoint',
    description: report.mark,
    styles: stylesOf(report.language),
    numbering,
    fonts: [embedded(attachments)],
    sections: [
      {
        properties: { titlePage: true, page: { size: { width, height }, margin } },
        headers: { default: header(report), first: header(report) },
        footers: {
          default: footer(report),
          first: new Footer({ children: [new Paragraph({ style: 'Foot' })] }),
        },
        children: [
          ...cover(report),
          ...contents(report),
          ...report.sections.flatMap((s, i) => section(s, i, { charts, attachments })),
        ],
      },
    ],
  });
  return repack(await Packer.toBuffer(document), attachments, report.date);
}

/** The font goes with the file: whoever opens it does not have it. */
function embedded(attachments: Attachments) {
  const face = (name: string): Buffer =>
    attachments.add(readFileSync(fontFiles().find((f) => f.endsWith(`Next_${name}.ttf`)) ?? ''));
  return { name: FONT, data: face('400Regular'), bold: face('700Bold') };
}

function header({ mark }: ReadyReport): Header {
  const children = mark === '' ? [] : runsOf(mark);
  return new Header({
    children: [new Paragraph({ style: 'Mark', alignment: AlignmentType.RIGHT, children })],
  });
}

function footer({ words, foot }: ReadyReport): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        indent: { right: 0 },
        children: [...runsOf(foot), new TextRun({ children: [`\t${words.page} `, PageNumber.CURRENT] })],
      }),
    ],
  });
}

function cover({ title, subtitle, cover: facts, mark }: ReadyReport): (Paragraph | Table)[] {
  return [
    // A short bar over the title.
    new Paragraph({
      spacing: { before: 2400, after: 340 },
      indent: { right: TEXT_WIDTH - 1250 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 48, space: 1, color: ACCENT } },
      children: [],
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, ...rtlOf(title), children: runsOf(title) }),
    ...(subtitle === '' ? [] : [paragraphOf('Subtitle', subtitle)]),
    new Paragraph({ spacing: { before: 1600, after: 0 }, children: [] }),
    ...(facts.length === 0 ? [] : factsOf(facts, true)),
    ...(mark === '' ? [] : [paragraphOf('Mark', mark)]),
  ];
}

/**
 * A link to each chapter, and a field for its page. What is written in the field is nothing: only who lays the
 * pages out knows the number, and Word fills it in when it prints, LibreOffice when it opens the file.
 */
function contents({ words, sections }: ReadyReport): Paragraph[] {
  return [
    paragraphOf('ContentsHeading', words.contents, { pageBreakBefore: true }),
    ...sections
      .filter(({ level }) => level < 3)
      .map(
        ({ heading, level, anchor }) =>
          new Paragraph({
            style: level === 1 ? 'TOC1' : 'TOC2',
            tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
            children: [
              new InternalHyperlink({
                anchor: markOf(anchor),
                children: [
                  ...runsOf(heading),
                  new TextRun({ children: [new Tab()] }),
                  new PageReference(markOf(anchor), { hyperlink: true }),
                ],
              }),
            ],
          }),
      ),
  ];
}

/** A bookmark's name has letters, digits and underscores only; one that begins with such a line is not listed. */
function markOf(anchor: string): string {
  return `_${anchor.replaceAll('-', '_')}`;
}

function section(
  { heading, level, newPage, blocks, anchor, links }: ReadySection,
  i: number,
  files: Files,
): (Paragraph | Table)[] {
  return [
    new Paragraph({
      heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_3,
      ...(newPage === true || i === 0 ? { pageBreakBefore: true, spacing: { before: 0 } } : {}),
      ...rtlOf(heading),
      children: [new Bookmark({ id: markOf(anchor), children: runsOf(heading) })],
    }),
    ...blocks.flatMap((block, n) => blockOf(block, files, leads(blocks, n))),
    ...links.map(
      ({ name, to }) =>
        new Paragraph({
          style: 'Normal',
          children: [
            new TextRun({ text: `${name}: ` }),
            ...to.flatMap(({ anchor: there, heading: words }, n) => [
              ...(n === 0 ? [] : [new TextRun({ text: ' · ' })]),
              new InternalHyperlink({ anchor: markOf(there), children: runsOf(words) }),
            ]),
          ],
        }),
    ),
  ];
}
