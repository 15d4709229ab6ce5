/** Words of the screen on which a real wall is counted and its words are typed up. */
import type { Catalogue } from '../../../core/message.ts';

export const wallWords = {
  title: 'Count the wall',
  'page.title': 'Count the wall: {name}',
  back: 'Back to the session',
  loading: 'Looking up what was counted so far.',
  notRunning: 'This session is not running, so there is no wall to count.',
  'notRunning.words':
    'These words were not saved before it ended. They are on this page only, and gone once it is closed.',
  away: 'The laptop does not answer. Nothing that was saved is lost. This page tries again by itself.',

  'none.title': 'No statement is open yet',
  'none.text':
    'Go back and press Next until placing is open. People then put their post-its on the wall, and you count them here.',

  statement: 'Statement',
  'statement.first': '{number}. {text}',
  'statement.second': '{number}. {text} (second time)',
  previous: 'Statement before',
  next: 'Next statement',

  front: 'Statement {number} is in front of the room now.',
  'front.go': 'Go to it',
  before: 'What was counted or typed here before, and not saved, is here again.',
  'before.throw': 'Throw it away',
  'before.title': 'Throw away what is not saved?',
  'before.text':
    'Counts that were not read back, and words that were not added. What was saved stays as it is.',
  'before.keep': 'Keep it',
  'before.yes': 'Throw it away',
  groups: 'Whose post-its',
  also: 'and in',
  'also.none': 'no other group',
  heads: 'People at the wall',
  'heads.hint': 'Without those on a phone or tablet. Helpers and officers do not count.',
  count: 'Count',
  type: 'Type up the words',

  more: 'One more: {answer}',
  less: 'One less: {answer}',
  key: 'key {key}',
  'column.count': '{answer}: {n}',
  undo: 'Undo',
  undone: 'Taken back.',
  keys: 'Keys {first} to {last} count one more, with Shift one less. Ctrl+Z takes the last one back.',
  'keys.declines': 'For the two on the right: {keys}.',
  'keys.decline': 'For the one on the right: {keys}.',

  total: { one: '{n} post-it', other: '{n} post-its' },
  'check.no-heads': 'How many people are at the wall? Write it down above.',
  'check.same': { one: 'As many as people.', other: 'As many as people.' },
  'check.more': {
    one: 'One more than people. Two may hang together, or one person wrote twice.',
    other: '{n} more than people. Some may have written twice, or a head was not counted.',
  },
  'check.fewer': {
    one: 'One fewer than people. Somebody may not have answered, or one fell down.',
    other: '{n} fewer than people. Some may not have answered, or some fell down.',
  },

  readBack: 'Read it back',
  'readBack.nothing': 'Nothing has changed since it was saved.',
  'read.title': 'Read this to the room',
  'read.text': 'Say it aloud and slowly. Does the room agree?',
  'read.line': '{answer}: {n}',
  'read.total': { one: '{n} post-it in all.', other: '{n} post-its in all.' },
  'read.heads': { one: '{n} person at the wall.', other: '{n} people at the wall.' },
  'read.yes': 'Yes, save it',
  'read.no': 'Count again',
  saved: { one: 'Saved: {n} post-it.', other: 'Saved: {n} post-its.' },
  elsewhere:
    'Somebody counted on another device meanwhile. Your count is still here, and not saved. Look at both, then read it back again.',
  'elsewhere.was': 'Saved there: {counts}',
  dropped: 'There are more words typed up than post-its under “{answer}”. Take some words away first.',

  'type.none': 'Count the post-its of this statement first. Then their words can be typed up.',
  'type.hint':
    'Copy the words of one post-it and press Enter. Pasting several lines makes one of each. Leave out names.',
  'type.field': 'Words of a post-it under “{answer}”',
  'type.room': 'The room may read them',
  'type.team': 'The team only',
  'type.who': 'Who may read them',
  'type.quote': 'Their writers agreed to be quoted',
  'type.left': { one: '{n} post-it without words', other: '{n} post-its without words' },
  'type.lines': {
    one: 'This is {n} line: one post-it.',
    other: 'These are {n} lines: a post-it for each. Take out a line break that belongs to one post-it.',
  },
  'type.full': 'Every post-it here has its words.',
  'type.over': { one: '{n} character too many', other: '{n} characters too many' },
  'type.add': 'Add',
  'type.remove': 'Take these words away: {text}',
  'type.removed': 'Taken away.',
  'type.bring': 'Bring back',
  'type.saving': 'Saving',
  'type.saved': 'Saved.',
  'type.waiting': {
    one: 'Not saved yet: {n}. Keep this page open.',
    other: 'Not saved yet: {n}. Keep this page open.',
  },
  'type.noPostIt':
    'The post-its for these words were counted away. Count one more under this heading, or take the words away.',
  'type.teamMark': 'team only',
  'type.quoteMark': 'may be quoted',
  'type.typed': 'Typed up under “{answer}”',

  'hold.title': 'More to type up later?',
  'hold.text':
    'The session has ended. Hold it open, and the wall and the slips can be typed up for two weeks. Until then its files tell a little more than afterwards.',
  'hold.on': 'Hold it open',
  'hold.held': 'It is held open until you say that everything is typed up, for two weeks at most.',
  'hold.off': 'Everything is typed up',
} as const satisfies Catalogue;
