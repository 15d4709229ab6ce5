/** What a file says of sessions that are not in it. */
import type { Catalogue } from '../message.ts';

export const leftOutEn = {
  'left.ended':
    '“{name}” is not in it: it has ended and is not finished. Finish it on the console, or wait ten minutes.',
  'left.running': '“{name}” is not in it: it is still running.',
  'left.unreadable': '“{name}” is not in it: it could not be finished. {reason}',
  'left.saved.ended':
    'The session “{name}” is not in this archive: it had ended and was not finished. Finish it on that laptop, then save the archive again.',
  'left.saved.running':
    'The session “{name}” is not in this archive: it was still running. When it is finished on that laptop, save the archive again.',
  'left.unnamed': 'Without a name',
} as const satisfies Catalogue;
