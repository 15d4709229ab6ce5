/** Two people on their phones, over plain http: one is asked for an interview, one is told alone. */
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TalkPage } from '../../core/talk/api.ts';
import { addDays } from '../../core/day.ts';
import { aloneDesk, LEAD } from '../support/alone.ts';
import { holding } from '../support/bytes.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { onScreen, openPhone, sayYes, type PhonePage } from '../support/phonePage.ts';
import { lanAddress } from '../support/program.ts';
import { connectConsole, openSession } from '../support/server.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();
const CONSOLE = { width: 1366, height: 768 };
const FIND = 'the one with the red card, left of the window';
const WHERE = 'my sister at 7 Mill Lane, never on a Monday';

const press = (phone: PhonePage, name: string): Promise<void> =>
  phone.page.getByRole('button', { name, exact: true }).tap();

/** Chooses an answer to one question of a form. */
const choose = (page: Page, question: string, answer: string): Promise<void> =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();

test('AL1 AL2 AL3 AL4 AL7 from a phone over the lead to an interview, and from a phone to being told alone, on plain http', async () => {
  const { server, browser, staffPage } = here;
  const { session, document } = await openSession(server, ['They call me back'], {}, (c) => {
    c.words.talkTo = 'Jo, with the green scarf, at the table by the door';
    c.withdrawDays = 14;
  });
  const { id } = document.consultation;
  const page = await staffPage(CONSOLE, `/console/c/${id}/alone`);
  await page.getByText('Nobody is named yet, so people are not offered it.').waitFor();
  await page.getByText('Once a lead is named, whoever does not want to write will be shown').waitFor();
  expect(await page.getByText('Whoever does not want to write is shown').count()).toBe(0);
  await look(page, 'console-alone-no-lead');
  const desk = aloneDesk(server, id);
  await desk.name(LEAD);

  const at = `http://${lanAddress()}:${server.app.port}/j/${session.code}`;
  const [one, two] = await Promise.all([
    openPhone(browser, at, { width: 360, height: 640 }),
    openPhone(browser, at, { width: 390, height: 844 }),
  ]);
  const live = await connectConsole(server, session.id);
  for (const phone of [one, two]) await sayYes(phone, null);
  await live.do({ do: 'next' });
  await live.do({ do: 'next' });

  // In the menu, while the room places.
  await press(one, 'Menu');
  await look(one.page, 'phone-menu-alone', true);
  await press(one, 'I would rather talk alone');
  await one.heading('I would rather talk alone');
  await one.page.getByText('Only Amal Reyes reads what you write here.').waitFor();
  // With the keys at the latest, so many days after the session.
  const until = new Date(addDays(session.date, 14));
  const latest = until.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  await one.page.getByText(`on ${latest} at the latest`).waitFor();
  await look(one.page, 'phone-alone', true);
  await press(one, 'Show me whom to ask');
  await one.page.getByText('Jo, with the green scarf').waitFor();
  await look(one.page, 'phone-alone-who', true);
  await press(one, 'Back');
  await press(one, 'Say how to find me');
  await one.heading('How to find you');
  await press(one, 'Send');
  await one.page.getByText('Say how you can be found.').waitFor();
  await look(one.page, 'phone-alone-problem', true);
  await one.page.getByLabel('How can Amal Reyes find you?').fill(FIND);
  await one.page.getByLabel('When and where is good?').fill('In the break, by the door');
  await choose(one.page, 'Is it safe that somebody speaks to you in front of others?', 'No');
  await choose(one.page, 'Is it safe that somebody writes to you?', 'I am not sure');
  await press(one, 'Send');
  await one.page.getByText('Nobody asks you without your yes.').waitFor();
  // The next seat sees nothing of it, and nothing of it is lost.
  expect(await onScreen(one.page)).toContain('red card');
  await press(one, 'Cover it');
  await one.heading('Covered');
  expect(await onScreen(one.page)).not.toContain('red card');
  await look(one.page, 'phone-alone-covered', true);
  await press(one, 'Go on writing');
  expect(await one.page.getByLabel('How can Amal Reyes find you?').inputValue()).toBe(FIND);
  // The phone's own Back goes one step, and what was written is there on coming again.
  await one.page.goBack();
  await one.heading('I would rather talk alone');
  expect(await onScreen(one.page)).not.toContain('red card');
  await press(one, 'Say how to find me');
  await one.heading('Covered');
  await press(one, 'Go on writing');
  expect(await one.page.getByLabel('How can Amal Reyes find you?').inputValue()).toBe(FIND);
  await one.page.getByRole('checkbox').check();
  await look(one.page, 'phone-alone-form', true);
  // Without the laptop it is not sent, and says so.
  await one.context.setOffline(true);
  await one.page.locator('.line.lost').waitFor();
  await press(one, 'Send');
  await one.page.getByText('Not sent.').waitFor();
  await look(one.page, 'phone-alone-failed', true);
  await one.context.setOffline(false);
  await one.page.locator('.line:not(.lost)').waitFor();
  await press(one, 'Send');
  await one.heading('Sent');
  expect(await onScreen(one.page)).not.toContain('red card');
  await look(one.page, 'phone-alone-sent', true);
  await press(one, 'Take it back');
  await one.heading('Taken back');
  await press(one, 'Done');
  // While the room talks it is beside the thoughts.
  await live.do({ do: 'talk', on: true });
  await one.page.getByRole('button', { name: 'Add a thought' }).waitFor();
  await look(one.page, 'phone-talk-alone', true);
  await one.page.locator('main').getByRole('button', { name: 'I would rather talk alone' }).tap();
  await press(one, 'Say how to find me');
  await one.page.getByLabel('How can Amal Reyes find you?').fill(FIND);
  await choose(one.page, 'Is it safe that somebody speaks to you in front of others?', 'No');
  await choose(one.page, 'Is it safe that somebody writes to you?', 'I am not sure');
  await one.page.getByRole('checkbox').check();
  await press(one, 'Send');
  await one.heading('Sent');
  await press(one, 'Done');
  await one.page.getByRole('button', { name: 'Add a thought' }).waitFor();

  // At the end, after being asked whether they were heard.
  await live.do({ do: 'end' });
  await two.heading('Were you heard?');
  await press(two, 'Skip');
  await look(two.page, 'phone-end-alone', true);
  await press(two, 'How do you want to hear what became of this?');
  await two.heading('How do you want to hear what became of this?');
  await look(two.page, 'phone-tell', true);
  await press(two, 'By a poster, or in the group');
  await two.heading('There is nothing to do');
  await press(two, 'Back');
  await press(two, 'I want to be told alone');
  await look(two.page, 'phone-tell-safe', true);
  await two.page.goBack();
  await two.heading('How do you want to hear what became of this?');
  await press(two, 'I want to be told alone');
  await press(two, 'I am not sure');
  await two.heading('Then nobody writes to you');
  await two.page.getByText('Ask yourself, when it suits you: Jo, with the green scarf').waitFor();
  await look(two.page, 'phone-tell-unsafe', true);
  await press(two, 'Back');
  await press(two, 'I want to be told alone');
  await press(two, 'Yes');
  await choose(two.page, 'How should Amal Reyes tell you?', 'Write to me');
  await two.page.getByLabel('Where, and what to watch out for?').fill(WHERE);
  await two.page.goBack();
  await press(two, 'I want to be told alone');
  await press(two, 'Yes');
  await press(two, 'Go on writing');
  expect(await two.page.getByLabel('Where, and what to watch out for?').inputValue()).toBe(WHERE);
  await look(two.page, 'phone-tell-form', true);
  await press(two, 'Send');
  await two.heading('Sent');
  await look(two.page, 'phone-tell-sent', true);

  await page.reload();
  await page.getByText('A session is open.').waitFor();
  await page.getByText('Fewer than five of each wait, or none.').waitFor();
  // One request of this day is fewer than five, so nothing tells of it yet.
  expect(await page.getByText(/\d (?:person|people) (?:would rather|wants? to)/).count()).toBe(0);
  await look(page, 'console-alone-open-session');
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  // What is no secret is found there, so these bytes are read.
  expect(holding(server.folder, 'They call me back')).not.toEqual([]);
  for (const text of [FIND, WHERE]) expect(holding(server.folder, text)).toEqual([]);

  // A card that somebody posted is typed in.
  await page.reload();
  await page.getByText('1 person would rather talk alone.').waitFor();
  await page.getByText('Type in a card').click();
  await page.getByLabel('How to find them').fill('Seat by the radiator');
  await look(page, 'console-alone');
  await page.getByRole('button', { name: 'Seal it' }).click();
  await page.getByText('2 people would rather talk alone.').waitFor();
  await page.getByRole('radio', { name: 'Want to be told alone' }).check();
  await page.getByText('Then nothing is typed in').waitFor();
  expect(await page.getByRole('button', { name: 'Seal it' }).isDisabled()).toBe(true);

  await page.getByLabel('The lead’s passphrase').fill('this is not the passphrase at all');
  await page.getByRole('button', { name: 'Open them' }).click();
  await page.getByText('This passphrase or key does not open it.').first().waitFor();
  await page.getByLabel('The lead’s passphrase').fill(LEAD.passphrase);
  await page.getByRole('button', { name: 'Open them' }).click();
  const wish = page.getByRole('article').filter({ hasText: FIND });
  await wish.getByText('Do not speak to them in front of others.').waitFor();
  await look(page, 'console-alone-lists');
  await page.getByRole('heading', { name: 'Would rather talk alone' }).scrollIntoViewIfNeeded();
  await look(page, 'console-alone-lists-down');
  await wish.getByRole('button', { name: 'Asked', exact: true }).click();
  await wish.getByText('You have asked them.').waitFor();
  await wish.getByRole('button', { name: 'Make an interview' }).click();
  await look(page, 'console-alone-sure');
  await wish.getByRole('button', { name: 'Yes, make it' }).click();
  await page.getByText('An empty interview is there.').waitFor();
  await wish.waitFor({ state: 'detached' });
  const { sources } = await server.get<TalkPage>(`/api/consultations/${id}/themes`);
  expect(sources).toMatchObject([{ form: 'interview', text: 'Not held yet.', group: '', day: '' }]);

  // From the page of recommendations, where there is an answer to tell.
  const recommendations = await staffPage(CONSOLE, `/console/c/${id}/recommendations`);
  await recommendations.getByText('1 person wants to be told alone.').waitFor();
  await look(recommendations, 'console-recommendations-alone');
  await recommendations.getByRole('link', { name: 'Open the page' }).click();
  await recommendations.getByLabel('The lead’s passphrase').fill(LEAD.passphrase);
  await recommendations.getByRole('button', { name: 'Open them' }).click();
  const tell = recommendations.getByRole('article').filter({ hasText: WHERE });
  await tell.getByText('Write to them').waitFor();
  await tell.getByRole('button', { name: 'Told', exact: true }).click();
  await tell.getByRole('button', { name: 'Yes, delete it' }).click();
  await recommendations.getByText('Nobody waits to be told alone.').waitFor();
  // The other window still shows it, and hears that it is gone.
  const stale = page.getByRole('article').filter({ hasText: WHERE });
  await stale.getByRole('button', { name: 'Told', exact: true }).click();
  await stale.getByRole('button', { name: 'Yes, delete it' }).click();
  await page.getByRole('alert').filter({ hasText: 'was seen to elsewhere' }).waitFor();
  await stale.waitFor({ state: 'detached' });
  await look(page, 'console-alone-elsewhere');
  const sources1 = await staffPage(CONSOLE, `/console/c/${id}/sources`);
  await sources1.getByText('1 person would rather talk alone.').waitFor();
  await look(sources1, 'console-sources-alone');
  expectNothingFound();
  expect(server.faults).toEqual([]);
  live.close();
  await Promise.all([one.context.close(), two.context.close()]);
}, 120_000);

