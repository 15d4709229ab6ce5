/** The words of one chart, from the catalogue, and how a row's name is broken into lines. */
import { answerWord } from '../answers.ts';
import { FLOORS } from '../limits.ts';
import { middleOf } from '../scale.ts';
import type { Scale } from '../scale.ts';
import type { Bar } from './bars.ts';
import type { SayChart } from './words.ts';
import { wrapLabel } from './wrap.ts';

/** Words beside a bar: how many disagree, how many agree. */
export interface SideTexts {
  left: string;
  right: string;
}

export interface ChartTexts {
  /** Over the two sides, and over the middle answer set apart; empty where a scale has its own words. */
  heads: SideTexts & { middle: string };
  /** At the ends of a row: "9 of 12", and a percentage only from twenty people on. */
  sides: (bar: Bar) => SideTexts;
  /** Lines at the left of a row; the last of two or more says how many people it is about. */
  name: (bar: Bar, most: number, lines: number, measure: (text: string) => number) => string[];
  /** Where the bar of a row would be that nobody answered. */
  nobody: string;
  /** A label of an axis, from a share of nought or more. */
  tick: (share: number) => string;
  number: (n: number) => string;
}

/** The words of a chart on this scale. Over the sides of a scale with words of its own stands nothing. */
export function textsOf(say: SayChart, scale: Scale): ChartTexts {
  const own = scale.kind === 'own';
  const middle = middleOf(scale);
  const side = (n: number, of: number): string =>
    of < FLOORS.percentFrom
      ? say('chart.of', { n, of })
      : say('chart.percent', { n: Math.round((100 * n) / of) });
  return {
    heads: {
      left: own ? '' : say('chart.disagree'),
      right: own ? '' : say('chart.agree'),
      middle: own || middle === null ? '' : answerWord(say, scale, middle),
    },
    sides: ({ n, disagree, agree }) =>
      n === 0 ? { left: '', right: '' } : { left: side(disagree, n), right: side(agree, n) },
    name: ({ label, n }, most, lines, measure) => {
      const people = say('chart.people', { n });
      if (lines >= 2) return [...wrapLabel(label, most, lines - 1, measure), people];
      // On one line both may be half as wide again.
      const [group = ''] = wrapLabel(label, Math.max(0, 1.5 * most - measure(people)), 1, measure);
      return [say('chart.label', { group, people })];
    },
    nobody: say('chart.nobody'),
    tick: (n) => say('chart.percent', { n }),
    number: (n) => say('chart.number', { n }),
  };
}
