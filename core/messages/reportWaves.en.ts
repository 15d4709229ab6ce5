/** Words of the report's chapter that compares a consultation with the wave before. */
import type { Catalogue } from '../message.ts';

export const reportWavesEn = {
  'head.waves': 'Compared with the time before',
  'head.waves.with': 'Compared with {wave}',
  'waves.head': 'Statement {number}, {was} and {now}',
  'waves.intro':
    'The same was asked before, in “{title}”. Its figures stand here as they were released on {date}, and no other figure of it is told.',
  'waves.missing':
    'The same was asked before, in “{title}”. Its figures were not at hand when this report was made, so nothing is compared.',
  'waves.unreleased':
    'The same was asked before, in “{title}”. No report of that was ever released, so no figure of it is shown here and nothing is compared.',
  'waves.nothing': 'No statement has a figure both times on the same answers, so nothing is compared.',
  'waves.table': 'Who agreed, in {was} and in {now}',
  'waves.statement': 'Statement',
  'waves.difference': 'Difference',
  'waves.own':
    'Of statements with answers of their own, those in the upper half of the answers are counted as agreeing.',
  'waves.figure':
    'Answers to statement {number}, then and now, “{text}”: {before} answered in {was}, {after} in {now}.',
  'waves.figure.people': '{before} in {was}, {after} in {now}.',
  'waves.figure.when': '{was} as released on {date}. {now}: {when}',
  'waves.figure.table': 'The numbers of {was} and {now} for statement {number}',
  'waves.people': { one: '{n} person', other: '{n} people' },
  'waves.said': '{wave}: {who} {verb}.',
  'waves.more': { one: 'That is {n} point more.', other: 'That is {n} points more.' },
  'waves.fewer': { one: 'That is {n} point fewer.', other: 'That is {n} points fewer.' },
  'waves.same': 'That is the same share, to a whole point.',
  'waves.interval': 'Interval of the difference for everyone: {low} to {high} points.',
  'waves.test':
    'Everyone in {now} and in {was}, by Mann and Whitney’s test: {p} ({method}). Cliff’s delta is {delta}.',
  'waves.why.unreleased': 'No figure of it was released then.',
  'waves.why.gone': 'What was released of it then was of sessions that were removed since.',
  'waves.why.rounds': 'A figure of one round was released then, and this report has one of the other.',
  'waves.why.withheld': 'Its figure is withheld now.',
  'waves.why.untold': 'This report has no figure of it.',
  'waves.not': 'Not compared:',
  'waves.not.item': '{number}. “{text}”: {why}',
  'waves.dropped': 'Asked then and not now:',
  'waves.part.fresh': '{part}: new, so that there is nobody to compare with.',
  'waves.part.none': '{part}: not released for the same people then, so not compared.',
  'waves.part.gone':
    '{part}: told apart in {was} only, so not compared here. “Everyone” of {was} has these people in it.',
  'waves.everyone':
    '“Everyone” is whoever took part each time. Where a group took part in one of the two only, or with more people, that alone can make the two differ.',
  'waves.only':
    'Told apart in {wave} only, so not compared here: {list}. “Everyone” of {wave} has these people in it.',
  'waves.more.statements':
    'Charts are drawn of the {n} statements with the largest differences; the table has all of them.',
  'waves.since': 'What was answered and done since',
  'waves.since.intro':
    'What was recommended then to those who could act, and what became of it as far as is known today.',
  'waves.since.state': 'What became of it',
} as const satisfies Catalogue;
