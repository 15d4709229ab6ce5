/** Words of what the phone offers while the room talks, which is loaded only then. */
import type { Catalogue } from '../../../core/message.ts';

export const TALK_EN = {
  'free.eyebrow': 'Talking time',
  'free.heading': 'What else should be said?',
  'free.text': 'Say it in the room, or add it here.',

  'thought.add': 'Add a thought',
  'thought.another': 'Add another thought',
  'thought.label': 'Your thought',
  'thought.hint':
    'Do not write names. The person who leads the session reads it first, and it may be read out or noted.',
  'thought.audience': 'Who may read it?',
  'thought.send': 'Send it',
  'thought.change': 'Send the changed thought',
  'thought.cancel': 'Leave it',
  'thought.empty': 'Write your thought first.',
  'thought.yours': { one: 'Your thought', other: 'Your thoughts' },
  'thought.show': 'Tap to see your thought',
  'thought.untold': 'It is in. A phone that came by a card does not show what it says.',
  'thought.saved': 'Saved',
  'thought.unsaved': 'Not saved yet. Keep this page open.',
  'thought.edit': 'Change',
  'thought.takeBack': 'Take it back',
  'thought.kept':
    'You can change it or take it back until the talk goes on. After that it goes with your answers, if you take those out.',
  'thought.full': 'You have added as many thoughts here as one person can.',
  'thought.late': 'This came too late: the talk had gone on. It was not sent.',
} as const satisfies Catalogue;
