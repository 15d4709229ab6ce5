/** Words for when the session has gone to another laptop; loaded once somebody is in a session. */
import type { Catalogue } from '../../../core/message.ts';

export const MOVED_EN = {
  'moved.heading': 'Has the session moved to another laptop?',
  'moved.text':
    'Look at the wall. If there is a new address, type it here. A new page opens, and you are the same person there, with your answers.',
  'moved.wait': 'If the address on the wall is the old one, just keep this page open.',
  'moved.label': 'Address on the wall',
  'moved.hint': 'For example 192.168.1.21:8080',
  'moved.go': 'Open it',
  'moved.form': 'That is not an address in this room. It has numbers with dots between them.',
  'moved.blocked':
    'This browser did not let the page open. Allow it, or go there by a code that you wrote down.',
  'moved.opened': 'A new page has opened. If it is empty, the address was not right: try again.',
  'moved.done.heading': 'You are in the new page now',
  'moved.done.text': 'Go on there. This page has forgotten everything and can be closed.',
  'before.heading': 'Were you in this session before?',
  'before.text': 'It has moved to this laptop. Your answers came along.',
  'before.page':
    'If the page you used is still open on this phone, go back to it. Press “New address?” there and type {address}. Then you are the same person here.',
  'before.code': 'I have a code',
  'before.new': 'No, I am new',
} as const satisfies Catalogue;
