import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createCanvas } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import type { ConsultationListItem, ReleaseItem, ReportPage } from '../../core/api.ts';
import type { ReportModel } from '../../core/report/model.ts';
import type { Answer } from '../../core/scale.ts';
import { launchBrowser } from '../support/browser.ts';
import { consult, crowd, finish, hold } from '../support/held.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openDesk, wordText } from '../support/reportPage.ts';
import { startServer, type TestServer } from '../support/server.ts';

const STATEMENT = 'I expect my social worker to listen to me';
/** Twelve people on both sides: nothing to point out, nothing to merge. */
const MIXED: readonly Answer[] = [1, 2, 2, 3, 4, 4, 4, 5, 5, 5, 4, 2];

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const report = (id: string) => `${server.url}/console/c/${id}/report`;
const stored = (id: string) => server.get<ReportPage>(`/api/consultations/${id}/report`);

test('F11 F15 E1 from the end of a session to its Word file in four clicks', async () => {
  const { id } = await consult(server, 'What we expect', [STATEMENT]);
  const session = await hold(server, id, crowd(MIXED), { name: 'Adults' });
  const { page: desk, button, dialog, download } = await openDesk(browser, server.app.startLink());
  await desk.goto(report(id));
  await desk.getByRole('link', { name: 'Finish “Adults” now' }).waitFor();
  await look(desk, 'console-report-empty');
  const clicks = await countClicks(desk);
  await desk.goto(`${server.url}/console/s/${session.id}`);
  await button('Finish now and make the files').click();
  const write = desk.getByRole('link', { name: 'Write the report' });
  await write.waitFor();
  await look(desk, 'console-sealed');
  await write.click();
  await button('Make the files').click();
  const { name, bytes } = await download(() => button('Word file', dialog()).click());
  expect(await clicks()).toBeLessThanOrEqual(4);
  expect(name).toMatch(/^\d{4}-\d\d-\d\d_What-we-expect_report_v1\.docx$/);
  const text = wordText(bytes);
  expect(text).toContain('What we expect');
  expect(text).toMatch(/7\sof\s12/);
  await dialog().getByText('The file is ready').waitFor();
  await look(desk, 'console-report-ready');
  expectNothingFound();
}, 120_000);

test('F10 F11 E1 the sample: what has to be read is on the screen, and pressing a form confirms it, in four clicks', async () => {
  const own = await startServer({ sample: true });
  try {
    const { page: desk, button, dialog, download } = await openDesk(browser, own.app.startLink());
    const clicks = await countClicks(desk);
    await desk.goto(`${own.url}/console`);
    // What is there to try says at once that it does not count.
    await desk.getByText('Try it out').first().waitFor();
    expect(await desk.getByText('REHEARSAL', { exact: true }).count()).toBe(2);
    await look(desk, 'console-home-sample');
    await desk.getByRole('link', { name: /^Results of/ }).click();
    await desk.getByRole('link', { name: 'Report', exact: true }).click();
    await button('Make the files').click();
    const flags = dialog().getByRole('region', { name: 'Look at these first' });
    await flags.getByText('Nobody disagreed, so the figure tells that about each of them.').waitFor();
    await dialog().getByText('I have read this. Make:').waitFor();
    expect(await dialog().getByRole('checkbox').count()).toBe(0);
    const seen = await flags.evaluate((el) => {
      const { top, bottom } = el.getBoundingClientRect();
      const foot = document.querySelector('.make-foot')?.getBoundingClientRect().top ?? 0;
      return top >= 0 && bottom <= foot;
    });
    expect(seen).toBe(true);
    await look(desk, 'console-report-sample-make');
    const { name } = await download(() => button('Word file', dialog()).click());
    expect(await clicks()).toBe(4);
    expect(name).toMatch(/_SAMPLE\.docx$/);
    // What was confirmed by that press stands in the register.
    const [sample] = await own.get<ConsultationListItem[]>('/api/consultations');
    const [release] = await own.get<ReleaseItem[]>(`/api/consultations/${sample?.id}/releases`);
    expect(release?.confirmed).toMatchObject([
      { kind: 'none-disagree', lines: [{ statements: [2], parts: [['Young offenders']] }] },
    ]);
    expectNothingFound();
  } finally {
    await own.stop();
  }
}, 120_000);

