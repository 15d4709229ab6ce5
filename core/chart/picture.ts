/**
 * A figure as a picture that can go anywhere: it carries its question, how many people it is about and
 * when they were asked. The console asks for one, and the report is full of them.
 */
import type { Scale } from '../scale.ts';
import type { BarRow, Neutral } from './bars.ts';
import type { Reach } from './reach.ts';

export interface ChartPicture {
  /** The statement. */
  title: string;
  /** How many people, and when: a line each. */
  subtitle: string[];
  /** Figures of one scale, everyone first. */
  rows: BarRow[];
  scale: Scale;
  /** Ends of the axes, the same for all figures of a report; what the rows need when left out. */
  reach?: Reach;
  neutral: Neutral;
  /** With patterns that survive a printer without colours. */
  hatched: boolean;
  /** Of the picture in logical pixels; 640 fills an A4 page between its margins. Its height follows. */
  width: number;
  /** Under the chart: where it is from, and what must be said with it. Empty: none. */
  footer: string;
  /** It stands in a document that prints title, lines and footer itself: they are not drawn. */
  captioned: boolean;
  /** Language of its words, a BCP 47 tag. */
  lang: string;
}
