/** While the room talks: thoughts from phones, on every screen that has to do with them. */
import { expect, test } from '@jest/globals';
import type { TalkPage } from '../../core/talk/api.ts';
import { SAID_PLACE, TOLD_PLACE } from '../../core/heardPlace.ts';
import { THERE, thoughtPlace } from '../../core/thought.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { onScreen, openPhone, sayYes } from '../support/phonePage.ts';
import { connectConsole, joinPhone, openSession } from '../support/server.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();
const { staffPage } = here;

const STATEMENTS = [
  'My social worker listens to me',
  'When a plan is made about my family, somebody asks me first and writes down what I said in my own words',
];
const SAID = [
  'They never ring back when they say they will, and then it is in the file that I did not answer.',
  'Ask the children too.',
  'Letters that I can read without a dictionary.',
  'My mum had three workers in one year and had to tell everything again each time. That should not happen to anybody.',
];

test('TP1 TP3 TP4 a thought goes from a phone past the facilitator to the big screen and the scribe, and outlives a lost network', async () => {
  const { session } = await openSession(here.server, STATEMENTS);
  const desk = await connectConsole(here.server, session.id);
  const crowd = await Promise.all(Array.from({ length: 9 }, () => joinPhone(here.server, session.code)));
  const phone = await openPhone(here.browser, `${here.server.url}/j/${session.code}`, {
    width: 360,
    height: 640,
  });
  await sayYes(phone, null);
  const next = () => desk.do({ do: 'next', sure: true });
  await next();
  await next();
  for (const [i, one] of crowd.entries()) await one.place(1, 1, (i % 5) + 1);
  for (let i = 0; i < 3; i += 1) await next();

  const { page } = phone;
  await page.getByRole('button', { name: 'Add a thought' }).waitFor();
  await page.getByText('You can put the phone down, or add a thought here.').waitFor();
  await look(page, 'talk-phone-none', true);
  await page.getByRole('button', { name: 'Add a thought' }).tap();
  await page.getByRole('button', { name: 'Send it' }).tap();
  await page.getByText('Write your thought first.').waitFor();
  await page.getByLabel('Your thought', { exact: true }).fill('Nobody asked my son');
  await look(page, 'talk-phone-form', true);
  // What is begun outlives a refresh; what is sent without a network, one too.
  await page.reload();
  expect(await page.getByLabel('Your thought', { exact: true }).inputValue()).toBe('Nobody asked my son');
  await phone.context.setOffline(true);
  await page.locator('.line.lost').waitFor();
  await page.getByRole('radio', { name: 'Only the team' }).check();
  await page.getByRole('button', { name: 'Send it' }).tap();
  await phone.says('Not saved yet');
  await look(page, 'talk-phone-unsaved', true);
  await phone.context.setOffline(false);
  await page.reload();
  await page.getByText('Saved', { exact: true }).waitFor();
  // Covered until its own person taps.
  expect(await onScreen(page)).not.toContain('Nobody asked my son');
  await page.getByRole('button', { name: 'Tap to see your thought' }).tap();
  await page.getByText('Nobody asked my son').waitFor();
  await page.getByText('Only the team may read this.').waitFor();
  await look(page, 'talk-phone-one', true);

  const board = await staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  for (const [i, text] of SAID.entries())
    expect(await crowd[i]?.place(thoughtPlace(1, i), 1, THERE, text)).toBe(1);
  const comments = board.getByRole('complementary', { name: 'Comments' });
  await comments.getByText('Nobody asked my son').waitFor();
  await look(board, 'talk-console-waiting');
  const note = async (text: string): Promise<void> => {
    await comments
      .locator('.comment')
      .filter({ hasText: text })
      .getByRole('button', { name: 'Note it' })
      .click();
    await comments.locator('.comment').filter({ hasText: text }).waitFor({ state: 'detached' });
  };
  const projector = await staffPage({ width: 1280, height: 720 }, `/projector/${session.id}`);
  await projector.getByText('Talking time').waitFor();
  for (const text of [...SAID, 'Nobody asked my son']) await note(text);
  await board
    .getByRole('radio', { name: 'Thoughts' })
    .or(board.getByRole('button', { name: 'Thoughts' }))
    .first()
    .click();
  await projector.getByText('Ask the children too.').waitFor();
  expect(await projector.getByText('Nobody asked my son').count()).toBe(0);
  await look(projector, 'talk-projector-thoughts');
  await look(board, 'talk-console-thoughts');
  const { points } = await here.server.get<TalkPage>(`/api/sessions/${session.id}/talk`);
  expect(points.map(({ text }) => text).toSorted()).toEqual([...SAID, 'Nobody asked my son'].toSorted());
  const scribe = await staffPage({ width: 1280, height: 720 }, `/console/s/${session.id}/talk`);
  const row = scribe.locator('.point').filter({ hasText: 'Nobody asked my son' });
  await row.getByText('From a phone').waitFor();
  await look(scribe, 'talk-scribe');

  // Somebody whose thought is still on its way as the room goes on is told, and keeps the words.
  await page.getByRole('button', { name: 'Add another thought' }).tap();
  await page.getByLabel('Your thought', { exact: true }).fill('One more thing');
  await phone.context.setOffline(true);
  await page.locator('.line.lost').waitFor();
  await page.getByRole('button', { name: 'Send it' }).tap();
  await desk.do({ do: 'talk', on: true });
  await projector.getByText('What should we talk about?').waitFor();
  await look(projector, 'talk-projector-free');
  await phone.context.setOffline(false);
  await phone.heading('What should we talk about?');
  await page.getByText('This came too late').waitFor();
  await page.getByText('One more thing').waitFor();
  // Neither a refresh nor a statement in between loses the words; where the room talks, they can go on.
  await page.reload();
  await page.getByText('One more thing').waitFor();
  await look(page, 'talk-phone-late', true);
  await desk.do({ do: 'show', board: 2 });
  await page.getByText('You can send it when the room talks again').waitFor();
  await look(page, 'talk-phone-late-kept', true);
  await desk.do({ do: 'talk', on: true });
  await desk.do({ do: 'topics', change: { to: 'step', step: 'order' } });
  await page.getByText('You can send it when the room talks again').waitFor();
  await desk.do({ do: 'topics', change: { to: 'step', step: 'talk' } });
  await page.getByRole('button', { name: 'Send it here' }).tap();
  expect(await page.getByLabel('Your thought', { exact: true }).inputValue()).toBe('One more thing');
  await page.getByRole('button', { name: 'Send it', exact: true }).tap();
  await page.getByRole('button', { name: 'Tap to see your thought' }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await page.getByText('This came too late').count()).toBe(0);
  await page.reload();
  await page.getByRole('button', { name: 'Tap to see your thought' }).waitFor();
  expect(await page.getByText('This came too late').count()).toBe(0);

  expectNothingFound();
  desk.close();
});

