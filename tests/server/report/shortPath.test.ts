/** Outlines in fewer letters end where they ended. */
import { describe, expect, test } from '@jest/globals';
import { shortPath } from '../../../server/report/chart/shortPath.ts';

describe('shortPath', () => {
  test('F15 steps add up to the places they came from', () => {
    expect(shortPath('M10.04 10.06L20.11 10.06L20.11 5ZM1 1H3V4Q5 6 7 8')).toBe(
      'm10 10.1l10.1 0 0-5.1zm-9-9.1h2v3q2 2 4 4',
    );
    expect(shortPath('M110 55L111 55', { x: 100, y: 50 })).toBe('m10 5l1 0');
  });

  test('F15 a command that is not known is refused and not drawn wrongly', () => {
    expect(() => shortPath('M0 0A5 5 0 0 1 10 10')).toThrow('unknown kind');
  });
});
