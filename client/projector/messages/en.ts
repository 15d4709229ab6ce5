/** Every word of the projector, in English. Slots are in braces; nothing is glued together elsewhere. */
import type { Catalogue } from '../../../core/message.ts';
import { answersEn } from '../../../core/messages/answers.en.ts';
import { chartEn } from '../../../core/messages/chart.en.ts';

export const EN = {
  ...answersEn,
  ...chartEn,

  'mark.sample': 'SAMPLE: made-up answers',
  'mark.rehearsal': 'REHEARSAL: pretend people',
  'link.lost': 'Reconnecting',
  'link.first': 'Finding the session',

  'join.code': 'Code',
  'join.qr': 'QR code that opens {url}',
  'join.wifi': 'Join the Wi-Fi',
  'join.open': 'Open {address}',
  'join.type': 'Type the code',
  'join.heading': 'Join here',
  'join.new': 'New address',
  'join.new.text':
    'Is your page still open? Press “New address?” on it and type this one. The code is as before.',
  people: { one: '{n} person has joined', other: '{n} people have joined' },
  'people.short': { one: '{n} person', other: '{n} people' },

  'where.one': 'Statement {n} of {of}',
  'where.first': 'Statement {n} of {of}, first round',
  'where.second': 'Statement {n} of {of}, second round',
  'state.shown': 'Read it first. Placing opens soon.',
  'state.open': 'Placing is open',
  'state.closed': 'Closed',
  pile: { one: '{n} post-it on the pile', other: '{n} post-its on the pile' },
  'wording.others': 'Everyone else',
  'all.open': { one: '{n} statement is open', other: 'All {n} statements are open' },
  'all.how': 'In any order, at your own pace',

  'live.few': 'Answers show here once enough people have placed.',
  'live.steps': 'Moves in steps of at least {n} people, so that nobody can be picked out.',
  'row.sofar': 'Answers so far',
  'row.everyone': 'Everyone',
  'row.first': '{group}, first round',
  'row.second': '{group}, second round',
  'apart.n': { one: '{n} person would rather not say', other: '{n} people would rather not say' },
  'apart.x': {
    one: '{n} person said it does not apply to them',
    other: '{n} people said it does not apply to them',
  },
  'apart.none': { one: '{n} person did not answer', other: '{n} people did not answer' },
  'withheld.one-group': 'There is only one group here, so there is no chart by group.',
  'withheld.floor': 'Groups are not shown apart here, so that nobody can be worked out.',
  'wall.more': 'and {n} more',
  'wall.worth': 'One small square is {n} people',
  'wall.declined': {
    one: '{n} comment from someone who did not choose one of these',
    other: '{n} comments from people who did not choose one of these',
  },
  'note.at': '{n} of {of}',
  'note.quote': '“{text}”',

  talk: 'Talking time',
  'free.heading': 'What else should be said?',
  'free.text': 'Say it here, or add a thought on your phone.',
  paused: 'Paused',
  'paused.text': 'What is saved stays saved.',
  blank: 'The screen is blank',
  'ended.heading': 'Thank you',
  'ended.text': 'This session has ended.',
  'out.heading': 'This screen is not signed in',
  'out.text': 'It goes on by itself once somebody has signed in here again.',
  'waits.heading': 'One moment, please',
  'waits.text': 'Whether this session goes on here is decided on the console, on its page “Laptop”.',
  'gone.heading': 'This session is closed',
  'gone.text': 'Nothing more will be shown here.',
} as const satisfies Catalogue;
