/** Case studies and quotes of interviews on their way into a report, out of later ones, and through an archive. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ConsultationPage, JobState, ReleaseCheck, ReportPage } from '../../core/api.ts';
import type { StudiesChange } from '../../core/caseStudies/change.ts';
import { NO_COUNTS } from '../../core/heard.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Release } from '../../server/store/store.ts';
import { newFolder, opened } from '../server/store/made.ts';
import { archiveOf, take } from '../support/archives.ts';
import { launchBrowser } from '../support/browser.ts';
import { ended } from '../support/jobs.ts';
import { typeInHeard } from '../support/heard.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { allForms, plain, readPdf, readWeb, readWord } from '../support/readReport.ts';
import { asked } from '../support/recommendations.ts';
import { openDesk } from '../support/reportPage.ts';
import { passage, source } from '../support/sources.ts';
import { correction, editStudy, study } from '../support/studies.ts';
import { toldServer, type ToldServer } from '../support/told.ts';

const AT = '/api/consultations/shared';
const STORY = `Before the meeting I was told it would be about school. It was about whether my boy could stay with Clara.

Nobody had said that. It took four months until somebody said they were sorry.`;
const READY = {
  version: 'v',
  yesTo: 'v',
  yesDay: '2027-02-01',
  yesHow: 'read',
  writer: 'Peer researcher',
  reader: 'Second reader',
  readTo: 'v',
  readDay: '2027-02-02',
} as const;

let hall: ToldServer;
let browser: Browser;
beforeAll(async () => {
  [hall, browser] = await Promise.all([toldServer(), launchBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await hall?.server.stop();
});

async function put(...changes: StudiesChange[]): Promise<void> {
  const done = await hall.store.studies.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}

const check = () => hall.server.send<ReleaseCheck>('POST', `${AT}/report/check`);

async function release(): Promise<Release> {
  const { flags, hash } = await check();
  const order = {
    audience: 'release',
    formats: ['html'],
    confirmed: flags.map(({ code }) => code),
    approvedBy: {},
    hash,
  };
  const job = await hall.server.send<JobState | Refusal>('POST', `${AT}/report/files`, order);
  expect(await ended(hall.server, job)).toMatchObject({ state: 'done' });
  const last = (await hall.store.releases('shared')).at(-1);
  if (last === undefined) throw new Error('No release was registered.');
  return last;
}

const again = (number: number) =>
  hall.server.send<JobState | Refusal>('POST', `${AT}/releases/${number}/files`, { formats: ['html'] });

test('CS5 CS8 CS10 RB5 F11 E1 case studies are chosen and ordered, printed in all forms, left out after the yes, and taken out', async () => {
  await put(
    study('corridor', {
      ...READY,
      title: 'Four months',
      text: STORY,
      names: ['Clara'],
      passed: ['my boy\nMany people have one'],
    }),
    study('letter', {
      ...READY,
      title: 'A letter nobody could read',
      passed: [],
      text: 'It came on a Friday.',
    }),
    study('open', { ...READY, title: 'Not read yet', readTo: '', passed: [] }),
    correction('c', { session: 'aa', verdict: 'notQuite', people: 6, day: '2027-02-03' }),
  );
  const { page: desk, saved } = await openDesk(browser, hall.server.app.startLink());
  await desk.goto(`${hall.server.url}/console/c/shared/report#studies`);
  const part = desk.locator('#studies');
  await part.getByText('None is chosen.').waitFor();
  await look(desk, 'console-report-studies-none');
  const print = (title: string) =>
    part.locator('li').filter({ hasText: title }).getByLabel('Print it in the report');
  expect(await print('Not read yet').isDisabled()).toBe(true);
  await part.getByText('No second reader has read it.').waitFor();
  await print('Four months').check();
  await print('A letter nobody could read').check();
  await part.getByRole('button', { name: '“A letter nobody could read” up' }).click();
  await saved();
  await look(desk, 'console-report-studies');
  await desk.setViewportSize({ width: 390, height: 844 });
  await part.scrollIntoViewIfNeeded();
  await look(desk, 'console-report-studies-narrow');
  await desk.setViewportSize({ width: 1366, height: 768 });
  const { document } = await hall.server.get<ReportPage>(`${AT}/report`);
  expect(document.caseStudies).toEqual(['letter', 'corridor']);

  const first = await release();
  const { html, pdf, docx } = await allForms(first.model);
  for (const text of [(await readPdf(pdf)).text, readWeb(html).text, readWord(docx).text].map(plain)) {
    for (const words of [
      'Case studies',
      'Names of people have been changed.',
      'A letter nobody could read',
      'Nobody had said that. It took four months until somebody said they were sorry.',
      'To at least 6 people. In 1 session. They corrected 1 thing. No wording was changed by that.',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Not read yet');
  }
  expect(first.entry.studies).toMatchObject([
    { id: 'letter', version: 'v', place: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { id: 'corridor', version: 'v', place: 2 },
  ]);
  expect(first.entry.readBack).toMatchObject({ people: 6, sessions: ['aa'] });
  const web = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await web.setContent(Buffer.from(html).toString());
  await web.getByRole('heading', { name: 'Case studies' }).scrollIntoViewIfNeeded();
  await look(web, 'report-studies');
  await web.close();

  // The yes is taken back: later reports leave it out, and the console says where it went out.
  expect(await ended(hall.server, await again(1))).toMatchObject({ state: 'done', refusal: null });
  await put(editStudy('corridor', { yesTo: 'v' }, { yesTo: '' }));
  expect((await check()).notes.map(({ code }) => code)).toContain('studies-not');
  expect(await again(1)).toMatchObject({ refusal: 'confirm-first' });
  const second = await release();
  expect(second.entry.studies?.map(({ id }) => id)).toEqual(['letter']);
  expect(JSON.stringify(second.model)).not.toContain('four months');
  await desk.reload();
  await part.getByText('The person has not said yes to it.').waitFor();
  await part.getByText('Went out in release 1').first().waitFor();
  await look(desk, 'console-report-studies-out');
  await desk.goto(`${hall.server.url}/console/c/shared/case-studies#study=corridor`);
  await desk.getByRole('heading', { name: 'It went out' }).waitFor();
  await desk.getByText('Later reports leave it out until nothing is missing.').waitFor();
  await look(desk, 'case-study-went-out');

  // It goes with the archive; what is removed goes out of what is kept, there too.
  const archive = await archiveOf(hall.store, 'shared');
  const there = await opened(newFolder());
  await take(there, archive);
  expect((await there.releases('shared'))[0]?.entry).toEqual(first.entry);
  expect((await there.report('shared'))?.document.caseStudies).toEqual(['letter', 'corridor']);
  const { caseStudies } = await hall.store.studies.read('shared');
  const { id: _id, ...was } = caseStudies.find(({ id }) => id === 'corridor') ?? { id: '' };
  await put({ id: 'goes', of: 'caseStudy', key: 'corridor', was, set: null });
  const [kept] = await hall.store.releases('shared');
  expect(JSON.stringify(kept)).not.toMatch(/four months|Four months/);
  expect(JSON.stringify(kept)).toContain('[This case study was taken out]');
  expect(kept?.entry.studies?.map(({ id }) => id)).toEqual(['letter']);
  expect(kept?.hash).toBe(first.hash);
  expect((await hall.store.report('shared'))?.document.caseStudies).toEqual(['letter']);
  await take(there, await archiveOf(hall.store, 'shared'));
  const came = await there.releases('shared');
  const models = came.map(({ model }) => model);
  expect(JSON.stringify([models, await there.report('shared')])).not.toMatch(/four months|corridor/);
  // What was said of its person stays known, by an id that says nothing.
  expect(JSON.stringify(came)).not.toContain('four months');
  await there.close();
  expect(hall.server.faults).toEqual([]);
  expectNothingFound();
}, 180_000);

test('RT7 RT8 F11 E1 a passage is quoted in the report as what was said in a session is, and enough interviews are counted', async () => {
  const words = 'Nobody asked me what would help.';
  const told = (key: string, more: object = {}) =>
    source(key, { title: `Interview ${key}`, text: words, interviewer: 'peer', ...more });
  await hall.talk(
    told('one', { mayQuote: true }),
    ...['two', 'three', 'four', 'five', 'six'].map((key) => told(key)),
    ...['one', 'two', 'three', 'four', 'five'].map((key) =>
      passage(`in-${key}`, key, words, { themes: ['calls'] }, words),
    ),
  );
  const { page: desk, saved } = await openDesk(browser, hall.server.app.startLink());
  await desk.goto(`${hall.server.url}/console/c/shared/report#talk`);
  const part = desk.locator('#talk');
  await part.locator('summary').filter({ hasText: 'Being rung back' }).click();
  await part.getByText('From the interview or document “Interview one”.').waitFor();
  expect(await part.getByText(words).count()).toBe(1);
  await part.getByLabel('Quote it in the report').check();
  await part.getByLabel('I have read it').or(part.getByRole('checkbox').nth(1)).first().check();
  await saved();
  await look(desk, 'console-report-interviews');
  const { document, revision } = await hall.server.get<ReportPage>(`${AT}/report`);
  const listed = { ...document, checklists: { coreq: true, gripp2: false } };
  await hall.server.send('PUT', `${AT}/report`, { revision, document: listed });
  const last = await release();
  const { html, pdf, docx } = await allForms(last.model);
  for (const text of [(await readPdf(pdf)).text, readWeb(html).text, readWord(docx).text].map(plain)) {
    expect(text).toContain(words);
    expect(text).toContain('and in 5 of 6 interviews');
    // RT6: who held and who coded them is told by kind, and never how many.
    expect(text).toContain('Interviews were held by peers.');
    expect(text).toContain('One person put passages of interviews and documents under themes.');
    expect(text).not.toContain('Interview one');
  }
  expect(last.entry.talk?.passages).toMatchObject([{ source: 'one', passage: 'in-one', said: {} }]);
  expect(last.entry.talk?.interviews?.interviews).toHaveLength(6);
  const web = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await web.setContent(Buffer.from(html).toString());
  await web.getByRole('heading', { name: 'What people talked about' }).scrollIntoViewIfNeeded();
  await look(web, 'report-interviews');
  await web.close();
  expect(hall.server.faults).toEqual([]);
  expectNothingFound();
}, 60_000);

test('RA7 RC10 F11 E1 what was open stands beside what changed and what people said of it, in the report and on the page', async () => {
  const stored = await hall.server.get<ConsultationPage>(AT);
  const { revision, consultation } = stored;
  const open = 'How letters are written, and who is at the meeting.';
  await hall.server.send('PUT', AT, { revision, consultation: { ...consultation, open } });
  await hall.ask(
    asked('ring', {
      text: 'Ring back within two days',
      askedOn: '2027-01-12',
      answer: 'accepted',
      answeredOn: '2027-02-01',
      done: 'Since May a text goes out the day before.',
      doneOn: '2027-02-20',
    }),
    asked('letters', { text: 'Plain letters', askedOn: '2027-01-12', order: 2 }),
    asked('never', { text: 'Nobody was asked for this', order: 3 }),
  );
  await hall.server.send('PUT', `${AT}/told`);
  const page = async () => (await fetch(`${hall.server.url}/told/shared`)).text();
  const before = await page();
  expect(before).toContain(open);
  // No release has told of it, so the page does not either.
  expect(before).not.toContain('Was that true?');
  const paper = { said: { ...NO_COUNTS.said, yes: 6 }, told: { ...NO_COUNTS.told, yes: 5, no: 2 } };
  const typed = await typeInHeard(hall.server, { id: 'aa', consultation: 'shared' }, { paper, later: [] });
  expect(typed).not.toHaveProperty('refusal');
  expect(await page()).toBe(before);
  const last = await release();
  const { html, pdf, docx } = await allForms(last.model);
  for (const text of [(await readPdf(pdf)).text, readWeb(html).text, readWord(docx).text].map(plain)) {
    for (const words of [
      'What was open to change, and what changed',
      'Recommendation 1: Done. Since May a text goes out the day before.',
      'Recommendation 2: No answer yet.',
      'of 7 people, 5 said yes and 2 said no.',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Recommendation 3: Not asked yet');
  }
  const web = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await web.setContent(Buffer.from(html).toString());
  await web.getByText('What was open to change, and what changed').scrollIntoViewIfNeeded();
  await look(web, 'report-changed');
  await hall.server.send('PUT', `${AT}/told`);
  for (const [name, width, height] of [
    ['told-before', 1366, 768],
    ['told-before-phone', 360, 640],
  ] as const) {
    await web.setViewportSize({ width, height });
    await web.goto(`${hall.server.url}/told/shared`);
    await web.getByText('Of 7 people, 5 said yes and 2 said no.').waitFor();
    expect(await web.locator('.before').innerText()).not.toContain('Nobody was asked for this');
    await look(web, name);
  }
  await web.close();
  expect(hall.server.faults).toEqual([]);
  expectNothingFound();
}, 60_000);
