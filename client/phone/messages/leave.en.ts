/** Words of leaving, which are loaded once somebody is in. */
import type { Catalogue } from '../../../core/message.ts';

export const LEAVE_EN = {
  'leave.heading': 'What happens to your answers?',
  'leave.text': 'You can leave at any time. Both ways are fine.',
  'leave.forgets': 'Either way, this phone forgets you. It cannot change your answers after that.',
  'leave.code': 'Only with a code can you take them back later. Get it before you leave.',
  'leave.keep': 'Keep my answers in, and leave',
  'leave.take': 'Take all my answers back, and leave',
  'leave.stay': 'Stay in the session',
  'leave.sure': 'Take all your answers back?',
  'leave.all': 'All your answers and all you wrote are deleted, on every statement. This cannot be undone.',
  'leave.wall': 'What is on the big screen now stays until the next statement.',
  'leave.yes': 'Yes, take them back',
  'leave.no': 'No, go back',
  'leave.sending': 'Taking them back',
  'leave.failed': 'This did not work yet. Your answers are still in. Try again.',

  'left.heading': 'You have left',
  'left.kept': 'Your answers stay in.',
  'left.taken': 'All your answers are deleted.',
  'left.phone': 'This phone has forgotten you.',
  'left.again': 'Join a session',
} as const satisfies Catalogue;
