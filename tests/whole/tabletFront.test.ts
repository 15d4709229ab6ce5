/** A tablet that goes round for one statement at a time, in a real browser. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ConsultationPage } from '../../core/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { finish } from '../support/held.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';
import { answer, answerAsk, lockIt, sayYes, tabletIn } from '../support/tabletPage.ts';

const TABLET = { width: 768, height: 1024 };

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

test('K4 K3 WH5 only the one in front: it waits, picks the next one up by itself, and who held it before need not hear all again; after the end it asks whether people were heard', async () => {
  const { session } = await openSession(server, ['They call me back', 'They come when they said']);
  const desk = await connectConsole(server, session.id);
  const context = await browser.newContext({ viewport: TABLET, hasTouch: true });
  const tablet = await tabletIn(context, server);
  const { page } = tablet;
  await lockIt(tablet, 'front');
  await tablet.heading('The next statement comes in a moment.');
  await look(page, 'tablet-waits', true);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  await tablet.heading('Your turn');
  await look(page, 'tablet-front-start', true);
  await sayYes(tablet, null);
  await answer(tablet, 'Agree', 'They did once');
  await tablet.heading('Hand in your answer?');
  // It closes under their hands, and counts as a card that comes late.
  await desk.do({ do: 'close', board: 1 });
  await tablet.press('Hand in my answer');
  await tablet.heading('Saved. Pass it on.');
  await tablet.heading('The next statement comes in a moment.');
  await desk.do({ do: 'show', board: 2 });
  await desk.do({ do: 'open', board: 2 });
  await tablet.press('I have held it before');
  await answerAsk(tablet, null);
  await page.getByRole('heading', { name: 'They come when they said' }).waitFor();
  await answer(tablet, 'Disagree');
  await tablet.press('Hand in my answer');
  await tablet.heading('Your turn');
  const view = await desk.until(({ tablets, boards }) => tablets.waiting === 0 && boards[1]?.placed === 1);
  // Whoever held it at both is counted as one person.
  expect([view.joined, view.boards.map((b) => b.placed)]).toEqual([1, [1, 1]]);
  // After the end it goes round once more, for the one question that is left.
  await desk.do({ do: 'end' });
  await tablet.heading('Were you heard?');
  await look(page, 'tablet-front-heard-start', true);
  await tablet.press('Next person');
  await page.getByRole('radio', { name: 'No', exact: true }).first().check();
  await page.getByLabel('What stopped you?').fill('An officer stood behind me');
  await look(page, 'tablet-front-heard', true);
  await tablet.press('Hand it in');
  await tablet.heading('Saved. Pass it on.');
  await tablet.heading('Were you heard?');
  await tablet.press('Next person');
  await tablet.press('Skip');
  await tablet.heading('That is fine. Pass it on.');
  await desk.until(({ heard, tablets }) => heard === 1 && tablets.waiting === 0);
  await context.close();
  desk.close();
  await finish(server, session);
  const path = `/api/consultations/${session.consultation}`;
  const { sessions } = await server.get<ConsultationPage>(path);
  expect(sessions.find(({ id }) => id === session.id)?.heard).toMatchObject({
    phone: { said: { yes: 0, partly: 0, no: 1 } },
    texts: ['An officer stood behind me'],
  });
  expectNothingFound();
}, 90_000);
