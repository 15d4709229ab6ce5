/**
 * The report as it is printed: one tree of typed blocks that the web page, the Word file and the PDF
 * draw as it stands, so that their numbers cannot differ. docs/report-model.md describes the JSON.
 */
import type { ChartPicture } from '../chart/picture.ts';

/** A text with the language it is in, where that is not the report's own; screen readers need it. */
export interface Text {
  text: string;
  lang?: string;
}

export interface TableBlock {
  kind: 'table';
  caption: string;
  /** One heading for each column; the first column names the rows. */
  head: string[];
  rows: string[][];
  /** Columns (from 0) that hold numbers and are set to the right. */
  numeric: number[];
}

/** A chart with everything it may never go without. */
export interface FigureBlock {
  kind: 'figure';
  /** "1", "2", … and "A1", … in the appendix. */
  number: string;
  caption: string;
  /** Plain words made from the figures, perhaps edited by the team. */
  sentence: string;
  /** For those who cannot see the picture. */
  alt: string;
  picture: ChartPicture;
  table: TableBlock;
}

export type Block =
  | ({ kind: 'paragraph' } & Text)
  /** What was withheld, merged or reprinted, and other things a reader must not overlook. */
  | { kind: 'note'; text: string }
  | { kind: 'list'; items: string[] }
  /** The statement as people read it, set large; `for` says whose wording it is, empty: everyone's. */
  | ({ kind: 'statement'; number: string; for: string } & Text)
  | ({ kind: 'quote'; by: string } & Text)
  /** Names and values side by side: methods, cover facts. */
  | { kind: 'facts'; items: { name: string; value: string }[] }
  | TableBlock
  | FigureBlock
  /** A picture of the team's own: `type` image/png, image/jpeg or image/webp, `data` base64. */
  | { kind: 'image'; type: string; data: string; alt: string; caption: string };

/** Every kind of block there is; docs/report-model.md describes each. */
export const BLOCK_KINDS = [
  'paragraph',
  'note',
  'list',
  'statement',
  'quote',
  'facts',
  'table',
  'figure',
  'image',
] as const satisfies readonly Block['kind'][];

export interface Section {
  id: string;
  heading: string;
  /** 1 for chapters, 2 and 3 below. */
  level: 1 | 2 | 3;
  blocks: Block[];
  /** Begins on a new page in print. */
  newPage?: boolean;
  /** Ways to other sections, by their ids, under what they are there for; their headings are the words. */
  links?: { name: string; to: string[] }[];
}

/** Words around the blocks, in the report's language. */
export interface ReportWords {
  /** At the foot of each page, beside its number. */
  foot: string;
  /** Before the number of a page: "Page". */
  page: string;
  /** Over the list of chapters. */
  contents: string;
  /** Before the number of a figure, and of a table that belongs to none. */
  figure: string;
  table: string;
  /** Before the number of the release: "Release". */
  release: string;
  /** Printed in a PDF in which a letter had to be left out because no font at hand has it. */
  unprintable: string;
}

export interface ReportModel {
  format: 'standpoint-report';
  version: 1;
  /** BCP 47 tag. */
  language: string;
  title: string;
  subtitle: string;
  /** Who asked, who led, who will answer; lines of the cover. */
  cover: { name: string; value: string }[];
  /** YYYY-MM-DD. */
  date: string;
  /** `release` may leave the team; `team` is complete and marked on every page. */
  audience: 'release' | 'team';
  /** Number of the release; null for the team's own. */
  number: number | null;
  sample: boolean;
  /** Printed on every page: the mark of a team's own report or of a sample; empty: none. */
  mark: string;
  /** Words that the three forms print themselves. */
  words: ReportWords;
  sections: Section[];
}
