/** What rooms said of recommendations, on their page. */
import type { Catalogue } from '../../../core/message.ts';

export const CHECKED_EN = {
  title: 'What the rooms said',
  'order.team': 'The team’s order',
  'order.room': 'The order by dots',
  order: 'In which order they stand',
  'order.from': {
    one: 'Dots from {n} session, three for each person.',
    other: 'Dots from {n} sessions, three for each person.',
  },
  'order.text':
    'As many dots share a place, and without a dot there is none. The team’s order stays as it is.',
  'place.by': 'Place {n} by dots',
  'place.shared': 'Shares place {n} by dots',
  dots: { one: '{n} dot', other: '{n} dots' },
  'dots.from': {
    one: '{dots} from {n} session',
    other: '{dots} from {n} sessions',
  },
  line: '{n} of {of} said: that is what we said',
  'line.percent': '{n} of {of} said: that is what we said ({percent} %)',
  'line.nobody': 'Nobody chose one of the three',
  notQuite: { one: '{n} said: not quite', other: '{n} said: not quite' },
  missing: { one: '{n} said: something is missing', other: '{n} said: something is missing' },
  declined: { one: '{n} would rather not say', other: '{n} would rather not say' },
  earlier: 'Shown in other words',
  gone: 'Shown in words that are not kept any more',
  'words.now': 'In the words it has now',
  'words.earlier': 'In these words:',
  'words.gone': 'In words that are not kept any more',
  sessions: { one: 'From {n} session: {names}', other: 'From {n} sessions: {names}' },
  written: { one: '{n} comment', other: '{n} comments' },
  'written.text':
    'From phones, in the order of the alphabet. They stand among the points of their session too.',
  team: 'For the team only. Phones and sheets are counted together.',
} as const satisfies Catalogue;
