/** What somebody has written on a phone and what is not in: it stays, whatever it was written for, and is shown at the end. */
import { expect, test } from '@jest/globals';
import { away, inRoom, KEPT, SMALL } from '../support/leftPhone.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { later, onScreen, type PhonePage } from '../support/phonePage.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();

/** What stands at the end: what each was written for and what became of it, and the words. */
async function left({ page }: PhonePage): Promise<string[]> {
  await page.getByText('You can copy the words while this page is open').waitFor();
  const all = await page.locator('.late-one').all();
  return Promise.all(all.map(async (one) => (await one.locator('p').allInnerTexts()).join(' | ')));
}

/** Nothing of it is on the screen; that it stays is said. */
async function stays(phone: PhonePage, words: string): Promise<void> {
  await phone.page.getByText(KEPT).waitFor();
  expect(await onScreen(phone.page)).not.toContain(words);
}

const BEGUN = 'You began to write this and did not send it.';
const LATE = 'This came too late: the room had gone on to something else. It was not sent.';
const UNSURE =
  'You sent this, but this phone was not told that it is saved before the session was over. It may not be in.';

test('TP1 W8 E1 what is begun for whatever place says that it stays as the room goes on, and is shown once at the end', async () => {
  const { desk, phone, page, seal } = await inRoom(here);
  const words = page.locator('textarea');
  await desk.do({ do: 'open', board: 1 });
  await words.fill('Half a post-it');
  await desk.do({ do: 'close', board: 1 });
  // Its form is open until the reveal.
  await page.getByText('Placing has closed.').waitFor();
  expect(await page.getByText(KEPT).count()).toBe(0);
  await desk.do({ do: 'reveal', board: 1, sure: true });
  await stays(phone, 'Half a post-it');
  await look(page, 'left-revealed', true);
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, 'left-revealed-390', true);

  await desk.do({ do: 'open', board: 2 });
  await phone.place('Agree', 'They do');
  await phone.says(/^Saved$/);
  await page.getByRole('button', { name: 'Change', exact: true }).tap();
  await words.fill('They do, most of them');
  await desk.do({ do: 'close', board: 2 });
  await page.getByText('Closed. Your post-it:').waitFor();
  await stays(phone, 'most of them');
  await look(page, 'left-closed', true);

  await desk.do({ do: 'talk', on: true });
  await page.getByRole('button', { name: 'Add a topic' }).tap();
  await page.getByLabel('What should we talk about?').fill('Half a topic');
  await desk.do({ do: 'topics', change: { to: 'step', step: 'order' } });
  await phone.heading('What should come first?');
  await stays(phone, 'Half a topic');
  await desk.do({ do: 'topics', change: { to: 'step', step: 'talk' } });
  await phone.heading('What should be said?');
  await stays(phone, 'Half a topic');
  await look(page, 'left-talk', true);

  await desk.do({ do: 'check', change: { to: 'begin', ids: ['plan'] } });
  await phone.heading('Ask us before a plan is made');
  await page.getByRole('radio', { name: 'Something is missing' }).check();
  await page.getByLabel('What should it say?').fill('Half a wish');
  await desk.do({ do: 'check', change: { to: 'step', step: 'dots' } });
  await phone.heading('What matters most to you?');
  await stays(phone, 'Half a wish');
  await look(page, 'left-dots', true);

  await desk.do({ do: 'end' });
  await phone.heading('Were you heard?');
  await page.setViewportSize(SMALL);
  await look(page, 'left-heard', true);
  await page.getByRole('button', { name: 'Skip' }).tap();
  const all = [
    `Statement 1. ${BEGUN} | Half a post-it`,
    `Statement 2. ${BEGUN} | They do, most of them`,
    `A topic. ${BEGUN} | Half a topic`,
    `A recommendation. ${BEGUN} | Half a wish`,
  ];
  expect(await left(phone)).toEqual(all);
  await look(page, 'left-end', true);
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, 'left-end-390', true);
  await page.locator('.late-one').filter({ hasText: 'Half a wish' }).getByRole('button').tap();
  await seal();
  await page.waitForFunction(() => sessionStorage.length === 0);
  expect(await left(phone)).toEqual(all.slice(0, -1));
  expectNothingFound();
  desk.close();
  await phone.context.close();
}, 180_000);

