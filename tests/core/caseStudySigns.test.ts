/** Names in a case study that show by nothing but a capital, and stories in which there are none. */
import { describe, expect, test } from '@jest/globals';
import { namesChanged } from '../../core/caseStudies/namesChanged.ts';
import { openSigns, passedEntry, replaceSign } from '../../core/caseStudies/signs.ts';
import { NEW_CASE_STUDY, type CaseStudyFields } from '../../core/caseStudies/types.ts';
import { SOMEBODY } from '../../core/personal/types.ts';
import { readFileSync } from 'node:fs';

const none = { names: [], places: [] };
const told = (text: string, more: Partial<CaseStudyFields> = {}): CaseStudyFields => ({
  ...NEW_CASE_STUDY,
  title: 'Waiting',
  text,
  ...more,
});
const words = (study: CaseStudyFields) => openSigns(study, none).map((sign) => sign.words);

describe('a name that was found', () => {
  test.each([
    ['Then her brother Tariq came. Nobody had told Tariq.', 'her brother', ['Tariq']],
    [
      'I sat with her mother Janet and her brother Ali. Janet cried.',
      'her brother',
      ['her mother', 'Janet', 'Ali'],
    ],
    ['My friend Treasure came. I told Treasure.', 'my friend', ['Treasure']],
    ['My sister is called Christian. Then Christian left.', 'my sister', ['Christian']],
    ['My mate Will Young rang me on Monday.', 'my mate', ['Will Young']],
  ])('CS4 CS12 stays a sign when what it was found by is replaced: %s', (text, key, left) => {
    const study = told(text);
    const after = replaceSign(study, none, key, SOMEBODY);
    expect(after?.text).toContain(SOMEBODY);
    expect(words({ ...study, ...after })).toEqual(left);
  });
});

describe('a capital', () => {
  test.each([
    ['Sharon Bates was nineteen. Dwayne was there, in Leeds.', ['Sharon Bates', 'Dwayne', 'Leeds']],
    ['Sharon Bates came. Then Sharon left, and MRS BATES stayed.', ['Sharon', 'Bates']],
    [
      'Kai, her partner, waited. Zeb and I talked. Quill’s letter came.',
      ['Kai', 'her partner', 'Zeb', 'Quill'],
    ],
    ['The man from Leeds City Council knew Mark Young.', ['Leeds City Council', 'Mark Young']],
    ['I asked Grace. In May we moved, on 3 June. April said no.', ['Grace', '3 June']],
    ['“Tariq came,” she said. “Nobody saw Tariq.”', ['Tariq']],
  ])('CS4 CS12 is asked about where it may be a name: %s', (text, expected) => {
    expect(words(told(text)).toSorted()).toEqual(expected.toSorted());
  });

  test('CS4 CS12 is asked about in the title too, and a changed name is none', () => {
    expect(words(told('We waited.', { title: 'Maya’s story' }))).toEqual(['Maya']);
    expect(words(told('Clara told Clara Bates.', { title: 'Clara’s story', names: ['Clara'] }))).toEqual([
      'Bates',
    ]);
    const both = replaceSign(
      told('Sharon Bates came. I saw Sharon.', { title: 'Sharon' }),
      none,
      'sharon',
      'Clara',
    );
    expect(both).toEqual({ title: 'Clara', text: 'Sharon Bates came. I saw Clara.' });
  });

  test('CS12 means little where every noun has one: then names that are often given are asked about', () => {
    const german =
      'Am Montag kam die Frau vom Amt in unsere Wohnung. Der Termin war um neun. Niemand hatte mir gesagt, dass Sharon das Gespräch führt und mein Kind in eine Pflegefamilie soll.';
    expect(words(told(german))).toEqual(['Sharon']);
  });
});

