/** Words of the photographs of a real wall, where they are taken and where they are looked at. */
import type { Catalogue } from '../../../core/message.ts';

export const photoWords = {
  look: 'Photograph',
  title: 'Photographs of this statement',
  'who.until':
    'Only the team sees a photograph, since handwriting can tell who wrote. It is kept on the laptop and in the team’s file with everything, and is in no export, report or release. It goes with the session, on {date} at the latest.',
  'who.always':
    'Only the team sees a photograph, since handwriting can tell who wrote. It is kept on the laptop and in the team’s file with everything, and is in no export, report or release. It stays until it is removed, or the session is.',
  before:
    'Tell the room before you take it. If words are taken out of a comment later, remove the photograph too.',
  none: 'There is no photograph of this statement yet.',
  add: 'Take or choose a photograph',
  full: {
    one: '{n} is kept. Remove it to take another.',
    other: '{n} are kept. Remove one to take another.',
  },
  saving: 'Saving the photograph. Keep this page open.',
  saved: 'Saved.',
  removed: 'Removed for good.',
  loading: 'Looking up which photographs there are.',
  again: 'Try again',

  'trouble.list': 'The photographs could not be looked up. {why}',
  'trouble.file':
    'This file is no picture that can be read. Take a photograph, or choose a JPEG, PNG or WebP file.',
  'trouble.bytes': 'This file is larger than {mb} MB. Choose a smaller one.',
  'trouble.pixels': 'This picture is too large to be read: {detail}. Choose a smaller one.',
  'trouble.all':
    'This consultation has {n} photographs, which is as many as it can hold. Remove some of them first.',
  'trouble.away': 'The laptop did not answer. The photograph is not saved yet.',
  'trouble.other': 'The photograph is not saved. {why}',
  'trouble.remove': 'The photograph is not removed. {why}',

  nth: 'Photograph {n}',
  'nth.session': '{name}: photograph {n}',
  'nth.second': '{name}, second time: photograph {n}',
  open: 'Open large: {name}',
  unseen: 'It is kept. Only a facilitator or a researcher can look at it.',
  gone: 'The picture cannot be shown.',
  larger: 'Full size',
  picture: 'The picture. It can be moved about.',
  close: 'Close',
  remove: 'Remove',
  'remove.of': 'Remove: {name}',
  'remove.title': 'Remove this photograph?',
  'remove.text': 'It goes from this laptop and from its copies, and cannot be brought back.',
  'remove.yes': 'Yes, remove it',
  'remove.no': 'Keep it',

  'results.title': 'Photographs of the wall (team only): {n}',
  'results.text':
    'Handwriting can tell who wrote. Do not show these outside the team, and put none into a report.',
} as const satisfies Catalogue;