test('FT1 FT2 FT3 the room makes its own list on phones, puts it in order by dots, and talks about one after the other', async () => {
  const { session } = await openSession(here.server, STATEMENTS);
  const desk = await connectConsole(here.server, session.id);
  const phone = await openPhone(here.browser, `${here.server.url}/j/${session.code}`, {
    width: 360,
    height: 640,
  });
  await sayYes(phone, null);
  const { page } = phone;
  const board = await staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  const projector = await staffPage({ width: 1280, height: 720 }, `/projector/${session.id}`);
  const comments = board.getByRole('complementary', { name: 'Comments' });
  await desk.do({ do: 'start' });
  await desk.do({ do: 'talk', on: true });
  await page.getByRole('button', { name: 'Add a topic' }).tap();
  const typed = page.getByLabel('What should we talk about?');
  await typed.fill('Letters in words that we use ourselves, and not only on paper');
  // All of it is in sight while it is typed.
  expect(
    await typed.evaluate((el) => [el.scrollWidth - el.clientWidth, el.scrollHeight - el.clientHeight]),
  ).toEqual([0, 0]);
  await look(page, 'topics-phone-add', true);
  await typed.fill('Letters in words that we use ourselves');
  await page.getByRole('button', { name: 'Put it up' }).tap();
  await page.getByText('Saved. It is looked at').waitFor();
  const topics = board.getByRole('region', { name: 'Topics' });
  await topics.getByLabel('A topic').fill('What happens when a worker leaves');
  await board.keyboard.press('Enter');
  await topics.getByText('What happens when a worker leaves').waitFor();
  for (const text of [
    'Contact at weekends',
    'Who decides about school, and whether we are asked before it is decided',
  ])
    await desk.do({ do: 'topics', change: { to: 'add', text } });
  await look(board, 'topics-console-collect');
  await topics
    .getByRole('radio', { name: 'Order' })
    .or(topics.getByRole('button', { name: 'Order' }))
    .first()
    .click();
  const topic = comments.locator('.comment').filter({ hasText: 'Letters in words' });
  await topic.getByRole('button', { name: 'Put it on the list' }).click();
  await phone.heading('What should come first?');
  const dot = page.getByRole('button', { name: 'Put a dot on Letters' });
  await dot.tap();
  await dot.tap();
  await page.getByText('You have 1 dot left.').waitFor();
  await page.getByRole('button', { name: 'Put a dot on Contact' }).tap();
  await page.getByText('You have 0 dots left.').waitFor();
  await look(page, 'topics-phone-dots', true);
  await projector.getByText('or by raising your hand').waitFor();
  await look(projector, 'topics-projector-order');
  const talk = { name: 'Talk', exact: true };
  await topics.getByRole('radio', talk).or(topics.getByRole('button', talk)).first().click();
  await topics.getByText('2 dots').waitFor();
  await board.getByRole('heading', { name: 'Topics' }).click();
  await board.keyboard.press('n');
  await projector.getByRole('heading', { name: 'Letters in words that we use ourselves' }).waitFor();
  await topics.locator('[aria-current]').filter({ hasText: 'Letters in words' }).waitFor();
  await board.keyboard.press('n');
  await projector.getByRole('heading', { name: 'Contact at weekends' }).waitFor();
  await phone.heading('Contact at weekends');
  await page.getByText('Talked about').waitFor();
  await look(page, 'topics-phone-talk', true);
  await look(board, 'topics-console-talk');
  await look(projector, 'topics-projector-talk');
  // The clock is on the console only, and so are the dots.
  await topics.getByText(/of \d+ min/).waitFor();
  await topics.getByText('2 dots').waitFor();
  expect(await projector.getByText(/dot|min/).count()).toBe(0);
  await projector.setViewportSize({ width: 1920, height: 1080 });
  await look(projector, 'topics-projector-large');
  expectNothingFound();
  desk.close();
});

