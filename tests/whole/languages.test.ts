/** Languages of a consultation, chosen by their names. */
import { expect, test } from '@jest/globals';
import type { ConsultationPage } from '../../core/api.ts';
import { consult } from '../support/held.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const hall = staffBrowser();

test('E1 a language is added by its name or its tag, and stands there by its name', async () => {
  const { id } = await consult(hall.server, 'What we expect', ['My worker listens to me']);
  const page = await hall.staffPage({ width: 1366, height: 768 }, `/console/c/${id}`);
  const part = page.getByRole('group', { name: 'Languages' });
  const field = part.getByLabel('Add a language');
  const add = part.getByRole('button', { name: 'Add', exact: true });
  await field.fill('Gibberish');
  await part.getByText('No language is known by this name yet.').waitFor();
  expect(await add.isDisabled()).toBe(true);
  await field.fill('urdu');
  await add.click();
  await part.getByText('Urdu (ur)').waitFor();
  await field.fill('cy');
  await field.press('Enter');
  await part.getByText('Welsh (cy)').waitFor();
  await part.scrollIntoViewIfNeeded();
  await look(page, 'console-languages');
  await page.locator('.saved-saved').waitFor();
  const { consultation } = await hall.server.get<ConsultationPage>(`/api/consultations/${id}`);
  expect(consultation.languages).toEqual(['en', 'ur', 'cy']);
  await page.close();
  expectNothingFound();
});
