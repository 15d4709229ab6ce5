/** Words of the chart, its table and its sentence. */
import type { Catalogue } from '../message.ts';

export const chartEn = {
  'sentence.none': 'Nobody has answered this.',
  'sentence.plural.agree': {
    one: '{n} of {of} agrees or strongly agrees',
    other: '{n} of {of} agree or strongly agree',
  },
  'sentence.plural.disagree': {
    one: '{n} of {of} disagrees or strongly disagrees',
    other: '{n} of {of} disagree or strongly disagree',
  },
  'sentence.plural.even': {
    one: '{n} of {of} agrees or strongly agrees, and as many disagree',
    other: '{n} of {of} agree or strongly agree, and as many disagree',
  },
  'sentence.plural.neither': {
    one: '{n} of {of} neither agrees nor disagrees',
    other: '{n} of {of} neither agree nor disagree',
  },
  'sentence.single.agree': { one: '{n} of {of} agrees', other: '{n} of {of} agree' },
  'sentence.single.disagree': { one: '{n} of {of} disagrees', other: '{n} of {of} disagree' },
  'sentence.single.even': {
    one: '{n} of {of} agrees, and as many disagree',
    other: '{n} of {of} agree, and as many disagree',
  },
  'sentence.single.neither': {
    one: '{n} of {of} neither agrees nor disagrees',
    other: '{n} of {of} neither agree nor disagree',
  },
  'sentence.own1': '{n} of {of} said “{a}”',
  'sentence.own2': '{n} of {of} said “{a}” or “{b}”',
  'sentence.own3': '{n} of {of} said “{a}”, “{b}” or “{c}”',
  'sentence.ownEven': '{n} of {of} on each side',

  'chart.alt': 'Chart. {what}',
  'chart.row': '{group}: {sentence}',
  'chart.people': { one: '{n} person', other: '{n} people' },
  'chart.label': '{group}, {people}',
  'chart.of': '{n} of {of}',
  'chart.number': '{n}',
  'chart.percent': '{n} %',
  'chart.disagree': 'Disagree',
  'chart.agree': 'Agree',

  'table.who': 'Who',
  'table.answer': 'Answer',
  'table.people': 'People',
  'table.share': 'Share',
  'table.n': 'Answered',
  'table.notAnswered': 'No answer',
} as const satisfies Catalogue;
