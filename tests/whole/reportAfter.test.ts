/** From what was asked, answered and said of being heard to the report, in all three forms and a second release. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { JobState, ReleaseCheck, ReportPage } from '../../core/api.ts';
import { NO_COUNTS, type HeardCounts } from '../../core/heard.ts';
import { isFrom, isWords } from '../../core/recommendations/told.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ReportModel } from '../../core/report/model.ts';
import type { Release } from '../../server/store/store.ts';
import { opened, newFolder } from '../server/store/made.ts';
import { archiveOf, take } from '../support/archives.ts';
import { launchBrowser } from '../support/browser.ts';
import { ended } from '../support/jobs.ts';
import { typeInHeard } from '../support/heard.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { allForms, plain, readPdf, readWeb, readWord } from '../support/readReport.ts';
import { asked, reword } from '../support/recommendations.ts';
import { openDesk } from '../support/reportPage.ts';
import { toldServer, type ToldServer } from '../support/told.ts';

const AT = '/api/consultations/shared';
const LONG = 'We answer at length, and every word of it is to be on the page. '.repeat(28);

let hall: ToldServer;
let browser: Browser;
beforeAll(async () => {
  [hall, browser] = await Promise.all([toldServer(), launchBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await hall?.server.stop();
});

/** Heads on paper: yes, partly, no; and of whether it was true as many. */
async function onPaper(session: string, [yes = 0, partly = 0, no = 0]: number[]): Promise<void> {
  const paper: HeardCounts = {
    said: { ...NO_COUNTS.said, yes, partly, no },
    told: { ...NO_COUNTS.told, yes },
  };
  const at = { id: session, consultation: 'shared' };
  const done = await typeInHeard(hall.server, at, { paper, later: [] });
  expect(done).not.toHaveProperty('refusal');
}

async function release(): Promise<Release> {
  const check = await hall.server.send<ReleaseCheck>('POST', `${AT}/report/check`);
  const order = {
    audience: 'release',
    formats: ['html'],
    confirmed: check.flags.map(({ code }) => code),
    approvedBy: {},
    hash: check.hash,
  };
  const job = await hall.server.send<JobState | Refusal>('POST', `${AT}/report/files`, order);
  expect(await ended(hall.server, job)).toMatchObject({ state: 'done' });
  const last = (await hall.store.releases('shared')).at(-1);
  if (last === undefined) throw new Error('No release was registered.');
  return last;
}

