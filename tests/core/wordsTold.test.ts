/** What people were told can change, kept as it was told, and told beside what they said of it. */
import { expect, test } from '@jest/globals';
import { toldBefore } from '../../core/recommendations/toldWords.ts';
import { wordsOut } from '../../core/recommendations/told.ts';
import {
  alsoTold,
  firstAndNow,
  firstWords,
  inTurn,
  openJudged,
  toldNothing,
  wordsToldNow,
} from '../../core/wordsTold.ts';

const words = (open: string, answerDue = '') => ({ open, decided: '', part: '', answerDue });

test('RC10 what was told first stays beside what is told now, whatever it was in between, and where nothing is now', () => {
  const told = inTurn(
    [
      { date: '2027-02-01', told: [words('The letters'), words('The rooms')] },
      { date: '2027-01-01', told: [words('')] },
      { date: '2027-03-01' },
    ],
    [{ ...words('The hours'), on: '2027-01-15' }],
  );
  expect(told.map(({ open }) => open)).toEqual(['', 'The hours', 'The letters', 'The rooms']);
  expect(firstAndNow(told, 'open', ' The colour ')).toEqual({ first: 'The hours', now: 'The colour' });
  expect(firstAndNow(told, 'open', '')).toEqual({ first: 'The hours', now: 'The rooms' });
  expect(firstAndNow([], 'open', 'The colour')).toEqual({ first: 'The colour', now: 'The colour' });
  expect(firstAndNow([], 'answerDue', ' ')).toEqual({ first: '', now: '' });
});

test('RC10 WH5 what was typed after the sessions is not told as what they were told, where they were told nothing', () => {
  const none = inTurn([{ date: '2027-01-01', told: [words('')] }, { imported: { from: 'qda', first: '' } }]);
  expect(firstAndNow(none, 'open', 'The hours')).toEqual({ first: '', now: 'The hours' });
  expect(toldNothing(none, 'open')).toBe(true);
  // An earlier version kept nothing of it: of one session it is not known.
  const unknown = inTurn([{ date: '2027-01-01', told: [words('')] }, {}]);
  expect(firstAndNow(unknown, 'open', 'The hours')).toEqual({ first: 'The hours', now: 'The hours' });
  // What went out of a report since was told to whoever reads it, and in no session.
  const since = inTurn(
    [{ date: '2027-01-01', told: [words('')] }],
    [{ ...words('The rooms'), on: '2027-02-01' }],
  );
  expect([firstAndNow(since, 'open', 'The hours').first, toldNothing(since, 'open')]).toEqual([
    'The rooms',
    true,
  ]);
});

test('RC10 what a session was told that was removed since is not said to have been told to nobody', () => {
  const told = [words('The letters', '1 May')];
  const second = { date: '2027-02-01', told: [words('', '1 May')] };
  const out = firstWords(inTurn([{ date: '2027-01-01', told }, second]), ['open', 'answerDue']);
  const after = inTurn([second], out);
  expect([toldNothing(after, 'open'), firstAndNow(after, 'open', '')]).toEqual([
    false,
    { first: 'The letters', now: 'The letters' },
  ]);
  expect(toldNothing(after, 'decided')).toBe(true);
  // Of one that was held on the last day, too.
  const same = firstWords(inTurn([{ ...second, told }]), ['open']);
  expect(toldNothing(inTurn([second], same), 'open')).toBe(false);
});

test('RC10 RC3 of one day what went out is told in its turn, after sessions of that day, and what nobody numbered last', () => {
  const on = '2027-03-01';
  const out = [
    { ...words('A'), on },
    { ...words('B'), on, nth: 2 },
    { ...words('C'), on, nth: 1 },
  ];
  const told = inTurn(
    [{ date: on, told: [words('D')] }],
    [...out, { ...words('E'), on: '2027-02-01', nth: 3 }],
  );
  expect(told.map(({ open }) => open)).toEqual(['E', 'D', 'C', 'B', 'A']);
});

test('RC10 RC3 the first words of each kind are known by their own day', () => {
  const told = inTurn([
    { date: '2027-01-01', told: [words('', '1 May')] },
    { date: '2027-02-01', told: [words(' The letters', '1 June')] },
    { date: '2027-03-01', told: [words('The rooms', '1 July')] },
  ]);
  expect(firstWords(told, ['open', 'decided', 'answerDue'])).toEqual([
    { ...words('The letters'), on: '2027-02-01' },
    { ...words('', '1 May'), on: '2027-01-01' },
  ]);
  expect(firstWords(told.slice(1), ['open', 'answerDue'])).toEqual([
    { ...words('The letters', '1 June'), on: '2027-02-01' },
  ]);
  expect(firstWords(told, [])).toEqual([]);
});

test('RC10 a session keeps what its lobby opened with, and what it was in the end', () => {
  const consultation = { open: ' The letters ', decided: '', answerDue: '15 February 2027' };
  const first = wordsToldNow(consultation);
  expect(first).toEqual(words('The letters', '15 February 2027'));
  expect(alsoTold({}, first)).toEqual([first]);
  expect(alsoTold({ told: [first] }, { ...first })).toEqual([first]);
  const typing = alsoTold({ told: [first] }, words('The l'));
  expect(alsoTold({ told: typing }, words('The rooms'))).toEqual([first, words('The rooms')]);
  expect(alsoTold({ told: typing }, first)).toEqual([first]);
});

test('RC10 the words that were judged stand beside what was said of them, where they are not there already', () => {
  const shown = { first: 'The letters', now: 'The colour' };
  expect(openJudged([{ told: [words('The letters')] }, {}], shown)).toEqual([]);
  expect(openJudged([{ told: [words('The rooms')] }], shown)).toEqual(['The rooms']);
  const both = [{ told: [words('The letters')] }, { told: [words('The letters'), words('The rooms')] }];
  expect(openJudged(both, shown)).toEqual(['The letters', 'The rooms']);
  const heard = { date: '2027-03-01', n: 7, yes: 5, partly: 0, no: 2 };
  const page = { title: '', sample: false, date: '2027-04-01', floor: 5, change: [], keep: [] };
  expect(
    toldBefore({ ...page, before: { open: shown.now, first: shown.first, heard, judged: ['The rooms'] } }),
  ).toEqual({
    open: 'The letters',
    now: 'The colour',
    came: [],
    heard:
      'Of 7 people, 5 said yes and 2 said no. So it stands in the report of 1 March 2027. They had been told: “The rooms”.',
  });
});

test('RC10 what went out is noted once, on its first day', () => {
  const out = wordsOut([{ ...words('The letters', '1 May'), on: '2027-01-15' }], []);
  expect(out).toHaveLength(1);
  expect(wordsOut([{ ...words('The letters'), on: '2027-02-01' }], out)).toEqual([]);
  expect(wordsOut([{ ...words('The rooms', '1 May'), on: '2027-02-01' }], out)).toHaveLength(1);
  expect(wordsOut([{ ...words(''), on: '2027-02-01' }], [])).toEqual([]);
  // That they were told before is news, and what is told twice in one is noted once.
  const earlier = { ...words('The letters'), on: '2027-01-01' };
  expect(wordsOut([earlier, { ...earlier, on: '2027-03-01' }], out)).toEqual([
    { recommendation: 'all', counts: { words: earlier } },
  ]);
});
