/** What the live screen says about tablets that are passed round. */
import type { Catalogue } from '../../../core/message.ts';

export const liveTablet = {
  'more.tablet': 'A shared tablet for people without a phone',
  'tablet.title': 'A shared tablet',
  'tablet.text':
    'For people without a phone. They take turns with one tablet, or with this laptop, and nobody sees what the one before them said. Two or more tablets work side by side.',
  'tablet.device': 'Add a tablet',
  'tablet.device.text':
    'It joins with a PIN, on the same Wi-Fi. It goes on where there is no network, and hands over later.',
  'tablet.laptop': 'Use this laptop',
  'tablet.laptop.text':
    'This browser’s sign-in is put away until you type the PIN that it shows next. The big screen goes on. Close other tabs and windows of the laptop first.',
  'tablet.laptop.wait': 'Until then nobody can press Next on this laptop.',
  'tablet.scan': 'On the tablet, scan this, or open',
  'tablet.qr': 'Code for the tablet: {url}',
  'tablet.pin': 'Then type this PIN there:',
  'tablet.left': {
    one: 'It holds for {n} more minute, once.',
    other: 'It holds for {n} more minutes, once.',
  },
  'tablet.spent': 'Five wrong PINs were typed, so it does not hold any more.',
  'tablet.over': 'The PIN’s time is over.',
  'tablet.anew': 'Make a new PIN',
  'tablet.joined': '{name} has joined. It shows what to do next.',
  'tablet.more': 'Add another',
  'tablet.here': { one: '{n} shared tablet', other: '{n} shared tablets' },
  'tablet.waiting': { one: '{n} to be handed over', other: '{n} to be handed over' },
  'tablet.away': {
    one: '{n} tablet out of reach. It may hold answers.',
    other: '{n} tablets out of reach. They may hold answers.',
  },
  'tablet.before':
    'Have every tablet back near the laptop first: what somebody has not handed in, or a tablet has not handed over, is lost once the session is finished.',
} as const satisfies Catalogue;
