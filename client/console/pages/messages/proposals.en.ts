/** Statements that participants proposed, where statements are prepared. */
import type { Catalogue } from '../../../../core/message.ts';

export const PROPOSALS_EN = {
  'prop.title': 'Proposed by participants',
  'prop.hint':
    'Take one, or several that say the same, and make a statement of them. What each person wrote is kept beside it. Sessions that are open already do not get it by themselves: each offers “Ask it here too”.',
  'prop.waiting': { one: '{n} waits for you.', other: '{n} wait for you.' },
  'prop.none': 'None waits for you.',
  'prop.again': 'Look for new ones',
  'prop.failed': 'What participants proposed could not be fetched.',
  'prop.accept': 'Make a statement',
  'prop.accept.n': { one: 'Make a statement of {n}', other: 'Make one statement of {n}' },
  'prop.refuse': 'Refuse',
  'prop.refused.title': 'Refused proposals',
  'prop.refused': { one: '{n} refused', other: '{n} refused' },
  'prop.back': 'Take it up again',
  'prop.accept.title': 'A statement from participants',
  'prop.wrote': 'What was proposed',
  'prop.text': 'The statement',
  'prop.text.hint': 'Keep it as close to their words as you can. One idea, up to {most} characters.',
  'prop.text.over': { one: '{n} character too many.', other: '{n} characters too many.' },
  'prop.signs': 'Looks like a sign of a person: {list}. Take it out, or be sure that it is none.',
  'prop.by': 'Accepted by',
  'prop.by.hint':
    'A panel or a role, such as “Young people’s panel”. The report says it. Leave it empty if there was none.',
  'prop.accept.do': 'Accept it',
  'prop.accepted': 'Accepted as statement {n}.',
  'prop.refused.there':
    '“{words}” was refused in another window: {why} If you accept it, it is refused no longer.',
  'prop.accepted.there':
    'A statement was made of it in another window. Remove that statement first, if it is to be refused.',
  'prop.refuse.title': 'Refuse a proposal',
  'prop.why': 'Why, in a few words',
  'prop.why.hint': 'For the team. The person who wrote it is not known and not told.',
  'prop.refuse.do': 'Refuse it',
  'prop.refused.done': 'Refused.',
  'prop.why.is': 'Refused: {why}',
  'prop.from': 'From participants',
  'prop.from.by': 'From participants, accepted by {by}',
  'prop.from.n': '(statement {n})',
  'prop.from.none': 'What was proposed has been taken out by whoever wrote it.',
  'prop.from.wave':
    'What people wrote is not repeated here. It is kept in the wave in which they proposed it, unless they have taken it out.',
} as const satisfies Catalogue;
