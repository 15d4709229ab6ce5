/** What a file says of sessions that are not in it. */
import type { Catalogue } from '../message.ts';

export const leftOutEn = {
  'left.ended':
    '“{name}” is left out, since it has ended and is not finished. Finish it on the console, or wait ten minutes unless it is held open, then make the file again.',
  'left.running':
    '“{name}” is left out, since it has not ended. End it on the console, then make the file again.',
  'left.saved.ended':
    'The session “{name}” is not in this archive: it had ended and was not finished. Finish it on that laptop, then save the archive again.',
  'left.saved.running':
    'The session “{name}” is not in this archive: it had not ended. When it is finished on that laptop, save the archive again.',
  'left.finished': '“{name}” had ended, and is finished now.',
  'left.failed': '“{name}” could not be finished: its file is gone or damaged.',
  'left.unnamed': 'Without a name',
} as const satisfies Catalogue;
