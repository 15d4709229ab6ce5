/** What the console's pages say about people's rights: taking out, keeping, destroying, sheets. */
import type { Catalogue } from '../../../../core/message.ts';

export const RIGHTS_EN = {
  'part.rights': 'Rights and keeping',
  'rights.hint':
    'People are told these days before their yes. They are fixed for a session when its lobby opens.',
  'rights.withdrawDays': 'Days in which answers can be taken out afterwards',
  'rights.withdrawDays.hint':
    'With a code from the phone or on a card, which works only on the laptop that held the session. 0: only while it lasts.',
  'rights.withdrawUntil': 'Anything more about taking answers out',
  'rights.keepUntil': 'Keep the data until',
  'rights.keepUntil.hint':
    'On the next day sessions, answers, comments and report are destroyed on this laptop by themselves, and a record of it stays. Once people were told the day it can only be made earlier. Empty: no day is set.',
  'rights.told': {
    one: 'People in {n} session were told {date}.',
    other: 'People in {n} sessions were told {date}.',
  },
  'fault.day-told': '{field}: people were told {date}. Choose that day or an earlier one.',
  'fault.codes-later':
    '{field}: people were told that they can take their answers out until {date}. Choose that day or a later one.',
  'rights.keepNone': 'No day is set, and people are told to ask you how long answers are kept.',
  'rights.under18': 'People under 18 take part',
  'rights.under18.yes': 'Show a checklist before each lobby opens',
  'voice.legend': 'How children and young people are heard',
  'voice.hint':
    'Four questions (Lundy 2007). The report prints your answers, and “not recorded” where there is none.',
  'voice.space': 'Where could they speak safely, and who helped?',
  'voice.voice': 'In which ways could they give their views?',
  'voice.audience': 'Who with the power to act heard them?',
  'voice.influence': 'What happened because of what they said?',
  'sheets.title': 'Sheets to print',
  'sheets.hint': 'Filled in from what stands here. Read them before you hand them out.',
  'sheets.privacy': 'Privacy notice',
  'sheets.consent': 'Consent in plain words',
  'sheets.impact': 'Facts for a data protection impact assessment',

  'keep.warn': {
    one: 'Its data are kept until {date}, for {n} more day. Then they are destroyed on this laptop.',
    other: 'Its data are kept until {date}, for {n} more days. Then they are destroyed on this laptop.',
  },
  'keep.today':
    'Today is the last day on which its data are kept. Tomorrow they are destroyed on this laptop.',
  'keep.over': 'Its data are destroyed on this laptop as soon as its session is finished.',
  'keep.save': 'Save everything to a file',
  'keep.save.of': 'Save everything to a file: {title}',
  'keep.change': 'See the day',
  'keep.change.of': 'See the day: {title}',

  'doubt.words':
    'This laptop says that today is {today}. It was last used on {seen}. Is the date right? If it is, or tomorrow without an answer:',
  'doubt.titles': 'These are destroyed, since their day is over: {titles}.',
  'doubt.codes': {
    one: 'In {n} session answers can no longer be taken out.',
    other: 'In {n} sessions answers can no longer be taken out.',
  },
  'doubt.wrong': 'If it is wrong, set the laptop’s clock now, and nothing is lost.',
  'doubt.right': 'The date is right',

  'destroyed.title': 'Destroyed as promised',
  'destroyed.hint':
    'On this laptop and in its copies. Files that were saved, printed or sent are for you to see to.',
  'destroyed.on': 'Destroyed on {on}. Its data were to be kept until {until}.',
  'destroyed.sessions': {
    one: '{n} session, {first}',
    other: '{n} sessions, {first} to {last}',
  },
  'destroyed.none': 'No session was held.',
  'destroyed.change': 'On {on} the day was changed from {from} to {to}.',
  'destroyed.change.first': 'On {on} the day was set to {to}.',
  'destroyed.change.away': 'On {on} the day, {from}, was taken away.',
  'destroyed.waiting': {
    one: '{n} concern about somebody’s safety still waits, sealed, for its lead.',
    other: '{n} concerns about somebody’s safety still wait, sealed, for their lead.',
  },
  'destroyed.alone': {
    one: '{n} person who wanted to talk or be told alone had no answer; that was deleted too.',
    other: '{n} people who wanted to talk or be told alone had no answer; that was deleted too.',
  },
  'destroyed.waiting.go': 'Go to it',
  'destroyed.more': 'Reports and changes of the day',
  'destroyed.release': 'Report {number} of {date}:',

  'ses.out.until': 'Answers can be taken out with a code until {date}, on this laptop only.',
  'ses.out.over': 'Answers can no longer be taken out since {date}.',
  'ses.out.never': 'Answers could be taken out only while it lasted.',
  'out.open': 'Take someone’s answers out',
  'out.title': 'Take someone’s answers out',
  'out.words':
    'For someone who sent you their code. You are told that it was done, and not which session or answers it was.',
  'out.code': 'Their code',
  'out.code.hint': 'Twelve letters and numbers, such as BCDF 2345 GHJK.',
  'out.what': 'What they ask for',
  'out.all': 'All their answers and comments',
  'out.quote': 'Only that their words are not quoted',
  'out.do': 'Take out',
  'out.error': 'Type the twelve letters and numbers of the code.',
  'out.done': 'Done. The answers under this code are out of this laptop and its copies.',
  'out.done.quote': 'Done. Words under this code can no longer be chosen for a report.',
  'out.removed':
    'Done. Their session was removed from this laptop. Should it be opened here again, the answers under this code are left out.',
  'out.removed.quote':
    'Done. Their session was removed from this laptop. Should it be opened here again, words under this code cannot be chosen for a report.',
  'out.files':
    'Files, archives and reports that were saved or sent before still have them. Make those again. Figures that left the team are printed again with their date until the difference tells of nobody.',
} as const satisfies Catalogue;
