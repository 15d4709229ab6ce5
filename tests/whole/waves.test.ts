/** A consultation that is done again: home, editor, the two compared, and the report beside the wave before. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ConsultationListItem, JobState, ReleaseCheck, StoredDocument } from '../../core/api.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ReportModel } from '../../core/report/model.ts';
import type { Release, Store } from '../../server/store/store.ts';
import { launchBrowser } from '../support/browser.ts';
import { ended } from '../support/jobs.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { allForms, plain, readPdf, readWeb, readWord } from '../support/readReport.ts';
import { asked } from '../support/recommendations.ts';
import { openDesk } from '../support/reportPage.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { holdWaves, secondWave, sitting } from '../support/waves.ts';

let server: TestServer;
let browser: Browser;
let store: Store;
beforeAll(async () => {
  const stores: Store[] = [];
  const clock = { today: () => '2026-06-01', everyHour: () => () => undefined };
  [server, browser] = await Promise.all([
    startServer({
      clock,
      wrap: (opened) => {
        stores.push(opened);
        return opened;
      },
    }),
    launchBrowser(),
  ]);
  store = stores.at(-1) as Store;
  await holdWaves(store, [2, 3]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function release(id: string): Promise<Release & { flags: string[] }> {
  const at = `/api/consultations/${id}/report`;
  const check = await server.send<ReleaseCheck>('POST', `${at}/check`);
  const order = {
    audience: 'release',
    formats: ['html'],
    confirmed: check.flags.map(({ code }) => code),
    approvedBy: {},
    hash: check.hash,
  };
  const job = await server.send<JobState | Refusal>('POST', `${at}/files`, order);
  expect(await ended(server, job)).toMatchObject({ state: 'done' });
  const last = (await store.releases(id)).at(-1);
  if (last === undefined) throw new Error('No release was registered.');
  return { ...last, flags: check.flags.map(({ code }) => code.split(' ')[0] ?? '') };
}

test('WA1 WA2 WA3 WA4 WA8 E1 two waves on the home page, in the editor and compared; then the third one that was missing is brought', async () => {
  const { page: desk, saved } = await openDesk(browser, server.app.startLink());
  await desk.goto(`${server.url}/console`);
  await desk.getByText('It repeats Our family centre, 2025.').waitFor();
  const cards = desk.locator('.cards > li');
  expect(await cards.nth(0).innerText()).toContain('Wave 3');
  expect(await cards.nth(1).innerText()).toContain('Wave 2');
  await look(desk, 'waves-home');

  // A fourth time, and once only where somebody presses twice.
  await cards.nth(0).getByRole('button', { name: 'Do it again: Our family centre' }).click();
  const sure = desk.getByRole('dialog', { name: 'Do “Our family centre” again?' });
  await look(desk, 'waves-again');
  await sure.getByRole('button', { name: 'Cancel' }).click();
  await sure.waitFor({ state: 'detached' });
  await cards.nth(0).getByRole('button', { name: 'Do it again: Our family centre' }).click();
  await sure.getByRole('button', { name: 'Make the next wave' }).dblclick();
  await desk.locator('.wave-note').waitFor();
  const fourth = desk.url().split('/').at(-1) ?? '';
  expect(await desk.locator('.wave-note').innerText()).toContain(
    'Wave 4. It repeats Our family centre, 2026.',
  );
  await look(desk, 'waves-editor');
  const made = await server.get<StoredDocument>(`/api/consultations/${fourth}`);
  const all = await server.get<ConsultationListItem[]>('/api/consultations');
  expect(all.filter(({ waves = [] }) => waves.length === 3).map(({ id }) => id)).toEqual([fourth]);
  expect(made.consultation.statements.map(({ id }) => id)).toEqual(['listen', 'ask', 'letters', 'food']);
  await desk.getByRole('button', { name: 'Make it a consultation of its own' }).click();
  expect(await desk.locator('.wave-note').count()).toBe(0);
  await desk.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await desk.locator('.wave-note').waitFor();
  await saved();
  await desk.getByRole('link', { name: 'Compare the two' }).click();
  await desk.getByRole('heading', { name: 'No session of this one is finished yet' }).waitFor();
  await look(desk, 'waves-nothing-yet');

  await desk.goto(`${server.url}/console/c/wave3/results`);
  await desk.getByRole('link', { name: 'Compared with 2025' }).click();
  await desk.locator('.wave-matrix').waitFor();
  const line = desk.locator('.line').first().locator('td');
  expect((await line.allInnerTexts()).map(plain)).toEqual([
    '22 of 40 agree, net +25',
    '32 of 52 agree, net +37',
    '7 points more',
  ]);
  await look(desk, 'waves-compared');
  expect(await desk.locator('.wave-apart').innerText()).toContain('Asked with other answers then.');
  await desk.getByText('Groups that are new: Young people.', { exact: false }).waitFor();
  await desk.getByText('Visits are at a time that suits me').waitFor();
  await desk.getByLabel('Order').selectOption('change');
  expect(await desk.locator('.line-button').first().innerText()).toContain('I know who helps');
  await desk.getByRole('button', { name: /I know who helps/ }).click();
  await desk.locator('canvas').first().waitFor();
  await desk.getByText('2025: “I know whom to ask when something goes wrong”').waitFor();
  await desk.locator('.statement-full').scrollIntoViewIfNeeded();
  await look(desk, 'waves-statement-chart');
  await desk.getByText('Could chance do this?').click();
  await desk.getByText('The test takes everyone for another person', { exact: false }).waitFor();
  await look(desk, 'waves-statement');
  await desk.locator('.wave-tests').scrollIntoViewIfNeeded();
  await look(desk, 'waves-statement-tests');

  // The first wave is not here; its counts stand beside once it is.
  await desk.getByLabel('Compare with').selectOption('wave1');
  await desk.getByRole('heading', { name: '“Our family centre, 2024” is not on this laptop' }).waitFor();
  await look(desk, 'waves-missing');
  await holdWaves(store, [1]);
  await desk.reload();
  await desk.locator('.wave-matrix').waitFor();
  await desk.getByLabel('Compare with').selectOption('wave2');
  expect(await desk.locator('.wave-matrix thead th').allInnerTexts()).toEqual([
    'Statement',
    '2024',
    '2025',
    '2026',
    'Difference',
  ]);
  await look(desk, 'waves-three');
  await desk.setViewportSize({ width: 900, height: 768 });
  await look(desk, 'waves-three-narrow');
  expectNothingFound();
}, 120_000);

test('WA5 WA6 F10 F11 E1 the report has of the wave before what was released of it, in all three forms', async () => {
  await store.recommendations.change('wave2', [
    asked('ring', {
      text: 'Ring back within two working days',
      to: 'The council',
      askedOn: '2025-07-01',
      answer: 'part',
      why: 'Not at weekends, as Anna Smith of 07700 900123 says.',
      answeredOn: '2025-09-01',
      done: 'A second line was opened.',
      doneOn: '2025-11-03',
      wordYes: 9,
      wordPartly: 3,
      wordOn: '2026-01-20',
    }),
    asked('hidden', { text: 'Not for others yet', told: false, askedOn: '2025-07-01', order: 2 }),
  ]);
  const at = '/api/consultations/wave3/report';
  const unreleased = await server.send<ReportModel>('POST', `${at}/model`, { audience: 'release' });
  const chapter = (model: ReportModel) => model.sections.filter(({ id }) => id.startsWith('waves'));
  expect(chapter(unreleased)).toHaveLength(1);
  expect(JSON.stringify(chapter(unreleased))).toContain('No report of that was ever released');
  expect(JSON.stringify(chapter(unreleased))).not.toMatch(/22 of 40/u);

  const before = await release('wave2');
  // Nobody has seen what came in since: three more, whom no release has.
  await store.addSealed(
    sitting(secondWave(), 'late', '2025-06-01', { listen: { parents: [0, 0, 0, 0, 3] } }),
  );
  const { model, flags } = await release('wave3');
  // What is printed of then is searched for signs of a person; and two waves are not taken for one thing twice.
  expect(flags).toContain('text-signs');
  expect(flags).not.toContain('twin');
  const [whole] =
    model.sections.find(({ id }) => id === 'waves-1')?.blocks.filter((b) => b.kind === 'figure') ?? [];
  expect(whole?.picture.rows.map(({ label, figure }) => [label, figure.counts])).toEqual([
    ['Everyone, 2025', [3, 9, 6, 14, 8]],
    ['Everyone, 2026', [4, 9, 7, 20, 12]],
    ['Parents, 2025', [2, 4, 4, 8, 6]],
    ['Parents, 2026', [1, 2, 3, 12, 8]],
    ['Workforce, 2025', [1, 5, 2, 6, 2]],
    ['Workforce, 2026', [2, 6, 3, 5, 2]],
  ]);
  const { html, pdf, docx } = await allForms(model);
  const { text: printed } = await readPdf(pdf);
  for (const text of [printed, readWeb(html).text, readWord(docx).text].map(plain)) {
    for (const words of [
      'Compared with 2025',
      `as they were released on 1 June 2026`,
      'not known to be the same people',
      '2025: 22 of 40 people (just over half) agreed or strongly agreed. 2026: 32 of 52 people (around three in five) agreed or strongly agreed. That is 7 points more.',
      'Workforce: 2025: 8 of 16 people agreed or strongly agreed. 2026: 7 of 18 people agreed or strongly agreed.',
      'Young people: new, so that there is nobody to compare with.',
      'Worded differently then',
      '2025: “I know whom to ask when something goes wrong”',
      'Asked with other answers then.',
      'Visits are at a time that suits me',
      'What was answered and done since',
      'Ring back within two working days',
      'A second line was opened.',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/of 43|Not for others yet|9 said yes|wave, 2025/u);
  }
  expect(before.number).toBe(1);
  const web = await browser.newPage({ viewport: { width: 1000, height: 1400 } });
  await web.setContent(Buffer.from(html).toString());
  await web.getByRole('heading', { name: 'Compared with 2025' }).scrollIntoViewIfNeeded();
  await look(web, 'report-waves');
  await web.getByRole('heading', { name: 'What was answered and done since' }).scrollIntoViewIfNeeded();
  await look(web, 'report-waves-since');
  await web.close();

  const { page: desk, saved } = await openDesk(browser, server.app.startLink());
  await desk.goto(`${server.url}/console/c/wave3/report#follow`);
  await desk.locator('#follow').getByLabel('Compared with the time before').uncheck();
  await saved();
  await look(desk, 'waves-report-follow');
  const without = await server.send<ReportModel>('POST', `${at}/model`, { audience: 'release' });
  expect(chapter(without)).toEqual([]);
  const { flags: left } = await server.send<ReleaseCheck>('POST', `${at}/check`);
  expect(left.filter(({ code }) => code.startsWith('text-signs'))).toEqual([]);
  expect(server.faults).toEqual([]);
  expectNothingFound();
}, 120_000);
