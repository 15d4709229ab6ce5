/** Figures of the report: picture, sentence, words for those who cannot see it, and table, always together. */
import type { Heading } from '../answers.ts';
import { headingsOf } from '../answers.ts';
import type { BarRow } from '../chart/bars.ts';
import type { Reach } from '../chart/reach.ts';
import { narrowReachOf } from '../chart/reach.ts';
import { FLOORS } from '../limits.ts';
import type { Figure } from '../results.ts';
import type { Decline, Scale } from '../scale.ts';
import { points } from '../scale.ts';
import type { Neutral } from './document.ts';
import type { PublishedRound, PublishedStatement } from './input.ts';
import type { FigureBlock, TableBlock } from './model.ts';
import { partSentence } from './sentences.ts';
import type { Speech } from './words.ts';
import { capital } from './words.ts';

/** A row of a figure and of its table. */
export interface FigureRow extends BarRow {
  figure: Figure;
}

/** What all figures of one report have in common. */
export interface Frame {
  speech: Speech;
  neutral: Neutral;
  reach: Reach;
  /** The sentence that dates them. */
  when: string;
  /** All answers were given on the web: nobody was there. */
  online: boolean;
}

/** In a chart with more bars than this one is not read any more; the table still has every row. */
const MOST_BARS = 14;
/** Fills an A4 page between its margins. */
const WIDTH = 640;

/**
 * One axis that holds every figure of the report, so that any two can be compared by eye. Its labels are the
 * same in all of them: no percentages where one of them has a bar of fewer than twenty people.
 */
export function sharedReach(
  statements: readonly PublishedStatement[],
  neutral: Neutral,
  others: readonly Figure[] = [],
): Reach {
  const own = statements.flatMap((s) =>
    s.rounds.flatMap((r) => [...(r.whole === null ? [] : [r.whole]), ...r.parts.map((p) => p.figure)]),
  );
  const figures = [...own, ...others];
  const few = figures.some(({ n }) => n > 0 && n < FLOORS.percentFrom);
  return { ...narrowReachOf(figures, neutral), told: few ? 'words' : 'percent' };
}

/**
 * Everyone first, then the parts in their order; with two rounds each of them twice in a row. A figure that
 * is printed again from an earlier release has its date in its name, wherever it goes.
 */
export function rowsOf(speech: Speech, rounds: readonly PublishedRound[]): FigureRow[] {
  const { say } = speech;
  const name = (label: string, round: 1 | 2, reprinted: string | null): string =>
    dated(speech, rounds.length > 1 ? say(ROUND[round], { who: label }) : label, reprinted);
  const wholes = rounds.flatMap(({ round, whole, reprinted }) =>
    whole === null ? [] : [{ label: name(say('row.all'), round, reprinted), figure: whole }],
  );
  const labels = [...new Set(rounds.flatMap((r) => r.parts.map((p) => p.label)))];
  const parts = labels.flatMap((label) =>
    rounds.flatMap(({ round, parts: own }) =>
      own
        .filter((p) => p.label === label)
        .map((p) => ({ label: name(label, round, p.reprinted), figure: p.figure })),
    ),
  );
  return [...wholes, ...parts];
}

/** The message that names a row's round. */
export const ROUND = { 1: 'row.first', 2: 'row.second' } as const;

/** A row's name with the date of the release that its figure is printed from again, where it is. */
export function dated({ say, date }: Speech, label: string, reprinted: string | null): string {
  return reprinted === null ? label : say('row.reprinted', { who: label, date: date(reprinted) });
}

/** The rows that are drawn: all of them, or the first alone when they would be too many. */
export function drawnRows(rows: readonly FigureRow[], rounds: readonly PublishedRound[]): FigureRow[] {
  return rows.length <= MOST_BARS ? [...rows] : rows.slice(0, rounds.filter((r) => r.whole !== null).length);
}