test('FT1 the second tap of a double one on "Put it up" opens no other form; a later one does', async () => {
  const { desk, phone, page } = await inRoom(here);
  await desk.do({ do: 'talk', on: true });
  await page.getByRole('button', { name: 'Add a topic' }).tap();
  await page.getByLabel('What should we talk about?').fill('Letters');
  await page.evaluate(async () => {
    const press = (name: string): void =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
    // However slow this machine is, no time goes by between the two.
    const at = performance.now();
    performance.now = () => at;
    press('Put it up');
    while (document.querySelector('#topic') !== null) await new Promise(requestAnimationFrame);
    press('Add another topic');
    await new Promise(requestAnimationFrame);
    Reflect.deleteProperty(performance, 'now');
  });
  await page.getByText('Letters', { exact: true }).waitFor();
  expect(await page.locator('#topic').count()).toBe(0);
  await later(page);
  await page.getByRole('button', { name: 'Add another topic' }).tap();
  await page.locator('#topic').waitFor();
  desk.close();
  await phone.context.close();
}, 60_000);

test('TP1 CK1 W8 E1 what came too late stays until the end, whatever it was for; what was never answered is shown too', async () => {
  const { desk, phone, page, seal } = await inRoom(here);
  await desk.do({ do: 'open', board: 1 });
  await page.getByRole('radio').first().waitFor();
  await away(phone);
  await phone.place('Agree', 'A late post-it');
  await desk.do({ do: 'close', board: 1 });
  await desk.do({ do: 'reveal', board: 1, sure: true });
  await phone.context.setOffline(false);
  await page.getByText('Placing closed before this got through').waitFor();
  await page.getByText('A late post-it').waitFor();

  await desk.do({ do: 'talk', on: true });
  await phone.heading('What should we talk about?');
  await stays(phone, 'A late post-it');
  await page.getByRole('button', { name: 'Add a topic' }).tap();
  await page.getByLabel('What should we talk about?').fill('A late topic');
  await away(phone);
  await page.getByRole('button', { name: 'Put it up' }).tap();
  await desk.do({ do: 'topics', change: { to: 'step', step: 'order' } });
  await phone.context.setOffline(false);
  await phone.heading('What should come first?');
  const topic = page.locator('.late-one').filter({ hasText: `A topic. ${LATE}` });
  await topic.getByText('A late topic').waitFor();
  await look(page, 'left-late-topic', true);

  // Another topic is put where it takes the place of no words that came too late.
  await desk.do({ do: 'topics', change: { to: 'step', step: 'collect' } });
  await page.getByRole('button', { name: 'Add a topic' }).tap();
  await page.getByLabel('What should we talk about?').fill('A topic in time');
  await page.getByRole('button', { name: 'Put it up' }).tap();
  await page.getByText('Saved. It is looked at').waitFor();
  await topic.getByText('A late topic').waitFor();

  await desk.do({ do: 'check', change: { to: 'begin', ids: ['plan'] } });
  await page.getByRole('radio', { name: 'Not quite' }).check();
  await page.getByLabel('What should it say?').fill('A late wish');
  await away(phone);
  await page.getByRole('button', { name: 'Place it' }).tap();
  await desk.do({ do: 'check', change: { to: 'step', step: 'dots' } });
  await phone.context.setOffline(false);
  await phone.heading('What matters most to you?');
  await page
    .locator('.late-one')
    .filter({ hasText: `A recommendation. ${LATE}` })
    .getByText('A late wish')
    .waitFor();
  // Words for another part of the talk are not read along with these.
  expect(await onScreen(page)).not.toContain('A late topic');
  await look(page, 'left-late-check', true);
  await desk.do({ do: 'open', board: 2 });
  await page.getByRole('radio').first().waitFor();
  await stays(phone, 'A late wish');
  expect(await onScreen(page)).not.toContain('A late post-it');
  // Whoever takes a post-it back takes what they had begun to change in it too.
  await phone.place('Agree', 'Taken back');
  await page.getByRole('button', { name: 'Change', exact: true }).tap();
  await page.locator('textarea').fill('Taken back, half changed');
  await page.reload();
  await page.getByRole('button', { name: 'Take it back' }).tap();
  await phone.says('Taken back');
  expect(await page.locator('textarea').inputValue()).toBe('');

  // Nobody answers what is sent now, before the session is finished.
  await desk.do({ do: 'talk', on: true });
  await page.getByRole('button', { name: 'Add a thought' }).tap();
  await page.getByLabel('Your thought', { exact: true }).fill('A thought without an answer');
  await away(phone);
  await page.getByRole('button', { name: 'Send it', exact: true }).tap();
  await phone.says('Not saved yet');
  await desk.do({ do: 'end' });
  await seal();
  await phone.context.setOffline(false);
  await phone.heading('Thank you');
  expect(await left(phone)).toEqual([
    `Statement 1. ${LATE} | A late post-it`,
    `A thought. ${UNSURE} | A thought without an answer`,
    `A topic. ${LATE} | A late topic`,
    `A recommendation. ${LATE} | A late wish`,
  ]);
  expect(await onScreen(page)).not.toContain('A topic in time');
  await look(page, 'left-late-end', true);
  expectNothingFound();
  desk.close();
  await phone.context.close();
}, 180_000);
