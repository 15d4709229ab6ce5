import { describe, expect, test } from '@jest/globals';
import { pseudonymsFor } from '../../core/personal/pseudonyms.ts';

describe('F14 changed names', () => {
  test('F14 are nobody’s in the register, and the same for the same seed', () => {
    const register = ['Zara Ali', 'VERA', 'Hugo Felix', 'Mr. Omar'];
    const names = pseudonymsFor(register, 60, 7) ?? [];
    expect(new Set(names).size).toBe(60);
    for (const taken of ['Zara', 'Vera', 'Hugo', 'Felix', 'Omar']) expect(names).not.toContain(taken);
    expect(pseudonymsFor(register, 60, 7)).toEqual(names);
    expect(pseudonymsFor(register, 60, 8)).not.toEqual(names);
    expect(pseudonymsFor(register, 500, 7)).toBeNull();
    expect(pseudonymsFor(names, 200, 7)).toBeNull();
  });
});