/** Stories as they are written, in which nobody is named and each sentence begins otherwise. */
const STORIES = [
  `Papers were on the table before I had made tea. Housing was the first thing. Complaints went nowhere. Social Services told me to ring the Local Authority. Universal Credit was stopped twice. Court came next. Letters arrived after the dates in them. CAFCASS had written a report without meeting us. Reading it made me sick. Nobody speaks Somali in that office, and on Friday the interpreter came late. Trust takes years. Supervised contact ended in June. Bedtimes are loud, and GPs should be told.`,
  `Probation sent me to the other side of the city. Buses did not run that early. Missing it meant recall. Methadone kept me steady. Rehab was six months in the countryside. Photographs were not allowed. Officers said her name was not on the list. Someone wrote to the Director of Children’s Services. Asked what would help, I said: one person who stays. Workers change like weather. Boxing Day I ate noodles.`,
  `Snow lay on the ground the day they came. Neighbours stood at their curtains. Paediatricians looked at her. Core groups met in the Family Hub. Arrears went up. Bailiffs came in May. Toys came out of her bag. Sentences got shorter. Relief, then anger. Checking could have been kinder. Curfew at seven meant no stories. Blokes who had been there helped. Dinosaurs, I said. Big ones later.`,
];

test('CS12 signs do not cry wolf: in stories and comments that name nobody, no capital is asked about', () => {
  const sample = JSON.parse(readFileSync('data/sample.json', 'utf8')) as { sessions: { answers: unknown }[] };
  const comments =
    JSON.stringify(sample.sessions.map(({ answers }) => answers)).match(/[A-Z“][^"\\]{8,}/gu) ?? [];
  expect(comments.length).toBeGreaterThan(50);
  const asked = [...STORIES, comments.join('\n')].flatMap((text) =>
    openSigns(told(text), none).filter(({ kind }) => kind === 'capital'),
  );
  expect(asked).toEqual([]);
});

test('CS12 names are said to be changed where one was and none stands as it was', () => {
  const changed = told('Clara waited.', { names: ['Clara'] });
  const passed = told('Dwayne waited.', { passed: [passedEntry('dwayne', 'They agreed to it')] });
  expect(namesChanged([changed, told('We waited.')], none)).toBe('all');
  expect(namesChanged([changed, passed], none)).toBe('some');
  expect(namesChanged([passed], none)).toBe('none');
  // The name went with its sentence.
  expect(namesChanged([told('We waited.', { names: ['Clara'] })], none)).toBe('none');
});

describe('a name in another script of the same story', () => {
  const said = 'Samira waited. She said: میں سمیرا ہوں، اور میں انتظار کر رہی تھی۔ Nobody rang Samira.';

  test('CS3 CS4 is a sign of its own, and has to be settled before the one by which it is known', () => {
    const study = told(said);
    expect(openSigns(study, none).map(({ words: one, kind, like }) => [one, kind, like?.words])).toEqual([
      ['Samira', 'capital', undefined],
      ['سمیرا', 'script', 'Samira'],
    ]);
    expect(replaceSign(study, none, 'samira', 'Clara')).toBeNull();
    const first = replaceSign(study, none, 'سمیرا', 'Clara');
    const then = replaceSign({ ...study, ...first, names: ['Clara'] }, none, 'samira', 'Clara');
    expect(then?.text).toBe(said.replaceAll(/Samira|سمیرا/gu, 'Clara'));
    expect(words({ ...study, ...then, names: ['Clara'] })).toEqual([]);
  });

  test('CS3 CS4 one that was let pass as no name holds nothing up', () => {
    const study = told(said, { passed: [passedEntry('سمیرا', 'It is not a name')] });
    expect(replaceSign(study, none, 'samira', 'Clara')?.text).toContain('میں سمیرا ہوں');
  });

  test.each([
    ['Yusuf came. ويوسف لم يأت.', 'ويوسف'],
    ['I told Priya. प्रिया ने सुना।', 'प्रिया'],
  ])('CS4 is found with what is written in one with it, and in other scripts: %s', (text, found) => {
    expect(words(told(text))).toContain(found);
  });

  test('CS4 words that are like no name of the story are no signs', () => {
    expect(words(told('Nobody rang Samira. وہ کبھی واپس فون نہیں کرتے اور میں انتظار کرتی رہی۔'))).toEqual([
      'Samira',
    ]);
  });
});
