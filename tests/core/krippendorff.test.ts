/** Krippendorff's alpha against the worked cases of "Computing Krippendorff's Alpha-Reliability" (2011). */
import { describe, expect, test } from '@jest/globals';
import { krippendorffAlpha, type Value } from '../../core/statistics/krippendorff.ts';

/** From a row for each coder, as the paper prints them, to a row for each unit; a dot: nothing. */
function unitsOf(...coders: string[]): Value[][] {
  const rows = coders.map((coder) => coder.split(' ').map((value) => (value === '.' ? null : value)));
  return (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? null));
}

describe('F9 Krippendorff’s alpha', () => {
  test('F9 two observers, binary data, ten units: 0.095', () => {
    const { alpha, units } = krippendorffAlpha(unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'));
    expect(alpha).toBeCloseTo(0.095, 3);
    expect(units).toBe(10);
  });

  test('F9 two observers, names, twelve units: 0.692', () => {
    const { alpha } = krippendorffAlpha(unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d'));
    expect(alpha).toBeCloseTo(0.692, 3);
  });

  test('F9 four observers, twelve units with gaps: 0.743, on the eleven that two looked at', () => {
    const { alpha, units } = krippendorffAlpha(
      unitsOf(
        '1 2 3 3 2 1 4 1 2 . . .',
        '1 2 3 3 2 2 4 1 2 5 . 3',
        '. 3 3 3 2 3 4 2 2 5 1 .',
        '1 2 3 3 2 4 4 1 2 5 1 .',
      ),
    );
    expect(alpha).toBeCloseTo(0.743, 3);
    // The last unit has one value and pairs with nothing.
    expect(units).toBe(11);
  });

  test('F9 full agreement is 1, and where nothing varies there is no figure', () => {
    expect(krippendorffAlpha(unitsOf('1 0 1', '1 0 1')).alpha).toBe(1);
    expect(krippendorffAlpha(unitsOf('0 0 0', '0 0 0')).alpha).toBeNull();
    expect(krippendorffAlpha([])).toEqual({ alpha: null, units: 0 });
    expect(krippendorffAlpha([[1, null]])).toEqual({ alpha: null, units: 0 });
  });
});
