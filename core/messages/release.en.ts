/** What the check of a release says that it did, found and wants to know. */
import type { Catalogue } from '../message.ts';

export const releaseEn = {
  'note.breakdowns-hidden': 'Only everyone together is shown, as this consultation asks.',
  'note.not-pooled': 'It was asked in different ways, so it has a figure for each.',
  'note.withheld.under-floor': 'Fewer than {floor} people answered. No figure is given.',
  'note.withheld.earlier':
    'No figure is given: beside an earlier release it would tell about fewer than {floor} people.',
  'note.held-back': 'Left out until more people have answered, since fewer than {floor} are new: {sessions}.',
  'note.held-back.hidden':
    'Some sessions are left out until more people have answered, since fewer than {floor} are new.',
  'note.moved-withheld':
    'Who moved between the rounds is not told: beside the two figures, or an earlier release, it could tell about fewer than {floor} people.',
  'note.merged.under-floor': 'Shown together because one of them is small: {names}.',
  'note.merged.earlier':
    'Shown together, since apart they could be subtracted from an earlier release: {names}.',
  'note.split-withheld.under-floor':
    'Shown as one figure only, since apart some would be too small: {names}.',
  'note.split-withheld.earlier':
    'Shown as one figure only, since apart they could be subtracted from an earlier release: {names}.',
  'note.reprinted':
    'Figures of release {release} ({date}) are printed again, since fewer than {floor} people have changed since.',
  'note.not-answered-withheld':
    'How many were there and did not answer is not told, since it would point at fewer than {floor} people.',
  'note.round': 'Round {n}: {words}',
  'note.pictures': {
    one: '{n} picture is left out: nobody has said that those in it agree.',
    other: '{n} pictures are left out: nobody has said that those in them agree.',
  },

  'part.others': 'everyone else',

  'refusal.differencing':
    'Subtracted from release {releases}, the figure would tell about fewer than {floor} people of {sessions}.',
  'refusal.add': '{words} Choose these sessions as well: {add}.',
  'refusal.remove': '{words} Leave these sessions out: {remove}.',
  'refusal.addRemove': '{words} Choose {add} as well, and leave out {remove}.',

  'refusal.withdrawn': {
    one: '{n} quote in it has been taken back or changed since, or its session was removed.',
    other: '{n} quotes in it have been taken back or changed since, or their sessions were removed.',
  },
  'refusal.withdrawn.pictures': {
    one: '{n} picture in it is in the report no more, or has no consent now.',
    other: '{n} pictures in it are in the report no more, or have no consent now.',
  },

  'flag.one-answer': 'Everyone in “{names}” gave the same answer, so it tells what each of them answered.',
  'flag.one-answer.all': 'Everyone gave the same answer, so it tells what each of them answered.',
  'flag.none-agree': 'Nobody in “{names}” agreed, so it tells that about each of them.',
  'flag.none-agree.all': 'Nobody agreed, so it tells that about each person.',
  'flag.none-disagree': 'Nobody in “{names}” disagreed, so it tells that about each of them.',
  'flag.none-disagree.all': 'Nobody disagreed, so it tells that about each person.',
  'flag.one-answer.rest':
    '{who} all gave the same answer. Subtracting figures tells what each of them answered.',
  'flag.none-agree.rest': '{who} did not agree, none of them. Subtracting figures tells that about each.',
  'flag.none-disagree.rest':
    '{who} did not disagree, none of them. Subtracting figures tells that about each.',
  'rest.release': 'release {number}',
  'rest.part': '“{name}”',
  'rest.whole': 'the figure of everyone',
  'rest.in': 'Those who are in {in}',
  'rest.between': 'Those who are in {in} and not in {not}',
  'rest.left-out': 'Those who are in {releases} and not in this one',
  'rest.came': 'Those whose answers came to {in} after {release}',
  'rest.went': 'Those whose answers went from {in} after {release}',
  'refusal.sessions-hidden':
    'This consultation shows everyone together, so a release is about all its sessions. Choose all; left out now: {sessions}.',
  'release.dated': '{number} ({date})',
  'flag.lost': {
    one: 'Release {releases} went out before this consultation was removed here, and is not in the archive that brought it back. Its figures are not known any more. Lay its printed file beside this report: no figure of one may be subtracted from the other.',
    other:
      'Releases {releases} went out before this consultation was removed here, and are not in the archive that brought it back. Their figures are not known any more. Lay their printed files beside this report: no figure of one may be subtracted from another.',
  },
  'flag.rounds': {
    one: 'In “{names}” the rounds differ by {n} person alone. Whoever saw who left or came between them can tell that answer.',
    other:
      'In “{names}” the rounds differ by {n} people alone. Whoever saw who left or came between them can tell those answers.',
  },
  'flag.rounds.all': {
    one: 'The rounds differ by {n} person alone. Whoever saw who left or came between them can tell that answer.',
    other:
      'The rounds differ by {n} people alone. Whoever saw who left or came between them can tell those answers.',
  },
  'flag.twin':
    'Release {releases} of another consultation here called “{title}” is about the same statements. If any of its people are in this one too, lay its printed file beside this report: no figure of one may be subtracted from the other.',
  'flag.looser.floor':
    'Release {release} showed nothing about fewer than {before} people. Now the least number is {now}.',
  'flag.looser.breakdowns':
    'Release {release} told nobody apart. Since then this consultation was changed to show groups and sessions.',
  'flag.looser.approvals':
    'Release {release} was approved by {who}. Since then this consultation was changed not to ask for that.',
  'approval.lead': 'the lead',
  'approval.panel': 'the panel',
  'flag.unchecked': {
    one: '{n} quote was chosen and not read for names yet. It is left out.',
    other: '{n} quotes were chosen and not read for names yet. They are left out.',
  },
  'flag.signs': {
    one: '{n} quote still has something that looks like a name, a place or a number of a person.',
    other: '{n} quotes still have something that looks like a name, a place or a number of a person.',
  },
  'flag.points-unchecked': {
    one: '{n} quote out of what was said was chosen and not read for names yet. It is left out.',
    other: '{n} quotes out of what was said were chosen and not read for names yet. They are left out.',
  },
  'flag.points-signs': {
    one: '{n} quote out of what was said still has something that looks like a name, a place or a number of a person.',
    other:
      '{n} quotes out of what was said still have something that looks like a name, a place or a number of a person.',
  },
  'flag.theme-twins': {
    one: '{n} name is that of more than one theme: {names}. What is under each of them is counted apart. Merge them on the page Themes, or rename one.',
    other:
      '{n} names are each that of more than one theme: {names}. What is under each of them is counted apart. Merge them on the page Themes, or rename some.',
  },
  'note.points-not': {
    one: '{n} chosen quote out of what was said is left out: whoever said it did not say yes to that, or it is under no theme any more.',
    other:
      '{n} chosen quotes out of what was said are left out: whoever said them did not say yes to that, or they are under no theme any more.',
  },
  'note.passages-not': {
    one: '{n} chosen quote out of an interview or document is left out: its theme was raised in no session, and the name of the theme would tell what was said in an interview.',
    other:
      '{n} chosen quotes out of interviews or documents are left out: their themes were raised in no session, and the name of a theme would tell what was said in an interview.',
  },
  'flag.interviews-all':
    'Every interview that is counted is under the theme “{theme}”. Whoever knows who was interviewed knows that each of them raised it.',
  'flag.interviews-since':
    'Every interview that came or went since an earlier release raised the theme “{theme}”: whoever has both releases can work that out.',
  'note.points-dissent':
    'Under the theme “{theme}” somebody disagreed and may be quoted, and only others are quoted.',
  'flag.heard':
    'Everyone, or everyone who came or went since an earlier release, said the same to {question}. Whoever knows who was asked knows what each of them said.',
  'flag.text-signs': 'Something in {text} looks like a sign of a person: {signs}.',
  'sign.name': 'a name',
  'sign.staff': 'a member of staff',
  'sign.place': 'a place',
  'sign.email': 'an email address',
  'sign.phone': 'a phone number',
  'sign.postcode': 'a postcode',
  'sign.ni': 'a National Insurance number',
  'sign.nhs': 'an NHS number',
  'sign.date': 'a date',
  'sign.handle': 'a username',
  'sign.link': 'a link',
  'flag.outdated': {
    one: 'The figures have changed since {n} text was edited. Read it again: {texts}.',
    other: 'The figures have changed since {n} texts were edited. Read them again: {texts}.',
  },
  'quote.takenOut': '[Taken out by whoever wrote it]',
  // One of several, and it is not known any more which of them was taken back.
  'quote.unknown': '[Taken out afterwards]',
  'study.takenOut': '[This case study was taken out]',
  'note.studies-not': {
    one: '{n} chosen case study is left out: something that it needs before it may be printed is missing.',
    other:
      '{n} chosen case studies are left out: something that they need before they may be printed is missing.',
  },
  'note.quotes-held': {
    one: '{n} chosen quote is left out: it is in an earlier release, and that both reports have it would tell in which sessions it was said, and so too much of who said it.',
    other:
      '{n} chosen quotes are left out: they are in an earlier release, and that both reports have them would tell in which sessions they were said, and so too much of who said them.',
  },
  'note.studies-held': {
    one: '{n} chosen case study is left out: it is in an earlier release on other sessions, and what was said there of the person would tell too much beside this report.',
    other:
      '{n} chosen case studies are left out: they are in an earlier release on other sessions, and what was said there of the persons would tell too much beside this report.',
  },
  'note.unheard.agree': 'Some who agreed wrote comments that may be printed, and none of them is quoted.',
  'note.unheard.disagree':
    'Some who disagreed wrote comments that may be printed, and none of them is quoted.',
  'note.team-only': {
    one: '{n} chosen quote is left out, since it was written for the team only.',
    other: '{n} chosen quotes are left out, since they were written for the team only.',
  },
  'note.unplaced': {
    one: '{n} chosen quote is left out, since its session is not in the printed figure.',
    other: '{n} chosen quotes are left out, since their sessions are not in the printed figures.',
  },
  'text.summary': 'the summary',
  'text.changeable': 'what could be changed',
  'text.methods': 'how it was done',
  'text.shared': 'what groups share',
  'text.differ': 'where groups differ',
  'text.limits': 'limits',
  'text.reading': 'how to read a figure',
  'text.statement': 'statement {number}',
  'text.under': 'the text under statement {number}',
  'text.title': 'the title',
  'text.subtitle': 'the subtitle',
  'text.notHeard': 'who was not heard',
  'text.saturation': 'the words on saturation',
  'text.checklist': 'an answer to a checklist',
  'text.voice': 'the words on how children and young people were heard',
  'text.recommendation': 'a recommendation, or what was answered and done',
  'text.recommendation.n': 'recommendation {number}, or what was answered and done,',
  'text.recommendation.before': 'a recommendation of the wave before, or what became of it,',
  'text.theme': 'a theme’s name or description',
  'text.question': 'a question of the interviews',
  'text.question.n': 'question {number} of the interviews, or who agreed to it,',
  'text.chapter': 'chapter {number} of your own',
  'text.picture': 'the description or the credit of a picture in chapter {number} of your own',
  'text.group': 'the name of a group',
  'text.scale': 'the name of an answer',
  'text.attendance': 'a gender or an age of those who took part',
  'text.others': 'who else was in the room',
  'text.unit': 'the name of a part',
  'text.session': 'the name of a session',
  'text.place': 'the place of a session',

  'letters.cover': 'the cover',
  'letters.part': 'part {number}',
  'letters.pdf':
    'There is no font here for these letters: {letters}. No PDF can be made. The Word file and the web page can, and are read with the fonts of the reader. The letters stand in: {where}.',
  'letters.charts':
    'There is no font here for these letters: {letters}. No PDF can be made. The Word file and the web page can, but in the pictures of charts these letters are boxes; the tables beside them have the words. The letters stand in: {where}.',

  'preview.mark': 'DRAFT: NOT SENT OUT YET',
  'step.begin': 'Getting ready',
  'step.charts': 'Charts: {done} of {of}',
  'step.docx': 'Writing the Word file',
  'step.pdf': 'Writing the PDF',
  'step.html': 'Writing the web page',
  'step.json': 'Writing the data of the report',
} as const satisfies Catalogue;
