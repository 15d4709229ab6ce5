/** Words of the chart, its table and its sentence. "5 of 6" is never broken across lines. */
import type { Catalogue } from '../message.ts';

export const chartEn = {
  'sentence.none': 'Nobody has answered this.',
  'sentence.plural.agree': {
    one: '{n}\u00a0of\u00a0{of} agrees or strongly agrees',
    other: '{n}\u00a0of\u00a0{of} agree or strongly agree',
  },
  'sentence.plural.disagree': {
    one: '{n}\u00a0of\u00a0{of} disagrees or strongly disagrees',
    other: '{n}\u00a0of\u00a0{of} disagree or strongly disagree',
  },
  'sentence.plural.even': {
    one: '{n}\u00a0of\u00a0{of} agrees or strongly agrees, and as many disagree',
    other: '{n}\u00a0of\u00a0{of} agree or strongly agree, and as many disagree',
  },
  'sentence.plural.middle': {
    one: '{n}\u00a0of\u00a0{of} neither agrees nor disagrees',
    other: '{n}\u00a0of\u00a0{of} neither agree nor disagree',
  },
  'sentence.single.agree': { one: '{n}\u00a0of\u00a0{of} agrees', other: '{n}\u00a0of\u00a0{of} agree' },
  'sentence.single.disagree': {
    one: '{n}\u00a0of\u00a0{of} disagrees',
    other: '{n}\u00a0of\u00a0{of} disagree',
  },
  'sentence.single.even': {
    one: '{n}\u00a0of\u00a0{of} agrees, and as many disagree',
    other: '{n}\u00a0of\u00a0{of} agree, and as many disagree',
  },
  'sentence.single.middle': {
    one: '{n}\u00a0of\u00a0{of} neither agrees nor disagrees',
    other: '{n}\u00a0of\u00a0{of} neither agree nor disagree',
  },
  'sentence.own1': '{n}\u00a0of\u00a0{of} said “{a}”',
  'sentence.own2': '{n}\u00a0of\u00a0{of} said “{a}” or “{b}”',
  'sentence.own3': '{n}\u00a0of\u00a0{of} said “{a}”, “{b}” or “{c}”',
  'sentence.ownEven': '{n}\u00a0of\u00a0{of} on each side',

  'chart.alt': 'Chart. {what}',
  'chart.row': '{group}: {sentence}',
  'chart.nobody': 'No answers',
  'chart.people': { one: '{n} person', other: '{n} people' },
  'chart.label': '{group}, {people}',
  'chart.of': '{n}\u00a0of\u00a0{of}',
  'chart.number': '{n}',
  'chart.percent': '{n} %',
  'chart.disagree': 'Disagree',
  'chart.agree': 'Agree',
  'chart.span': '{first} to {last}',
  'chart.quarter': 'a quarter',
  'chart.half': 'half',
  'chart.quarters': 'three quarters',
  'chart.all': 'all',

  'table.who': 'Who',
  'table.answer': 'Answer',
  'table.people': 'People',
  'table.share': 'Share',
  'table.n': 'Answered',
  'table.notAnswered': 'No answer',
} as const satisfies Catalogue;
