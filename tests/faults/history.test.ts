import { describe, expect, test } from '@jest/globals';
import { check, contentOf, History, wrongs, type Stored, type Tried } from './history.ts';

const YES = contentOf(5);
const NO = contentOf(1, 'not like that');

/** What happened to revisions of one person's post-it on board 1. */
function tried(...fates: [revision: number, fate: Tried['fate'], content?: string][]): Tried[] {
  return fates.map(([revision, fate, content = YES]) => ({ person: 'a', board: 1, revision, content, fate }));
}

const row = (revision: number, content = YES, person: string | null = 'a'): Stored => ({
  person,
  board: 1,
  revision,
  content,
});

/** Kinds of wrong that a check finds. */
function found(history: Tried[], ...stored: Stored[]): string[] {
  const { examples, ...counts } = check(history, stored);
  expect(examples.length > 0).toBe(Object.values(counts).some((n) => n > 0));
  return Object.entries(counts).flatMap(([kind, n]) => Array.from({ length: n }, () => kind));
}

describe('the checker of histories', () => {
  test('S1 S2 takes what may be: the last acknowledged, something newer that nobody answered, nothing at all', () => {
    expect(found([])).toEqual([]);
    expect(found(tried([1, 'acknowledged']), row(1))).toEqual([]);
    expect(found(tried([1, 'acknowledged'], [2, 'acknowledged', NO]), row(2, NO))).toEqual([]);
    expect(found(tried([1, 'acknowledged'], [2, 'unknown', NO]), row(1))).toEqual([]);
    expect(found(tried([1, 'acknowledged'], [2, 'unknown', NO]), row(2, NO))).toEqual([]);
    expect(found(tried([1, 'unknown']))).toEqual([]);
    expect(found(tried([1, 'refused']))).toEqual([]);
    // Two tabs with the same revision: one of them counts.
    expect(found(tried([1, 'acknowledged'], [1, 'refused', NO]), row(1))).toEqual([]);
  });

  test('S1 what was under way as the power went is unknown whatever is answered, and nothing else is', () => {
    const history = new History();
    const op = (revision: number) => ({ person: 'a', board: 1, revision, content: YES });
    history.sent(op(1));
    history.answered(op(1), 'acknowledged');
    history.sent(op(2));
    history.powerGoes();
    history.answered(op(2), 'acknowledged');
    history.sent(op(3));
    history.answered(op(3), 'acknowledged');
    expect(history.all().map(({ fate }) => fate)).toEqual(['acknowledged', 'unknown', 'acknowledged']);
    history.powerIsBack();
    history.answered(op(2), 'acknowledged');
    expect(history.acknowledged).toBe(3);
  });

  test('S1 finds an acknowledged placement that is gone, older or other than it was', () => {
    expect(found(tried([1, 'acknowledged']))).toEqual(['lost']);
    expect(found(tried([1, 'unknown', NO], [2, 'acknowledged']), row(1, NO))).toEqual(['lost']);
    expect(found(tried([2, 'acknowledged'], [2, 'unknown', NO]), row(2, NO))).toEqual(['lost']);
    expect(found(tried([1, 'acknowledged'], [2, 'acknowledged']))).toEqual(['lost', 'lost']);
  });

  test('S1 finds what nobody sent, and what was refused for good and kept', () => {
    expect(found([], row(1))).toEqual(['invented']);
    expect(found(tried([1, 'acknowledged']), row(1), row(1, YES, null))).toEqual(['invented']);
    expect(found(tried([1, 'acknowledged']), row(3))).toEqual(['invented']);
    expect(found(tried([1, 'unknown']), row(1, NO))).toEqual(['invented']);
    expect(found(tried([1, 'refused']), row(1))).toEqual(['refusedAndKept']);
  });

  test('S2 finds two rows of one person on one board, and two contents acknowledged as one revision', () => {
    expect(found(tried([1, 'acknowledged']), row(1), row(1))).toEqual(['doubled']);
    const both = tried([1, 'acknowledged'], [1, 'acknowledged', NO]);
    expect(found(both, row(1))).toEqual(['lost', 'contradicted']);
  });

  test('S1 a history keeps the best that was answered, and refuses an answer to nothing', () => {
    const history = new History();
    const placed = { person: 'a', board: 1, revision: 1, content: YES };
    expect(() => history.answered(placed, 'acknowledged')).toThrow('never sent');
    history.sent(placed);
    expect(history.all()).toEqual([{ ...placed, fate: 'unknown' }]);
    history.answered(placed, 'acknowledged');
    history.answered(placed, 'refused');
    history.sent(placed);
    expect(history.all()).toEqual([{ ...placed, fate: 'acknowledged' }]);
    expect(history.acknowledged).toBe(1);
  });

  test('S1 what is wrong is told in words and without what was written', () => {
    expect(wrongs(check([], []))).toEqual([]);
    const [words = ''] = wrongs(check(tried([1, 'acknowledged', NO]), []));
    expect(words).toBe('1 lost (lost: board 1, revision 1)');
    expect(contentOf(null, 'gone', 1)).toBe('[null,"",1]');
  });
});
