/** Words of the checklists and of how people were involved; each item in our own words. */
import type { Catalogue } from '../message.ts';

export const reportChecksEn = {
  'head.checklists': 'Appendix: checklists for researchers',
  'check.intro':
    'For each item these lists say whether the report has it, and where. They are no score: a consultation can leave an item out for a good reason.',
  'check.coreq': 'Interviews and focus groups (after COREQ)',
  'check.coreq.intro':
    'A short list of what is asked of reports on interviews and focus groups. Quotes carry no number of a participant: that nobody can be worked out comes first.',
  'check.gripp2': 'Involving people in research (after GRIPP2, short form)',
  'check.gripp2.intro':
    'This list is for involving people in research. Where the consultation was no research, it tells how people had a part in it.',
  'check.item': 'Item',
  'check.state': 'In this report',
  'check.where': 'Where, or what',
  'check.numbered': '{number}. {item}',
  'check.chapter': '“{chapter}”',
  'check.cover': 'Cover',
  'check.is.reported': 'reported',
  'check.is.not-reported': 'not reported',
  'check.is.not-applicable': 'not applicable',

  'check.know.held.peer': 'Interviews were held by peers.',
  'check.know.held.staff': 'Interviews were held by staff.',
  'check.know.held.both': 'Interviews were held by peers and by staff.',
  'check.know.held.unknown': 'Of some interviews it is not recorded who held them.',
  'check.know.on': '{words} Interviews and documents are counted as on {date}.',
  'check.know.between': '{words} Interviews and documents are counted as between {first} and {last}.',
  'check.know.unprinted': 'It is recorded, and not printed in this report.',
  'check.know.answeredOnly': 'Not recorded; how many answered is.',
  'check.know.checked':
    'Recommendations were put to people in a session, who said of each whether it is what they said. What they said of it stays with the team.',
  'check.know.recording':
    'This program keeps no sound and no film, only what was written down. Whether any was recorded by other means is not known to it.',
  'check.know.notes':
    'What was said or written was put under themes; whether somebody took notes, and who, is not recorded.',
  'check.know.coders.one': 'One person put passages of interviews and documents under themes.',
  'check.know.coders.two': 'Two people put passages of interviews and documents under themes.',
  'check.know.coders.both':
    'A second person put points of discussions or comments on post-its under themes again, without seeing the first; how far they agree stands with the codebook.',
  'check.know.coders.few':
    'Two people put points of discussions or comments on post-its under themes, the second without seeing the first. How far they agree was not computed: too few were coded by both.',
  'check.know.coders.held':
    'Two people put points of discussions or comments on post-its under themes, the second without seeing the first. How far they agree is not told here.',
  // As releases have them that did not note it: by these words they are known, so they are never changed.
  'check.know.coders.few.before':
    'Two people put points and post-its of discussions under themes, the second without seeing the first. How far they agree was not computed: too few were coded by both.',
  'check.know.coders.held.before':
    'Two people put points and post-its of discussions under themes, the second without seeing the first. How far they agree is not told here.',
  'check.know.coders.points': 'Of points and comments on post-its it is not recorded.',
  'check.know.asked': {
    one: '{n} recommendation came of it.',
    other: '{n} recommendations came of it.',
  },
  'check.know.put': {
    one: '{n} recommendation was put to somebody for an answer.',
    other: '{n} recommendations were put to somebody for an answer.',
  },
  'check.know.answered': { one: '{n} is answered.', other: '{n} are answered.' },
  'check.know.answered.none': 'None is answered yet.',
  'check.know.done.none': 'None is done yet.',
  'check.know.donePart': { one: '{n} is done in part.', other: '{n} are done in part.' },
  'check.know.done': { one: '{n} is done.', other: '{n} are done.' },
  'check.know.statements': 'Participants proposed statements.',
  'check.know.questions': 'Participants proposed questions of the interviews.',
  'check.know.corrected': 'What was read back was changed where people corrected it.',

  'check.facilitator': 'Who led the sessions',
  'check.training': 'What they had learnt or done before that fitted them for it',
  'check.relationship': 'Whether they knew those who came beforehand',
  'check.sampling': 'How people were chosen',
  'check.approach': 'How people were asked to come',
  'check.size': 'How many took part',
  'check.refused': 'Who was asked and did not come, or left, and why',
  'check.place': 'Where it was held',
  'check.others': 'Who else was in the room',
  'check.sample': 'Who took part: groups, ages and the like',
  'check.guide': 'What people were asked, word for word',
  'check.recording': 'Whether sound or film was recorded',
  'check.notes': 'Whether notes were taken, and by whom',
  'check.duration': 'How long sessions lasted',
  'check.saturation': 'Whether the last sessions still brought something new',
  'check.returned': 'Whether people were shown what was noted or found, and could mend it',
  'check.coders': 'How many people put points under themes',
  'check.tree': 'The themes and how they are nested',
  'check.derivation': 'Whether themes were there before, or came from what was said',
  'check.software': 'Which software was used',
  'check.quotes': 'Quotes that show what is found, with who said them as far as may be told',
  'check.consistency': 'What was found follows from what is shown',
  'check.major': 'The main themes',
  'check.minor': 'Smaller themes and views that differ',

  'check.involveAim': 'Why people were involved',
  'check.involveMethods': 'How they were involved',
  'check.involveResults': 'What came of it, good and bad',
  'check.involveInfluence': 'How far it changed the work, and what else it did',
  'check.involveReflection': 'What went well, what did not, and what others can learn',

  'involve.level': 'Level of involvement, as declared by the team',
  'involve.inform': 'Inform: people are told what is happening and why.',
  'involve.consult': 'Consult: people are asked, and told how what they said was used.',
  'involve.involve': 'Involve: people work along, and what worries them shows in what is decided.',
  'involve.collaborate': 'Collaborate: people work out the answers together with those who decide.',
  'involve.empower': 'Empower: people decide themselves.',
  'involve.space': 'A safe place to speak, and help',
  'involve.voice': 'How views could be given',
  'involve.audience': 'Who with the power to act heard them',
  'involve.influence': 'What happened because of it',
} as const satisfies Catalogue;
