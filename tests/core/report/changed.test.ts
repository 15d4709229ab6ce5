/** What was open to change beside what changed, where the report says what could change. */
import { expect, test } from '@jest/globals';
import { askedReport } from '../../../core/report/asked.ts';
import { buildReport } from '../../../core/report/build.ts';
import { newReport, type ReportDocument } from '../../../core/report/document.ts';
import { heardReport } from '../../../core/report/heard.ts';
import { NO_COUNTS, NOT_HEARD } from '../../../core/heard.ts';
import { toldBefore } from '../../../core/recommendations/toldWords.ts';
import { toldLists } from '../../../core/recommendations/toldLists.ts';
import type { ToldPage } from '../../../core/recommendations/told.ts';
import { recommendation } from '../../support/recommendations.ts';
import { sampleInput } from './made.ts';

const { consultation, sessions } = await sampleInput();
const source = {
  consultation,
  list: [
    recommendation('ring', {
      text: 'Ring back',
      order: 1,
      askedOn: '2026-01-12',
      answer: 'accepted',
      done: 'A second line was put in.',
      doneOn: '2026-03-01',
    }),
    recommendation('wait', { text: 'A wall', order: 2, askedOn: '2026-01-12' }),
    recommendation('new', { text: 'Not asked', order: 3 }),
    recommendation('hidden', { text: 'Not told', order: 4, told: false, askedOn: '2026-01-12' }),
  ],
  out: [],
  sessions,
  eligible: [],
  talk: { themes: [], points: [], codings: [], sources: [], passages: [] },
  postits: [],
  releases: [],
  floor: 5,
};
const told = { ...NO_COUNTS, told: { ...NO_COUNTS.told, yes: 5, no: 2 } };
const heard = (people: typeof told) =>
  heardReport({
    sessions: [{ id: 'a', heard: { ...NOT_HEARD, paper: people } }],
    floor: 5,
    earlier: [],
    date: '2026-12-01',
    audience: 'release',
  });

async function changeable(document: Partial<ReportDocument> = {}, people = told, list = source.list) {
  const input = await sampleInput({
    asked: askedReport({ ...source, list }, 'release'),
    heard: heard(people),
    document: { ...newReport(5, 'shown'), ...document },
  });
  const { sections } = buildReport(input);
  return sections.find(({ id }) => id === 'changeable')?.blocks ?? [];
}

test('RA7 what was open stands beside what came of each that somebody was asked for, by number, and what people said of it', async () => {
  const blocks = await changeable();
  expect(blocks.find(({ kind }) => kind === 'table')).toMatchObject({
    head: ['People were told that this can still change', 'What came of it so far'],
    rows: [
      [
        consultation.open,
        'Recommendation 1: Done. A second line was put in.\nRecommendation 2: No answer yet.',
      ],
    ],
  });
  expect(blocks.at(-1)).toMatchObject({
    text: '“We told you what can change. Was that true?”: of 7 people, 5 said yes and 2 said no.',
  });
  // No idea stands in a second place, where it would be forgotten when it is taken back.
  expect(JSON.stringify(blocks)).not.toMatch(/Ring back|A wall|Not told/);
  const tables = async (...given: Parameters<typeof changeable>): Promise<number> =>
    (await changeable(...given)).filter(({ kind }) => kind === 'table').length;
  expect(await tables({ follow: { recommendations: true, followUp: false, heard: true } })).toBe(0);
  expect(await tables({}, told, source.list.slice(2, 3))).toBe(0);
  // A no is never told without its why, or without where that stands.
  const no = recommendation('no', { text: 'A bus', askedOn: '2026-01-12', answer: 'no', why: 'No money.' });
  expect(JSON.stringify(await changeable({}, told, [no]))).toContain(
    'Recommendation 1: No. Why stands under “What was answered, and what was done”.',
  );
  const few = await changeable({}, { ...NO_COUNTS, told: { ...NO_COUNTS.told, yes: 2 } });
  expect(JSON.stringify(few)).not.toContain('of 2 people');
});

test('RC10 the page has the same above all else, of what may be told and was asked', () => {
  const { change, keep } = toldLists({ ...source, list: source.list.filter((one) => one.told) });
  const page: ToldPage = {
    title: '',
    sample: false,
    date: '2026-12-01',
    floor: 5,
    change,
    keep,
    before: { open: 'The letters', heard: { date: '2026-11-01', n: 7, yes: 5, partly: 0, no: 2 } },
  };
  expect(toldBefore(page)).toEqual({
    open: 'The letters',
    now: '',
    came: [
      { mark: 'Done', text: 'Ring back', at: 'change-1', why: '' },
      { mark: 'No answer yet', text: 'A wall', at: 'change-2', why: '' },
    ],
    heard: 'Of 7 people, 5 said yes and 2 said no. So it stands in the report of 1 November 2026.',
  });
  const { before: _before, ...without } = page;
  expect(toldBefore(without)).toBeNull();
});

test('RA7 RC10 what people were told stands as they were told it, beside what they said of it', async () => {
  const words = (open: string) => ({ open, decided: 'The building', part: '', answerDue: '' });
  const [session] = sessions;
  const there = { ...(session ?? ({} as never)), id: 'a', told: [words('The letters')] };
  const input = await sampleInput({
    asked: askedReport(source, 'release'),
    heard: heard(told),
    sessions: [{ ...there, told: [words('The letters'), words('The rooms')] }],
    told: [{ ...words('The letters'), on: '2026-01-01' }],
    consultation: { ...consultation, open: 'The colour of the waiting room', decided: 'The building' },
  });
  const { sections } = buildReport(input);
  const changed = JSON.stringify(sections.find(({ id }) => id === 'changeable'));
  const both = 'The letters\\nTold now: The colour of the waiting room';
  const judged = 'had been told: “The letters” and “The rooms”.';
  expect(changed).toContain(both);
  expect(changed).toContain(judged);
  const chapter = JSON.stringify(sections.find(({ id }) => id === 'heard'));
  expect(chapter).toContain(both);
  expect(chapter).toContain(judged);
  expect(chapter).toContain('"The building"');
  // Where they are the words that stand there, they are not said twice.
  const once = JSON.stringify(buildReport({ ...input, sessions: [there] }).sections);
  expect(once).toContain(both);
  expect(once).not.toContain('had been told');
});
