/** Words for the waves of a consultation, on the console and in the report. */
import type { Catalogue } from '../message.ts';

export const wavesEn = {
  'wave.nth': 'Wave {n}',
  'wave.year.nth': '{year}, wave {n}',
  'wave.named': '{title}, {year}',
  'wave.row': '{who}, {wave}',
  'wave.net':
    'Those who answered in {was} and in {now} are not known to be the same people, and many will not be. So this shows how the totals differ, and never who changed their mind: people who moved in opposite directions would cancel out, and so would other people with other views.',
  'wave.points.more': { one: '{n} point more', other: '{n} points more' },
  'wave.points.fewer': { one: '{n} point fewer', other: '{n} points fewer' },
  'wave.points.same': 'the same share, to a whole point',
  'wave.points.few': 'Counts only, under {from}.',
  'wave.interval': '{low} to {high} points',
  'wave.interval.few': 'Not under {from}.',
  'wave.interval.note':
    'The interval is for the difference of the two shares if both had been random samples of large populations (Newcombe 1998, method 10). They were not: read it as how much a few people more or less could do.',
  'wave.test.note':
    'The test takes everyone for another person (Mann and Whitney 1947). Where somebody answered both times, p is not exact.',
  'wave.why.new': 'Not asked then.',
  'wave.why.scale': 'Asked with other answers then. Other answers are never compared.',
  'wave.why.was': 'Nobody answered it then.',
  'wave.why.now': 'Nobody has answered it now.',
  'wave.worded': 'Worded differently then',
  'wave.worded.was': '{wave}: “{text}”',
  'wave.worded.was.for': '{wave}, for {group}: “{text}”',
} as const satisfies Catalogue;