test('AL4 of the only one that waited it is said that an interview was made, with the way there', async () => {
  const { server, staffPage } = here;
  const { session, document } = await openSession(server, ['They call me back'], {}, (c) => {
    c.withdrawDays = 14;
  });
  const { id } = document.consultation;
  await aloneDesk(server, id).name(LEAD);
  const live = await connectConsole(server, session.id);
  await live.do({ do: 'start' });
  await live.do({ do: 'end' });
  live.close();
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const page = await staffPage({ width: 1280, height: 800 }, `/console/c/${id}/alone`);
  await page.getByText('Type in a card').click();
  await page.getByLabel('How to find them').fill('Seat by the radiator');
  await page.getByRole('button', { name: 'Seal it' }).click();
  await page.getByText('1 person would rather talk alone.').waitFor();
  await page.getByLabel('The lead’s passphrase').fill(LEAD.passphrase);
  await page.getByRole('button', { name: 'Open them' }).click();
  const wish = page.getByRole('article').filter({ hasText: 'radiator' });
  await wish.getByRole('button', { name: 'Make an interview' }).click();
  await wish.getByRole('button', { name: 'Yes, make it' }).click();
  await page.getByText('Nothing waits.').waitFor();
  await page.getByText('An empty interview is there.').waitFor();
  await page.getByRole('link', { name: 'To the interviews' }).click();
  await page.waitForURL(/\/sources$/);
});

