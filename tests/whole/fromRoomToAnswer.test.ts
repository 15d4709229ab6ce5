/**
 * From two rooms to the answer, on the pages that people use: statements and talk with a scribe on a second device and a
 * thought from a phone, an interview that is coded, themes that are merged, a case study, recommendations that a third
 * meeting checks, the page and the poster, the report in three forms. Each number is read where it is shown and found
 * again in every file. Only the crowd, people behind the floors, comes without pages. The steps stand in journey/.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { selected } from '../support/qda.ts';
import { schemaFaults } from '../support/qdaSchema.ts';
import { missingInPdf } from '../support/readReport.ts';
import {
  RING,
  AWAY,
  STORY,
  WHY_NOT,
  checkInRoom,
  followUp,
  recommend,
  shownOf,
  tell,
  writeStory,
} from './journey/answered.ts';
import { makeReport, takeFiles, type Files } from './journey/files.ts';
import { STATEMENTS, openHall, prepare, type Hall } from './journey/hall.ts';
import { answersOf, finishRoom, openRoom, placeAll } from './journey/room.ts';
import {
  CALLS,
  PASSAGES,
  QUOTE,
  THOUGHT,
  codeInterview,
  interview,
  mergeThemes,
  openScribe,
  raisedOf,
  scribeFirst,
  scribeSecond,
  thinkAloud,
} from './journey/said.ts';

const PEOPLE = 8;
/** What the two people with phones answer to each statement. */
const OWN = [
  [4, 5],
  [2, 4],
] as const;
/** How many of both rooms gave each answer to each statement. */
const COUNTS = STATEMENTS.map((_, at) => {
  const all = OWN.flatMap((own) => [...answersOf(PEOPLE - 1, at + 1), own[at]]);
  return [1, 2, 3, 4, 5].map((code) => all.filter((answer) => answer === code).length);
});

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(async () => {
  await hall?.close();
});

test('TK1 TK8 TP1 TP4 F1 in two rooms people place, a scribe on a tablet notes what is said, and a thought comes from a phone', async () => {
  await prepare(hall);
  const first = await openRoom(hall, 'Family centre', PEOPLE);
  const scribe = await openScribe(hall, first);
  const shown = [await placeAll(hall, first, OWN[0])];
  await scribeFirst(scribe);
  await thinkAloud(hall, first, scribe);
  await finishRoom(hall, first);
  const second = await openRoom(hall, 'Youth club', PEOPLE);
  const again = await openScribe(hall, second);
  shown.push(await placeAll(hall, second, OWN[1]));
  await scribeSecond(again);
  await finishRoom(hall, second);
  // What phones showed of both rooms is what they answered.
  const sums = STATEMENTS.map((_, at) =>
    [0, 1, 2, 3, 4].map((i) => sum(shown.map((room) => room[at]?.[i] ?? 0))),
  );
  expect(sums).toEqual(COUNTS);
});

test('IV1 IV8 IV10 TK3 TK9 an interview is held on the tablet and coded across emoji and Urdu, and two themes become one', async () => {
  await interview(hall);
  await codeInterview(hall);
  await mergeThemes(hall);
  expect(await raisedOf(hall)).toEqual({ sessions: 2, of: 2, sources: 1, points: 6, hands: 2, passages: 2 });
});

test('CS1 CS5 RC5 a story gets its yes and its second reader by hand; recommendations rest on a theme and on a statement', async () => {
  await writeStory(hall);
  await recommend(hall);
});

test('CK1 CK4 CK5 RC2 a third meeting checks them on phones and a sheet of paper, and they are answered and promised', async () => {
  const third = await openRoom(hall, 'Coming together', PEOPLE - 1);
  await checkInRoom(hall, third);
  await finishRoom(hall, third, true);
  await followUp(hall);
  // Points with their hands; six phones and a sheet have three dots each, and one phone more.
  expect(await shownOf(hall, RING)).toMatchObject({ said: '6 of 8', dots: 20 });
  expect(await shownOf(hall, AWAY)).toMatchObject({ said: '3 of 8', dots: 4 });
});

test('RC6 RC7 the page, read on a phone without an account, and both posters say the same of it', async () => {
  const { page, posters } = await tell(hall);
  expect(posters).toHaveLength(2);
  for (const text of [page, ...posters])
    for (const words of [RING, 'Raised in both sessions', WHY_NOT, '30 June 2027', AWAY])
      expect(text).toContain(words);
});

