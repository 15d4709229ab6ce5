/** Words of the page about being heard. */
import type { Catalogue } from '../../../core/message.ts';

export const heardEn = {
  page: 'Were you heard?',
  'page.of': 'Were you heard? {title}',
  text: 'What people said at the end of each session, and when they were asked again. Nothing here is joined to an answer. A session in which fewer than {n} people said something is not shown by itself.',

  said: '“I could say what I wanted to say”',
  told: '“We told you what can change. Was that true?”',
  changed: '“Did anything change?”',
  few: 'Fewer than {n} people have answered this. It is shown from {n} people on.',
  'few.day': 'Fewer than {n} people. Shown from {n} people on.',
  'none.changed':
    'Nobody has been asked again yet. When you meet people again, ask, count the hands, and type them in below.',
  'pooled.one': 'Sessions are not shown apart, so that nobody can be picked out.',
  unfinished: {
    one: '{n} session is not finished. What phones and tablets say there comes when it is.',
    other: '{n} sessions are not finished. What phones and tablets say there comes when they are.',
  },

  'told.beside': 'What people were told',
  'told.open': 'They could still change',
  'told.decided': 'Already decided',
  'told.part': 'Their part',
  'told.nothing': 'Nothing was written down.',

  'column.who': 'Who',
  'column.when': 'Asked on',
  'column.yes': 'Yes',
  'column.partly': 'Partly',
  'column.no': 'No',
  'column.n': 'People',
  'column.declined': 'Rather not say',
  'column.unknown': 'Do not know',
  all: 'All sessions together',
  several: '{names}, together',
  count: '{n}',
  percent: '{n} ({percent}%)',
  'count.of': '{n} of {of}',

  stopped: 'What stopped people',
  'stopped.text':
    'In the order of the alphabet, over all sessions. For the team only: it may show who somebody is.',
  'stopped.none': 'Nobody wrote anything.',
  'stopped.few': 'Shown once {n} people have answered.',
  'stopped.remove': 'Remove',
  'stopped.remove.of': 'Remove “{text}”',
  'stopped.sure': 'Remove it for good',
  'stopped.keep': 'Keep it',

  'type.title': 'Type in what came on paper, or later',
  'type.text': 'Heads, as you counted them. They are added to what phones and tablets said.',
  'type.session': '{name}, {date}',
  'type.paper': 'On paper, at the end',
  'type.said': 'I could say what I wanted to say',
  'type.told': 'We were told what can change. Was that true?',
  'type.later': 'Asked again: did anything change?',
  'type.later.hint':
    'The sheet asks this, and of each recommendation that people may be told whether it happened; type those counts in with the recommendation.',
  'type.day': 'Day',
  'type.day.n': 'Day, {n}',
  'type.add': 'Asked again on another day',
  'type.remove': 'Remove this day',
  'type.save': 'Save',
  'type.saved': 'Saved',
  'type.none': 'No session has been held yet.',
  'answer.yes': 'Yes',
  'answer.partly': 'Partly',
  'answer.no': 'No',
  'answer.declined': 'Rather not say',
  'answer.unknown': 'Do not know',
} as const satisfies Catalogue;
