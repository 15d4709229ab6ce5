/**
 * From two rooms to the answer: answers, talk, a scribe on a device of its own, thoughts from phones, an interview, one
 * codebook, a case study, a recommendation, the page and the poster, the report in three forms. Each number is followed
 * from the screen into every file.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import type { Consultation } from '../../core/consultation.ts';
import type { JobState } from '../../core/api.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { TalkPage } from '../../core/talk/api.ts';
import { THERE, thoughtPlace } from '../../core/thought.ts';
import type { Session } from '../../core/session.ts';
import type { Store } from '../../server/store/store.ts';
import { launchBrowser } from '../support/browser.ts';
import { joinDevice } from '../support/devices.ts';
import { consult, finish } from '../support/held.ts';
import { ended, fileOf } from '../support/jobs.ts';
import { allForms, plain, readPdf, readWeb, readWord } from '../support/readReport.ts';
import { openDesk } from '../support/reportPage.ts';
import { drag } from '../support/selecting.ts';
import { connectConsole, joinPhone, startServer, type TestServer } from '../support/server.ts';
import { source } from '../support/sources.ts';
import { editStudy, study } from '../support/studies.ts';
import { point, theme } from '../support/talk.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

const PEOPLE = 7;
const POINTS = ['Nobody rings back', 'They ring when I am at work', 'I wait by the phone'];

let server: TestServer;
let browser: Browser;
let store: Store;
let of: Consultation;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ wrap: (made) => (store = made) }), launchBrowser()]);
  of = await consult(server, 'What we expect', ['They listen to me', 'I know who to ask'], (c) => ({
    ...c,
    floor: 5,
  }));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

const send = async (path: string, changes: readonly object[]): Promise<void> => {
  const done = await server.send<object>('POST', path, { changes });
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
};

/** Seven people answer both statements and one of them adds a thought; somebody writes down what is said. */
async function hold(name: string, write: (session: Session) => Promise<void>): Promise<void> {
  const draft = await server.send<Session>('POST', `/api/consultations/${of.id}/sessions`, { name });
  const session = await server.send<Session>('POST', `/api/sessions/${draft.id}/lobby`, { checks: [] });
  const desk = await connectConsole(server, session.id);
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => joinPhone(server, session.code)));
  const tell = async (command: Parameters<typeof desk.do>[0]): Promise<void> => {
    const done = await desk.do(command);
    if (isRefusal(done)) throw new Error(JSON.stringify(done));
  };
  await tell({ do: 'start' });
  for (const board of [1, 2]) {
    if (board > 1) await tell({ do: 'show', board });
    await tell({ do: 'open', board });
    await Promise.all(people.map((phone, i) => phone.place(board, 1, 1 + ((i * board) % 5))));
    await tell({ do: 'close', board });
    await tell({ do: 'reveal', board, sure: true });
  }
  await tell({ do: 'next' });
  await write(session);
  const placed = await people[0]?.place(thoughtPlace(2, 0), 1, THERE, `A text the day before, in ${name}`);
  if (isRefusal(placed)) throw new Error(JSON.stringify(placed));
  await tell({ do: 'end' });
  for (const one of people) one.close();
  desk.close();
  await finish(server, session);
}

