/** A session on its console's page: opened, held statement by statement, ended and finished. */
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Answer } from '../../../core/scale.ts';
import { openPhone, sayYes, type PhonePage } from '../../support/phonePage.ts';
import { joinPhone, type Phone } from '../../support/server.ts';
import { STATEMENTS, type Hall } from './hall.ts';

const WORDS = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'];

export interface Room {
  session: string;
  /** People behind the floor, of whom nothing is to be seen here. */
  crowd: Phone[];
  /** A person with a phone. */
  phone: PhonePage;
  /** Presses a button of the console by its name. */
  press: (name: string | RegExp) => Promise<void>;
}

/** Makes a session on the page of the consultation, opens its lobby and waits until everybody is in. */
export async function openRoom(hall: Hall, name: string, people: number): Promise<Room> {
  const { page, server, browser } = hall;
  await hall.go('');
  await page.getByRole('button', { name: 'New session' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('button', { name: 'Make the session' }).click();
  await page
    .getByRole('link', { name: `Open ${name}` })
    .or(page.getByRole('button', { name: `Open ${name}` }))
    .click();
  await page.waitForURL(/\/console\/s\//);
  const press = (of: string | RegExp): Promise<void> =>
    page.getByRole('button', { name: of }).first().click();
  await press('Open the lobby');
  await page
    .getByRole('button', { name: /^Start/ })
    .first()
    .waitFor();
  const session = /\/console\/s\/([a-z0-9-]+)/.exec(page.url())?.[1] ?? '';
  const { sessions } = await hall.consultation();
  const code = sessions.find(({ id }) => id === session)?.code ?? '';
  const crowd = await Promise.all(Array.from({ length: people - 1 }, () => joinPhone(server, code)));
  const phone = await openPhone(browser, `${server.url}/j/${code}`);
  await sayYes(phone, null);
  return { session, crowd, phone, press };
}

/** What the crowd answers to a statement. */
export const answersOf = (people: number, board: number): Answer[] =>
  Array.from({ length: people }, (_, i) => 1 + ((i * board) % 5));

/**
 * All place their post-it on each statement, it is closed and shown, and they talk about it.
 *
 * @returns how many gave each answer to each statement, as the phone shows it
 */
export async function placeAll(hall: Hall, room: Room, own: readonly number[]): Promise<number[][]> {
  const { phone, crowd, press } = room;
  const shown: number[][] = [];
  await press(/^Start/);
  for (const [at, text] of STATEMENTS.entries()) {
    const board = at + 1;
    if (board > 1) await press(/^Show statement/);
    await press(/^Open placing/);
    await phone.heading(text);
    await phone.place(WORDS[(own[at] ?? 0) - 1] ?? '', `My own words on ${board}`);
    await phone.says('Saved');
    for (const [i, answer] of answersOf(crowd.length, board).entries())
      expect(await crowd[i]?.place(board, 1, answer)).toBe(1);
    await placed(hall.page, crowd.length + 1);
    await press(/^Close/);
    await press(/^Reveal/);
    shown.push(await countsIn(phone.page));
    await press(/^Discuss/);
  }
  return shown;
}

async function countsIn(page: Page): Promise<number[]> {
  const table = page.getByRole('table').first();
  await table.waitFor();
  const counts: number[] = [];
  for (const words of WORDS)
    counts.push(
      Number(
        await table
          .getByRole('row', { name: new RegExp(`^${words}`) })
          .getByRole('cell')
          .first()
          .innerText(),
      ),
    );
  return counts;
}

const placed = (page: Page, n: number): Promise<void> =>
  page
    .getByText(new RegExp(`${n}\\s*of ${n} placed`))
    .first()
    .waitFor();

/**
 * Ends it and makes the files at once.
 *
 * @param early with statements left that nobody was asked, so that the big button does not say it
 */
export async function finishRoom(hall: Hall, room: Room, early = false): Promise<void> {
  const { page } = hall;
  const { crowd, phone, press } = room;
  if (early) await press('More');
  await press(/^End session/);
  await page.getByRole('dialog').getByRole('button', { name: /End/ }).click();
  await phone.heading('Were you heard?');
  await press(/^Finish now and/);
  await page.getByRole('dialog').getByRole('button', { name: 'Finish now' }).click();
  await page
    .getByRole('link', { name: /Results/ })
    .first()
    .waitFor();
  for (const one of crowd) one.close();
  await phone.context.close();
}
