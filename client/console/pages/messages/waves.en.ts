/** What the console says in English about the waves of a consultation. */
import type { Catalogue } from '../../../../core/message.ts';

export const WAVES_EN = {
  'wave.again': 'Do it again',
  'wave.again.of': 'Do it again: {title}',
  'wave.again.hint':
    'Makes the next wave: the same statements, groups, words, themes and interview questions, without sessions and answers, to be compared with this one.',
  'wave.again.sure': 'Do “{title}” again?',
  'wave.again.do': 'Make the next wave',
  'wave.again.there': {
    one: 'It has been done again before, and that wave is on this page. Open that one, if it is the one you want.',
    other:
      'It has been done again {n} times before, and those waves are on this page. Open one of them, if it is the one you want.',
  },
  'wave.twin': 'Another one here has the same name and the same number. Rename one of them, or remove it.',
  'wave.is': 'Wave {n}.',
  'wave.after': 'It repeats {before}.',
  'wave.note':
    'Statements, answers to choose from, groups and words came along; sessions and answers did not. Fill in by when an answer is promised, and read what is decided and open once more. What you leave as it is can be compared; another wording is compared and marked, other answers are not compared.',
  'wave.compare': 'Compare the two',
  'wave.part': 'Make it a consultation of its own',
  'wave.parted': 'It no longer repeats {before}.',

  'wave.report':
    'Compared with the time before: of “{before}” that chapter has the figures that were sent out in a report, and nothing else. Where none was made, or it is not on this laptop, the chapter says so.',
  'wave.page': 'Compared: {title}',
  'wave.compared': 'Compared with',
  'wave.results.of': 'Results of {before}',
  'wave.link': 'Compared with {wave}',
  'wave.later': 'This has been repeated:',
  'wave.none': 'It repeats nothing',
  'wave.none.words':
    'Once a session of a consultation is finished, “Do it again” on its card makes the next wave of it. The two are compared here.',
  'wave.missing': '“{before}” is not on this laptop',
  'wave.missing.words':
    'So there is nothing to compare with yet. On the laptop that has it, open it and press “Save everything as one file” under its results. Bring that file here, and open it on the first page with “Open a file”. Nothing here changes by that.',
  'wave.missing.short': 'Not on this laptop: {list}. Bring its file, and it stands here too.',
  'wave.empty': 'No session of “{before}” is finished',
  'wave.empty.words': 'As soon as one is, its answers stand beside these.',
  'wave.now.empty': 'No session of this one is finished yet',
  'wave.now.empty.words': 'As soon as one is, its answers stand beside those of {was}.',
  'wave.choose': 'Compare with',
  'wave.order': 'Order',
  'wave.order.board': 'As on the board',
  'wave.order.change': 'Largest difference first',
  'wave.round': 'Round',
  'wave.overview': 'Statements by wave',
  'wave.change': 'Difference',
  'wave.change.hint':
    'The bars have one scale, so lengths can be compared down and across. “{order}” goes by how often a person of one wave answered higher than one of the other, and puts those with fewer than {least} answers last.',
  'wave.older': {
    one: '{n} more wave is here: choose it above.',
    other: '{n} more waves are here: choose one above.',
  },
  'wave.cell.none': 'Not asked, or other answers',
  'wave.who': 'Who',
  'wave.agreed': 'Agree, {wave}',
  'wave.agreed.own': 'Upper half, {wave}',
  'wave.median': 'Median, {wave}',
  'wave.difference': 'Difference',
  'wave.intervals': 'Interval',
  'wave.caption': 'Statement {n}, {was} and {now}',
  'wave.of': '{n} of {of}',
  'wave.own': '“Upper half” is {answers}.',
  'wave.tests': 'Could chance do this?',
  'wave.tests.of': 'Could chance do this? Statement {n}',
  'wave.test': '{who}: delta {delta}, {size}; {p}.',
  'wave.test.delta':
    'Delta (Cliff 1993): of all pairs of one person of {now} and one of {was}, the share in which the one of {now} answered higher less the share in which they answered lower.',
  'wave.worded.now': 'Now: “{text}”',
  'wave.worded.now.for': 'Now, for {group}: “{text}”',
  'wave.not.title': 'What is not compared',
  'wave.not.dropped': 'Asked in {was} and not now:',
  'wave.not.renamed': '{now} was called {was}. It is the same group.',
  'wave.not.fresh':
    'Groups that are new: {list}. They are among everyone, and have nobody to be compared with.',
  'wave.not.gone': 'Groups that there are no more: {list}. They are among everyone of {was}.',
  'wave.not.silent': 'Groups that took part in {wave} only: {list}. They are among everyone of {wave}.',
  'wave.not.apart': 'Merges by name that cannot be made up of the groups of {was}: {list}.',
} as const satisfies Catalogue;
