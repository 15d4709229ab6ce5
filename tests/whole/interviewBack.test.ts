/** An interview on a phone: what was typed outlives a no that was not meant and the device’s own Back. */
import { expect, test } from '@jest/globals';
import type { NewConsultation, StoredDocument } from '../../core/api.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();

test('IV8 a no that was not meant asks first, and Back goes one step back, with the network away too', async () => {
  const { server, staffPage } = here;
  const fresh: NewConsultation = { title: 'What we expect', statements: 'One' };
  const { consultation } = await server.send<StoredDocument>('POST', '/api/consultations', fresh);
  const page = await staffPage({ width: 360, height: 640 }, `/console/c/${consultation.id}/interview`);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const yes = (of: string) => page.getByRole('group', { name: of });
  const field = page.getByLabel('What they say');
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  await press('Begin');
  await page.waitForFunction((n) => history.length > n, before);
  const most = await entries();
  // Loaded again, it has no entry more, and Back still goes one step back.
  await page.reload();
  await page.getByText('Read this out first').waitFor();
  await page.goBack();
  await press('Begin');
  await page.getByText('Read this out first').waitFor();
  await page.context().setOffline(true);
  await yes('May we use what you tell us?').getByLabel('Yes').check();
  await yes('May we quote you, without your name?').getByLabel('Yes').check();
  await press('Next');
  await field.fill('They came early.');
  await press('Back');
  await yes('May we use what you tell us?').getByLabel('No').check();
  await press('Next');
  await page.getByText('What was typed for 1 question goes for good with a no.').waitFor();
  await look(page, 'interview-no-sure', true);
  await press('Keep it');
  await yes('May we use what you tell us?').getByLabel('Yes').check();
  await press('Next');
  expect(await field.inputValue()).toBe('They came early.');

  // A page that was left could not be opened again.
  await press('Finish');
  await page.getByText('1 question was answered.').waitFor();
  await page.goBack();
  expect(await field.inputValue()).toBe('They came early.');
  await page.goBack();
  await page.getByText('Read this out first').waitFor();

  await yes('May we use what you tell us?').getByLabel('No').check();
  await press('Next');
  await press('Yes, throw it away');
  await page.getByText('Then nothing is kept').waitFor();
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('came early');

  // Ended by a button, it leaves none for the next one to add to.
  await press('Begin again');
  await press('Begin');
  await page.getByText('Read this out first').waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
  expect(await entries()).toBe(most);

  // Left by a button, one Back leaves the page, and none is dead.
  await press('Begin');
  await page.getByText('Read this out first').waitFor();
  await press('Back');
  await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
  await page.waitForFunction(() => history.state === null);
  await page.context().setOffline(false);
  await page.goBack();
  expect(page.url()).not.toContain('/interview');
  expectNothingFound();
});