test('AL5 E5 a card whose answer is lost is one request, also where it is mended before it is sent again', async () => {
  const { server, staffPage } = here;
  const { session, document } = await openSession(server, ['They call me back']);
  const { id } = document.consultation;
  await aloneDesk(server, id).name(LEAD);
  const live = await connectConsole(server, session.id);
  await live.do({ do: 'start' });
  await live.do({ do: 'end' });
  live.close();
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const page = await staffPage({ width: 1280, height: 800 }, `/console/c/${id}/alone`);
  await page.getByText('Type in a card').click();
  const find = page.getByLabel('How to find them');
  await find.fill('Seat by the radiator');
  // The laptop has it, and nobody hears that it has.
  const cards = '**/alone/cards';
  const held = Promise.withResolvers<void>();
  await page.route(cards, async (route) => {
    await route.fetch();
    await held.promise;
    await route.abort();
  });
  await page.getByRole('button', { name: 'Seal it' }).click();
  await find.fill('Seat by the window');
  held.resolve();
  await page.getByRole('alert').first().waitFor();
  expect(await find.inputValue()).toBe('Seat by the window');
  await page.unroute(cards);
  await page.getByRole('button', { name: 'Seal it' }).click();
  await page.getByText('1 person would rather talk alone.').waitFor();
  const { talk } = await aloneDesk(server, id).open();
  expect(talk.map((one) => one.find)).toEqual(['Seat by the window']);
});
