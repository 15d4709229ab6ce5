import * as v from 'valibot';
import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../core/limits.ts';
import { placeSchema, plainPlace } from '../../core/schema.ts';

/** Values at and beyond each edge, and of each kind that JSON has. */
const VALUES: readonly unknown[] = [
  null,
  true,
  '',
  'n',
  'x',
  'a word',
  [],
  {},
  0,
  1,
  2,
  5,
  1.5,
  -1,
  1e9,
  1e9 + 1,
  2 ** 53,
  LIMITS.scalePoints.most,
  LIMITS.scalePoints.most + 1,
  2 * LIMITS.statements,
  2 * LIMITS.statements + 1,
  'a'.repeat(LIMITS.commentBytes),
  'a'.repeat(LIMITS.commentBytes + 1),
];

describe('S4 a placement that is plainly right', () => {
  test('S4 is read as the schema reads it, and everything else is left to the schema', () => {
    const right = [1, 1, 3, 'words', 1];
    let plain = 0;
    for (let length = 0; length <= 6; length += 1) {
      for (let at = 0; at < length; at += 1) {
        for (const value of VALUES) {
          const sent = [...right, 'more'].slice(0, length);
          sent[at] = value as never;
          const read = plainPlace(sent);
          if (read === null) continue;
          plain += 1;
          const parsed = v.safeParse(placeSchema, sent);
          expect(parsed.success ? parsed.output : parsed.issues).toEqual(read);
        }
      }
    }
    expect(plain).toBeGreaterThan(50);
    expect(plainPlace([1, 2, null])).toEqual([1, 2, null, '', 0]);
    expect(plainPlace([])).toBeNull();
  });
});
