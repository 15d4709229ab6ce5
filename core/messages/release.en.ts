/** What the check of a release says that it did, found and wants to know. */
import type { Catalogue } from '../message.ts';

export const releaseEn = {
  'note.breakdowns-hidden': 'Only everyone together is shown, as this consultation asks.',
  'note.not-pooled': 'It was asked in different ways, so it has a figure for each.',
  'note.withheld.under-floor': 'Fewer than {floor} people answered. The figure is withheld.',
  'note.withheld.earlier':
    'The figure is withheld: beside an earlier release it would tell about fewer than {floor} people.',
  'note.held-back': 'Left out until more people have answered, since fewer than {floor} are new: {sessions}.',
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

  'flag.one-answer': 'Everyone in “{names}” gave the same answer, so it tells what each of them answered.',
  'flag.one-answer.all': 'Everyone gave the same answer, so it tells what each of them answered.',
  'flag.none-agree': 'Nobody in “{names}” agreed, so it tells that about each of them.',
  'flag.none-agree.all': 'Nobody agreed, so it tells that about each person.',
  'flag.none-disagree': 'Nobody in “{names}” disagreed, so it tells that about each of them.',
  'flag.none-disagree.all': 'Nobody disagreed, so it tells that about each person.',
  'flag.unchecked': {
    one: '{n} quote was chosen and not read for names yet. It is left out.',
    other: '{n} quotes were chosen and not read for names yet. They are left out.',
  },
  'flag.signs': {
    one: '{n} quote still has something that looks like a name, a place or a number of a person.',
    other: '{n} quotes still have something that looks like a name, a place or a number of a person.',
  },
  'flag.outdated': {
    one: 'The figures have changed since {n} text was edited. Read it again: {texts}.',
    other: 'The figures have changed since {n} texts were edited. Read them again: {texts}.',
  },
  'note.unheard.agree': 'Some who agreed wrote comments that may be printed, and none of them is quoted.',
  'note.unheard.disagree':
    'Some who disagreed wrote comments that may be printed, and none of them is quoted.',
  'text.summary': 'the summary',
  'text.changeable': 'what could be changed',
  'text.methods': 'how it was done',
  'text.shared': 'what groups share',
  'text.differ': 'where groups differ',
  'text.limits': 'limits',
  'text.reading': 'how to read a figure',
  'text.statement': 'statement {number}',

  'preview.mark': 'DRAFT: NOT SENT OUT YET',
  'step.begin': 'Getting ready',
  'step.charts': 'Charts: {done} of {of}',
  'step.docx': 'Writing the Word file',
  'step.pdf': 'Writing the PDF',
  'step.html': 'Writing the web page',
  'step.json': 'Writing the data of the report',
} as const satisfies Catalogue;
