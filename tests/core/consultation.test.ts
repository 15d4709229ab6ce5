import { describe, expect, test } from '@jest/globals';
import type { Statement, Wording } from '../../core/consultation.ts';
import {
  correctedVersion,
  readStatementList,
  roomLabel,
  sameWordings,
  wordingFor,
  wordingsOf,
} from '../../core/consultation.ts';

describe('a pasted list', () => {
  test.each<[string, string[]]>([
    ['I am heard.\nI am safe.', ['I am heard.', 'I am safe.']],
    ['1. One\n2. Two\r\n10. Ten', ['One', 'Two', 'Ten']],
    ['1) One\n(2) Two\n3)Three', ['One', 'Two', 'Three']],
    ['a) One\nB. Two', ['One', 'Two']],
    ['- One\n* Two\n• Three\n•Four\n– Five', ['One', 'Two', 'Three', 'Four', 'Five']],
    ['\ufeff“One”\n"Two"\n', ['One', 'Two']],
    ['\n\n  One  \n \t \n', ['One']],
    ['- [ ] One\n- [x] Two', ['One', 'Two']],
    ['One\u2028Two\vThree', ['One', 'Two', 'Three']],
    ['', []],
  ])('%j becomes %j', (text, list) => {
    expect(readStatementList(text)).toEqual(list);
  });

  test.each([
    '24 hours is too long to wait.',
    'A worker should listen.',
    'I like “my” worker',
    '3.5 visits a year are enough.',
    '2026 was hard.',
    'e-mail is fine.',
  ])('leaves the words of %j alone', (line) => {
    expect(readStatementList(line)).toEqual([line]);
  });
});

const wordings: Wording[] = [
  { group: null, lang: 'en', text: 'common' },
  { group: null, lang: 'ur', text: 'common ur' },
  { group: 'w', lang: 'en', text: 'workers' },
];
const statement: Statement = {
  id: 's',
  notes: '',
  picture: null,
  scale: null,
  version: 1,
  wordings,
  earlier: [],
};

describe('wordings', () => {
  test('one’s group comes before one’s language, and the common one serves the rest', () => {
    expect(wordingFor(wordings, ['w'], 'ur')?.text).toBe('workers');
    expect(wordingFor(wordings, ['f'], 'ur')?.text).toBe('common ur');
    expect(wordingFor(wordings, [], 'fr')?.text).toBe('common');
    expect(wordingFor([], [], 'en')).toBeNull();
  });

  test('L4 a correction keeps the answered wording under its number', () => {
    const next = correctedVersion(statement, [{ group: null, lang: 'en', text: 'better' }]);
    expect(next.version).toBe(2);
    expect(wordingsOf(next, 1)).toEqual(wordings);
    expect(wordingsOf(next, 2)?.[0]?.text).toBe('better');
    expect(wordingsOf(next, 3)).toBeNull();
  });

  test('are the same in any order, and not with another text', () => {
    expect(sameWordings(wordings, wordings.toReversed())).toBe(true);
    expect(sameWordings(wordings, wordings.slice(1))).toBe(false);
  });

  test('a group goes by its label where it has no name for the room', () => {
    expect(roomLabel({ id: 'a', label: 'Young offenders', roomLabel: '' })).toBe('Young offenders');
    expect(roomLabel({ id: 'a', label: 'Young offenders', roomLabel: 'Young people' })).toBe('Young people');
  });
});
