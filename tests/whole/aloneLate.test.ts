/** Somebody goes from the form of talking alone: back while it is being sent, to the help, out of it, for good. */
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aloneDesk, LEAD } from '../support/alone.ts';
import { onScreen, openPhone, sayYes } from '../support/phonePage.ts';
import { connectConsole, openSession } from '../support/server.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();

test('AL1 whoever goes back while it is being sent stays where they are, and is told that it is sent', async () => {
  const { session, document } = await openSession(here.server, ['They call me back']);
  await aloneDesk(here.server, document.consultation.id).name(LEAD);
  const desk = await connectConsole(here.server, session.id);
  const phone = await openPhone(here.browser, `${here.server.url}/j/${session.code}`);
  const { page } = phone;
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).tap();
  await sayYes(phone, null);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  await page.getByRole('radio').first().waitFor();
  const come = await waitsForSeal(page);
  await press('Menu');
  await press('I would rather talk alone');
  await press('Say how to find me');
  await page.getByLabel('How can Amal Reyes find you?').fill('the one with the red card');
  for (const group of await page.getByRole('group').all())
    await group.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('checkbox').check();
  await press('Send');
  await page.getByText('Sending').first().waitFor();
  await page.goBack();
  await phone.heading('I would rather talk alone');
  come();
  await phone.heading('Sent');
  await press('Take it back');
  await phone.heading('Taken back');
  expect(await page.evaluate(() => String(history.state))).toBe('alone');
  // One press leads out, back to the statement.
  await press('Done');
  await page.getByRole('radio').first().waitFor();
  desk.close();
  await phone.context.close();
}, 60_000);

/** What seals it, and with that the sending, comes no sooner than the answer is called. */
async function waitsForSeal(page: Page): Promise<() => void> {
  const comes = Promise.withResolvers<void>();
  await page.route('**/sealTo-*.js', async (route) => {
    await comes.promise;
    await route.continue();
  });
  return comes.resolve;
}

const person = async () => {
  const { session, document } = await openSession(here.server, ['They call me back']);
  await aloneDesk(here.server, document.consultation.id).name(LEAD);
  const phone = await openPhone(here.browser, `${here.server.url}/j/${session.code}`);
  const { page } = phone;
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).tap();
  await sayYes(phone, null);
  return {
    phone,
    page,
    session,
    press,
    find: page.getByLabel('How can Amal Reyes find you?'),
    write: async (): Promise<void> => {
      await press('Menu');
      await press('I would rather talk alone');
      await press('Say how to find me');
    },
    /** All of the form but the yes. */
    fill: async (): Promise<void> => {
      await page.getByLabel('How can Amal Reyes find you?').fill('the one with the red card');
      for (const group of await page.getByRole('group').all())
        await group.getByRole('radio', { name: 'No', exact: true }).check();
    },
  };
};

test('AL3 what was begun waits covered while its writer reads the help, and goes once they leave it', async () => {
  const { phone, page, press, find, write, fill } = await person();
  await write();
  await fill();
  await press('Help');
  await phone.heading('Help and complaints');
  await press('Go back');
  expect(
    await page.getByRole('heading', { level: 1, name: /^(Covered|How to find you)$/u }).innerText(),
  ).toBe('Covered');
  expect(await onScreen(page)).not.toContain('red card');
  await press('Go on writing');
  expect(await find.inputValue()).toBe('the one with the red card');
  expect(await page.getByRole('radio', { name: 'No', exact: true, checked: true }).count()).toBe(2);
  // “Do not send” empties it.
  await press('Do not send');
  await press('Say how to find me');
  expect(await find.inputValue()).toBe('');
  // So does going out of the place by the phone’s own Back.
  await fill();
  await page.goBack();
  await phone.heading('I would rather talk alone');
  await page.goBack();
  await page.getByRole('heading', { name: 'I would rather talk alone' }).waitFor({ state: 'detached' });
  await write();
  expect(await find.inputValue()).toBe('');
  await phone.context.close();
}, 60_000);

test('AL3 what is sent late takes nothing from whoever has this phone by then', async () => {
  const { phone, page, session, press, find, write, fill } = await person();
  const come = await waitsForSeal(page);
  await write();
  await fill();
  await page.getByRole('checkbox').check();
  await press('Send');
  await page.getByText('Sending').first().waitFor();
  await press('Menu');
  await press('Leave the session');
  await press('Keep my answers in, and leave');
  await press('Join a session');
  await page.getByLabel('Code on the big screen').fill(session.code);
  const connects = page.waitForEvent('websocket');
  await press('Join');
  await sayYes(phone, null);
  await write();
  await find.fill('by the window');
  const isAnswered = (await connects).waitForEvent('framereceived', {
    predicate: ({ payload }) => /^43\d/u.test(String(payload)),
  });
  come();
  await isAnswered;
  await press('Help');
  await press('Go back');
  await phone.heading('Covered');
  await press('Go on writing');
  expect(await find.inputValue()).toBe('by the window');
  await phone.context.close();
}, 60_000);

test('AL3 whoever joins on this phone after somebody left sees neither what they wrote nor that they sent it', async () => {
  const { phone, page, session, press, find, write, fill } = await person();
  const leave = async (): Promise<void> => {
    await press('Menu');
    await press('Leave the session');
    await press('Keep my answers in, and leave');
    await press('Join a session');
    await page.getByLabel('Code on the big screen').fill(session.code);
    await press('Join');
    await sayYes(phone, null);
  };
  await write();
  await fill();
  await leave();
  await write();
  expect(await find.inputValue()).toBe('');
  await fill();
  await page.getByRole('checkbox').check();
  await press('Send');
  await phone.heading('Sent');
  await press('Done');
  await leave();
  await write();
  expect(await find.inputValue()).toBe('');
  await phone.context.close();
}, 60_000);
