/** What somebody wrote to talk alone is sent only after they have gone back from its form. */
import { expect, test } from '@jest/globals';
import { aloneDesk, LEAD } from '../support/alone.ts';
import { openPhone, sayYes } from '../support/phonePage.ts';
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
  // It goes out once what seals it has come.
  const comes = Promise.withResolvers<void>();
  await page.route('**/sealTo-*.js', async (route) => {
    await comes.promise;
    await route.continue();
  });
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
  comes.resolve();
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
