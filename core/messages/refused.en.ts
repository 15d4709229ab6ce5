/** What stands in the place of a page that a browser may not have. */
import type { RefusalCode } from '../refusal.ts';

interface Hint {
  what: string;
  /** Where to go from here. */
  href?: string;
  link?: string;
}

const hints: Partial<Record<RefusalCode, Hint>> = {
  'not-allowed-here': {
    what: 'To use this device too, choose Another device on the laptop’s console, and open the address that it shows. To take part in a session, open the address on the big screen.',
    href: '/j',
    link: 'Take part in a session',
  },
  'sign-in-needed': {
    what: 'This screen has to be signed in, as the console is.',
    href: '/console',
    link: 'Sign in',
  },
  'not-your-role': {
    what: 'Whoever added it on the laptop chose what it may do.',
    href: '/console',
    link: 'Go to what it may do',
  },
};

export const refusedEn = { lang: 'en', title: 'Standpoint', heading: 'This page does not open here', hints };
