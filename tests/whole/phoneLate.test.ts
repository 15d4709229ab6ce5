/** What came too late on a phone, whatever stands beside it: it is told once, and only where it is true. */
import { expect, test } from '@jest/globals';
import { away, inRoom, KEPT } from '../support/leftPhone.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { later, onScreen, type PhonePage } from '../support/phonePage.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();

const LATE = 'This came too late: the room had gone on to something else. It was not sent.';

/** Back from being away, once the line is there and what was sent late has its answer. */
const again = (phone: PhonePage): Promise<void> => phone.context.setOffline(false);

test('FT1 whoever takes a topic back keeps the next one, which they have begun', async () => {
  const { desk, phone, page } = await inRoom(here);
  await desk.do({ do: 'talk', on: true });
  await page.getByRole('button', { name: 'Add a topic' }).tap();
  await page.getByLabel('What should we talk about?').fill('Letters');
  await page.getByRole('button', { name: 'Put it up' }).tap();
  await page.getByText('Saved. It is looked at').waitFor();
  await later(page);
  await page.getByRole('button', { name: 'Add another topic' }).tap();
  await page.locator('#topic').fill('Half a topic');
  await page.getByRole('button', { name: 'Take it back' }).tap();
  await page.getByText('Letters', { exact: true }).waitFor({ state: 'detached' });
  await page.reload();
  expect(await page.locator('#topic').inputValue()).toBe('Half a topic');
  desk.close();
  await phone.context.close();
}, 60_000);

test('TP1 E1 of a thought that was taken back too late it is said that it stands, now and at the end', async () => {
  const { desk, phone, page, seal } = await inRoom(here);
  await desk.do({ do: 'talk', on: true });
  await page.getByRole('button', { name: 'Add a thought' }).tap();
  await page.getByLabel('Your thought', { exact: true }).fill('Only for a while');
  await page.getByRole('button', { name: 'Send it', exact: true }).tap();
  await page.locator('.thought').getByText('Saved').waitFor();
  await away(phone);
  await page.getByRole('button', { name: 'Take it back' }).tap();
  await desk.do({ do: 'open', board: 1 });
  await again(phone);
  const one = page.locator('.late-one');
  await one.waitFor();
  const stands =
    'A thought. You took this back too late: the room had gone on to something else. It stands as you had sent it.';
  expect(await one.locator('p').allInnerTexts()).toEqual([stands]);
  await look(page, 'late-taken-back', true);
  await desk.do({ do: 'end' });
  await page.getByRole('button', { name: 'Skip' }).tap();
  await phone.heading('Thank you');
  expect(await one.locator('p').allInnerTexts()).toEqual([stands]);
  await seal();
  await page.getByText('This session is over').waitFor();
  expectNothingFound();
  desk.close();
  await phone.context.close();
}, 60_000);

test('CK1 E1 of an answer on a recommendation that came too late it is said that it is not in, without words too', async () => {
  const { desk, phone, page } = await inRoom(here);
  await desk.do({ do: 'check', change: { to: 'begin', ids: ['plan'] } });
  await page.getByRole('radio', { name: 'That is what we said' }).check();
  await away(phone);
  await page.getByRole('button', { name: 'Place it' }).tap();
  await desk.do({ do: 'check', change: { to: 'step', step: 'dots' } });
  await again(phone);
  await phone.heading('What matters most to you?');
  const one = page.locator('.late-one');
  await one.waitFor();
  expect(await one.locator('p').allInnerTexts()).toEqual([`A recommendation. ${LATE}`]);
  await look(page, 'late-answer', true);
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, 'late-answer-390', true);
  await one.getByRole('button', { name: 'Let it go' }).tap();
  await one.waitFor({ state: 'detached' });
  expectNothingFound();
  desk.close();
  await phone.context.close();
}, 60_000);

test('TP1 E1 words that are in are never told as not sent, where only their answer came too late', async () => {
  const { desk, phone, page } = await inRoom(here);
  await desk.do({ do: 'open', board: 1 });
  await phone.place('Agree', 'They do');
  await phone.says(/^Saved$/);
  await page.getByRole('button', { name: 'Change', exact: true }).tap();
  await page.getByRole('radio', { name: 'Disagree', exact: true }).check();
  await away(phone);
  await page.locator('.actions button').first().tap();
  await desk.do({ do: 'close', board: 1 });
  await again(phone);
  await page.getByText('Placing closed before this got through').waitFor();
  await desk.do({ do: 'talk', on: true });
  await phone.heading('What should we talk about?');
  await page.getByRole('button', { name: 'Add a thought' }).waitFor();
  expect(await page.locator('.late').count()).toBe(0);
  await desk.do({ do: 'end' });
  await page.getByRole('button', { name: 'Skip' }).tap();
  await phone.heading('Thank you');
  await page.locator('.notice').first().waitFor();
  expect(await onScreen(page)).not.toContain('They do');
  desk.close();
  await phone.context.close();
}, 60_000);

test('TP1 E1 words that came too late stay while the statement is only shown', async () => {
  const { desk, phone, page } = await inRoom(here);
  await desk.do({ do: 'show', board: 1 });
  await desk.do({ do: 'open', board: 1 });
  await page.getByRole('radio').first().waitFor();
  await away(phone);
  await phone.place('Agree', 'A late post-it');
  await desk.do({ do: 'undo' });
  await again(phone);
  await page.getByText(KEPT).waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
  expect(await onScreen(page)).not.toContain('A late post-it');
  await look(page, 'late-shown', true);
  expectNothingFound();
  desk.close();
  await phone.context.close();
}, 60_000);

test('TP1 E1 under an open form a late thought is not told to wait for the talk that is there; what is let go at the end stays away', async () => {
  const { desk, phone, page, seal } = await inRoom(here);
  const words = page.getByLabel('Your thought', { exact: true });
  const one = (text: string) => page.locator('.late-one').filter({ hasText: text });
  await desk.do({ do: 'talk', on: true });
  await page.getByRole('button', { name: 'Add a thought' }).tap();
  await words.fill('A late thought');
  await away(phone);
  await page.getByRole('button', { name: 'Send it', exact: true }).tap();
  await desk.do({ do: 'open', board: 1 });
  await again(phone);
  await one('A late thought').getByText('You can send it when the room talks again').waitFor();
  await desk.do({ do: 'talk', on: true });
  await one('A late thought').getByRole('button', { name: 'Send it here' }).waitFor();
  await page.getByRole('button', { name: 'Add a thought' }).tap();
  await words.fill('Half a thought');
  await one('A late thought').waitFor();
  expect(await one('A late thought').getByText('when the room talks again').count()).toBe(0);
  await look(page, 'late-writing', true);

  await desk.do({ do: 'end' });
  await page.getByRole('button', { name: 'Skip' }).tap();
  await seal();
  await page.waitForFunction(() => sessionStorage.length === 0);
  await one('Half a thought').getByRole('button', { name: 'Let it go' }).tap();
  await one('Half a thought').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Help', exact: true }).tap();
  await page.locator('.late-one').first().waitFor({ state: 'detached' });
  await page.goBack();
  await one('A late thought').waitFor();
  expect(await onScreen(page)).not.toContain('Half a thought');
  await look(page, 'late-let-go', true);
  expectNothingFound();
  desk.close();
  await phone.context.close();
}, 90_000);
