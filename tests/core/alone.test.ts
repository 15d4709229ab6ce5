/** The rules of talking alone: days, fives, and what comes in. */
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { ALONE_LETTERS, ALONE_PLAIN, ALONE_TEXT, aloneUntil, shownWaiting } from '../../core/alone.ts';
import { mergeConsultation } from '../../core/archive/mergeConsultation.ts';
import { consultationFile, readConsultationFile } from '../../core/consultationFile.ts';
import { sampleInput } from './report/made.ts';
import { aloneAskSchema, readCard, readSettle, readTalkWish, readTellWish } from '../../core/schemaAlone.ts';

const DAYS = { date: '2026-11-22', withdrawUntil: null, keepUntil: null, answerDue: '' };
const TODAY = '2026-11-22';

describe('AL6 the day on which a request goes', () => {
  test('AL6 one to talk goes with the keys at the latest, without any after thirty days, and never after the data', () => {
    expect(aloneUntil('talk', { ...DAYS, withdrawUntil: '2026-12-06' }, TODAY)).toBe('2026-12-06');
    expect(aloneUntil('talk', DAYS, TODAY)).toBe('2026-12-22');
    expect(aloneUntil('talk', { ...DAYS, keepUntil: '2026-12-01' }, TODAY)).toBe('2026-12-01');
    // The day that was told stays the same while the session goes on.
    expect(aloneUntil('talk', DAYS, '2026-11-25')).toBe('2026-12-22');
    expect(aloneUntil('talk', DAYS, '2027-03-01')).toBe('2027-03-31');
  });

  test('AL6 one to be told waits for the answer that is promised, and goes with the data', () => {
    expect(aloneUntil('told', DAYS, TODAY)).toBe('2027-05-21');
    expect(aloneUntil('told', { ...DAYS, answerDue: '2027-01-01' }, TODAY)).toBe('2027-06-30');
    expect(aloneUntil('told', { ...DAYS, answerDue: 'in the spring' }, TODAY)).toBe('2027-05-21');
    expect(aloneUntil('told', { ...DAYS, answerDue: '2027-01-01', keepUntil: '2027-02-01' }, TODAY)).toBe(
      '2027-02-01',
    );
  });
});

test('AL3 of a session that is open fives are counted', () => {
  expect([0, 1, 4, 5, 6, 9, 10, 11].map(shownWaiting)).toEqual([0, 0, 0, 5, 5, 5, 10, 10]);
});

describe('AL1 what comes in', () => {
  const HEAD = 'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOS';
  const sealed = HEAD.padEnd(ALONE_LETTERS, 'A');
  const ask = { kind: 'talk', id: '0'.repeat(32), sealed, to: 'age1qqqqqqqqqqqq' };
  const takes = (value: unknown): boolean => v.safeParse(aloneAskSchema, value).success;

  test('AL1 a request is sealed and of one length, and carries nothing else', () => {
    expect(takes(ask)).toBe(true);
    expect(takes({ kind: 'told', id: ask.id, back: true })).toBe(true);
    for (const wrong of [
      { ...ask, sealed: sealed.slice(4) },
      { ...ask, sealed: `${sealed}AAAA` },
      { ...ask, sealed: 'A'.repeat(ALONE_LETTERS) },
      { ...ask, id: 'me' },
      { ...ask, kind: 'other' },
      { ...ask, to: '' },
      { ...ask, find: 'in plain words' },
      { ...ask, back: true },
      { kind: 'talk', id: ask.id, back: false },
    ])
      expect(takes(wrong)).toBe(false);
    expect(readCard({ ...ask, session: 's1' })).toMatchObject({ session: 's1' });
    expect(readCard(ask)).toMatchObject({ refusal: 'bad-message', where: 'session' });
    expect(readSettle({ passphrase: 'long enough to be one', as: 'lost' })).toMatchObject({ where: 'as' });
  });

  test('AL1 the longest texts fit into what is sealed', () => {
    const most = { find: '𝒳'.repeat(ALONE_TEXT.find), when: '"\n'.repeat(ALONE_TEXT.when / 2) };
    const wish = { ...most, aloud: 'unsure', write: 'unsure' };
    expect(Buffer.from(JSON.stringify(wish)).length).toBeLessThan(ALONE_PLAIN);
    const widest = { ...wish, when: '𝒳'.repeat(ALONE_TEXT.when) };
    expect(Buffer.from(JSON.stringify(widest)).length).toBeLessThan(ALONE_PLAIN);
    expect(readTalkWish(widest)).toEqual(widest);
  });

  test('AL1 what was sealed is read as anything that comes in: nobody has looked at it', () => {
    const wish = { find: ' red\u202Ecard ', when: '', aloud: 'no', write: 'yes' };
    expect(readTalkWish(wish)).toEqual({ ...wish, find: 'redcard' });
    for (const wrong of [
      { ...wish, find: '' },
      { ...wish, find: 'x'.repeat(ALONE_TEXT.find + 1) },
      { ...wish, find: 'a\u0007' },
      { ...wish, aloud: 'perhaps' },
      { ...wish, more: 1 },
      null,
      'red card',
    ])
      expect(readTalkWish(wrong)).toBeNull();
    expect(readTellWish({ how: 'speak', where: 'at home' })).toEqual({ how: 'speak', where: 'at home' });
    for (const wrong of [{ how: 'sing', where: 'x' }, { how: 'speak', where: '' }, []])
      expect(readTellWish(wrong)).toBeNull();
  });
});

test('AL1 whom to ask without writing is a word of the consultation: in its file, and merged from the laptop that has it', async () => {
  const { consultation: here } = await sampleInput({});
  const there = { ...here, words: { ...here.words, talkTo: 'Jo, by the door' } };
  const file = readConsultationFile(consultationFile(there));
  expect(file).toMatchObject({ words: { talkTo: 'Jo, by the door' } });
  const { consultation, differences } = mergeConsultation(here, there);
  expect([consultation.words.talkTo, differences]).toEqual(['Jo, by the door', []]);
  const other = { ...here, words: { ...here.words, talkTo: 'Sam, at the tea' } };
  expect(mergeConsultation(other, there)).toMatchObject({
    consultation: { words: { talkTo: 'Sam, at the tea' } },
    differences: [{ code: 'field', slots: { field: 'talkTo' } }],
  });
  expect(mergeConsultation(here, here).consultation.words).toEqual(here.words);
});
