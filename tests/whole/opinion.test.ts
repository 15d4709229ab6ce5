/** Opinion groups on the results page, of imported answers. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { StoredDocument } from '../../core/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openSession, startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let server: TestServer;
let browser: Browser;
let desk: Page;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await openStartLink(context, server.app.startLink());
  desk = await context.newPage();
  desk.setDefaultTimeout(PAGE_PATIENCE);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('F8 E1 an imported set gets opinion groups, said to be what they are, and what all of them share', async () => {
  const votes = ['timestamp,datetime,comment-id,voter-id,vote'];
  const texts = [
    'Buses at night',
    'Fewer cars',
    'More trees',
    'Open the library',
    'Close the mall',
    'Cheaper rent',
  ];
  for (let voter = 0; voter < 16; voter += 1)
    for (const [n] of texts.entries()) {
      const camp = voter < 8 ? 1 : -1;
      const swerves = (voter + n) % 7 === 0;
      votes.push(`1700000000,now,${n},${voter},${n === 2 ? 1 : swerves ? 0 : n < 4 ? camp : -camp}`);
    }
  const comments = [
    'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
    ...texts.map((text, n) => `1700000000,now,${n},0,0,0,1,"${text}"`),
  ];
  const made = await server.send<StoredDocument>('POST', '/api/import/polis', {
    files: { 'votes.csv': `${votes.join('\n')}\n`, 'comments.csv': `${comments.join('\n')}\n` },
  });
  await desk.goto(`${server.url}/console/c/${made.consultation.id}/results`);
  await desk.getByText(/These are not kinds of people/).waitFor();
  await desk.getByRole('button', { name: 'Look for opinion groups' }).click();
  await desk.getByText('2 groups among 16 people').waitFor();
  expect(await desk.locator('.opinion-size').allInnerTexts()).toEqual(['8 people of 16', '8 people of 16']);
  expect(await desk.locator('.opinion-shared').innerText()).toContain('More trees');
  await look(desk, 'analysis-opinion-groups');
  // Where answers are not linked there are none, and the page says why.
  const { document } = await openSession(server, ['Only one']);
  await desk.goto(`${server.url}/console/c/${document.consultation.id}/results`);
  await desk.getByText('No results yet').waitFor();
  const way = desk.getByRole('main').getByRole('link', { name: 'Back to the consultation' });
  expect(await way.getAttribute('href')).toBe(`/console/c/${document.consultation.id}#sessions`);
  await look(desk, 'analysis-empty');
  expectNothingFound();
}, 120_000);

test('F8 E1 of what all opinion groups share the first ten are shown, and the others when they are asked for', async () => {
  const votes = ['timestamp,datetime,comment-id,voter-id,vote'];
  const statements = 20;
  for (let voter = 0; voter < 16; voter += 1)
    for (let n = 0; n < statements; n += 1) {
      const camp = voter < 8 ? 1 : -1;
      const swerves = (voter + n) % 7 === 0;
      votes.push(`1700000000,now,${n},${voter},${n < 14 ? 1 : swerves ? 0 : n < 17 ? camp : -camp}`);
    }
  const comments = [
    'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
    ...Array.from({ length: statements }, (_, n) => `1700000000,now,${n},0,0,0,1,"Sentence ${n}"`),
  ];
  const made = await server.send<StoredDocument>('POST', '/api/import/polis', {
    files: { 'votes.csv': `${votes.join('\n')}\n`, 'comments.csv': `${comments.join('\n')}\n` },
  });
  await desk.goto(`${server.url}/console/c/${made.consultation.id}/results`);
  await desk.getByRole('button', { name: 'Look for opinion groups' }).click();
  const shown = desk.locator('.opinion-shared li').filter({ visible: true });
  await shown.first().waitFor();
  expect(await shown.count()).toBe(10);
  await look(desk, 'analysis-opinion-folded');
  await desk.locator('.opinion').getByText('and 4 more').click();
  expect(await shown.count()).toBe(14);
  expectNothingFound();
}, 120_000);
