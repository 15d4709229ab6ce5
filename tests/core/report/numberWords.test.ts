import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { speaker } from '../../../core/message.ts';
import { numbersEn } from '../../../core/messages/numbers.en.ts';
import { SHARES, partWords, shareOf } from '../../../core/numberWords.ts';

const say = speaker(numbersEn, 'en-GB');
const words = (n: number, of: number): string => partWords(say, n, of).replaceAll('\u00a0', ' ');

describe('below twenty people', () => {
  test.each([
    [0, 1, 'nobody of one'],
    [1, 1, 'the one person'],
    [0, 2, 'neither of the two people'],
    [1, 2, '1 of 2 people'],
    [2, 2, 'both people'],
    [7, 11, '7 of 11 people'],
    [9, 9, 'all 9 people'],
    [0, 12, 'none of the 12 people'],
    [10, 19, '10 of 19 people'],
  ])('F2 %i of %i is “%s”', (n, of, expected) => {
    expect(words(n, of)).toBe(expected);
  });

  test('F2 no share is ever said', () => {
    for (let of = 1; of < 20; of += 1)
      for (let n = 0; n <= of; n += 1) expect([n, of, shareOf(n, of)]).toEqual([n, of, null]);
  });
});

describe('from twenty people on', () => {
  // Each bound at exactly its share and one person to either side of it, among a thousand.
  test.each([
    [1, 'veryFew'],
    [49, 'veryFew'],
    [50, 'tenth'],
    [149, 'tenth'],
    [150, 'fifth'],
    [224, 'fifth'],
    [225, 'quarter'],
    [289, 'quarter'],
    [290, 'third'],
    [379, 'third'],
    [380, 'twoFifths'],
    [449, 'twoFifths'],
    [450, 'underHalf'],
    [499, 'underHalf'],
    [500, 'half'],
    [501, 'overHalf'],
    [550, 'overHalf'],
    [551, 'threeFifths'],
    [620, 'threeFifths'],
    [621, 'twoThirds'],
    [710, 'twoThirds'],
    [711, 'threeQuarters'],
    [775, 'threeQuarters'],
    [776, 'fourFifths'],
    [850, 'fourFifths'],
    [851, 'nineTenths'],
    [950, 'nineTenths'],
    [951, 'nearlyAll'],
    [999, 'nearlyAll'],
  ])('F2 %i of 1000 is %s', (n, expected) => {
    expect(shareOf(n, 1000)).toBe(expected);
  });

  test('F2 the count stands before the share, and alone for nobody and everybody', () => {
    expect(words(31, 46)).toBe('31 of 46 people (around two thirds)');
    expect(words(10, 20)).toBe('10 of 20 people (half)');
    expect(words(0, 40)).toBe('none of the 40 people');
    expect(words(40, 40)).toBe('all 40 people');
  });

  test('F2 every share has one phrase, and that of the others mirrors it', () => {
    const mirror = (key: string | null): string | null => {
      const at = SHARES.findIndex((s) => s.key === key);
      return SHARES[SHARES.length - 1 - at]?.key ?? null;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, at) => {
          const n = Math.min(of - 1, 1 + Math.floor(at * (of - 1)));
          expect(shareOf(n, of)).not.toBeNull();
          expect(shareOf(of - n, of)).toBe(mirror(shareOf(n, of)));
        },
      ),
    );
  });
});

test('F2 the documented rule has exactly these words and bounds', async () => {
  const doc = await readFile(
    new URL('../../../docs/decisions/011-numbers-in-words.md', import.meta.url),
    'utf8',
  );
  const rows = [...doc.matchAll(/^\| (?!words|-)(.+?) \| (.+?) \|$/gmu)].map(([, a, b]) => [a, b]);
  const expected = SHARES.map(({ key, from, to, holdsFrom, holdsTo }) => [
    say(`share.${key}`),
    from === to
      ? `exactly ${from / 10} %`
      : `${holdsFrom ? 'from' : 'more than'} ${from / 10} %, ${holdsTo ? 'up to' : 'less than'} ${to / 10} %`,
  ]);
  expect(rows).toEqual(expected);
});
