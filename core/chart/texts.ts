/** The words of one chart, from the catalogue, and how a row's name is broken into lines. */
import { headingsOf, type Heading } from '../answers.ts';
import { FLOORS } from '../limits.ts';
import type { Scale } from '../scale.ts';
import type { Axis, Bar } from './bars.ts';
import type { SayChart } from './words.ts';
import { wrapLabel, wrapText } from './wrap.ts';

/** Words beside a bar: how many disagree, how many agree. */
export interface SideTexts {
  left: string;
  right: string;
}

/** Words over the two sides, and over the middle answer set apart. */
export type HeadTexts = SideTexts & { middle: string };

/** A row's name in lines. */
export interface RowName {
  lines: string[];
  /** The last line is how many people it is about and nothing else. */
  people: boolean;
  /** Nothing of the name is left out. */
  whole: boolean;
}

export interface ChartTexts {
  /** Of a scale with words of its own the answers from one end to the other: "Never to Sometimes". */
  heads: HeadTexts;
  /** The same in the marks of the legend, for where the words have no room. */
  marks: HeadTexts;
  /** At the ends of a row: "9 of 12", and a percentage only from twenty people on. */
  sides: (bar: Bar) => SideTexts;
  /** What stands at the left of a row, in at most so many lines: its label and how many people it is about. */
  name: (bar: Bar, most: number, lines: number, measure: (text: string) => number) => RowName;
  /** Where the bar of a row would be that nobody answered. */
  nobody: string;
  /** A label of an axis, from a share of nought or more. */
  tick: (share: number, axis: Pick<Axis, 'told'>) => string;
  number: (n: number) => string;
}

/** The words of a chart on this scale. Over the sides of a scale with words of its own stands nothing. */
export function textsOf(say: SayChart, scale: Scale): ChartTexts {
  const side = (n: number, of: number): string =>
    of < FLOORS.percentFrom
      ? say('chart.of', { n, of })
      : say('chart.percent', { n: Math.round((100 * n) / of) });
  return {
    heads: headsOf(say, scale, ({ word }) => word),
    marks: headsOf(say, scale, ({ mark }) => mark),
    sides: ({ n, disagree, agree }) =>
      n === 0 ? { left: '', right: '' } : { left: side(disagree, n), right: side(agree, n) },
    name: ({ label, n }, most, lines, measure) => {
      const people = say('chart.people', { n });
      const name = wrapText(label, most, measure);
      if (name.length < lines) return { lines: [...name, people], people: true, whole: true };
      // On one line both may be half as wide again.
      const width = lines > 1 ? most : 1.5 * most;
      const both = (group: string): string => say('chart.label', { group, people });
      return {
        lines: wrapLabel(label, width, lines, measure, both),
        people: false,
        whole: wrapText(both(label), width, measure).length <= lines,
      };
    },
    nobody: say('chart.nobody'),
    tick: (n, { told }) => (told === 'percent' ? say('chart.percent', { n }) : partOf(say, n)),
    number: (n) => say('chart.number', { n }),
  };
}

/** @param told how an answer is told where a scale has words of its own */
function headsOf(say: SayChart, scale: Scale, told: (heading: Heading) => string): HeadTexts {
  const headings = headingsOf(say, scale);
  const half = Math.floor(headings.length / 2);
  const middle = headings.length % 2 === 1 ? headings[half] : undefined;
  if (scale.kind !== 'own')
    return { left: say('chart.disagree'), right: say('chart.agree'), middle: middle?.word ?? '' };
  const span = (side: readonly Heading[]): string => {
    const [first, last] = [side[0], side.at(-1)];
    if (first === undefined || last === undefined) return '';
    return first === last ? told(first) : say('chart.span', { first: told(first), last: told(last) });
  };
  return {
    left: span(headings.slice(0, half)),
    right: span(headings.slice(headings.length - half)),
    middle: middle === undefined ? '' : told(middle),
  };
}

/** A share without a percentage, which below twenty people pretends too much. */
function partOf(say: SayChart, share: number): string {
  const key = { 25: 'chart.quarter', 50: 'chart.half', 75: 'chart.quarters', 100: 'chart.all' } as const;
  return share in key ? say(key[share as keyof typeof key]) : say('chart.number', { n: share });
}
