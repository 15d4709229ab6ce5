/** "Were you heard?" on phones while the facilitator is about to finish the session, in a real browser. */
import { expect, test } from '@jest/globals';
import { expectNothingFound, look } from '../support/look.ts';
import { hearTaps, openPhone, sayYes } from '../support/phonePage.ts';
import { connectConsole, openSession } from '../support/server.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();
const UNSENT = 'The session was finished before you pressed Send.';

test('WH1 E1 whoever finishes is told that phones are asking, and asked first; a phone says what was not sent', async () => {
  const { session } = await openSession(here.server, ['They call me back']);
  const desk = await connectConsole(here.server, session.id);
  const size = { width: 360, height: 640 };
  const phones = await Promise.all(
    [1, 2, 3].map(() => openPhone(here.browser, `${here.server.url}/j/${session.code}`, size)),
  );
  for (const phone of phones) await sayYes(phone, null);
  const [sends, chooses, skips] = phones;
  if (sends === undefined || chooses === undefined || skips === undefined) throw new Error('three phones');
  await desk.do({ do: 'start' });
  const board = await here.staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  const wall = await here.staffPage({ width: 1280, height: 720 }, `/projector/${session.id}`);
  await desk.do({ do: 'end' });
  for (const phone of phones) await phone.heading('Were you heard?');
  await board.getByText('Phones are asking one last question').waitFor();
  await board.getByText('0 of 3 have answered it.').waitFor();
  await wall.getByText('Phones have one last question').waitFor();
  await look(board, 'console-ended-asking');
  await look(wall, 'projector-ended-asking');

  const yes = { name: 'Yes', exact: true } as const;
  const no = { name: 'No', exact: true } as const;
  // Words under another answer went from the screen, so they are not sent either.
  await sends.page.getByRole('radio', no).first().check();
  await sends.page.getByLabel('What stopped you?').fill('There was no time');
  await sends.page.getByRole('radio', yes).first().check();
  await sends.page.getByRole('button', { name: 'Send' }).click();
  await sends.page.getByRole('button', { name: 'Change what you said' }).click();
  await sends.page.getByRole('radio', no).first().check();
  expect(await sends.page.getByLabel('What stopped you?').inputValue()).toBe('');
  await sends.page.getByRole('button', { name: 'Skip' }).click();
  await chooses.page.getByRole('radio', no).first().check();
  await chooses.page.getByLabel('What stopped you?').waitFor();
  await look(chooses.page, 'phone-heard-no', true);
  await chooses.page.getByLabel('What stopped you?').fill('It was too loud');
  // Nothing lies over what comes next.
  const top = (what: string): Promise<number> =>
    chooses.page.locator(what).evaluate((el) => el.getBoundingClientRect().top);
  expect(await top('#stopped')).toBeLessThan(await top('button:has-text("Send")'));
  expect(await chooses.page.locator('.actions').count()).toBe(0);
  // Passed by with something chosen: that is not what the session's end has taken.
  await skips.page.getByRole('radio', yes).first().check();
  await skips.page.getByRole('button', { name: 'Skip' }).click();
  await board.getByText('1 of 3 have answered it.').waitFor();
  const finish = board.getByRole('button', { name: /^Finish now and make/ });
  const asked = board.getByRole('dialog');
  await finish.click();
  await asked.getByText('1 of 3 have answered').waitFor();
  await look(board, 'console-ended-sure');
  await asked.getByRole('button', { name: 'Wait' }).click();
  await chooses.heading('Were you heard?');
  expect((await desk.until((v) => v.room.state === 'ended')).heard).toBe(1);

  await finish.click();
  await asked.getByRole('button', { name: 'Finish now' }).click();
  await board.getByRole('link', { name: 'Write the report' }).waitFor();
  await chooses.page.getByText(UNSENT).waitFor();
  const words = chooses.page
    .locator('.late-one')
    .filter({ hasText: 'Were you heard? You began to write this' });
  await words.getByText('It was too loud').waitFor();
  await look(chooses.page, 'phone-heard-unsent', true);
  for (const phone of [sends, skips]) {
    await phone.page.getByText('This session is over.').waitFor();
    expect(await phone.page.getByText(UNSENT).count()).toBe(0);
  }
  expectNothingFound();
  desk.close();
  await Promise.all(phones.map(({ context }) => context.close()));
}, 120_000);

test('E2 WH1 a second tap meets nothing on the screen that has come: neither a second yes nor what nobody asked for', async () => {
  const { session } = await openSession(here.server, ['They call me back']);
  const desk = await connectConsole(here.server, session.id);
  const size = { width: 360, height: 640 };
  const phone = await openPhone(here.browser, `${here.server.url}/j/${session.code}`, size, true);
  const { page } = phone;
  const tapTwice = async (name: string): Promise<void> => {
    await hearTaps(page);
    const button = page.getByRole('button', { name, exact: true });
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    await button.tap();
    if (box === null) throw new Error('no button');
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  };
  const told = ['What this is about', 'What is kept', 'Who might guess', 'When we must tell someone'];
  for (const screen of [...told, 'It is up to you']) {
    await phone.heading(screen);
    await tapTwice('Next');
  }
  await phone.heading('Do you want to take part?');
  await tapTwice('Yes');
  await phone.heading('May we use your words?');
  await tapTwice('No');
  await desk.do({ do: 'start' });
  await desk.do({ do: 'end' });
  await phone.heading('Were you heard?');
  await hearTaps(page);
  await page.getByRole('radio', { name: 'Yes', exact: true }).first().check();
  await tapTwice('Send');
  await phone.heading('Thank you');
  await desk.until(({ heard }) => heard === 1);
  await hearTaps(page);
  await page.getByRole('button', { name: 'Change what you said' }).tap({ trial: true });
  await phone.heading('Thank you');
  desk.close();
  await phone.context.close();
}, 60_000);
