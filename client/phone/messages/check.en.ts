/** Words of what the phone asks about recommendations, which is loaded only then. */
import type { Catalogue } from '../../../core/message.ts';

export const CHECK_EN = {
  'ask.eyebrow': 'What we ask for: {n} of {of}',
  'ask.title': 'Is this what you said?',
  'ask.1': 'That is what we said',
  'ask.2': 'Not quite',
  'ask.3': 'Something is missing',
  'ask.n': 'I would rather not say',
  'ask.words': 'What should it say?',
  'ask.words.hint':
    'You can leave this empty. Do not write names. Only the people who lead the session read it.',
  'ask.choose': 'Choose an answer first.',
  'ask.place': 'Place it',
  'ask.change': 'Change it',
  'ask.leave': 'Leave it as it is',
  'ask.saved': 'Saved',
  'ask.unsaved': 'Not saved yet. Keep this page open.',
  'ask.show': 'Tap to see your answer',
  'ask.cover': 'Tap to cover it',
  'ask.untold': 'It is in. A phone that came by a card does not show what it says.',
  'ask.takeBack': 'Take it back',
  'ask.kept': 'You can change it until the session goes on to dots. Nobody sees whose it is.',
  'ask.room': 'Back to the one on the screen',
  'ask.earlier': 'Before this one',
  'ask.state.in': 'You have answered',
  'ask.state.none': 'You have not answered',

  'dots.eyebrow': 'What we ask for',
  'dots.title': 'What matters most to you?',
  'dots.text': 'Put your dots where you like. You can put more than one on the same thing.',

  'done.title': 'Thank you',
  'done.text': 'Nothing more is placed here. Look at the screen in the room.',
} as const satisfies Catalogue;
