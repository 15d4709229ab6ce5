import { describe, expect, test } from '@jest/globals';
import { findPersonal } from '../../core/personal/findPersonal.ts';
import type { PersonalLists } from '../../core/personal/types.ts';

/** What is found, as "kind: text" of the original. */
const found = (text: string, lists: PersonalLists): string[] =>
  findPersonal(text, lists).map((s) => `${s.kind}: ${text.slice(s.from, s.to)}`);

describe('F14 signs that are written otherwise', () => {
  const lists = { names: ['Amina', 'Zoë Khan', 'رضا'], places: ['Acacia Road'], staff: [] };
  test.each([
    ['Am\u00adina came', ['name: Am\u00adina']],
    ['x Am\u200bi\u2060na.', ['name: Am\u200bi\u2060na']],
    ['A\u200dmina', ['name: A\u200dmina']],
    ['Ａｍｉｎａ and Zoë\u00a0Khan', ['name: Ａｍｉｎａ', 'name: Zoë\u00a0Khan']],
    ['on Acacia\u202fRoad', ['place: Acacia\u202fRoad']],
    ['رضا\u200cها', ['name: رضا']],
    ['ring 07700\u00a0900\u00a0123', ['phone: 07700\u00a0900\u00a0123']],
    ['ring 07700\u2011900\u2011123', ['phone: 07700\u2011900\u2011123']],
    ['ring 0770\u200b0900123!', ['phone: 0770\u200b0900123']],
    ['ring ٠٧٧٠٠٩٠٠١٢٣', ['phone: ٠٧٧٠٠٩٠٠١٢٣']],
    ['ring ۰۷۷۰۰ ۹۰۰ ۱۲۳', ['phone: ۰۷۷۰۰ ۹۰۰ ۱۲۳']],
    ['０７７００９００１２３', ['phone: ０７７００９００１２３']],
    ['at SW1A\u00a01AA', ['postcode: SW1A\u00a01AA']],
    ['at ＳＷ１Ａ　１ＡＡ', ['postcode: ＳＷ１Ａ　１ＡＡ']],
    ['👩‍👧 a＠ｂ．co.uk', ['email: a＠ｂ．co.uk']],
    ['Ｍｒｓ\u00a0Jones', ['titled: Jones']],
  ])('F14 %j has %j', (text, expected) => {
    expect(found(text, lists)).toEqual(expected);
  });
});
