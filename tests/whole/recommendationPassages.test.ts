/** Recommendations that rest on interviews: what is said of them, and one click to the passage and back. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectNothingFound, look } from '../support/look.ts';
import { asked } from '../support/recommendations.ts';
import { passage, source } from '../support/sources.ts';
import { point, theme } from '../support/talk.ts';
import type { ToldServer } from '../support/told.ts';
import { toldDesk } from '../support/toldDesk.ts';

let hall: ToldServer;
let browser: Browser;
let desk: Page;
beforeAll(async () => {
  ({ hall, browser, desk } = await toldDesk({ width: 1366, height: 768 }));
  await hall.talk(
    theme('late', { name: 'Told too late', order: 3 }),
    ...['i1', 'i2', 'i3'].flatMap((id) => [
      source(id, { title: `Interview ${id} at home` }),
      passage(`in-${id}`, id, 'I was told on Friday, too late.', { themes: ['late'] }),
    ]),
  );
  await hall.ask(
    asked('early', { text: 'Tell people a week before', evidence: ['theme.late'] }),
    asked('one', { text: 'Ask before you come', evidence: [], order: 2 }),
  );
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await hall?.server.stop();
});

const goTo = (path: string) => desk.goto(`${hall.server.url}/console/c/shared/${path}`);
const card = (text: string) => desk.locator('.rec').filter({ hasText: text });
/** Whether all of it is on the screen. */
const seen = (selector: string): Promise<boolean> =>
  desk.locator(selector).evaluate((of) => {
    const { top, bottom } = of.getBoundingClientRect();
    const on = document.elementFromPoint(of.getBoundingClientRect().left + 20, (top + bottom) / 2);
    return top >= 0 && bottom <= innerHeight && of.contains(on);
  });

test('RC4 RC5 a theme of interviews shows its support, and a passage is linked and found in one click both ways', async () => {
  await goTo('recommendations#rec-early');
  await card('Tell people a week').getByText('Raised in 3 interviews.').waitFor();
  await card('Tell people a week').getByText('3 voices are behind it').waitFor();
  await goTo('recommendations#rec-one');
  await desk.reload();
  const one = card('Ask before you come');
  await one.getByRole('button', { name: 'Link evidence' }).click();
  await one.getByLabel('Link evidence').fill('told on friday');
  const found = one.locator('.rec-find li').filter({ hasText: 'Interview i2' });
  await found.getByRole('button', { name: /^Link: I was told/ }).click();
  await one.getByText('It rests on one interview, which is one person’s.').waitFor();
  await one.getByText('One person’s idea').waitFor();
  await desk.keyboard.press('Escape');
  await desk.getByText('All saved').waitFor();
  await look(desk, 'recommendations-passage');
  await one.getByRole('link', { name: 'I was told on Friday' }).click();
  const side = desk.locator('.source-now-open');
  await side.getByText('1 recommendation rests on this').waitFor();
  expect(await desk.locator('.reading h1').textContent()).toContain('Interview i2 at home');
  await look(desk, 'sources-recommendations');
  await side.getByRole('link', { name: 'Ask before you come', exact: true }).click();
  await desk.locator('.rec-open').filter({ hasText: 'Ask before you come' }).waitFor();
  await goTo('sources#i1.in-i1');
  await side.getByRole('link', { name: /^Make it a recommendation: I was told/ }).click();
  await desk.getByText('It will rest on one interview').waitFor();
  expect(await desk.getByLabel('What is asked for').inputValue()).toBe('I was told on Friday, too late.');
});

test('RC5 from the page of themes to what rests on a passage, and to the passage itself', async () => {
  await goTo('themes#theme-late');
  const late = desk.locator('#theme-late');
  await late.getByText('Read all 3 that are under it').click();
  await late.getByRole('link', { name: 'Ask before you come' }).waitFor();
  await late.getByRole('link', { name: 'in Interview i3 at home' }).click();
  await desk.locator('.source-now-open').getByText('told on Friday').waitFor();
});

