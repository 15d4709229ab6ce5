/** Participants' word of a recommendation that may be another one typed anew. */
import { expect, test } from '@jest/globals';
import { wordToTell, type WordCounts } from '../../core/recommendations/participantsWord.ts';
import { toldItem, type ToldOut } from '../../core/recommendations/told.ts';
import { toldSections } from '../../core/recommendations/toldWords.ts';
import type { Recommendation } from '../../core/recommendations/types.ts';
import { recommendation } from '../support/recommendations.ts';

const ON = '2027-02-25';
const counts = (yes: number, no = 0, on = ON): WordCounts => ({ on, yes, partly: 0, no, unknown: 0 });
const word = (now: WordCounts, out: WordCounts[], gone: WordCounts[], floor = 5) =>
  wordToTell(
    { wordYes: now.yes, wordPartly: now.partly, wordNo: now.no, wordUnknown: now.unknown, wordOn: now.on },
    out,
    floor,
    gone,
  );
const NEAR = { near: ON };

test('RC6 beside counts of one that is told no more nothing is told that fewer than the floor may be other in', () => {
  expect(word(counts(5, 1), [], [counts(5)])).toEqual(NEAR);
  expect(word(counts(4), [], [counts(5)])).toEqual(NEAR);
  // Alike as well: what is left out would tell that somebody came or went.
  expect(word(counts(5), [], [counts(5)])).toEqual(NEAR);
  expect(word(counts(9, 1), [], [counts(5)])).toEqual(counts(9, 1));
  expect(word(counts(5, 1, '2027-02-26'), [], [counts(5)])).toEqual(counts(5, 1, '2027-02-26'));
  expect(word(counts(0), [], [counts(4)])).toBeNull();
});

test('RC6 what went out of it itself stands all the same, and the team sees everything', () => {
  expect(word(counts(5, 1), [counts(5)], [counts(5)])).toEqual(counts(5));
  expect(word(counts(5, 1), [counts(5, 1)], [counts(5)])).toEqual(counts(5, 1));
  expect(word(counts(5, 1), [], [counts(5)], 0)).toEqual(counts(5, 1));
});

test('RC6 one that is told no more, or that has the same words, may be the same; another one that is told is another', () => {
  const one = recommendation('b', { text: 'Ring back', wordYes: 5, wordNo: 1, wordOn: ON });
  const out: ToldOut[] = [{ recommendation: 'a', counts: counts(5) }];
  const beside = (list: Recommendation[], more: Partial<Recommendation> = {}, before = out) =>
    toldItem(
      { ...one, ...more },
      {
        rests: { statements: [], themes: [] },
        from: { raised: null, lone: false },
        statementText: () => '',
        floor: 5,
        answerDue: { first: '', now: '' },
        list: [one, ...list],
        out: before,
      },
    );
  expect(beside([]).word).toEqual(NEAR);
  const a = (text: string, wordYes: number, wordOn = ON) => recommendation('a', { text, wordYes, wordOn });
  expect(beside([a('Ring back', 5)]).word).toEqual(NEAR);
  for (const yes of [5, 4, 20]) expect(beside([a('Ring twice', yes)]).word).toEqual(counts(5, 1));
  // It has other counts than those that went out of it: both may have changed places.
  expect(beside([a('Ring twice', 0, '')]).word).toEqual(NEAR);
  expect(beside([a('Ring twice', 5, '2027-03-20')]).word).toEqual(NEAR);
  const both: ToldOut[] = [...out, { recommendation: 'b', counts: counts(20) }];
  expect(beside([a('Ring twice', 20)], {}, both).word).toEqual(NEAR);
  const other: ToldOut[] = [
    { recommendation: 'a', counts: counts(20) },
    { recommendation: 'b', counts: counts(5) },
  ];
  expect(beside([a('Ring twice', 5)], { wordYes: 20 }, other).word).toEqual(NEAR);
  const page = { title: '', sample: false, date: ON, floor: 5, change: [beside([])], keep: [] };
  const [section] = toldSections(page, new Map());
  expect(section?.blocks[0]?.lines.at(-1)?.texts).toEqual([
    'Participants were asked on 25 February 2027. What they said is not shown: fewer than 5 answers may be other than what was shown before.',
  ]);
});

test('RC6 counts under a floor that was raised since stand no more, and it reads the same whoever came or went', () => {
  for (const now of [counts(4), counts(5), counts(6), counts(5, 3), counts(14)])
    expect(word(now, [counts(5)], [], 10)).toEqual(NEAR);
  // As many as the floor have come.
  expect(word(counts(15), [counts(5)], [], 10)).toEqual(counts(15));
  // Of two that went out under the lower one, the one that reaches it stands, whatever it is of now.
  for (const now of [counts(11), counts(12), counts(13)])
    expect(word(now, [counts(6), counts(12)], [], 10)).toEqual(counts(12));
});
