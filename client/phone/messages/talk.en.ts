/** Words of what the phone offers while the room talks, which is loaded only then. */
import type { Catalogue } from '../../../core/message.ts';

export const TALK_EN = {
  'free.eyebrow': 'Talking time',
  'board.text': 'Talk with each other. You can put the phone down, or add a thought here.',
  'free.collect': 'What should we talk about?',
  'free.collect.text': 'Say it in the room, or add it here.',
  'free.order': 'What should come first?',
  'free.order.text': 'Put your dots where you like. Nobody sees whose they are.',
  'free.talk': 'What else should be said?',
  'free.talk.text': 'Say it in the room, or add a thought here.',

  'topics.add': 'Add a topic',
  'topics.another': 'Add another topic',
  'topics.label': 'What should we talk about?',
  'topics.hint':
    'A few words. Do not write names. The person who leads the session looks at it first. The list goes when the session is finished.',
  'topics.send': 'Put it up',
  'topics.empty': 'Write a few words first.',
  'topics.sent': 'Saved. It is looked at before it goes on the list.',
  'topics.soFar': 'On the list so far',
  'topics.list': 'The room’s list',
  'topics.now': 'Now',
  'topics.done': 'Talked about',
  'topics.none': 'There is nothing on the list yet.',

  'dots.left': { one: 'You have {n} dot left.', other: 'You have {n} dots left.' },
  'dots.mine': { one: '{n} dot of yours', other: '{n} dots of yours' },
  'dots.more': 'Put a dot',
  'dots.more.of': 'Put a dot on {text}',
  'dots.less': 'Take back',
  'dots.less.of': 'Take back a dot from {text}',
  'dots.hidden': 'How many dots each has is not shown while people put them.',

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
    'You can change it or take it back until the room goes on to something else. After that it goes with your answers, if you take those out.',
  'thought.full': 'You have added as many thoughts here as one person can.',
  'thought.late': 'This came too late: the room had gone on to something else. It was not sent.',
  'thought.late.send': 'Send it here',
  'thought.late.kept':
    'It stays on this phone. You can send it when the room talks again, or copy the words.',
  'thought.late.over':
    'It stays on this phone. You can copy the words, or give them to the person who led the session.',
  'thought.late.drop': 'Let it go',
  'begun.kept':
    'You began to write something and did not send it. It stays on this phone, and is there when the room comes back to it.',
  'begun.over': 'You had begun to write this when the session ended. It was not sent.',
  'begun.over.kept':
    'You can copy the words while this page is open, or give them to the person who led the session.',

  'propose.eyebrow': 'Your own statements',
  'propose.title': 'Write a statement of your own',
  'propose.text': 'Something that people could agree or disagree with. It may be asked here, or next time.',
  'proposal.add': 'Write a statement',
  'proposal.another': 'Write another statement',
  'proposal.label': 'Your statement',
  'proposal.hint':
    'One sentence that begins with I or My. For example: “My worker tells me before my plan is changed.” Do not write names. The person who leads the session reads it first, and may put it together with others.',
  'proposal.begin':
    'It is easiest to answer when it begins with I or My. You can change it, or send it as it is.',
  'proposal.anyway': 'Send it as it is',
  'proposal.send': 'Send it',
  'proposal.change': 'Send the changed statement',
  'proposal.empty': 'Write your statement first.',
  'proposal.yours': { one: 'Your statement', other: 'Your statements' },
  'proposal.show': 'Tap to see your statement',
  'proposal.kept':
    'You can change it or take it back until this part is over. After that it goes with your answers, if you take those out. A statement that others were already asked stays.',
  'proposal.full': 'You have written as many statements as one person can. Thank you.',
} as const satisfies Catalogue;
