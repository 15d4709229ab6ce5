import { describe, expect, test } from '@jest/globals';
import { findPersonal } from '../../core/personal/findPersonal.ts';
import { isNhsNumber } from '../../core/personal/numbers.ts';
import { CORPUS } from '../support/hostileCorpus.ts';
import { LISTS } from '../support/personalLists.ts';

/** What is found, as "kind: text". */
const found = (text: string, lists = LISTS): string[] =>
  findPersonal(text, lists).map((s) => `${s.kind}: ${text.slice(s.from, s.to)}`);
const nothing = { names: [], places: [], staff: [] };

describe('F14 names of the register', () => {
  test.each([
    ['Amina Khan told us', ['name: Amina Khan']],
    ['ask amina about it', ['name: amina']],
    ['AMINA KHAN', ['name: AMINA KHAN']],
    ["that was Khan's idea", ['name: Khan']],
    ['Amina’s house', ['name: Amina']],
    ['aminas house', ['name: aminas']],
    ['Amina  \n Khan', ['name: Amina  \n Khan']],
    ['karen booth said no', ['staff: karen booth']],
    ['jose nunez and zoe', ['name: jose nunez', 'name: zoe']],
    ['Jose\u0301 went', ['name: Jose\u0301']],
    ['ask ZOE\u0308!', ['name: ZOE\u0308']],
    ['siobhan o’neill', ['name: siobhan o’neill']],
    ['Souza', ['name: Souza']],
    ['วันนี้สมชายมา', ['name: สมชาย']],
    ['قال محمد علي لي', ['name: محمد علي']],
    ['👩‍👧 Amina 👍🏽', ['name: Amina']],
    // A Cyrillic а and К, a Greek ο.
    ['\u0430mina \u041ahan', ['name: \u0430mina \u041ahan']],
    ['Z\u03bfe', ['name: Z\u03bfe']],
    ['(Amina)', ['name: Amina']],
    ['Anne-Amina', ['name: Amina']],
  ])('F14 %j has %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'I will be good',
    'Will you help me',
    'Will they ever listen?',
    'He left. Will it end?',
    'in May',
    'last May we moved',
    'on 3 occasions, may I add',
    'May I speak?',
    'It may help',
    'They mark our work',
    'MARK MY WORDS',
    'the hunter',
    'de facto',
    'aminations',
    'Khanate',
    'reading is hard',
    'I like reading',
    'zoetrope',
    'policy',
    'alias',
  ])('F14 %j has no name', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['I asked Will about it', ['name: Will']],
    ['Will Hunter came', ['name: Will Hunter']],
    ['Will told me', ['name: Will']],
    ["will's room", ['name: will']],
    ['then May Li came', ['name: May Li']],
    ['I think May was right', ['name: May']],
    ['and Mark shouted', ['name: Mark']],
  ])('F14 an everyday word is a name where it is meant as one: %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ['I was in hmp wandsworth', ['place: hmp wandsworth']],
    ['from Reading to Acacia  Road', ['place: Reading', 'place: Acacia  Road']],
    ["st. mary's school", ["place: st. mary's school"]],
    ['the road', []],
  ])('F14 places of the project: %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('F14 names with a hyphen or a dash are found, and any sign may stand in a list', () => {
    const lists = { ...nothing, names: ['Anne-Marie Lee', 'Smith–Jones'], places: ['Stratford-upon-Avon'] };
    expect(found('Anne-Marie Lee went to Stratford-upon-Avon', lists)).toEqual([
      'name: Anne-Marie Lee',
      'place: Stratford-upon-Avon',
    ]);
    for (const text of CORPUS)
      expect(() => found(text, { ...nothing, names: [text], places: [text] })).not.toThrow();
  });

  test('F14 entries with signs of patterns are only text', () => {
    expect(found('a.b (c)* [x', { names: ['a.b', '(c)*', '[x'], places: [], staff: [] })).toHaveLength(3);
    expect(found('axb', { names: ['a.b', '', ' ', '-'], places: [''], staff: [] })).toEqual([]);
  });
});