test('WH1 WH2 E1 each phone asks once whether its person was heard; the page shows figures from the floor on', async () => {
  const { session, document } = await openSession(here.server, STATEMENTS, {}, (doc) => {
    doc.open = 'How often your worker visits.\nWhether letters come in your language.';
    doc.decided = 'That there is one team for the whole town.';
  });
  const desk = await connectConsole(here.server, session.id);
  const crowd = await Promise.all(Array.from({ length: 6 }, () => joinPhone(here.server, session.code)));
  const phone = await openPhone(here.browser, `${here.server.url}/j/${session.code}`, {
    width: 360,
    height: 640,
  });
  await sayYes(phone, null);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'end' });
  const { page } = phone;
  await phone.heading('Were you heard?');
  await look(page, 'heard-phone', true);
  await page.getByRole('button', { name: 'Send', exact: true }).tap();
  await page.getByText('Choose an answer, or skip this.').waitFor();
  await page.getByRole('button', { name: 'Skip' }).tap();
  await phone.heading('Thank you');
  await page.getByRole('button', { name: 'Were you heard? Tell us' }).tap();
  await page.getByRole('group', { name: 'I could say' }).getByRole('radio', { name: 'Partly' }).check();
  await page.getByLabel('What stopped you?').fill('My worker sat next to me');
  await page
    .getByRole('group', { name: 'Was that true?' })
    .getByRole('radio', { name: 'No' })
    .first()
    .check();
  await look(page, 'heard-phone-answered', true);
  await page.getByRole('button', { name: 'Send', exact: true }).tap();
  await phone.heading('Thank you');
  await page.reload();
  await phone.heading('Thank you');
  await page.getByRole('button', { name: 'Were you heard? Change what you said' }).waitFor();
  await look(page, 'heard-phone-after', true);

  const board = await staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  await board.getByText('1 of 7 have answered it.').waitFor();
  await board.goto(`${here.server.url}/console/c/${document.consultation.id}/heard`);
  await board.getByText('Fewer than 5 people have answered this').first().waitFor();
  await look(board, 'heard-console-few');
  for (const [i, one] of crowd.entries()) {
    await one.place(SAID_PLACE, 1, i < 4 ? 1 : 3, i === 5 ? 'There were too many of us for the time' : '');
    await one.place(TOLD_PLACE, 1, i < 4 ? 2 : 'x');
  }
  await here.server.send('POST', `/api/sessions/${session.id}/seal`, {});
  await board.reload();
  await board.getByRole('row', { name: /All sessions together 4 of 7 1 of 7 2 of 7 7 0/ }).waitFor();
  await board.getByText('How often your worker visits.').waitFor();
  await board.getByText('My worker sat next to me').waitFor();
  await board.getByText(session.name).click();
  const paper = board.getByRole('group', { name: 'I could say what I wanted to say' });
  await paper.getByLabel('Yes').fill('14');
  await board.getByRole('button', { name: 'Asked again on another day' }).click();
  await board.getByLabel('Day').fill('2027-02-01');
  const again = board.getByRole('group', { name: 'Did anything change?' });
  await again.getByLabel('Yes').fill('3');
  await again.getByLabel('No', { exact: true }).fill('4');
  await board.getByRole('button', { name: 'Save' }).click();
  await board.getByRole('row', { name: /All sessions together 18 \(86 %\)/ }).waitFor();
  await board.getByRole('row', { name: /1 February 2027 3 of 7/ }).waitFor();
  await look(board, 'heard-console');
  // On a phone the tables are tables still, and each name stands in a line of its own, unbroken.
  await board.setViewportSize({ width: 390, height: 844 });
  const name = board.getByRole('rowheader', { name: 'All sessions together' }).first();
  await name.scrollIntoViewIfNeeded();
  const lines = await name.evaluate((cell) => cell.getBoundingClientRect().height);
  expect(lines).toBeLessThan(45);
  expect(await board.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await look(board, 'heard-console-phone');
  await board.setViewportSize({ width: 1366, height: 768 });
  await board.getByRole('button', { name: 'Print a sheet for asking again' }).click();
  await board.getByRole('link', { name: /asked-again.*\.pdf/u }).waitFor();
  await look(board, 'heard-console-print');
  await board.keyboard.press('Escape');
  const text = board.getByRole('listitem').filter({ hasText: 'My worker sat next to me' });
  await text.getByRole('button', { name: 'Remove' }).click();
  await text.getByRole('button', { name: 'Remove it for good' }).click();
  await text.waitFor({ state: 'detached' });
  await board.getByText('There were too many of us for the time').waitFor();
  expectNothingFound();
  desk.close();
});
