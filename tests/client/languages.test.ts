/** Languages by name on the console, and whether a phone asks how a statement begins. */
import { describe, expect, test } from '@jest/globals';
import { languageAndTag, languageName, languagesOffered, tagOf } from '../../client/console/languages.ts';
import { beginsOtherwise } from '../../client/phone/mine.ts';

describe('languages', () => {
  test('a language is found by its name, by its own name for itself, and by its tag', () => {
    const typed = [
      'Urdu',
      ' urdu ',
      'اردو',
      'ur',
      'Urdu (ur)',
      'Cymraeg',
      'pa-guru',
      'Romany',
      'gibberish',
      '',
    ];
    expect(typed.map(tagOf)).toEqual(['ur', 'ur', 'ur', 'ur', 'ur', 'cy', 'pa-Guru', 'rom', '', '']);
  });

  test('each that is offered has a name, once, and is found by what is offered', () => {
    const tags = languagesOffered().map(({ tag }) => tag);
    for (const tag of ['en', 'ur', 'cy', 'pl', 'so', 'ckb', 'rom']) expect(tags).toContain(tag);
    expect(new Set(tags).size).toBe(tags.length);
    for (const tag of tags) expect([tag, tagOf(languageAndTag(tag))]).toEqual([tag, tag]);
    expect([languageName('ur'), languageAndTag('ur'), languageAndTag('qaa')]).toEqual([
      'Urdu',
      'Urdu (ur)',
      'qaa',
    ]);
  });
});

test('SP1 only a statement in English is asked to begin with I or My', () => {
  expect(beginsOtherwise('Nobody asks my son', 'en')).toBe(true);
  expect(beginsOtherwise('Nobody asks my son', 'en-GB')).toBe(true);
  for (const text of ['My son is asked', 'I’m told first', '“I know who to ask”'])
    expect(beginsOtherwise(text, 'en')).toBe(false);
  // Another language was chosen, or is written.
  expect(beginsOtherwise('Neb yn gofyn', 'cy')).toBe(false);
  expect(beginsOtherwise('مجھے پہلے بتایا جاتا ہے', 'en')).toBe(false);
  expect(beginsOtherwise('Mój pracownik słucha', 'en')).toBe(false);
});
