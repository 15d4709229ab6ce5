/** Words of the screen at the end, which is loaded beforehand and not with everything else. */
import type { Catalogue } from '../../../core/message.ts';

export const HEARD_EN = {
  'heard.eyebrow': 'Before you go',
  'heard.heading': 'Were you heard?',
  'heard.text': 'Nobody in the room sees this. You can skip it.',
  'heard.said': '“I could say what I wanted to say.”',
  'heard.said.1': 'Yes',
  'heard.said.2': 'Partly',
  'heard.said.3': 'No',
  'heard.said.n': 'Rather not say',
  'heard.stopped': 'What stopped you?',
  'heard.stopped.hint': 'If you like. Only the team reads it. Do not write names.',
  'heard.told.open': 'You were told that this can still change:',
  'heard.told.decided': 'You were told that this is already decided:',
  'heard.told.part': 'You were told this about your part:',
  'heard.told': 'Was that true?',
  'heard.told.1': 'Yes',
  'heard.told.2': 'Partly',
  'heard.told.3': 'No',
  'heard.told.x': 'I do not know',
  'heard.kept':
    'You can change this until the session is finished. After that only numbers are kept, and what you wrote, apart from your answers. Nobody can find which are yours, so they cannot be taken out.',
  'heard.send': 'Send',
  'heard.skip': 'Skip',
  'heard.choose': 'Choose an answer, or skip this.',
  'heard.unsent':
    'The session was finished before you pressed Send. What you had chosen for “Were you heard?” was not sent.',
  'heard.again': 'Were you heard? Change what you said',
  'heard.become': 'How do you want to hear what became of this?',
  'heard.after': 'Were you heard? Tell us',
} as const satisfies Catalogue;
