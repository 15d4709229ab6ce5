import { describe, expect, test } from '@jest/globals';
import { freeNames, pseudonymsFor, someOfEach, usually } from '../../core/personal/pseudonyms.ts';

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

  test('CS3 a name that somebody has in another spelling or another script is not offered', () => {
    const all = freeNames([], 7);
    const same: Record<string, string> = {
      Boris: 'Борис Μπόρις Borys',
      Olga: 'Ольга Olha Ольгa',
      Nina: 'Нина Νίνα नीना نينا Neena',
      Ivan: 'Иван Iwan',
      Yusuf: 'Юсуф يوسف Youssef Jussuf Joseph यूसुफ ਯੂਸਫ਼',
      Omar: 'عُمَر Ωμάρ Umer Омар उमर ওমর உமர்',
      Karim: 'كريم Kareem Карим করিম ਕਰੀਮ',
      Yasmin: 'ياسمين Jasmin YASMEEN Жасмин यासमीन',
      Priya: 'ਪ੍ਰਿਆ প্রিয়া பிரியா Pria',
      Hanna: 'Hannah حنا Ханна Anna',
      Nadia: 'Nadja نادية Надя নাদিয়া',
      Laila: 'Layla Leyla ليلى Лейла लैला',
      Tariq: 'Tarek طارق Тарик तारिक',
    };
    for (const [name, others] of Object.entries(same)) {
      expect(all).toContain(name);
      for (const other of others.split(' '))
        expect([other, freeNames([`${other} Schmidt`], 7).includes(name)]).toEqual([other, false]);
    }
    // Of a long text in plain words most names are left, and they are those that were there before it.
    const plain = 'Nor would my daughter ask me again, since everyone may wait for a bus that never came.';
    const left = freeNames([plain, 'Они ждали весь день', 'انتظرنا طوال اليوم من غير جواب'], 7);
    expect(left.length).toBeGreaterThan(all.length - 8);
    expect(left).toEqual(all.filter((name) => left.includes(name)));
  });

  test('CS3 some are offered of each kind, so that a sister need not get a brother’s name', () => {
    expect(['Pavel', 'Thelma', 'Noor'].map(usually)).toEqual(['man', 'woman', 'either']);
    for (let seed = 1; seed < 30; seed += 1) {
      const some = someOfEach(freeNames([], seed), 12);
      const of = (kind: string): number => some.filter((name) => usually(name) === kind).length;
      expect([of('woman'), of('man'), of('either'), new Set(some).size]).toEqual([5, 5, 2, 12]);
    }
    // Where one kind has run out, others are offered in its place.
    const women = freeNames([], 7).filter((name) => usually(name) === 'woman');
    expect(someOfEach(women, 12)).toEqual(women.slice(0, 12));
  });
});
