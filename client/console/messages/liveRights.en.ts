/** Words of the live screen about people's rights: cards with codes, and what is seen to before a lobby opens. */
import type { Catalogue } from '../../../core/message.ts';

export const liveRights = {
  'more.cards': 'Cards with codes for later',
  'more.print': 'Print a paper pack',
  'cards.title': 'Cards with codes for later',
  'cards.text':
    'For people who would rather have a card than a code on their phone, or have no phone. Whoever has a card types its code on the phone, or tells it to you with their answer.',
  'cards.deal':
    'Print, cut, shuffle, let people draw, keep no copy: whoever knows a card’s code can go on as its person and take their answers out, though no phone that comes by a card is told what they answered. Cards that nobody uses leave nothing.',
  'cards.n': 'How many cards',
  'cards.make': 'Make the cards',
  'cards.once':
    'Print them now. They cannot be shown again. Then cut, shuffle, let people draw, keep no copy.',
  'cards.print': 'Print',
  'cards.until': 'With this code you can come back on any phone, and take your answers out until {date}.',
  'cards.now': 'With this code you can come back on any phone while the session lasts.',
  'cards.how': 'Join first. Then on the phone: Menu, A code for later, I have a card.',
  'cards.where':
    'Afterwards, give it to the people who lead this, or type it on a phone near their laptop: {address}',
  'cards.secret': 'Keep it to yourself.',

  'add.card': 'Code on their card, if they have one',

  'ready.out': {
    one: 'With a code people can take their answers out for {n} more day.',
    other: 'With a code people can take their answers out for {n} more days.',
  },
  'ready.out.never': 'People can take their answers back only while the session lasts.',
  'ready.keep': 'People are told that answers are kept until {date}.',
  'ready.alone':
    'You wrote down whom to ask to talk alone. Phones do not offer it: nobody is named who reads what people send.',
  'ready.alone.go': 'Name the lead',
  'ready.sheets': 'Sheets to print:',
  'ready.sheets.privacy': 'privacy notice',
  'ready.sheets.consent': 'consent in plain words',
  'ready.sheets.paper': 'a pack for rooms without phones',
  'ready.checks': 'People under 18 take part. Before the lobby opens:',
  'ready.checks.consent':
    'Consent is seen to for each of them: a parent’s permission, or your organisation has recorded that they can decide for themselves.',
  'ready.checks.lead': 'It is settled who leads on safeguarding today, and the phones name them.',
  'ready.checks.sheet':
    'Everyone has had the sheet in plain words, and somebody has gone through it with them.',
  'ready.checks.someone': 'Somebody they can go to is here, and they know who.',
  'ready.checks.note': 'That these were ticked is kept with the session. No names are.',
} as const satisfies Catalogue;