test('RA1 RA2 RA3 RA4 RA5 RA6 E1 what follows stands in all three forms, is held in a second release, and can be left out', async () => {
  await hall.ask(
    asked('ring', {
      text: 'Ring back within two working days',
      points: 'A text counts',
      evidence: ['theme.calls', 'statement.s1'],
      to: 'The council',
      owner: 'Sam Owner-Private',
      askedOn: '2027-01-12',
      answer: 'part',
      answerWords: `${LONG}End of the answer.`,
      why: `${LONG}End of the why.`,
      answeredOn: '2027-02-01',
      done: `${LONG}End of what was done.`,
      promises: ['2027-02-01>2027-02-15', '2027-02-20>2027-06-30'],
      toldOn: '2027-02-22',
      wordYes: 9,
      wordPartly: 3,
      wordOn: '2027-02-20',
    }),
    asked('idea', {
      text: 'A wall with photos',
      evidence: ['point.bb.idea'],
      askedOn: '2027-01-13',
      order: 2,
    }),
    asked('hidden', { text: 'Not for others yet', told: false, order: 3 }),
    asked('keep', { text: 'The family mornings', kind: 'keep' }),
  );
  await onPaper('aa', [4, 1, 1]);
  await onPaper('bb', [3, 1]);

  const { page: desk, saved } = await openDesk(browser, hall.server.app.startLink());
  await desk.goto(`${hall.server.url}/console/c/shared/report#follow`);
  const part = desk.locator('#follow');
  await part.getByLabel('Were you heard?').waitFor();
  for (const chapter of ['Recommendations', 'What was answered, and what was done', 'Were you heard?'])
    expect(await part.getByLabel(chapter).isChecked()).toBe(true);
  await look(desk, 'console-report-follow');
  await desk.setViewportSize({ width: 390, height: 844 });
  await part.scrollIntoViewIfNeeded();
  await look(desk, 'console-report-follow-narrow');
  await desk.setViewportSize({ width: 1366, height: 768 });

  const first = await release();
  const { html, pdf, docx } = await allForms(first.model);
  const { text: printed, pages } = await readPdf(pdf);
  for (const text of [printed, readWeb(html).text, readWord(docx).text].map(plain)) {
    for (const words of [
      'What should change',
      'Ring back within two working days',
      'A text counts',
      'Raised in both sessions of 5 people or more.',
      'Raised by one person in the sessions.',
      'What works and should stay',
      'Recommendation 2: No answer yet',
      'No answer yet. Asked on 13 January 2027.',
      'Nobody has been asked yet for recommendation 3.',
      'End of the answer.',
      'End of the why.',
      'End of what was done.',
      'First promised by 15 February 2027. Now promised by 30 June 2027.',
      '9 said yes and 3 said partly',
      'On 22 February 2027.',
      '“I could say what I wanted to say”: of 10 people, 7 said yes, 2 said partly and 1 said no.',
      'All sessions stand together',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/Not for others yet|Owner-Private/u);
  }
  // A long answer goes over to the next page, and none of it is cut off at the foot of one.
  const at = (words: string): number => pages.findIndex((text) => text.includes(words));
  expect(at('End of what was done.')).toBeGreaterThan(at('Recommendation 1: In part'));
  const web = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await web.setContent(Buffer.from(html).toString());
  await web.getByRole('heading', { name: 'Were you heard?' }).scrollIntoViewIfNeeded();
  await look(web, 'report-heard');
  await web.close();

  // What went out is noted, for the page and for later releases.
  const { out } = await hall.store.recommendations.read('shared');
  expect(out.filter(({ counts }) => isFrom(counts)).map(({ recommendation }) => recommendation)).toEqual([
    'idea',
    'ring',
  ]);
  const others = out.filter(({ counts }) => !isFrom(counts) && !isWords(counts));
  expect(others).toHaveLength(2);
  expect(others).toEqual(
    expect.arrayContaining([
      { recommendation: 'ring', counts: { on: '2027-02-20', yes: 9, partly: 3, no: 0, unknown: 0 } },
      { recommendation: 'ring', counts: { promises: ['2027-02-01>2027-02-15', '2027-02-20>2027-06-30'] } },
    ]),
  );
  expect(first.entry.heard?.map(({ question, sessions }) => [question, sessions.length])).toEqual([
    ['said', 2],
    ['told', 2],
  ]);

  // One more person, here and there: the next release has the same numbers, with their date.
  await hall.ask(reword('ring', { wordYes: 9 }, { wordYes: 10 }));
  await onPaper('bb', [3, 2]);
  const again = await hall.server.send<ReleaseCheck>('POST', `${AT}/report/check`);
  expect(again.same).toBe(false);
  const second = await release();
  expect(JSON.stringify(second.model)).toContain('9 said yes and 3 said partly');
  expect(JSON.stringify(second.model)).toContain('of 10 people, 7 said yes, 2 said partly');
  expect(second.entry.heard).toEqual(first.entry.heard);
  await hall.server.send('PUT', `${AT}/told`);
  const told = await (await fetch(`${hall.server.url}/told/shared`)).text();
  expect(told).toContain('9 said yes');

  // The register goes with the archive.
  const there = await opened(newFolder());
  await take(there, await archiveOf(hall.store, 'shared'));
  expect((await there.releases('shared')).map(({ entry }) => entry.heard)).toEqual([
    first.entry.heard,
    first.entry.heard,
  ]);
  await there.close();

  await part.getByLabel('Were you heard?').uncheck();
  await part.getByLabel('What was answered, and what was done').uncheck();
  await saved();
  const { document } = await hall.server.get<ReportPage>(`${AT}/report`);
  expect(document.follow).toEqual({ recommendations: true, followUp: false, heard: false });
  const team = await hall.server.send<ReportModel>('POST', `${AT}/report/model`, { audience: 'team' });
  const ids = team.sections.map(({ id }) => id);
  expect(ids).toContain('recommendation-4');
  expect(ids).not.toContain('followUp');
  expect(ids).not.toContain('heard');
  expect((await release()).entry.heard).toBeUndefined();
  await part.getByLabel('Were you heard?').check();
  await part.getByLabel('What was answered, and what was done').check();
  await saved();
  expect((await hall.server.get<ReportPage>(`${AT}/report`)).document).not.toHaveProperty('follow');
  expect(hall.server.faults).toEqual([]);
  expectNothingFound();
}, 180_000);