test('F11 RT1 RT3 the report has the same numbers, the quote and the story in all three forms', async () => {
  const report = await makeReport(hall);
  expect(Object.keys(report)).toEqual(['word', 'web', 'pdf']);
  for (const text of Object.values(report)) {
    for (const words of [RING, AWAY, WHY_NOT, STORY.title]) expect(text).toContain(words);
    // Of one theme, six points in two sessions; hands and passages are not told.
    expect(text).toMatch(/Raised in 2\sof\s2\ssessions, 6\spoints\./u);
    for (const counts of COUNTS)
      expect(text).toContain(`Everyone ${[...counts, sum(counts)].join(' ')} 0 0 0`);
    // What nobody chose stays with the team.
    for (const words of ['came on Friday', 'Nobody rings back', THOUGHT, 'Thought 0 of', 'My own words'])
      expect(text).not.toContain(words);
  }
  for (const text of [report.word, report.web]) {
    expect(text).toContain(QUOTE);
    expect(text).toContain(STORY.text);
  }
  expect(missingInPdf(report.pdf, [QUOTE, 'The letter came, and nobody could read it to me.'])).toEqual([]);
});

test('F1 F5 F12 QX1 QX2 each number on the pages is the number in the files, and selections are the words that were selected', async () => {
  const raised = await raisedOf(hall);
  expect(raised).toMatchObject({ sessions: 2, of: 3 });
  const [ring, away] = [await shownOf(hall, RING), await shownOf(hall, AWAY)];
  const tables = await countsShown(hall);
  const files = await takeFiles(hall);
  for (const rows of [files.csv, files.sheet]) {
    expect(rows('themes')).toMatchObject([
      {
        name: CALLS,
        sessions: `${raised.sessions}`,
        sources: `${raised.sources}`,
        points: `${raised.points}`,
        hands: `${raised.hands}`,
        passages: `${raised.passages}`,
        voices: '9',
      },
    ]);
    const said = rows('contributions');
    expect(said).toHaveLength(10);
    expect(said.filter((row) => row['theme_names'] === CALLS)).toHaveLength(raised.points);
    const phones = said.filter(({ source }) => source === 'phone');
    expect(phones).toHaveLength(5);
    expect(phones.filter((row) => row['theme_names'] === CALLS)).toMatchObject([{ text: THOUGHT }]);
    expect(said.map(({ text }) => text)).toContain(QUOTE);
    expect(rows('passages').map(({ text }) => text)).toEqual(PASSAGES);
    expect(rows('sessions')).toHaveLength(raised.of);
    expect(rows('case_studies')).toMatchObject([{ title: STORY.title, own_yes: '1', may_publish: '1' }]);
    const asked = rows('recommendations');
    expect(asked).toMatchObject([
      { text: RING, answer: 'part', why: WHY_NOT, promised_for: '2027-06-30', voices: `${ring.voices}` },
      { text: AWAY, answer: '', statement_ids: 's02' },
    ]);
    expect(asked.map(checked)).toEqual([ring, away].map(({ said: of, dots }) => [of, dots]));
    expect(tables).toEqual(COUNTS);
    expect(answered(rows)).toEqual(tables);
  }
  const { xml, texts } = files.project;
  expect(await schemaFaults('project', xml)).toEqual([]);
  const places = selected(xml, texts);
  for (const words of [...PASSAGES, QUOTE, THOUGHT])
    expect(places.filter((one) => one === words)).toHaveLength(1);

  // The archive takes along what the release told, so that a later one on another laptop is held against it.
  const [release] = await hall.store().releases(hall.id);
  const archive = await hall.server.fetch(`/api/consultations/${hall.id}/archive`);
  const parts = unzipSync(new Uint8Array(await archive.arrayBuffer()));
  const read = (name: string): unknown => JSON.parse(strFromU8(parts[name] ?? new Uint8Array()));
  expect(release?.entry.talk).toBeDefined();
  expect(read('releases.json')).toMatchObject([{ entry: { talk: release?.entry.talk } }]);
  expect(hall.server.faults).toEqual([]);
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** As the page says it: how many of those who chose one of the three said that it is what they said; and dots. */
function checked(row: Record<string, string>): [string, number] {
  const [said = 0, not = 0, missing = 0] = ['said', 'not_quite', 'missing'].map((of) =>
    Number(row[`checked_${of}`]),
  );
  return [`${said} of ${said + not + missing}`, Number(row['dots'])];
}

/** How many answers of each kind each statement has in a file. */
function answered(rows: Files['csv']): number[][] {
  const all = rows('responses_long');
  return STATEMENTS.map((_, at) =>
    [1, 2, 3, 4, 5].map(
      (code) =>
        all.filter((row) => row['statement_id'] === `s0${at + 1}` && row['answer_code'] === `${code}`).length,
    ),
  );
}

/** The same as the tables of the results page say it. */
async function countsShown({ page, go }: Hall): Promise<number[][]> {
  await go('results');
  await page.getByRole('button', { name: 'Open all' }).click();
  const rows = page.locator('.round-table').getByRole('row', { name: /^Everyone/ });
  await rows.nth(STATEMENTS.length - 1).waitFor();
  const cells = await Promise.all((await rows.all()).map((row) => row.getByRole('cell').allInnerTexts()));
  return cells.map((row) => row.slice(0, 5).map(Number));
}
