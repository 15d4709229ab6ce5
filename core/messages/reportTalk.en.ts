/** Words of the report on what people talked about. */
import type { Catalogue } from '../message.ts';

export const reportTalkEn = {
  'head.talk': 'What people talked about',
  'head.codebook': 'Appendix: themes and what they mean',
  'talk.intro': {
    one: 'In {n} session what people said was noted. A point is one thing that somebody said, or one comment on a post-it. Points are put under themes afterwards.',
    other:
      'In {n} sessions what people said was noted. A point is one thing that somebody said, or one comment on a post-it. Points are put under themes afterwards.',
  },
  // Of one only where nothing in it was.
  'talk.intro.coded': {
    one: 'Nothing in it was put under a theme. “Raised in” counts it all the same.',
    other: 'In {k} of these {n}, something was put under a theme. “Raised in” counts all {n}.',
  },
  'talk.intro.coded.both': 'In {k} of these {n}, something was put under a theme. “Raised in” counts both.',
  'talk.often':
    'Themes stand in the order of how many sessions they were raised in, then of how many voices: each point, each comment on a post-it and each hand that was raised is one, and so is each interview or document. Nobody knows which of them are one person’s, so voices are not people. Often is not the same as important: what one person said can matter most, and who was not asked is not in these numbers.',
  'talk.often.told':
    'Themes stand in the order of how many sessions they were raised in, then of how many points this table tells of them; one without a number stands after those that have one. Often is not the same as important: what one person said can matter most, and who was not asked is not in these numbers.',
  'talk.texts': {
    one: '{n} interview or document is counted, whether or not anything in it was put under a theme. It is one voice, however often it comes back to one.',
    other:
      '{n} interviews and documents are counted, whether or not anything in them was put under a theme. Each is one voice, however often it comes back to one.',
  },
  'talk.texts.coded': {
    one: 'Nothing in it was put under a theme.',
    other: 'Something in {k} of these {n} was put under a theme.',
  },
  'talk.texts.head': 'Interviews and documents',
  'talk.texts.left':
    'Interviews and documents are not counted here: each is one person’s, and two reports together could tell what that person said. A quote may come from one of them, with that person’s yes.',
  'talk.sessions.left': {
    one: '{n} session is not counted here yet: so few people took part, or it is not known how many, that a theme could tell what they said.',
    other:
      '{n} sessions are not counted here yet: so few people took part, or it is not known how many, that a theme could tell what they said.',
  },
  'talk.sessions.more': {
    one: '{n} session that this report is not about is still counted here, as in an earlier report: so few people took part in it that two reports together could tell what they said.',
    other:
      '{n} sessions that this report is not about are still counted here, as in an earlier report: so few people took part in them that two reports together could tell what they said.',
  },
  'talk.documents.left': 'Documents are not counted here: each is one person’s.',
  'talk.interviews':
    '{n} interviews are counted, whether or not anything in them was put under a theme. Each counts once; they are told beside the sessions and move no order. “Fewer than {floor}” may also be none. A quote may come from an interview or a document, with that person’s yes.',
  'talk.interviews.head': 'Interviews',
  'talk.of.again': '{k} of {of} (as on {date})',
  'talk.where.interviews': '{k} of {n} interviews',
  'talk.where.interviews.again': '{k} of {n} interviews (as on {date})',
  'talk.raised.one.interviews': 'Raised by one participant in the sessions, and in {read}.',
  'talk.table': 'Themes, by how often they were raised',
  'talk.theme': 'Theme',
  'talk.sessions': 'Raised in',
  'talk.points': 'Points',
  'talk.voices': 'Voices',
  'talk.sessions.of': '{k} of {of}',
  'talk.few': 'fewer than {floor}',
  'talk.one': 'one participant',
  'talk.again': '{n} (as on {date})',
  'talk.note.few': 'A number of points under {floor} is not told, so that nobody can be worked out.',
  'talk.note.not':
    'Where “–” stands in this table, a number is not told: beside others, here or in an earlier report, it could tell of fewer than {floor}.',
  'talk.note.again':
    'Where a date stands beside a number, it is printed as it was on that day, whichever themes were put together or apart since. It is counted anew when enough has changed.',
  'talk.groups': 'Themes by group',
  'talk.groups.note':
    'A group or statement has a number only where it is of {floor} points or more, and what is left without it is none or {floor} at least. Where “–” stands, it is not told, or there is no point.',
  'talk.groups.texts':
    'By group each point counts once, and each interview or document once, so that a group can have more than the points of a theme.',
  'talk.statements': 'Themes by statement',
  'talk.statement': 'Statement {number}',
  'talk.not': '–',
  'talk.where': { one: 'the one session', other: '{k} of {n} sessions' },
  'talk.where.again': {
    one: 'the one session that was counted then (as on {date})',
    other: '{k} of {n} sessions (as on {date})',
  },
  'talk.where.texts': { one: 'the one interview or document', other: '{k} of {n} interviews and documents' },
  'talk.where.both': '{held} and in {read}',
  'talk.raised.texts': 'Raised in {where}.',
  'talk.raised': { one: 'Raised in {where}, {n} point.', other: 'Raised in {where}, {n} points.' },
  'talk.raised.again': {
    one: 'Raised in {where}. On {date} there was {n} point.',
    other: 'Raised in {where}. On {date} there were {n} points.',
  },
  'talk.raised.then': {
    one: 'As on {date}: raised in {where}, {n} point.',
    other: 'As on {date}: raised in {where}, {n} points.',
  },
  'talk.raised.few': 'Raised in {where}, fewer than {floor} points.',
  'talk.raised.one': 'Raised by one participant.',
  'talk.dissent': 'Not everyone saw it this way:',
  'talk.dissent.none': 'Not everyone saw it this way. Nobody who disagreed is quoted here.',
  'talk.saturation': 'Saturation, in the researchers’ words',
  'talk.by': '{who}',
  'talk.together': 'Themes that were raised together',
  'talk.together.note':
    'On one point, on one post-it, or where passages of a text overlap. The most frequent are here; the researchers’ files have all. This table is the team’s: in print a pair could tell of a few people.',
  'talk.together.with': 'Together with',
  'talk.together.times': 'How often',
  'talk.together.origins': 'Sessions and texts',
  'coders.said': {
    one: 'A second person put {n} point under these themes, or under none of them, without seeing what the team had chosen.',
    other:
      'A second person put {n} points under these themes, or under none of them, without seeing what the team had chosen.',
  },
  'coders.said.again': {
    one: 'A second person had put {n} point under these themes on {date}, or under none of them, without seeing what the team had chosen.',
    other:
      'A second person had put {n} points under these themes on {date}, or under none of them, without seeing what the team had chosen.',
  },
  'coders.said.unplaced': 'What the team had under no theme is taken as its “none of them”.',
  'coders.said.unplaced.n': {
    one: '{n} of them the team has under no theme; that is taken as its “none of them”.',
    other: '{n} of them the team has under no theme; that is taken as its “none of them”.',
  },
  'coders.texts': {
    one: 'Of interviews and documents two people coded the same texts, {n} sentence of them.',
    other: 'Of interviews and documents two people coded the same texts, {n} sentences of them.',
  },
  'coders.alpha':
    'Over all themes Krippendorff’s alpha is {alpha}: 1 is full agreement, 0 as much as chance would give.',
  'coders.alpha.between':
    'Over all themes Krippendorff’s alpha is {alpha}, in 95 of 100 samples of this size between {low} and {high}: 1 is full agreement, 0 as much as chance would give.',
  'coders.good': 'Such codings are usually relied on.',
  'coders.fair': 'That is enough for tentative conclusions.',
  'coders.low': 'That is low: the two understood the themes differently.',
  'coders.few': 'These are too few to tell what it is worth.',
  'coders.none': 'Krippendorff’s alpha cannot be computed: nothing varies.',
  'codebook.table': 'Themes, what they mean, and an example',
  'codebook.description': 'What it means',
  'codebook.example': 'Example',
  'codebook.none': '–',
} as const satisfies Catalogue;
