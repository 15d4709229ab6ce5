/** What the page of recommendations asks before something odd stands outside, or something goes that does not come back. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { isRefusal } from '../../core/refusal.ts';
import type { Store } from '../../server/store/store.ts';
import { launchBrowser } from '../support/browser.ts';
import { consultation, held } from '../support/archives.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { asked, reword } from '../support/recommendations.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let server: TestServer;
let store: Store;
let browser: Browser;
let desk: Page;
const RING = 'Ring back within two days';
const BENCH = 'A bench outside the office';
beforeAll(async () => {
  const stores: Store[] = [];
  const clock = { today: () => '2027-03-01', everyHour: () => () => undefined };
  const wrap = (made: Store): Store => {
    stores.push(made);
    return made;
  };
  [server, browser] = await Promise.all([startServer({ clock, wrap }), launchBrowser()]);
  store = stores.at(-1) as Store;
  await store.saveConsultation(consultation(), null);
  await store.addSealed(
    held('aa', [5, 4, 4, 2, 1, 3], {
      attendance: [{ group: 'g1', gender: '', ageBand: '', n: 18 }],
      checked: [
        {
          n: 1,
          recommendation: 'ring',
          kind: 'change',
          text: RING,
          points: '',
          said: 7,
          notQuite: 6,
          missing: 5,
          declined: 0,
          dots: 18,
        },
      ],
    }),
  );
  const done = await store.recommendations.change('shared', [
    asked('ring', { text: RING, askedOn: '2027-01-10', answer: 'accepted' }),
    asked('bench', { text: BENCH, order: 2 }),
  ]);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
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

const goTo = (path: string) => desk.goto(`${server.url}/console/c/shared/${path}`);
const card = (text: string) => desk.locator('.rec').filter({ hasText: text });
const button = (name: string) => desk.getByRole('button', { name, exact: true });
const saved = () => desk.getByText('All saved').waitFor();
const one = async () => (await store.recommendations.read('shared')).list.find(({ id }) => id === 'ring');

test('RC11 RC6 days and heads that can hardly be so are pointed out beside their fields and where they are told, and hinder nothing', async () => {
  await goTo('recommendations');
  await button(RING).click();
  const open = desk.locator('.rec-open');
  await open.getByLabel('Yes', { exact: true }).fill('12');
  expect(await open.locator('.caution, .fault').count()).toBe(0);
  // What is no number of people is said to be not saved, and leaves what was there.
  const no = open.getByLabel('No', { exact: true }).last();
  await no.fill('4');
  await no.fill('-4');
  await open.getByText('That is no number of people, so it is not saved').waitFor();
  expect(await no.getAttribute('aria-invalid')).toBe('true');
  await look(desk, 'recommendations-no-number');
  await saved();
  expect(await one()).toMatchObject({ wordYes: 12, wordNo: 4 });
  await no.fill('3');
  await open.getByText('That is no number of people').waitFor({ state: 'detached' });
  await open.getByLabel('Yes', { exact: true }).fill('99');
  const many =
    'Together 102 heads are typed in. Those are more people than the head-counts of all sessions: 18.';
  await open.getByText(many).waitFor();
  await open.getByLabel('Answered on').fill('2030-01-01');
  await open.getByText('This day has not come yet.').waitFor();
  await open.getByLabel('Done on').fill('2025-01-01');
  await open.getByText('This is before anybody was asked: 10 January 2027.').waitFor();
  await saved();
  await look(desk, 'recommendations-odd');
  expect(await one()).toMatchObject({ wordYes: 99, answeredOn: '2030-01-01', doneOn: '2025-01-01' });
  await goTo('told');
  await desk.getByText('Answered on: This day has not come yet.').waitFor();
  await desk.getByText('Done on: This is before anybody was asked').waitFor();
  await desk.getByText(`Participants’ own word: ${many}`).waitFor();
  await look(desk, 'told-odd');
});

test('CK6 RC1 removing one that a room was shown is asked first, and what is said of it afterwards is so', async () => {
  await goTo('recommendations');
  await card(RING).getByText('7 of 18 said: that is what we said').waitFor();
  // One that no room was shown goes at once, and comes back whole.
  await button(BENCH).click();
  await button('Remove this recommendation').click();
  await card(BENCH).waitFor({ state: 'detached' });
  await button('Undo').click();
  await card(BENCH).waitFor();
  await button(RING).click();
  await button('Remove this recommendation').click();
  await desk.getByText('The words that it was shown go for good').waitFor();
  await look(desk, 'recommendations-remove');
  await button('Keep it').click();
  await card(RING).waitFor();
  // What another window has written since is looked at first.
  await button('Remove this recommendation').click();
  const changes = [reword('ring', { to: '' }, { to: 'The trust' })];
  await server.send('POST', '/api/consultations/shared/recommendations', { changes });
  await desk.getByText('It was changed in another window while this was open.').waitFor();
  expect(await button('Remove it').isDisabled()).toBe(true);
  await look(desk, 'recommendations-remove-changed');
  await button('Keep it').click();
  await button('Remove this recommendation').click();
  await button('Remove it').click();
  await card(RING).waitFor({ state: 'detached' });
  await button('Undo').click();
  const back = card(RING);
  await back.getByText('Shown in words that are not kept any more').waitFor();
  await back.getByText('In words that are not kept any more', { exact: true }).waitFor();
  expect(await back.getByText('Shown in other words').count()).toBe(0);
  // Nothing more would go.
  await button('Remove this recommendation').click();
  await card(RING).waitFor({ state: 'detached' });
});

test('E1 no finding of axe on any of these screens', () => {
  expectNothingFound();
});