test('F15 E1 what was edited is saved by itself and stays when the figures change; the page says so', async () => {
  const { page: desk, button, dialog, saved, openMake } = await openDesk(browser, server.app.startLink());
  const { id } = await consult(server, 'What stays', [STATEMENT]);
  await finish(server, await hold(server, id, crowd(MIXED), { name: 'First' }));
  await desk.goto(report(id));
  const summary = desk.getByLabel('Summary', { exact: true });
  const sentence = desk.getByLabel('Sentence of statement 1');
  expect(await summary.inputValue()).toMatch(/7\sof\s12/);
  await look(desk, 'console-report');
  await summary.fill('Most of those who came agree.');
  await saved();
  await desk.getByLabel('Who we did not hear').fill('Fathers');
  await saved();
  await button('Undo').click();
  await saved();
  expect(await desk.getByLabel('Who we did not hear').inputValue()).toBe('');
  expect((await stored(id)).document).toMatchObject({
    notHeard: '',
    texts: { summary: { text: 'Most of those who came agree.' } },
  });
  await desk.reload();
  expect(await summary.inputValue()).toBe('Most of those who came agree.');
  expect(await desk.locator('.made-stale').count()).toBe(0);

  await finish(server, await hold(server, id, crowd([1, 2, 4, 5, 5, 1]), { name: 'Second' }));
  await desk.reload();
  expect(await summary.inputValue()).toBe('Most of those who came agree.');
  await desk.getByText('The figures have changed since you wrote one of the texts').waitFor();
  await button('Go to the first').click();
  await expectEventually(() => summary.evaluate((el) => el === document.activeElement), Boolean);
  await desk.getByText('The figures have changed since you wrote this').waitFor();
  await desk
    .getByRole('blockquote')
    .getByText(/10\sof\s18/)
    .waitFor();
  // What nobody has changed follows the figures.
  expect(await sentence.inputValue()).toMatch(/10\sof\s18/);
  await look(desk, 'console-report-stale');
  await desk.setViewportSize({ width: 390, height: 844 });
  await look(desk, 'console-report-narrow');
  await desk.setViewportSize({ width: 1366, height: 768 });

  await openMake();
  await dialog()
    .getByText(/the summary/)
    .waitFor();
  await button('Cancel', dialog()).click();
  await button('Summary: keep mine').click();
  await desk.getByText('The figures have changed').waitFor({ state: 'detached' });
  await saved();
  await button('Summary: take the words').click();
  expect(await summary.inputValue()).toMatch(/10\sof\s18/);
  await button('Undo').click();
  expect(await summary.inputValue()).toBe('Most of those who came agree.');
  await saved();

  // The report as it would be sent out, with what was typed a moment ago, and marked as a draft.
  await desk.getByLabel('Subtitle').fill('For the council');
  const [preview] = await Promise.all([
    desk.waitForEvent('popup'),
    desk.getByRole('link', { name: 'See the report' }).click(),
  ]);
  await preview.getByRole('heading', { name: 'What stays' }).waitFor();
  await preview.getByText('For the council').waitFor();
  await preview.getByText('DRAFT: NOT SENT OUT YET').first().waitFor();
  await preview.getByText('Most of those who came agree.').waitFor();
  await look(preview, 'console-report-preview');
  await preview.close();

  // Only one of the two: the texts are made for it.
  await desk.getByRole('checkbox', { name: /Second/ }).uncheck();
  await expectEventually(
    () => sentence.inputValue(),
    (text) => /7\sof\s12/.test(text),
  );
  expect((await stored(id)).document.sessions.length).toBe(1);
  await desk.getByRole('checkbox', { name: /Second/ }).check();
  await expectEventually(
    () => sentence.inputValue(),
    (text) => /10\sof\s18/.test(text),
  );
  await saved();
  expect((await stored(id)).document.sessions).toEqual([]);
  expectNothingFound();
}, 120_000);

test('F10 E1 a chapter of the team’s own; its picture is printed only with consent', async () => {
  const { page: desk, button, dialog, saved, openMake } = await openDesk(browser, server.app.startLink());
  const { id } = await consult(server, 'With pictures', [STATEMENT]);
  await finish(server, await hold(server, id, crowd(MIXED)));
  const model = () =>
    server.send<ReportModel>('POST', `/api/consultations/${id}/report/model`, { audience: 'release' });
  const printed = async () =>
    (await model()).sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'image').length;
  await desk.goto(report(id));
  await button('Add a chapter').click();
  await desk.getByLabel('Heading', { exact: true }).fill('What was said in the break');
  await desk.getByLabel('Text', { exact: true }).fill('People talked.\n\n- about buses\n- about tea');
  const canvas = createCanvas(80, 60);
  const context = canvas.getContext('2d');
  context.fillStyle = '#336699';
  context.fillRect(0, 0, 80, 60);
  const buffer = canvas.toBuffer('image/png');
  const wall = { name: 'wall.png', mimeType: 'image/png', buffer };
  await desk.getByLabel('Add a picture').setInputFiles(wall);
  await desk.getByLabel('What the picture shows').first().waitFor();
  await desk.getByText('Until then it is not printed').waitFor();
  await look(desk, 'console-report-chapter');
  await saved();
  expect(await printed()).toBe(0);
  await openMake();
  // It is not among what protects people.
  const missing = dialog().locator('section', { hasText: 'What is not in it' });
  await missing.getByText(/picture is left out/).waitFor();
  await dialog().getByText('Nothing had to be merged or left out.').waitFor();
  await look(desk, 'console-report-picture');
  await button('Cancel', dialog()).click();
  await desk.getByLabel('What the picture shows').first().fill('The wall with blank notes');
  await desk.getByRole('checkbox', { name: /Everyone who can be known/ }).check();
  await saved();
  expect(await printed()).toBe(1);
  const words = JSON.stringify((await model()).sections);
  expect(words).toContain('What was said in the break');
  expect(words).toContain('The wall with blank notes');

  await button('Remove chapter 1').click();
  await desk.getByRole('region', { name: 'Chapter removed.' }).getByRole('button', { name: 'Undo' }).click();
  expect(await desk.getByLabel('Heading', { exact: true }).inputValue()).toBe('What was said in the break');
  expectNothingFound();
}, 120_000);

/** Counts clicks in the page itself, over every page that it leads to. */
async function countClicks(desk: Page): Promise<() => Promise<number>> {
  await desk.addInitScript(() => {
    addEventListener(
      'click',
      ({ isTrusted }) => {
        if (isTrusted) sessionStorage.setItem('clicks', String(Number(sessionStorage.getItem('clicks')) + 1));
      },
      true,
    );
  });
  return async () => Number(await desk.evaluate(() => sessionStorage.getItem('clicks')));
}

/** Asks again until the answer fits; the test's own time is the limit. */
async function expectEventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<void> {
  // Each turn asks the page itself, which goes on meanwhile.
  while (!fits(await ask()));
}
