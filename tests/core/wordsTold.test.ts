/** What people were told can change, kept as it was told, and told beside what they said of it. */
import { expect, test } from '@jest/globals';
import { toldBefore } from '../../core/recommendations/toldWords.ts';
import { wordsOut } from '../../core/recommendations/told.ts';
import { alsoTold, firstAndNow, inTurn, openJudged, wordsToldNow } from '../../core/wordsTold.ts';

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
  const out = wordsOut({ ...words('The letters'), on: '2027-01-01' }, []);
  expect(out).toHaveLength(1);
  expect(wordsOut({ ...words('The letters'), on: '2027-02-01' }, out)).toEqual([]);
  expect(wordsOut({ ...words('The rooms'), on: '2027-02-01' }, out)).toHaveLength(1);
  expect(wordsOut({ ...words(''), on: '2027-02-01' }, [])).toEqual([]);
});