test('RC5 one click leads to the very point and theme, on long pages too, and not into the text that is typed', async () => {
  await hall.talk(
    ...Array.from({ length: 90 }, (_, i) => point(`more${i}`, { text: `Something else, number ${i}` }, 'aa')),
    ...Array.from({ length: 12 }, (_, i) => theme(`more${i}`, { name: `Not raised ${i}`, order: 10 + i })),
  );
  const { points } = await hall.store.talk.read('shared');
  const ids = points.flatMap(({ id, session }) => (session === 'aa' ? [id] : []));
  // The earliest of the list, which is not among those that are drawn at first.
  const first = ids[0] ?? '';
  await hall.ask(
    asked('point', { text: 'Rests on a point', evidence: [`point.aa.${first}`, 'theme.more11'], order: 3 }),
  );
  const text = points.find(({ id }) => id === first)?.text ?? '';
  await goTo('recommendations#rec-point');
  await desk.reload();
  await card('Rests on a point').getByRole('link', { name: text }).click();
  const row = desk.locator(`#point-${first}`);
  await row.and(desk.locator('[aria-current="location"]')).waitFor();
  await row.locator('button:focus').first().waitFor();
  expect(await seen(`#point-${first}`)).toBe(true);
  await look(desk, 'scribe-from-evidence');
  // And back from there. One that nothing rests on, and that is no idea, has no link.
  await row.getByText('1 recommendation rests on this').waitFor();
  expect(await desk.locator('.points .resting').count()).toBe(1);
  await row.getByRole('link', { name: 'Rests on a point', exact: true }).click();
  await desk.locator('.rec-open').filter({ hasText: 'Rests on a point' }).waitFor();
  await goTo(`../../s/aa/talk#point-${first}`);
  await row.waitFor();
  // Another one, with the page open already.
  await desk.evaluate((id) => (location.hash = `point-${id}`), ids[60] ?? '');
  await desk.locator(`#point-${ids[60]}[aria-current="location"]`).waitFor();
  expect(await seen(`#point-${ids[60]}`)).toBe(true);
  await goTo('recommendations#rec-point');
  await card('Rests on a point').getByRole('link', { name: 'Not raised 11' }).click();
  await desk.locator('#theme-more11:focus').waitFor();
  expect(await seen('#theme-more11')).toBe(true);
  await look(desk, 'themes-from-evidence');
});

test('RC5 one click leads to the very post-it, in sight and marked, and back; an example of the codebook leads back too', async () => {
  await hall.ask(asked('postit', { text: 'Rests on a post-it', evidence: ['postit.aa.1.aa-2'], order: 4 }));
  await goTo('recommendations#rec-postit');
  await desk.reload();
  await card('Rests on a post-it').getByRole('link', { name: 'A text the day before' }).click();
  const said = desk.locator('.comment-list > li[aria-current="location"]');
  await said.getByText('A text the day before would help me to come').waitFor();
  await said.and(desk.locator(':focus')).waitFor();
  expect(await seen('.comment-list > li[aria-current="location"]')).toBe(true);
  await look(desk, 'results-from-evidence');
  await said.getByText('1 recommendation rests on this').waitFor();
  await said.getByRole('link', { name: 'Rests on a post-it', exact: true }).click();
  await desk.locator('.rec-open').filter({ hasText: 'Rests on a post-it' }).waitFor();
  // A point that is an example in the codebook.
  await hall.ask(asked('example', { text: 'Rests on what was said', evidence: ['point.aa.p1'], order: 5 }));
  await goTo('themes');
  await desk.getByRole('button', { name: 'Codebook' }).click();
  await desk.locator('.theme-said').getByRole('link', { name: 'Rests on what was said' }).click();
  await desk.locator('.rec-open').filter({ hasText: 'Rests on what was said' }).waitFor();
});

test('E1 no finding of axe on any of these screens', () => {
  expectNothingFound();
});
