/** Words of the screens about codes for later, which are loaded only when somebody opens them. */
import type { Catalogue } from '../../../core/message.ts';

export const LATER_EN = {
  'later.text': 'With a code you can go on from another phone.',
  'later.until': 'With it you can also take your answers out until {date}.',
  'later.make': 'Show me a code',
  'later.yours': 'Your code',
  'later.note': 'Write it down now. It is not shown again.',
  'later.where': 'Type it on any phone here: {address}',
  'later.after': 'After the session you can also give it to the people who lead it.',
  'later.secret': 'Whoever has it can see your answers. A new code ends this one.',
  'later.card': 'I have a card',
  'later.card.label': 'Code on the card',
  'later.card.use': 'Make this card mine',
  'later.card.mine':
    'This card is yours now. Keep it in a safe place. With it you can go on from another phone, which will not show what you placed before.',
  'later.card.back':
    'You came by your card, and it stays good. This phone does not show what you placed before. You can place again, take it back, or leave with everything.',
  'later.refused': 'The card is not yours',
  'later.refused.text':
    'You are in, but without the card: it may be somebody else’s, and then takes their answers out and not yours. Check the code, or go on without a card. You can get a code from the menu.',
  'later.without': 'Go on without a card',
  'later.hint': 'Twelve letters and numbers. Spaces do not matter.',
  'later.form': 'This code has twelve letters and numbers. Look at it and try again.',

  'return.heading': 'A code from before',
  'return.label': 'Your code',
  'return.go': 'Go on',

  'out.heading': 'This session is over',
  'out.until': 'You can take your answers out until {date}.',
  'out.all': 'Take all my answers out',
  'out.quote': 'Do not quote my words',
  'out.sure': 'Take all your answers out?',
  'out.yes': 'Yes, take them out',
  'out.no': 'No, go back',
  'out.deletes': 'All your answers and all you wrote are deleted, on every statement. This cannot be undone.',
  'out.done': 'Done. Your answers are out.',
  'out.unquoted': 'Done. Your words will not be quoted.',

  'removed.heading': 'Your answers are not here now',
  'removed.until':
    'They are no longer on this laptop. Somebody may open a copy here again. You can have your answers left out of it until {date}.',
  'removed.done': 'Done. If a copy is opened here again, your answers are left out.',
  'removed.unquoted': 'Done. If a copy is opened here again, your words are not quoted from it.',

  'refusal.code-unknown': 'We do not know this code. Check it. The last day for it may also be over.',
  'refusal.code-spent': 'The answers under this code are out already.',
  'refusal.card-taken': 'This card is not free. Check the code, or ask for another card.',
} as const satisfies Catalogue;
