/** What a pack could not print is found before it is made, in whatever would stand on its pages and nothing else. */
import { describe, expect, test } from '@jest/globals';
import type { Consultation } from '../../../core/consultation.ts';
import type { PaperPart } from '../../../core/paper.ts';
import { unprintedIn } from '../../../server/paper/unprinted.ts';
import { group, packSource, paperSession, statement, type Wanted } from '../../support/paper.ts';

const AMHARIC = 'የሰፈር ሰዎች';
const found = (wanted: Wanted) => unprintedIn(packSource(wanted));

describe('each field, where it is printed', () => {
  const words = { dangerTo: '', helpFrom: '', complainTo: '', withdrawUntil: '', consent: '', rights: '' };
  const own = (change: Partial<Consultation['words']>) => ({ words: { ...words, ...change } });
  test.each<[where: string, change: Partial<Consultation>, on: PaperPart, not: PaperPart | null]>([
    ['the title', { title: AMHARIC }, 'slips', null],
    ['the aim', { aim: AMHARIC }, 'consent', 'headings'],
    ['who asks', { askedBy: AMHARIC }, 'consent', 'statements'],
    ['who leads this', { ledBy: AMHARIC }, 'help', 'slips'],
    ['who answers', { answeredBy: AMHARIC }, 'consent', 'tally'],
    ['what is decided', { decided: AMHARIC }, 'script', 'slips'],
    ['what is open', { open: AMHARIC }, 'script', 'cards'],
    ['who is told of danger', own({ dangerTo: AMHARIC }), 'consent', 'slips'],
    ['where there is help', own({ helpFrom: AMHARIC }), 'help', 'statements'],
    ['who takes complaints', own({ complainTo: AMHARIC }), 'help', 'headings'],
    ['until when answers can be taken out', own({ withdrawUntil: AMHARIC }), 'consent', 'slips'],
    ['what people agree to', own({ consent: AMHARIC }), 'consent', 'tally'],
    ['their rights', own({ rights: AMHARIC }), 'consent', 'tally'],
    ['the names of groups', { groups: [group('a', 'Families'), group('b', AMHARIC)] }, 'tally', 'headings'],
    [
      'the names of groups',
      { groups: [group('a', 'Families'), { ...group('b', 'Workers'), roomLabel: AMHARIC }] },
      'tally',
      'headings',
    ],
    ['statements 2', { statements: [statement('a', 'One'), statement('b', AMHARIC)] }, 'slips', 'help'],
    [
      'statements 1, 2',
      { scale: { kind: 'own', labels: [AMHARIC, 'Yes'], declines: [] } },
      'headings',
      'consent',
    ],
    ['statements 1', { statements: [{ ...statement('a', 'One'), notes: AMHARIC }] }, 'script', 'statements'],
  ])('PR8 %s', async (where, consultation, on, not) => {
    expect(await found({ consultation, order: { parts: [on] } })).toEqual({
      where: [where],
      letters: ['Amharic or Tigrinya'],
    });
    if (not !== null) expect(await found({ consultation, order: { parts: [not] } })).toBeNull();
  });

  test('PR8 the name of the session', async () => {
    const session = paperSession({ name: AMHARIC });
    expect(await found({ session, order: { session: 's', parts: ['help'] } })).toMatchObject({
      where: ['the name or the place of a session'],
    });
  });

  test('PR8 code cards by themselves need none of what is on the other sheets', async () => {
    const session = paperSession({ name: AMHARIC });
    const order = { session: 's', parts: ['codes'] as PaperPart[] };
    expect(await found({ session, order, consultation: { aim: AMHARIC }, codes: ['X'] })).toBeNull();
  });

  test('PR8 several fields are named together, and what their letters are called', async () => {
    const consultation = { aim: 'བོད་ཡིག', askedBy: 'ᱥᱟᱱᱛᱟᱲᱤ', decided: 'ᏣᎳᎩ', open: 'ગુજરાતી' };
    expect(await found({ consultation, order: { parts: ['consent', 'script'] } })).toEqual({
      where: ['the aim', 'who asks', 'what is decided', 'what is open'],
      letters: ['Cherokee', 'Gujarati', 'Santali', 'Tibetan'],
    });
  });
});

test.each([
  'العربية',
  'اردو زبان',
  'سنڌي',
  'বাংলা ভাষা',
  'ภาษาไทย ที่นี่',
  'ਪੰਜਾਬੀ ਭਾਸ਼ਾ',
  'Zażółć gęślą jaźń',
  'Știință și țară',
  'Ελληνικά',
  'Українська',
  'हिन्दी',
  '👨‍👩‍👧‍👦 👍🏽 🏳️‍🌈',
  'Superlongword'.repeat(5),
])('PR8 PR6 what the fonts have is printed: %s', async (text) => {
  const consultation = { title: text, aim: text, groups: [group('a', text), group('b', 'Workers')] };
  expect(await found({ consultation, order: { parts: ['consent', 'tally', 'slips'] } })).toBeNull();
});
