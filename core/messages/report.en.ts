/** Words of the report but for its figures: headings, methods, limits and what the program writes itself. */
import type { Catalogue } from '../message.ts';

export const reportEn = {
  'mark.team': 'CONFIDENTIAL: TEAM ONLY',
  'mark.sample': 'SAMPLE: nobody said this',
  'mark.both': '{a} · {b}',
  'word.foot': '{title}',
  'word.page': 'Page',
  'word.contents': 'Contents',
  'word.figure': 'Figure',
  'word.table': 'Table',
  'word.release': 'Release',
  'word.unprintable':
    'Some letters could not be printed here, because no font at hand has them. The web page and the Word file have them all.',

  notRecorded: 'not recorded',
  'cover.askedBy': 'Asked by',
  'cover.ledBy': 'Led by',
  'cover.answeredBy': 'Will be answered by',
  'cover.answerDue': 'Answer promised',
  'cover.approved.lead': 'Approved by the lead',
  'cover.approved.panel': 'Approved by the participants’ panel',

  'head.summary': 'Summary',
  'head.changeable': 'What could change, and what could not',
  'head.methods': 'How it was done',
  'head.statements': 'What people said',
  'head.statement': 'Statement {number}',
  'head.shared': 'What groups share',
  'head.differ': 'Where groups differ',
  'head.sharedAndDiffer': 'What groups share, and where they differ',
  'head.appendix': 'Appendix: all figures',
  'head.reading': 'How to read a figure',
  'head.limits': 'What this report cannot say',

  'summary.people': {
    one: '{n} person took part in {sessions}. They were asked about {statements}.',
    other: '{n} people took part in {sessions}. They were asked about {statements}.',
  },
  'summary.people.part':
    'This report is about {sessions} and {statements}. People who were counted: {n}, in {counted} of the sessions; in the others nobody was.',
  'summary.noPeople':
    'This report is about {sessions} and {statements}. How many people took part is not recorded.',
  'summary.people.again': {
    one: 'This report is about {sessions} and {statements}. On {date}, {n} person had taken part in {counted}.',
    other:
      'This report is about {sessions} and {statements}. On {date}, {n} people had taken part in {counted}.',
  },
  'summary.peopleWithheld':
    'This report is about {sessions} and {statements}. How many people took part is not told.',
  'summary.answered': {
    one: '{n} person at most answered a statement.',
    other: 'Up to {n} people answered a statement.',
  },
  'summary.fewPeople':
    'Fewer than {floor} people took part in {sessions}. They were asked about {statements}.',
  'summary.fewPeople.part':
    'This report is about {sessions} and {statements}. Fewer than {floor} people were counted, in {counted} of the sessions; in the others nobody was.',
  'summary.sessions': { one: '{n} session', other: '{n} sessions' },
  'summary.statements': { one: '{n} statement', other: '{n} statements' },
  'summary.found': 'This is how people answered:',
  'summary.top': 'On these statements more than half of those who answered were on one side:',
  'summary.top.most':
    'On {of} statements more than half of those who answered were on one side. These are the ones with the widest gap between the two sides:',
  'summary.top.none': 'On no statement were more than half of those who answered on one side.',
  'summary.nothing': 'No figure is given in this report.',
  'summary.compared': {
    one: 'Groups with {least} answers or more can be compared on {n} statement.',
    other: 'Groups with {least} answers or more can be compared on {n} statements.',
  },
  'summary.shared': {
    one: 'There is common ground on {n} of {of}: more than half of everyone, and of every such group, were on the same side, and people did not stand in two camps.',
    other:
      'There is common ground on {n} of {of}: more than half of everyone, and of every such group, were on the same side, and people did not stand in two camps.',
  },
  'summary.shared.none':
    'There is no common ground: nowhere were more than half of everyone, and of every such group, on the same side without people standing in two camps.',
  'summary.differ': {
    one: 'On {n} of {of} groups stood on different sides: more than half of one such group on one, more than half of another on the other.',
    other:
      'On {n} of {of} groups stood on different sides: more than half of one such group on one, more than half of another on the other.',
  },
  'summary.differ.none':
    'Nowhere were more than half of one such group on one side and more than half of another on the other.',

  'changeable.decided': 'Decided before anybody was asked: {text}',
  'changeable.open': 'Still open: {text}',
  'changeable.answer': 'Who will answer: {who}. By when: {due}.',

  'methods.statements':
    'People read statements and chose an answer for each. Beside an answer they could write why.',
  'methods.guided': 'The statements were read one at a time, by everyone together.',
  'methods.walk': 'All statements were open, and people went through them at their own pace.',
  'methods.mixedStyles':
    'In some sessions the statements were read one at a time, in others people went through them at their own pace.',
  'methods.rounds': 'There were two rounds: people placed their answers, and later placed them again.',
  'methods.unlinked':
    'Answers are unlinked: nothing that is kept shows that two answers came from one person. So nobody can be followed from one statement to the next.',
  'methods.linked':
    'Answers are linked: a random number shows which answers came from one person. They are confidential, not anonymous.',
  'methods.mixedModes': {
    one: 'In {n} of {of} sessions answers are linked by a random number for each person; there they are confidential, not anonymous. In the others nothing that is kept shows that two answers came from one person.',
    other:
      'In {n} of {of} sessions answers are linked by a random number for each person; there they are confidential, not anonymous. In the others nothing that is kept shows that two answers came from one person.',
  },
  'methods.polis':
    'People answered on the web, in Polis, at a time of their own, with agree, disagree or pass. Nobody had to answer every statement. A pass stands here as the middle answer.',
  'methods.polis.some': {
    one: 'In {n} of {of} sessions people answered on the web, in Polis, at a time of their own, with agree, disagree or pass. Nobody had to answer every statement there. A pass stands here as the middle answer.',
    other:
      'In {n} of {of} sessions people answered on the web, in Polis, at a time of their own, with agree, disagree or pass. Nobody had to answer every statement there. A pass stands here as the middle answer.',
  },
  'methods.comments': 'Comments are printed only from people who agreed to be quoted.',

  'facts.sessions': 'Sessions',
  'facts.dates': 'Dates',
  'facts.dates.span': '{first} to {last}',
  'facts.dates.hidden': 'not given in this report',
  'facts.people': 'People who took part',
  'facts.people.few': 'fewer than {floor}',
  'facts.people.part': { one: '{people}', other: '{people}, counted in {counted} of {n} sessions' },
  'facts.people.answered': {
    one: '{none}; {n} person at most answered a statement',
    other: '{none}; up to {n} people answered a statement',
  },
  'facts.withheld': 'not told',
  'heads.again': '{words} (counted on {date})',
  'heads.between': '{words} (counted between {first} and {last})',
  'facts.others': 'Who else was in the room',
  'facts.others.role': {
    one: '{role} (in {n} of {of} sessions)',
    other: '{role} (in {n} of {of} sessions)',
  },
  'facts.others.people': {
    one: '{role}: {people} (in {n} of {of} sessions)',
    other: '{role}: {people} (in {n} of {of} sessions)',
  },
  'facts.notHeard': 'Who we did not hear',
  'facts.channels': 'How answers were collected',
  'facts.channels.few': 'in several ways, each used by fewer than {floor} people',
  'facts.languages': 'Languages',
  'facts.floor': 'Smallest group shown',
  'facts.floor.value': '{floor} people; smaller groups are put together, never blanked',
  'facts.floor.team': 'any, in this report for the team; {floor} people in releases',
  'facts.quoteFloor': 'Quotes',
  'facts.quoteFloor.value': 'what is said of a writer is true of at least {floor} people',

  'channel.phone': 'own phone',
  'channel.tablet': 'shared tablet',
  'channel.paper': 'paper or the wall, entered by the facilitator',
  'channel.mixed': 'mixed ways, too few of one to tell them apart',
  'channel.polis': 'online, imported from Polis',
  'channel.count': { one: '{channel}: {n} person', other: '{channel}: {n} people' },

  'sessions.caption': 'Sessions',
  'sessions.name': 'Session',
  'sessions.date': 'Date',
  'sessions.place': 'Place',
  'sessions.people': 'People',
  'sessions.hidden': 'Sessions are not told apart in this report.',
  'took.caption': 'Who took part',
  'took.what': 'By',
  'took.who': 'Who',
  'took.people': 'People',
  'took.group': 'Group',
  'took.gender': 'Gender',
  'took.ageBand': 'Age',
  'took.part': {
    one: 'Heads were counted in {counted} of {n} session.',
    other: 'Heads were counted in {counted} of {n} sessions. Of the others it is not recorded who took part.',
  },
  'took.merged': 'Where fewer than {floor} people stood in a row, rows were put together.',
  'took.withheld': '{what}: not given, since a count would be of fewer than {floor} people.',
  'took.again':
    'Counts with a date are printed as they were on it, since fewer than {floor} people have come or gone since.',
  'took.withheld.earlier':
    'Some counts are not given: beside an earlier release they would show fewer than {floor} people.',
  'took.withheld.there':
    'How many took part is not given: beside the figures it would show how many of fewer than {floor} people did not answer.',
  'took.withheld.figures':
    'Who took part is not told, since these sessions stand in no figure of this report.',
  'took.none': 'Who took part is not recorded.',

  'versions.heading': 'The wording of some statements was corrected on the way:',
  'versions.rival': 'Statement {number} was also read as: “{text}”',
  'versions.rivals': 'Some statements were read in different words in different sessions:',
  'versions.item': 'Statement {number}, version {version}: “{text}”',
  'withheld.heading': 'What was put together or withheld in this report:',
  'withheld.statement': {
    one: 'Statement {numbers}: {note}',
    other: 'Statements {numbers}: {note}',
  },

  'wording.everyone': 'Everyone',
  'wording.lang': '{who}, {language}',
  'questions.heading': 'The questions of the interviews, who proposed them and who agreed to them:',
  'questions.item': '{text} ({who})',
  'questions.agreed': '{text} ({who}; agreed to by: {by})',
  'questions.by.team': 'proposed by the team',
  'questions.by.participants': 'proposed by participants',
  'questions.by.both': 'proposed by the team and participants together',
  'proposed.statement': 'This statement came from participants.',
  'proposed.accepted': 'This statement came from participants. {by} accepted it.',
  'proposed.wordings': 'As it was proposed:',
  'facts.proposed': 'Statements from participants',
  'facts.proposed.value': {
    one: 'Statement {list} came from participants. The others were written by the team.',
    other: 'Statements {list} came from participants. The others were written by the team.',
  },
  'facts.proposed.all': 'All statements came from participants.',
  'statements.intro.long':
    'There are {of} statements. Each has its sentence and its numbers here. Of the {n} with quotes or with a text of the team there is a chart as well.',
  'statements.intro.noneLong':
    'There are {of} statements. Each has its sentence and its numbers here; for charts there are too many.',
  'part.everyone': 'Everyone',

  'quotes.agree': 'From people who agreed:',
  'quotes.disagree': 'From people who disagreed:',
  'quotes.middle': 'From people who neither agreed nor disagreed:',
  'quotes.own': 'From people who answered {answers}:',
  'quotes.declined': 'From people who chose not to answer:',
  'quotes.any': 'People wrote:',
  'quotes.missing.agree': 'No comment from people who agreed is printed here.',
  'quotes.missing.disagree': 'No comment from people who disagreed is printed here.',
  'quotes.missing.own': 'No comment from people who answered {answers} is printed here.',

  'by.none': 'Participant',
  'by.group': '{group}',
  'by.session': 'Participant, {session}',
  'by.both': '{group}, {session}',

  'image.credit': 'Picture: {credit}',
  'image.untold': 'A picture is left out here: nobody has described it for those who cannot see it.',

  'appendix.caption': '{part}: all statements',
  'appendix.caption.some': '{part}: statements {first} to {last}',
  'appendix.caption.people': '{caption}. {people}',
  'appendix.agreed': {
    one: '{part}: more people agreed than disagreed with {n} of {of} statements.',
    other: '{part}: more people agreed than disagreed with {n} of {of} statements.',
  },
  'appendix.agreed.none': '{part}: with none of {of} statements did more people agree than disagree.',
  'appendix.disagreed': 'More people disagreed than agreed with {n} of them.',
  'appendix.even': 'As many people agreed as disagreed with {n} of them.',
  'appendix.own.agreed': {
    one: '{part}: more people answered {high} than {low} to {n} of {of} statements.',
    other: '{part}: more people answered {high} than {low} to {n} of {of} statements.',
  },
  'appendix.own.agreed.none': '{part}: to none of {of} statements did more people answer {high} than {low}.',
  'appendix.own.disagreed': 'More people answered {low} than {high} to {n} of them.',
  'appendix.own.even': 'As many people answered {low} as {high} to {n} of them.',
  'appendix.lastRound': 'Where there were two rounds, the last with an answer is counted.',
  'appendix.none': '{part}: nobody gave an answer.',
  'appendix.people': {
    one: '{most} person answered each statement.',
    other: 'Between {least} and {most} people answered each statement.',
  },
  'appendix.people.same': {
    one: '{n} person answered each statement.',
    other: '{n} people answered each statement.',
  },
  'appendix.withheld': 'No figures are given for: {numbers}.',
  'appendix.withheld.one': 'statement {number}',
  'appendix.withheld.round': 'statement {number}, round {round}',

  'reading.chart':
    'Each bar is the people who answered. The number in a piece of a bar is how many people gave that answer.',
  'reading.sides': 'Those who disagree are on the left, those who agree are on the right.',
  'reading.own': 'Of a scale with words of its own the first answers are on the left, the last on the right.',
  'reading.split': 'The middle answer lies half on each side of the line at nought.',
  'reading.apart': 'The middle answer stands in a block of its own, to the right.',
  'reading.plain': 'All answers stand in one bar, in the order of the scale from left to right.',
  'reading.axis': 'All figures in this report have the same axis, so any two can be compared by eye.',
  'reading.base':
    'Only people who gave an answer are in a bar. People who would rather not say, to whom it does not apply, or who placed nothing are counted apart and never as the middle answer.',
  'reading.numbers':
    'Below {from} people there are counts only, such as “7 of 11 people”. From {from} people on a share in words stands beside the count, by this rule:',
  'reading.share.between': '“{words}”: more than {from}\u00a0% and less than {to}\u00a0%',
  'reading.share.from': '“{words}”: from {from}\u00a0% and less than {to}\u00a0%',
  'reading.share.to': '“{words}”: more than {from}\u00a0% and up to {to}\u00a0%',
  'reading.share.is': '“{words}”: exactly {from}\u00a0%',
  'reading.meaning':
    'A figure says how many people in these sessions gave which answer to a sentence. It does not say that the sentence is true.',
  'limits.sample':
    'The people in this report were not drawn at random. Nothing here says how many other people think the same.',
  'limits.heard':
    'People in a session hear one another. What one person said may have changed what others answered.',
  'limits.polis':
    'People who answered on the web came to it by themselves. Nothing here shows whether somebody answered twice.',
  'limits.floor':
    'A group of fewer than {floor} participants has no figure of its own in this report: it is put together with others, or left out. This lowers the risk that somebody is recognised. It does not abolish it.',
  'limits.floor.team': 'This report for the team tells small groups apart. It must not leave the team.',
  'limits.present': 'People who were there know who said what.',
  'limits.quotes.team': 'Quotes were chosen by the team.',
  'limits.quotes':
    'Quotes were chosen by the team. What is said of whoever is quoted is left out where too few people share it, so quotes have no numbers for single people.',
  'limits.unlinked':
    'Answers are not linked. So nothing here says how the people who gave one answer to a statement answered another.',
} as const satisfies Catalogue;
