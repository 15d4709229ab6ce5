import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findPersonal } from '../../core/personal/findPersonal.ts';
import { applyReplacements } from '../../core/personal/replace.ts';
import { LISTS } from '../support/personalLists.ts';

describe('F14 the published text', () => {
  test('F14 is made from what was chosen, with a log, and the original stays', () => {
    const text = '👩‍👧 Amina’s mum lives in SW1A 1AA 🏠';
    const [name, code] = findPersonal(text, LISTS);
    if (name === undefined || code === undefined) throw new Error('two were to be found');
    const choose = ({ suggestion, ...rest }: typeof name) => ({ ...rest, replacement: suggestion });
    expect(applyReplacements(text, [choose(code), choose(name)])).toEqual({
      published: '👩‍👧 [name]’s mum lives in [postcode] 🏠',
      log: [
        { from: 'Amina', to: '[name]', kind: 'name' },
        { from: 'SW1A 1AA', to: '[postcode]', kind: 'postcode' },
      ],
    });
    expect(applyReplacements(text, [])).toEqual({ published: text, log: [] });
  });

  test('F14 overlapping, empty, outside and halves of a character are refused', () => {
    const at = (from: number, to: number) => ({ from, to, kind: 'name', replacement: 'x' });
    for (const chosen of [
      [at(0, 3), at(2, 4)],
      [at(2, 2)],
      [at(-1, 2)],
      [at(0, 99)],
      [at(0.5, 2)],
      [at(1, 3)],
      [at(0, 1)],
    ])
      expect(applyReplacements('👩abc', chosen)).toBeNull();
    expect(applyReplacements('👩abc', [at(0, 2), at(2, 3)])?.published).toBe('xxbc');
  });

  test('F14 whatever the text, suggestions are in order, apart, inside, and can all be applied', () => {
    const piece = fc.constantFrom(
      'Amina',
      'Khan',
      ' ',
      "'s",
      'Mr ',
      'my son ',
      '@',
      '.',
      '0',
      '7700',
      '👩‍👧',
      'é',
      'e\u0301',
      'İ',
      'ß',
      '\n',
      'SW1',
      'May',
      '3',
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 4 })))
      .map((list) => list.join(''));
    fc.assert(
      fc.property(text, (original) => {
        const all = findPersonal(original, LISTS);
        for (const [i, s] of all.entries())
          expect(s.from >= (all[i - 1]?.to ?? 0) && s.from < s.to && s.to <= original.length).toBe(true);
        const result = applyReplacements(
          original,
          all.map((s) => ({ ...s, replacement: s.suggestion })),
        );
        expect(result?.log).toHaveLength(all.length);
      }),
      { numRuns: 300 },
    );
  });

  test('F14 a long text is read at once', () => {
    const long = `${'0 '.repeat(2000)}${'a.'.repeat(2000)}${'My son '.repeat(500)}${'Aa '.repeat(2000)}`;
    expect(findPersonal(long, LISTS).length).toBeLessThan(3000);
  });
});
