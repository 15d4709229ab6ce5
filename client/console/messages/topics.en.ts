/** Words of the room's own list, on the facilitator's screen. */
import type { Catalogue } from '../../../core/message.ts';

export const topicsEn = {
  title: 'Topics',
  step: 'What the room does',
  'step.collect': 'Collect',
  'step.order': 'Order',
  'step.talk': 'Talk',
  'step.collect.text':
    'Phones add topics. They come under Comments in batches of five, the rest when you go on.',
  'step.order.text': 'Everyone has three dots. You see how many each topic has when you go on.',
  'step.talk.text': 'One after the other. Press N for the next.',
  none: 'Nothing on the list yet.',
  add: 'Add',
  'add.label': 'A topic',
  minutes: 'Time for each',
  'minutes.n': { one: '{n} minute', other: '{n} minutes' },
  next: 'Next topic',
  'next.none': 'All talked about',
  'state.now': 'Now',
  'state.done': 'Talked about',
  'state.waiting': 'Not yet',
  dots: { one: '{n} dot', other: '{n} dots' },
  phone: 'from a phone',
  now: 'Talk about it',
  finish: 'Finish',
  done: 'Talked about',
  drop: 'Remove',
  time: '{time} of {n} min',
  'time.over': '{time}, over {n} min',
} as const satisfies Catalogue;
