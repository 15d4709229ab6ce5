/** What opening or merging an archive says about what differed. */
import type { Catalogue } from '../message.ts';

export const archiveEn = {
  'archive.field': 'The two differ in “{field}”. What was here stays.',
  'archive.stricter': 'The two differ in “{field}”. The stricter one counts.',
  'archive.group': 'A group is called “{here}” here and “{there}” there. The name that was here stays.',
  'archive.roomLabel':
    'In the room a group is called “{here}” here and “{there}” there. The name that was here stays.',
  'archive.languages': 'It has these languages besides: {list}.',
  'archive.corrected': 'Statement {number} was corrected there. Its newer words are taken over.',
  'archive.wording':
    'Statement {number} reads differently here and there under one number. Both texts are kept, each with the answers that were given on it.',
  'archive.statement': 'Notes or picture of statement {number} differ. Those that were here stay.',
  'archive.scale':
    'Statement {number} was answered on another scale there. Its figures are not put together with those from here.',
  'archive.session': 'Facts of the session “{name}” were changed here and there. What was here stays.',
  'archive.facts': 'Date, place or attendance of “{name}” were changed later there, and are taken over.',
  'archive.answers':
    'The session “{name}” has other answers there than here, though it is the same one. What was here stays.',
  'archive.takenOut':
    'Somebody took their answers out of “{name}” on the other laptop, or their yes to being quoted. The same is done here.',
  'archive.leftOut':
    'After “{name}” was removed from this laptop somebody took their answers out of it, or their yes to being quoted. They are left out.',
  'archive.drafts': 'The session “{name}” is planned differently there. The plan that was here stays.',
  'archive.released':
    'Release {there} of the other laptop is number {here} in the register here. What was printed keeps its own number.',
  'archive.lost': {
    one: 'Release {releases} went out here before this consultation was removed, and is not in this archive. New releases cannot be held against it. Open a newer archive if there is one.',
    other:
      'Releases {releases} went out here before this consultation was removed, and are not in this archive. New releases cannot be held against them. Open a newer archive if there is one.',
  },
  'archive.twice':
    'The session “{name}” was held here and there, with different answers. Both are kept; the other one is called “{as}”.',
  'archive.unfinished':
    'The session “{name}” is not finished on this laptop, so what came for it was left out. Where it went on at another laptop, remove it here; else finish it here. Then open the archive again.',
  'archive.reviews': {
    one: 'The decision about {n} comment differs. The one that was here stays.',
    other: 'Decisions about {n} comments differ. Those that were here stay.',
  },
  'archive.photos': {
    one: '{n} photograph of a wall was left out: there is no room for more in one consultation.',
    other: '{n} photographs of walls were left out: there is no room for more in one consultation.',
  },
  'archive.themes': {
    one: '{n} theme has another name, description or place there. Those that were here stay.',
    other: '{n} themes have other names, descriptions or places there. Those that were here stay.',
  },
  'archive.points': {
    one: '{n} point of a discussion was changed there. What was here stays; themes of both are kept, and a yes to being quoted counts only where both have it.',
    other:
      '{n} points of discussions were changed there. What was here stays; themes of both are kept, and a yes to being quoted counts only where both have it.',
  },
  'archive.seconds': {
    one: '{n} point or post-it was put under other themes by the second coder there. The second coding that was here stays.',
    other:
      '{n} points and post-its were put under other themes by the second coder there. The second codings that were here stay.',
  },
  'archive.sources': {
    one: '{n} interview or document was changed there. What was here stays; a yes to using or quoting it counts only where both have it.',
    other:
      '{n} interviews and documents were changed there. What was here stays; a yes to using or quoting them counts only where both have it.',
  },
  'archive.passages': {
    one: '{n} passage was changed there, or its words are not in the text that is here. What was here stays; themes of both are kept.',
    other:
      '{n} passages were changed there, or their words are not in the texts that are here. What was here stays; themes of both are kept.',
  },
  'archive.questions': {
    one: '{n} interview question was changed there. The one that was here stays.',
    other: '{n} interview questions were changed there. Those that were here stay.',
  },
  'archive.talkFull': {
    one: '{n} point, theme, interview or passage was left out: there is no room for more.',
    other: '{n} points, themes, interviews and passages were left out: there is no room for more.',
  },
  'archive.talkGone': {
    one: '{n} point, theme, interview or passage was removed there, and so it is removed here too.',
    other:
      '{n} points, themes, interviews and passages were removed there, and so they are removed here too.',
  },
  'archive.talkBack': {
    one: '{n} point, theme, interview or passage is removed there and was brought back here. It stays: remove it here if it is to go.',
    other:
      '{n} points, themes, interviews and passages are removed there and were brought back here. They stay: remove them here if they are to go.',
  },
  'archive.missing': {
    one: '{n} thought from a phone is not in its session here, which was finished already: it was taken back or left out, or it never reached this laptop. It is not taken in.',
    other:
      '{n} thoughts from phones are not in their sessions here, which were finished already: they were taken back or left out, or they never reached this laptop. They are not taken in.',
  },
  'archive.recommendations': {
    one: '{n} recommendation differs there. What was empty here came along; else what was here stays. Evidence and promises of both are kept, and it is told to people only where both tell it.',
    other:
      '{n} recommendations differ there. What was empty here came along; else what was here stays. Evidence and promises of both are kept, and each is told to people only where both tell it.',
  },
  'archive.recommendationsFull': {
    one: '{n} recommendation was left out: there is no room for more.',
    other: '{n} recommendations were left out: there is no room for more.',
  },
  'archive.recommendationsGone': {
    one: '{n} recommendation was removed there, and so it is removed here too.',
    other: '{n} recommendations were removed there, and so they are removed here too.',
  },
  'archive.recommendationsBack': {
    one: '{n} recommendation is removed there and was brought back here. It stays: remove it here if it is to go.',
    other:
      '{n} recommendations are removed there and were brought back here. They stay: remove them here if they are to go.',
  },
  'archive.caseStudies': {
    one: '{n} case study was changed there. What was here stays.',
    other: '{n} case studies were changed there. Those that were here stay.',
  },
  'archive.corrections': {
    one: '{n} correction was changed there. What was here stays.',
    other: '{n} corrections were changed there. Those that were here stay.',
  },
  'archive.ticksGone': {
    one: 'The yes to {n} case study, or the second reader’s tick, was taken back there, and so it is taken back here too.',
    other:
      'The yes to {n} case studies, or the second reader’s tick, was taken back there, and so it is taken back here too.',
  },
  'archive.toldKnown': {
    one: 'A second reader there said that somebody would recognise the person in {n} case study. So it has to be changed here, or read again where it reads differently.',
    other:
      'A second reader there said that somebody would recognise the person in {n} case studies. So they have to be changed here, or read again where they read differently.',
  },
  'archive.toldGone': {
    one: '{n} case study or correction was removed there, and so it is removed here too.',
    other: '{n} case studies and corrections were removed there, and so they are removed here too.',
  },
  'archive.toldBack': {
    one: '{n} case study or correction is removed there and was brought back here. It stays: remove it here if it is to go.',
    other:
      '{n} case studies and corrections are removed there and were brought back here. They stay: remove them here if they are to go.',
  },
  'archive.toldFull': {
    one: '{n} case study or correction was left out: there is no room for more.',
    other: '{n} case studies and corrections were left out: there is no room for more.',
  },
  'archive.report': 'The report was written on here and there. The one that was here stays.',
  'archive.field.title': 'title',
  'archive.field.aim': 'aim',
  'archive.field.askedBy': 'who asked',
  'archive.field.ledBy': 'who leads it',
  'archive.field.answeredBy': 'who will answer',
  'archive.field.answerDue': 'when an answer is due',
  'archive.field.decided': 'what is decided',
  'archive.field.open': 'what is open',
  'archive.field.dangerTo': 'who learns of danger',
  'archive.field.helpFrom': 'who helps',
  'archive.field.complainTo': 'who hears complaints',
  'archive.field.withdrawUntil': 'words on taking answers out',
  'archive.field.consent': 'words on consent',
  'archive.field.rights': 'words on rights',
  'archive.field.talkTo': 'whom people can go to to talk alone',
  'archive.field.involvement': 'how far people have a part',
  'archive.field.waves': 'which earlier consultation it repeats',
  'archive.field.space': 'where children and young people could speak safely',
  'archive.field.voice': 'how children and young people could give their views',
  'archive.field.audience': 'who heard children and young people',
  'archive.field.influence': 'what happened because of what children and young people said',
  'archive.field.rounds': 'rounds',
  'archive.field.floor': 'least number of people behind a figure',
  'archive.field.breakdowns': 'whether groups are told apart',
  'archive.field.approvals': 'who approves',
  'archive.field.withdrawDays': 'for how long answers can be taken out',
  'archive.field.keepUntil': 'until when data are kept',
  'archive.field.under18': 'whether people under 18 take part',
} as const satisfies Catalogue;