test('F1 F5 F11 RT1 RC6 IV5 TP4 from two rooms to the answer, with the same numbers on every screen and in every file', async () => {
  // The scribe of the first room has a tablet of their own, and makes a theme on the way.
  await hold('Family centre', async (session) => {
    const { url, headers } = await joinDevice(server, 'scribe');
    const [name = '', value = ''] = (headers['Cookie'] ?? '').split('=');
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 820, height: 1180 },
    });
    await context.addCookies([{ name, value, url, secure: true, sameSite: 'Strict' }]);
    const scribe = await context.newPage();
    scribe.setDefaultTimeout(PAGE_PATIENCE);
    await scribe.goto(`${url}/console/s/${session.id}/talk`);
    for (const text of POINTS) {
      await scribe.getByLabel('What was said', { exact: true }).fill(text);
      await scribe.keyboard.press('Enter');
      await scribe.locator('.point').filter({ hasText: text }).waitFor();
    }
    await scribe.getByText('All saved').waitFor();
    await context.close();
  });
  await hold('Youth club', (session) =>
    send(`/api/sessions/${session.id}/talk`, [
      theme('calls', { name: 'Being rung back', description: 'Whether somebody calls.', order: 1 }),
      theme('phone', { name: 'The phone', order: 2, colour: 'plum' }),
      ...POINTS.map((text, i) => point(`y${i}`, { text, themes: [i === 0 ? 'phone' : 'calls'] }, session.id)),
    ]),
  );
  const path = `/api/consultations/${of.id}`;
  const talk = () => server.get<TalkPage>(`${path}/themes`);
  const said = (await talk()).points;
  expect(said.map(({ text }) => text).toSorted()).toEqual(
    [
      ...POINTS,
      ...POINTS,
      'A text the day before, in Family centre',
      'A text the day before, in Youth club',
    ].toSorted(),
  );
  for (const one of said.filter(({ themes }) => themes.length === 0))
    await send(`${path}/themes`, [
      {
        id: `c-${one.id}`.slice(0, 40),
        of: 'point',
        key: one.id,
        session: one.session,
        was: { themes: [] },
        set: { themes: ['calls'] },
      },
    ]);
  await send(`${path}/themes`, [source('i', { title: 'A mother', mayQuote: true })]);

  const { page: desk, button, dialog, openMake, download } = await openDesk(browser, server.app.startLink());
  const go = (to: string) => desk.goto(`${server.url}/console/c/${of.id}/${to}`);
  await go('sources#i');
  await desk.locator('.reader').waitFor();
  await drag(desk, 'too late');
  await desk.locator('.reader').press('1');
  await desk.getByText('All saved').waitFor();
  // Two themes that say the same are one.
  await go('themes');
  await desk.getByRole('heading', { name: 'The phone' }).waitFor();
  await button('Codebook').click();
  await button(/^Change.*The phone/).click();
  await desk.getByLabel('Merge into').selectOption('Being rung back');
  await button('Merge', dialog()).click();
  await desk.getByText('Holds what was under: The phone').waitFor();
  await desk.getByText('All saved').waitFor();
  await button('How often').click();
  // Six points, two thoughts from phones, one passage.
  const told = desk.getByText(
    'Raised in 2 of 2 sessions and 1 of 1 interviews and documents: 8 points and 1 passage.',
  );
  await told.first().waitFor();

  await desk.getByRole('link', { name: 'Make it a recommendation: Being rung back' }).click();
  await desk.getByLabel('What is asked for').fill('Ring back within two working days');
  await desk.keyboard.press('Enter');
  const open = desk.locator('.rec-open');
  await open.getByLabel('Asked on').first().fill('2026-11-02');
  await open.getByRole('radio', { name: 'No', exact: true }).check();
  await open.getByLabel('Why not', { exact: true }).fill('There are too few of us');
  await open.getByLabel('To whom').focus();
  await desk.getByText('All saved').waitFor();

  // One person's story, with both ticks to these words.
  const story = {
    title: 'The Friday',
    text: 'The letter came on Friday.',
    writer: 'Peer researcher',
  };
  await send(`${path}/case-studies`, [study('story', story)]);
  const [{ version } = { version: '' }] = (await store.studies.read(of.id)).caseStudies;
  const ticks = {
    yesTo: version,
    yesDay: '2026-11-20',
    yesHow: 'read',
    readTo: version,
    reader: 'Second reader',
    readDay: '2026-11-20',
  } as const;
  const none = { yesTo: '', yesDay: '', yesHow: '', readTo: '', reader: '', readDay: '' } as const;
  await send(`${path}/case-studies`, [editStudy('story', none, ticks)]);
  await go('case-studies#study=story');
  await desk.getByText('✓ Nothing is missing. A report may print it.').waitFor();

  // The page and the poster say the same of it.
  await go('told');
  await button('Publish the page').click();
  await desk.locator('.tell-address a').waitFor();
  const page = plain((await (await fetch(`${server.url}/told/${of.id}`)).text()).replace(/<[^>]+>/gu, ' '));
  const job = await ended(server, await server.send<JobState | Refusal>('POST', `${path}/told/files`));
  const a4 = job.files.find(({ name }) => /a4.*\.pdf$/iu.test(name))?.name ?? 'none';
  const posted = (await readPdf(new Uint8Array(await (await fileOf(server, job, a4)).arrayBuffer()))).text;
  for (const text of [page, posted]) {
    expect(text).toContain('Ring back within two working days');
    expect(text).toContain('Raised in all 2 sessions');
    expect(text).toContain('There are too few of us');
  }

  // The report for those who asked, in three forms from what was registered.
  await go('report');
  await openMake();
  await download(() => button('Word file', dialog()).click());
  const [release] = await store.releases(of.id);
  if (release === undefined) throw new Error('No release was registered.');
  const { html, pdf, docx } = await allForms(release.model);
  for (const text of [readWeb(html).text, readWord(docx).text, (await readPdf(pdf)).text]) {
    expect(text).toMatch(/Raised in 2\sof\s2\ssessions, 8\spoints/u);
    expect(text).toContain('Ring back within two working days');
    expect(text).toContain('There are too few of us');
    expect(text).not.toContain('too late');
  }

  // And the researcher's files, row by row.
  await button('Close', dialog()).click();
  const zip = unzipSync(new Uint8Array(await (await server.fetch(`${path}/export`)).arrayBuffer()));
  const rows = (table: string): Record<string, string>[] => {
    const name = Object.keys(zip).find((one) => one.endsWith(`_${table}_data.csv`)) ?? '';
    return parse<Record<string, string>>(strFromU8(zip[name] ?? new Uint8Array()), { columns: true });
  };
  expect(rows('themes')).toMatchObject([
    { name: 'Being rung back', sessions: '2', sources: '1', points: '8', passages: '1', voices: '9' },
  ]);
  const under = rows('contributions').filter((row) => row['theme_names'] === 'Being rung back');
  expect(under).toHaveLength(8);
  expect(under.filter((row) => row['source'] === 'phone')).toHaveLength(2);
  expect(rows('passages')).toMatchObject([{ text: 'too late', theme_names: 'Being rung back' }]);
  expect(rows('recommendations')).toMatchObject([
    { sessions: '2', interviews: '1', voices: '9', answer: 'no' },
  ]);
  expect(rows('case_studies')).toMatchObject([{ title: 'The Friday', own_yes: '1', may_publish: '1' }]);
  const answered = rows('responses_long').filter(({ answer_code: code }) => code !== '');
  expect(answered).toHaveLength(2 * 2 * PEOPLE);
  // The archive takes along what the release told, so that a later one on another laptop is held against it.
  const archive = unzipSync(new Uint8Array(await (await server.fetch(`${path}/archive`)).arrayBuffer()));
  const read = (name: string): unknown => JSON.parse(strFromU8(archive[name] ?? new Uint8Array()));
  expect(read('manifest.json')).toMatchObject({ version: 5 });
  expect(read('releases.json')).toMatchObject([{ entry: { talk: release.entry.talk } }]);
}, 120_000);
