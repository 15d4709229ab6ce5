import { expect, test } from '@jest/globals';
import type { ReportDocument } from '../../../core/report/document.ts';
import { newReport } from '../../../core/report/document.ts';
import type { Recommendation } from '../../../core/recommendations/types.ts';
import { sourcesEn } from '../../../client/console/messages/sources.en.ts';
import { NEW_QUESTION } from '../../../core/talk/sources.ts';
import { NEW_THEME, type Theme } from '../../../core/talk/types.ts';
import { textSigns } from '../../../server/use/textSigns.ts';
import { recommendation } from '../../support/recommendations.ts';
import { sampleInput } from '../../core/report/made.ts';

const edited = (text: string) => ({ text, from: 'as it was made' });

async function signs(
  edit: Partial<ReportDocument>,
  place = '',
  theme: Partial<Theme> = {},
  list: Recommendation[] = [],
) {
  const { consultation, sessions } = await sampleInput();
  const document: ReportDocument = {
    ...newReport(5, 'shown'),
    lists: { names: ['Zeinab Okafor'], places: ['Acacia Road'] },
    ...edit,
  };
  return textSigns({
    consultation,
    document,
    sessions: sessions.map((s) => ({ ...s, place })),
    talk: { themes: [{ ...NEW_THEME, id: 't', name: 'Listening', ...theme }] },
    recommendations: { list },
  });
}
test('F14 a question of the interviews is named by its place in print, and the example for who agreed has no sign', async () => {
  const { consultation, sessions } = await sampleInput();
  const question = (id: string, order: number, agreedBy: string) => ({
    ...NEW_QUESTION,
    id,
    order,
    text: 'What helped?',
    agreedBy,
  });
  const example = sourcesEn['q.agreed.hint'];
  const questions = [question('b', 2, 'Mrs Jones'), question('c', 3, example), question('a', 1, 'Panel')];
  const flags = textSigns({
    consultation,
    document: newReport(5, 'shown'),
    sessions: [...sessions],
    talk: { themes: [], questions },
    recommendations: { list: [] },
  });
  expect(flags.map((flag) => flag.words)).toEqual([
    'Something in question 2 of the interviews, or who agreed to it, looks like a sign of a person: a name.',
  ]);
});

const words = async (edit: Partial<ReportDocument>, place = '') =>
  (await signs(edit, place)).map((flag) => flag.words);

test('F14 every text that the team wrote and a release prints is searched for signs of a person', async () => {
  const id = (await sampleInput()).consultation.statements[1]?.id ?? '';
  expect(await words({})).toEqual([]);
  const name = 'Zeinab spoke.';
  const picture = {
    id: 'p',
    type: 'image/png' as const,
    data: '',
    alt: 'x',
    credit: 'Zeinab Okafor',
    consent: true,
  };
  const chapter = { id: 'c', title: 'Ours', text: name, pictures: [picture], place: 'end' as const };
  const found = await words({
    title: 'About Acacia Road',
    subtitle: 'Ring 07700\u00a0900\u00a0123',
    notHeard: 'Mrs Jones was not there',
    texts: { limits: edited(name) },
    statements: { [id]: { sentence: edited(name), text: 'Her email is z@example.org.' } },
    chapters: [chapter],
    parts: 'units',
    units: [{ id: 'u', name: 'Zeinab’s people', groups: [], sessions: [] }],
  });
  expect(found).toEqual([
    'Something in the title looks like a sign of a person: a place.',
    'Something in the subtitle looks like a sign of a person: a phone number.',
    'Something in who was not heard looks like a sign of a person: a name.',
    'Something in limits looks like a sign of a person: a name.',
    'Something in statement 2 looks like a sign of a person: a name.',
    'Something in the text under statement 2 looks like a sign of a person: an email address.',
    'Something in chapter 1 of your own looks like a sign of a person: a name.',
    'Something in the description or the credit of a picture in chapter 1 of your own looks like a sign of a person: a name.',
    'Something in the name of a part looks like a sign of a person: a name.',
  ]);
  // What is not printed is not asked about.
  const unprinted = { ...chapter, text: '', pictures: [{ ...picture, consent: false }] };
  expect(await words({ chapters: [unprinted] })).toEqual([]);
  expect(await words({ showPlaces: false }, '3 Acacia Road')).toEqual([]);
  expect((await words({ showPlaces: true }, '3 Acacia Road'))[0]).toContain('the place of a session');
});

test('F14 names of groups and answers, who took part and who else was there are searched too, each once', async () => {
  const { consultation, sessions } = await sampleInput();
  const attendance = [{ group: null, gender: 'Mrs Genderson', ageBand: '40 (ring 07700 900123)', n: 1 }];
  const others = [{ role: 'Interpreter for Mrs Rolewell', n: 1 }];
  const [first] = consultation.statements;
  if (first === undefined) throw new Error('The sample has no statement.');
  const found = textSigns({
    consultation: {
      ...consultation,
      groups: [{ id: 'g', label: 'Children of Mrs Labelgroup', roomLabel: '' }],
      statements: [
        { ...first, scale: { kind: 'own', labels: ['Never', 'As Mrs Scale says'], declines: [] } },
      ],
    },
    document: newReport(5, 'shown'),
    sessions: sessions.map((s) => ({ ...s, attendance, others })),
    talk: { themes: [] },
    recommendations: { list: [] },
  });
  expect(found.map((flag) => flag.words)).toEqual([
    'Something in the name of a group looks like a sign of a person: a name.',
    'Something in the name of an answer looks like a sign of a person: a name.',
    'Something in a gender or an age of those who took part looks like a sign of a person: a name.',
    'Something in a gender or an age of those who took part looks like a sign of a person: a phone number.',
    'Something in who else was in the room looks like a sign of a person: a name.',
  ]);
});

test('F14 what was confirmed of a text is asked again once the text has changed', async () => {
  const code = async (notHeard: string) => (await signs({ notHeard }))[0]?.code;
  const one = await code('Zeinab was ill.');
  expect(one).toMatch(/^text-signs [0-9a-f]{64}$/);
  expect(await code('Zeinab was ill.')).toBe(one);
  expect(await code('Zeinab was very ill.')).not.toBe(one);
  expect(one).not.toContain('Zeinab');
});

test('RT4 names and descriptions of themes, and the words on saturation, are searched too', async () => {
  const found = await signs({ saturation: 'Zeinab Okafor said so' }, '', {
    description: 'As on Acacia Road',
  });
  expect(found.map((flag) => flag.words)).toEqual([
    'Something in the words on saturation looks like a sign of a person: a name.',
    'Something in a theme’s name or description looks like a sign of a person: a place.',
  ]);
});

test('RA1 RA3 signs of a person in a recommendation that a release prints, and in none that stays with the team', async () => {
  const found = async (told: boolean) =>
    (
      await signs({}, '', {}, [
        recommendation('a', { text: 'Ring back', told }),
        recommendation('b', { text: 'Tell people first', why: 'Zeinab said no.', told }),
      ])
    ).map(({ words: text }) => text);
  expect(await found(true)).toEqual([
    'Something in recommendation 2, or what was answered and done, looks like a sign of a person: a name.',
  ]);
  expect(await found(false)).toEqual([]);
});
