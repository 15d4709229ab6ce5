/** Words of what the phone offers while the room talks, which is loaded only then. */
import type { Catalogue } from '../../../core/message.ts';

export const TALK_EN = {
  'free.eyebrow': 'Talking time',
  'board.text': 'Talk with each other. You can put the phone down, or add a thought here.',
  'free.collect': 'What should we talk about?',
  'free.collect.text': 'Say it in the room, or add it here.',
  'free.order': 'What should come first?',
  'free.order.text': 'Put your dots where you like. Nobody sees whose they are.',
  'free.talk': 'What should be said?',
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
  'late.why': 'This came too late: the room had gone on to something else. It was not sent.',
  'late.stands':
    'You took this back too late: the room had gone on to something else. It stands as you had sent it.',
  'late.begun': 'You began to write this and did not send it.',
  'late.unsure':
    'You sent this, but this phone was not told that it is saved before the session was over. It may not be in.',
  'late.on.statement': 'A statement.',
  'late.on.statement.n': 'Statement {n}.',
  'late.on.thought': 'A thought.',
  'late.on.thought.n': 'A thought on statement {n}.',
  'late.on.proposal': 'A statement of your own.',
  'late.on.topic': 'A topic.',
  'late.on.check': 'A recommendation.',
  'late.on.heard': 'Were you heard?',
  'late.send': 'Send it here',
  'late.drop': 'Let it go',
  'late.kept.talk': 'It stays on this phone. You can send it when the room talks again, or copy the words.',
  'late.kept.copy': 'It stays on this phone. You can copy the words. You see them again at the end.',
  'late.kept':
    'You wrote something that was not sent. It stays on this phone. You find it where you wrote it while that is open, and at the end.',
  'late.after': 'You wrote something that was not sent. You see it on the next page.',
  'late.over':
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
