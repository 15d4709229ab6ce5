/** Every word of the shared tablet that the phone has not. Slots are in braces; nothing is glued together elsewhere. */
import type { Catalogue } from '../../../core/message.ts';

export const EN = {
  'find.heading': 'Looking for the laptop',
  'find.text': 'Keep this page open.',
  'out.heading': 'This tablet is not signed in any more',
  'out.text': 'Ask the person who leads the session.',
  'out.again': 'Sign in again',
  'gone.heading': 'This session is over',
  'gone.text': 'Give the tablet back to the person who leads the session.',
  'gone.cut':
    'It was finished before you handed in what you were answering. Nothing of that is saved, here or on the laptop.',
  'gone.lost': {
    one: 'The answers of {n} person were not handed over before the session was finished. Nobody can open them any more.',
    other:
      'The answers of {n} people were not handed over before the session was finished. Nobody can open them any more.',
  },
  'gone.erase': 'Erase them',

  'setup.title': 'Set up the shared tablet',
  'setup.text': 'People take turns with it. Nobody sees what the one before them said.',
  'setup.which': 'What shall it ask?',
  'setup.every': 'Every statement, one after another',
  'setup.every.hint': 'One turn for each person. It has every statement that was opened so far.',
  'setup.front': 'Only the one in front of the room',
  'setup.front.hint': 'It goes round once for each statement. What one person says is not kept together.',
  'setup.open': 'Keep this page open until everything is handed over. It goes on without a network.',
  'setup.lock': 'Lock it and show the PIN',
  'setup.console': 'Back to the console',
  'setup.out': 'Stop using this tablet',
  'setup.failed': 'This did not work. Try again.',
  'setup.away': 'The laptop cannot be reached now. Try again once it can.',

  'wait.count': { one: '{n} to hand over', other: '{n} to hand over' },
  'wait.none': 'Nothing waits to be handed over.',
  'wait.stuck': {
    one: 'The laptop does not take the answers of {n} person: {why}',
    other: 'The laptop does not take the answers of {n} people: {why}',
  },
  'wait.erase': 'Erase what it does not take',

  'pin.heading': 'Write this PIN down',
  'pin.text': 'You need it to get out of what people see. It is not shown again.',
  'pin.how': 'To get out, press the mark in the corner for two seconds.',
  'pin.go': 'I have it. Start',

  'exit.mark': 'For the person who leads the session: press and hold',
  'exit.heading': 'For the person who leads the session',
  'exit.pin': 'PIN',
  'exit.hint': 'Six digits. You wrote them down when you locked the tablet.',
  'exit.do': 'Unlock',
  'exit.back': 'Go back',
  'exit.form': 'Type the six digits of the PIN.',
  'exit.wrong': 'This is not the PIN.',
  'exit.slow':
    'Too many wrong PINs. Wait ten minutes. On the laptop, the link that Standpoint prints works too.',

  'start.heading': 'Your turn',
  'start.text': 'What you say here has no name on it. The next person does not see it.',
  'start.next': 'Next person',
  'start.again': 'I have held it before',
  'start.soon': 'The next statement comes in a moment.',
  'start.soon.text': 'Keep this page open. It goes on by itself.',
  'start.over': 'The session has ended. You can still answer.',
  size: 'Larger text',
  'size.usual': 'Usual text',

  'kept.tablet': 'When you hand them in, your answers are locked. This tablet cannot show them to anybody.',
  'kept.not': 'Your name, and the time you answered.',

  'rights.stop': 'You may stop at any time before you hand them in. Then nothing is kept.',
  'rights.change': 'You may go back and change an answer until you hand them in.',
  'rights.front': 'Once you hand it in, your answer cannot be changed or taken out.',
  'rights.card': 'With a code card you can take your answers out until {date}. Ask for one.',
  'rights.cardNow': 'With a code card you can take them out until the session is finished. Ask for one.',
  'rights.without': 'Without a card nobody can find which answers are yours.',
  'help.back': 'Go back',

  'ask.once': 'Answer in one way only: on this tablet, on a phone or on paper. Take one turn.',
  'ask.once.front': 'Answer in one way only: on this tablet, on a phone or on paper.',

  'no.heading': 'That is fine. Pass it on.',
  'no.text': 'Nothing is kept of you here.',

  'board.next': 'Next',
  'board.skip': 'Leave this one out',
  'board.soon': 'The next statement comes in a moment.',

  'heard.round':
    'The session has ended. Each person can say whether they were heard. Nobody sees what the one before said.',
  'heard.hand': 'Hand it in',
  'heard.kept':
    'Kept are only numbers, and what you wrote, apart from your answers. Once the session is finished nobody can find which are yours, so they cannot be taken out.',
  'end.heading': 'That was the last one',
  'end.heading.front': 'Hand in your answer?',
  'end.text': 'You can still go back and change your answers.',
  'end.text.front': 'You can still go back and change it.',
  'end.none': 'You left everything out. That is fine.',
  'end.hand': 'Hand in my answers',
  'end.hand.front': 'Hand in my answer',
  'end.card': 'I have a code card',
  'end.cardIs': 'Your code card goes with them.',
  'end.failed': 'This did not work. Ask the person who leads the session.',

  'card.heading': 'Your code card',
  'card.text': 'With its code you can take your answers out later. Keep the card.',
  'card.label': 'Code on the card',
  'card.hint': 'Twelve letters and numbers. Spaces do not matter.',
  'card.do': 'Use this card',
  'card.without': 'Go on without a card',
  'card.form': 'A code has twelve letters and numbers. Look at the card and try again.',
  'card.taken': 'This is no card of this session, or somebody has it already.',
  'card.away': 'The laptop cannot be reached now, so the card was not checked. Look at it once more.',

  'saved.heading': 'Saved. Pass it on.',
  'saved.text': 'Your answers are locked away.',
  'sent.heading': 'Done. Pass it on.',
  'sent.text': 'It is on its way to the laptop. Keep this page open.',

  'idle.heading': 'Still there?',
  'idle.text': 'Press the button to go on. Else the answers so far are dropped soon.',
  'idle.yes': 'Yes, go on',
} as const satisfies Catalogue;
