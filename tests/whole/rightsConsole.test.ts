/** What a facilitator does about people's rights, on the console: days, sheets, checklist, cards, taking out, records. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { ConsultationPage } from '../../core/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { clockAt, type TestClock } from '../support/clock.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { connectConsole, joinPhone, openSession, startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let clock: TestClock;
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  clock = clockAt('2026-11-22');
  [server, browser] = await Promise.all([startServer({ clock }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

async function desk(path: string, width = 1366, height = 768): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  await openStartLink(context, server.app.startLink());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(server.url + path);
  return page;
}

const saved = (page: Page): Promise<void> => page.locator('.saved-saved').waitFor();
const consultation = (id: string): Promise<ConsultationPage> => server.get(`/api/consultations/${id}`);

test('W3 W5 W7 E1 from the days to the codes: editor, checklist, cards, somebody’s answers taken out', async () => {
  const { document } = await openSession(server, ['They call me back', 'They come']);
  const { id } = document.consultation;
  const page = await desk(`/console/c/${id}#rights`);
  await page.getByLabel('Days in which answers can be taken out afterwards').fill('30');
  await page.getByLabel('Keep the data until').fill('2026-11-25');
  await page.getByText('at least a week from now').first().waitFor();
  await look(page, 'console-rights-refused');
  await page.getByLabel('Keep the data until').fill('2027-11-30');
  await page.getByLabel('Show a checklist before each lobby opens').check();
  await saved(page);
  await page.locator('#rights').scrollIntoViewIfNeeded();
  await look(page, 'console-rights');
  expect((await consultation(id)).consultation).toMatchObject({
    withdrawDays: 30,
    keepUntil: '2027-11-30',
    under18: true,
  });

  for (const [name, heading] of [
    ['privacy', 'Privacy notice'],
    ['consent', 'Taking part, in plain words'],
    ['impact', 'Facts for a data protection impact assessment'],
  ] as const) {
    const link = await page.locator(`a[href$="/sheets/${name}"]`).getAttribute('href');
    const sheet = await desk(link ?? '', 900, 1200);
    await sheet.getByRole('heading', { level: 1, name: heading }).waitFor();
    await look(sheet, `sheet-${name}`);
    await sheet.close();
  }

  const draft = await server.send<{ id: string }>('POST', `/api/consultations/${id}/sessions`, {
    style: 'walk-around',
    name: 'Young people 1',
  });
  await page.goto(`${server.url}/console/s/${draft.id}`);
  await page.getByText('People under 18 take part.').waitFor();
  await page.getByRole('button', { name: 'Open the lobby' }).click();
  await page.getByText('Tick everything on the checklist').waitFor();
  await look(page, 'console-ready-checks');
  for (const box of await page
    .getByRole('group', { name: /Before the lobby opens/ })
    .getByRole('checkbox')
    .all())
    await box.check();
  await page.getByRole('button', { name: 'Open the lobby' }).click();
  await page.getByRole('button', { name: /^Start/ }).waitFor();

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Cards with codes for later' }).click();
  await look(page, 'console-cards');
  await page.getByLabel('How many cards').fill('9');
  await page.getByRole('button', { name: 'Make the cards' }).click();
  await page.locator('.code-cards').waitFor();
  await look(page, 'console-cards-made');
  const code = (await page.locator('.code-card-code').first().textContent()) ?? '';
  // On paper there are the cards and nothing else.
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.code-cards li:visible').count()).toBe(9);
  expect(
    await page
      .getByText(/Print them now|The room sees|joined/)
      .filter({ visible: true })
      .count(),
  ).toBe(0);
  await page.emulateMedia({ media: null });
  await page.keyboard.press('Escape');

  const { code: joinCode } = (await consultation(id)).sessions.find((s) => s.id === draft.id) ?? { code: '' };
  const phones = await Promise.all(Array.from({ length: 6 }, () => joinPhone(server, joinCode)));
  await page.getByRole('button', { name: /^Start/ }).click();
  for (const phone of phones) {
    await phone.until((v) => v.boards.length > 0);
    await phone.place(1, 1, 4);
  }
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: /Add an answer/ }).click();
  await page.getByRole('radio', { name: 'Agree', exact: true }).check();
  await page.getByLabel('Comment, if there is one').fill('told to the facilitator');
  await page.getByLabel('Code on their card').fill(code);
  await look(page, 'console-add-card');
  await page.getByRole('button', { name: 'Save this answer' }).click();
  await page.getByText('Saved for person 1').waitFor();
  await page.keyboard.press('Escape');
  const made = await phones[0]?.code();
  const second = made !== undefined && 'code' in made ? made.code : '';
  const panel = await connectConsole(server, draft.id);
  await panel.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${draft.id}/seal`, {});
  for (const socket of [panel, ...phones]) socket.close();

  await page.goto(`${server.url}/console/c/${id}#sessions`);
  await page.getByText('can be taken out with a code until 22 December 2026, on this laptop only').waitFor();
  await look(page, 'console-sessions-out');
  await page
    .getByRole('button', { name: /^Remove (?!someone)/ })
    .last()
    .click();
  await page.getByText('this laptop keeps what their codes need').waitFor();
  await look(page, 'console-remove-codes');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take someone’s answers out' }).click();
  await page.getByRole('button', { name: 'Take out', exact: true }).click();
  await page.getByText('Type the twelve letters').waitFor();
  await page.getByLabel('Their code').fill('BCDF 2345 GHJK');
  await page.getByRole('button', { name: 'Take out', exact: true }).click();
  await page.getByText('No answers here have this code').waitFor();
  await look(page, 'console-take-out');
  await page.getByLabel('Their code').fill(code);
  await page.getByRole('button', { name: 'Take out', exact: true }).click();
  await page.getByText('Done. The answers under this code are out').waitFor();
  await look(page, 'console-taken-out');
  expect(await server.get(`/api/consultations/${id}/comments`)).toEqual([]);
  clock.day = '2026-12-23';
  await page.reload();
  await page.getByText('can no longer be taken out since 22 December 2026').waitFor();
  clock.day = '2026-11-22';
  // The page is still open on another device when the session is removed.
  await page.getByRole('button', { name: 'Take someone’s answers out' }).click();
  await server.send('DELETE', `/api/sessions/${draft.id}`);
  await page.getByLabel('Their code').fill(second);
  await page.getByRole('button', { name: 'Take out', exact: true }).click();
  await page.getByText('Their session was removed from this laptop').waitFor();
  expectNothingFound();
}, 120_000);

test('W6 E1 the console warns fourteen days before, and shows the record afterwards', async () => {
  const { session } = await openSession(server, ['One'], {}, (c) => {
    c.title = 'What we expected last year';
    c.keepUntil = '2026-12-20';
  });
  const panel = await connectConsole(server, session.id);
  await panel.do({ do: 'next' });
  await panel.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  panel.close();
  clock.day = '2026-12-05';
  const page = await desk('/console', 1280, 720);
  await page.getByText('What we expected last year').first().waitFor();
  expect(await page.getByText('Then they are destroyed').count()).toBe(0);
  // The laptop is in use on both days: a day far ahead that it has not seen, as below, is asked about.
  await clock.passTo('2026-12-06');
  await page.reload();
  await page.getByText('until 20 December 2026, for 14 more days').waitFor();
  await look(page, 'console-home-keep');
  const link = page.getByRole('link', { name: 'Save everything to a file: What we expected last year' });
  expect(await link.getAttribute('href')).toBe(`/api/consultations/${session.consultation}/archive`);
  await page.getByRole('link', { name: 'See the day: What we expected last year' }).click();
  await page.getByLabel('Keep the data until').fill('2027-01-31');
  await page
    .getByText('people were told 20 December 2026. Choose that day or an earlier one.')
    .first()
    .waitFor();
  await look(page, 'console-rights-told');
  await page.getByLabel('Keep the data until').fill('2026-12-15');
  await saved(page);
  clock.day = '2026-12-16';
  await clock.hour();
  await page.goto(`${server.url}/console`);
  await page.getByText('This laptop says that today is 16 December 2026.').waitFor();
  await page.getByText('their day is over: What we expected last year.').waitFor();
  await look(page, 'console-home-date');
  await page.getByRole('button', { name: 'The date is right' }).click();
  await page.getByText('Destroyed on 16 December 2026').waitFor();
  await page.getByText('Reports and changes of the day').click();
  await page
    .getByText('On 6 December 2026 the day was changed from 20 December 2026 to 15 December 2026.')
    .waitFor();
  await look(page, 'console-destroyed');
  clock.day = '2026-11-22';
  expectNothingFound();
}, 60_000);
