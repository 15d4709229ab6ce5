/** The phone without its screens: the code that runs in its browser, in this process. It keeps nothing on a disk. */
import { openLine } from '../../client/shared/connection.ts';
import { keepIn } from '../../client/shared/storage.ts';
import { makePhone, type Phone } from '../../client/phone/phone.ts';
import type { PhonePorts } from '../../client/phone/phonePorts.ts';

/** @param changes what a test wants otherwise, and hears of */
export function nodePhone(base: string, changes: Partial<PhonePorts> = {}): Phone {
  let cookies = '';
  return makePhone({
    base,
    openLine,
    keep: keepIn(() => null),
    tab: keepIn(() => null),
    jar: {
      cookies: () => cookies,
      setCookie: (cookie) => (cookies = cookie.split(';')[0] ?? ''),
      random: (bytes) => crypto.getRandomValues(bytes),
    },
    post: async () => ({ refusal: 'fault' }),
    changed: () => undefined,
    ...changes,
  });
}
