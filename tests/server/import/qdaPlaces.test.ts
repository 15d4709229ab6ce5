/** Where places of a text are once it is as texts are kept. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, codePoints } from '../../../core/text.ts';
import { cleanedWithPlaces } from '../../../server/import/qda/clean.ts';

const BITS = [
  'a',
  'B ',
  '. ',
  '\n',
  'e',
  'é',
  '\u0301',
  '\u0323',
  'x\u0301',
  '\u0e01\u0e49',
  'क्षि',
  '👩‍👩‍👧',
  '한',
  'میں ',
];

test('QX6 a text that is as texts are kept has each place where it was, before any mark too', () => {
  const text = 'x\u0301 ক\u09cdষ \u0e01\u0e49 fin';
  const places = Array.from({ length: codePoints(text) }, (_, i) => i);
  expect([...cleanedWithPlaces(text, places).at]).toEqual(places.map((i) => [i, i]));
  const texts = fc.array(fc.constantFrom(...BITS), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(texts, fc.array(fc.nat(40)), (bits, some) => {
      const own = cleanText(bits.join('')) ?? '';
      const within = some.filter((place) => place <= codePoints(own));
      const { text: kept, at } = cleanedWithPlaces(own, within);
      expect(kept).toBe(own);
      for (const place of within) expect(at.get(place)).toBe(place);
    }),
  );
});

test('QX8 QX1 a place within what becomes one letter is before that letter', () => {
  const text = 'cafe\u0301\u0323s \u1112\u1161\u11ab!';
  const { text: kept, at } = cleanedWithPlaces(text, [3, 4, 5, 6, 8, 9, 10, 11]);
  expect(kept).toBe('caf\u1eb9\u0301s 한!');
  expect([...at]).toEqual([
    [3, 3],
    [4, 3],
    [5, 3],
    [6, 5],
    [8, 7],
    [9, 7],
    [10, 7],
    [11, 8],
  ]);
});