/** A figure with everything it may never go without. */
export function figureBlock(
  frame: Frame,
  what: {
    number: string;
    caption: string;
    sentence: string;
    title: string;
    tableCaption: string;
    /** Heading of the column that names the rows. */
    first: string;
    /** Who answered and how many, for where the picture goes by itself. */
    people: string;
    rows: readonly FigureRow[];
    drawn: readonly FigureRow[];
    scale: Scale;
  },
): FigureBlock {
  const { speech, neutral, reach, when } = frame;
  return {
    kind: 'figure',
    number: what.number,
    caption: speech.say('figure.dated', { caption: what.caption, when }),
    sentence: what.sentence,
    alt: altOf(speech, what.drawn, what.scale),
    picture: {
      title: what.title,
      subtitle: [what.people, when],
      rows: what.drawn.map(({ label, figure }) => ({
        label,
        figure: { counts: figure.counts, n: figure.n },
      })),
      scale: what.scale,
      reach,
      neutral,
      hatched: true,
      width: WIDTH,
      footer: '',
      captioned: true,
      lang: speech.lang,
    },
    table: figureTable(speech, what.tableCaption, what.first, what.rows, what.scale),
  };
}

function altOf(speech: Speech, rows: readonly FigureRow[], scale: Scale): string {
  const { say, lang } = speech;
  const told = rows.map((r) =>
    capital(say('of.part', { part: r.label, sentence: partSentence(speech, r.figure, scale) }), lang),
  );
  return say('chart.alt', { what: told.join(' ') });
}

/**
 * The numbers of a figure: a row for each bar, its answers, how many answered, and apart from these who
 * declined and who placed nothing. Percentages stand under the counts from twenty people on only. Answers
 * with long words of their own are headed by their marks, as in the chart, and the caption explains these.
 * How many placed nothing may be told of some rows only, or of none, and then it has no column.
 */
export function figureTable(
  speech: Speech,
  caption: string,
  first: string,
  rows: readonly FigureRow[],
  scale: Scale,
): TableBlock {
  const { say } = speech;
  const k = points(scale);
  const declines = (['n', 'x'] as const satisfies Decline[]).filter(
    (d) => scale.declines.includes(d) || rows.some((r) => r.figure.declined[d] > 0),
  );
  const answers = headingsOf(say, scale);
  const worded = answers.every(({ word }) => fits(word, k));
  const told = rows.filter((r) => r.figure.notAnswered !== null).length;
  const head = [
    first,
    ...answers.map(({ word, mark }) => (worded ? word : mark)),
    say('table.n'),
    ...declines.map((d) => say(`answer.${d}`)),
    ...(told > 0 ? [say('table.notAnswered')] : []),
  ];
  const marked = worded ? caption : say('figure.table.marks', { caption, marks: marksOf(speech, answers) });
  // The message ends the sentence itself.
  const bare = marked.replace(/\.$/u, '');
  return {
    kind: 'table',
    caption:
      told === rows.length
        ? marked
        : say(told > 0 ? 'figure.table.notAll' : 'figure.table.notTold', { caption: bare }),
    head,
    rows: rows.map(({ label, figure }) => [
      label,
      ...Array.from({ length: k }, (_, i) => countCell(speech, figure, i)),
      number(speech, figure.n),
      ...declines.map((d) => number(speech, figure.declined[d])),
      ...(told === 0
        ? []
        : [figure.notAnswered === null ? say('cell.notTold') : number(speech, figure.notAnswered)]),
    ]),
    numeric: head.slice(1).map((_, i) => i + 1),
  };
}

/** Whether an answer's word can stand over a narrow column of numbers without breaking within a word. */
function fits(word: string, columns: number): boolean {
  const longest = Math.max(...word.split(/\s+/u).map((w) => w.length));
  return columns > 5 ? longest <= 6 && word.length <= 12 : longest <= 9 && word.length <= 20;
}

function marksOf({ say, list }: Speech, answers: readonly Heading[]): string {
  return list(answers.map(({ mark, word }) => say('figure.table.mark', { mark, word })));
}

function countCell({ say }: Speech, figure: Figure, i: number): string {
  const n = figure.counts[i] ?? 0;
  const percent = figure.percent?.[i];
  return percent === undefined ? say('chart.number', { n }) : say('cell.share', { n, percent });
}

function number({ say }: Speech, n: number): string {
  return say('chart.number', { n });
}