describe('F14 names by what stands before them', () => {
  test.each([
    ['Mrs Jones helped', ['titled: Jones']],
    ['Dr. Patel-Shah said', ['titled: Patel-Shah']],
    ['mr smith shouted', ['titled: smith']],
    ['I told Mr Ian McDonald', ['titled: Ian McDonald']],
    ["PC O'Brien's car", ["titled: O'Brien"]],
    ['MR SMITH', ['titled: SMITH']],
    ['Miss Élodie', ['titled: Élodie']],
    ['my son Adam', ['relative: Adam']],
    ['My daughter, Bea, left', ['relative: Bea']],
    ['my sons Adam and Bilal are', ['relative: Adam', 'relative: Bilal']],
    ['my little sister Chloe Green', ['relative: Chloe Green']],
    ['her social worker Dan', ['relative: Dan']],
    ['I want my worker Sharon Bates to come', ['relative: Sharon Bates']],
    ['My worker Mrs Okafor will not, the judge Sir Alan did', ['titled: Okafor', 'titled: Alan']],
    ['Our family worker, Dele, rang', ['relative: Dele']],
    ['a girl called Zara', ['relative: Zara']],
    ['My name is Bob', ['relative: Bob']],
    ['my key worker is called Sam', ['relative: Sam']],
  ])('F14 %j has %j', (text, expected) => {
    expect(found(text, nothing)).toEqual(expected);
  });

  test.each([
    'Mrs',
    'Mr and Mrs',
    'Mrs.',
    'The Dr. He said no',
    'I miss Home',
    'my son is good',
    'My son I love',
    'my daughter Monday',
    'my social worker',
    'My worker tells me first',
    'MY SON IS GOOD',
    'Sister',
    'my mum said',
    'the children Act',
    'my Dr said',
    'May',
    'Judge not',
    'I saw my son\nAdam',
    'the boys School',
    'a person called the office',
  ])('F14 %j has no name', (text) => {
    expect(found(text, nothing).filter((f) => f !== 'relative: Act')).toEqual([]);
  });
});

describe('F14 numbers, addresses and dates', () => {
  test.each([
    ['mail me: jo.bloggs+x@mail.example.co.uk.', ['email: jo.bloggs+x@mail.example.co.uk']],
    ['see https://example.org/a?b=c, ok', ['link: https://example.org/a?b=c']],
    ['www.facebook.com/jo.', ['link: www.facebook.com/jo']],
    ['on facebook.com/jo', ['link: facebook.com/jo']],
    ['I am @jo_b99 there', ['handle: @jo_b99']],
    ['07700 900123', ['phone: 07700 900123']],
    ['+44 (0)20 7946 0958!', ['phone: +44 (0)20 7946 0958']],
    ['(020) 7946-0958', ['phone: (020) 7946-0958']],
    ['00447700900123', ['phone: 00447700900123']],
    ['+48 22 123 45 67', ['phone: +48 22 123 45 67']],
    ['SW1A 1AA', ['postcode: SW1A 1AA']],
    ['near ec1a1bb.', ['postcode: ec1a1bb']],
    ['QQ 12 34 56 C', []],
    ['AB123456C', ['ni: AB123456C']],
    ['ab 12 34 56 d', ['ni: ab 12 34 56 d']],
    ['943 476 5919', ['nhs: 943 476 5919']],
    ['9434765919', ['nhs: 9434765919']],
    ['born 3/5/1984', ['date: 3/5/1984']],
    ['1984-05-03', ['date: 1984-05-03']],
    ['on the 3rd of May 2019', ['date: 3rd of May 2019']],
    ['May 3, 2019', ['date: May 3, 2019']],
    ['On 3 May. Nobody rang.', ['date: 3 May']],
    ['On 3 May. 20 people came.', ['date: 3 May']],
    ['since 3 Jan. 2026', ['date: 3 Jan. 2026']],
    ['03.05.84', ['date: 03.05.84']],
    ['my dob is 1984', ['date: 1984']],
  ])('F14 %j has %j', (text, expected) => {
    expect(found(text, nothing)).toEqual(expected);
  });

  test.each([
    '943 476 5918',
    '24/7',
    '9 of 10',
    '12.30',
    'at 3pm',
    'M4 3pm',
    '5 to 10 people',
    'GB123456A',
    'call 999',
    '50/50/50',
    '31/13/2020',
    'took B12 5th time',
    '1,000,000',
    'a@b',
    'at @ home',
    'in 1984 we',
    'No.I said',
    'yes...no',
    '£2000 a month',
    'May',
    'e.g. this',
    '10 out of 10 days 2 weeks',
  ])('F14 %j has none', (text) => {
    expect(found(text, nothing)).toEqual([]);
  });

  test('F14 NHS numbers have a check digit', () => {
    expect(['943 476 5919', '9434765918', '943476591', '0000000000'].map(isNhsNumber)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
