/** What a scribe typed and another device, the browser or a sign-out could take away. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { joinDevice } from '../support/devices.ts';
import { openScribeHall, type ScribeHall } from '../support/scribePage.ts';
import { connectPhones, sealIt } from '../support/scribeRoom.ts';
import { edit, editTheme, point, theme } from '../support/talk.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let hall: ScribeHall;
beforeAll(async () => {
  hall = await openScribeHall();
});
afterAll(() => hall?.close());

const field = (page: Page) => page.getByLabel('What was said', { exact: true });
const keys = async (page: Page, ...pressed: string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};
const row = (page: Page, text: string) => page.locator('.point').filter({ hasText: text });
const open = (page: Page, text: string) => page.getByRole('button', { name: text, exact: true }).click();
const saved = (page: Page) => page.getByText('All saved').waitFor();
const talkKeys = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('talk')));
const begun = (page: Page, text: string) =>
  page.waitForFunction((t) => Object.values(localStorage).some((kept) => String(kept).includes(t)), text);
const texts = async (): Promise<string[]> => (await hall.talk()).points.map(({ text }) => text);
const noted = (id: string, fields = {}) => hall.send(point(id, fields, hall.session.id));
const changed = (id: string, was: object, set: object) => hall.send(edit(id, was, set, hall.session.id));

/** A device that joined as scribe, as far as the page of what was said or of themes. */
async function joined(path: string): Promise<{ context: BrowserContext; page: Page; url: string }> {
  const asks = { send: <T>(method: string, to: string, body?: unknown) => hall.api<T>(method, to, body) };
  const { url, headers } = await joinDevice(asks, 'scribe');
  const [name = '', value = ''] = (headers['Cookie'] ?? '').split('=');
  const context = await hall.browser.newContext({ ignoreHTTPSErrors: true });
  await context.addCookies([{ name, value, url, secure: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.route('**/api/**', (route) =>
    route.request().method() === 'POST' && /talk|themes/.test(route.request().url())
      ? route.abort()
      : route.continue(),
  );
  await page.goto(`${url}${path}`);
  return { context, page, url };
}

describe('TK2 the text of a point as it was opened', () => {
  test('TK2 another scribe’s words stand when a point was opened here and nothing was typed', async () => {
    await noted('seen', { text: 'First words' });
    const { page, context } = await hall.scribe();
    await open(page, 'First words');
    await changed('seen', { text: 'First words' }, { text: 'Words of the other' });
    await row(page, 'Words of the other').waitFor();
    await keys(page, 'Escape');
    await page.getByText('New point').waitFor();
    // It goes to the laptop after whatever Esc has sent.
    await page.keyboard.type('Afterwards');
    await keys(page, 'Enter');
    await row(page, 'Afterwards').waitFor();
    await saved(page);
    expect(await texts()).toEqual(['Words of the other', 'Afterwards']);
    await context.close();
  });

  test('TK2 what was typed over older words is shown beside theirs, also after a reload', async () => {
    await noted('both', { text: 'Said' });
    const { page, context } = await hall.scribe();
    await open(page, 'Said');
    await page.keyboard.type(' here');
    await begun(page, 'Said here');
    await changed('both', { text: 'Said' }, { text: 'Said there' });
    await page.reload();
    await row(page, 'Said there').waitFor();
    await field(page).focus();
    await keys(page, 'Escape');
    await page.getByText('What it wrote stands: “Said there”. You had: “Said here”.').waitFor();
    expect(await texts()).toContain('Said there');
    await context.close();
  });

  test('TK2 a removal says all that was seen of the point, its text as it was opened', async () => {
    await noted('away', { text: 'Before', hands: 2 });
    const { page, context } = await hall.scribe();
    await open(page, 'Before');
    await changed('away', { text: 'Before' }, { text: 'Meanwhile' });
    await row(page, 'Meanwhile').waitFor();
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/talk')),
      page.getByRole('button', { name: 'Remove', exact: true }).click(),
    ]);
    const [change] = (sent.postDataJSON() as { changes: object[] }).changes;
    expect(change).toMatchObject({ key: 'away', was: { text: 'Before', hands: 2, themes: [] }, set: null });
    await saved(page);
    await context.close();
  });
});

test('TK1 soft line breaks are line breaks, and a hidden character is said where it is', async () => {
  const { page, context } = await hall.scribe();
  await page.keyboard.insertText('From\u000bslides\u000cpasted');
  await keys(page, 'Enter');
  await row(page, 'slides').waitFor();
  await saved(page);
  expect(await texts()).toContain('From\nslides\npasted');
  await page.keyboard.insertText('They said\u0001 no');
  await page.getByText('there is a hidden character after “They said”').waitFor();
  await keys(page, 'Enter');
  expect(await field(page).inputValue()).toBe('They said\u0001 no');
  await field(page).fill('');
  await page.getByRole('button', { name: 'New theme' }).click();
  await page.getByLabel('Name').fill('Pasted');
  await page.getByLabel('What belongs under it').fill('What is\u0001 said');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await page.getByRole('dialog').getByText('there is a hidden character after “What is”').waitFor();
  await page.getByLabel('What belongs under it').fill('What is\u000bsaid');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await saved(page);
  const pasted = (await hall.talk()).themes.find(({ name }) => name === 'Pasted');
  expect(pasted?.description).toBe('What is\nsaid');
  await context.close();
});

test('TK2 what another device changed is told in the words of the screen', async () => {
  await hall.send(theme('put', { name: 'Waiting' }));
  await noted('marked', { text: 'Marked by two', person: 1 });
  const { page, context } = await hall.scribe();
  await row(page, 'Marked by two').waitFor();
  await context.setOffline(true);
  await open(page, 'Marked by two');
  await page.getByLabel('About').selectOption({ index: 1 });
  await page.locator('.scribe-marks').focus();
  await keys(page, 'i', 'q', 'y', 's', '3');
  await page.getByText('No connection. Go on:').waitFor();
  const statement = (await hall.talk()).about?.statements[1]?.id ?? '';
  await changed(
    'marked',
    { stance: '', group: '', statement: '' },
    { stance: 'agree', group: 'young', statement },
  );
  await context.setOffline(false);
  await page.getByText('What it wrote stands: Agree. You had: Idea.').waitFor();
  await page.getByText('What it wrote stands: Statement 2. You had: Statement 1.').waitFor();
  await page.getByText('What it wrote stands: “Young people”').waitFor();
  await page.getByText('You had: “Parents”').waitFor();
  await context.close();
});

describe('TK8 the dialog of a theme', () => {
  test('TK8 Esc and Cancel ask before what was typed goes, however often, and merging and removing save it', async () => {
    await hall.send(theme('one', { name: 'One' }), theme('two', { name: 'Two' }));
    const { page, context } = await hall.scribe();
    const dialog = page.getByRole('dialog');
    const change = (name: string) => page.getByRole('button', { name: `Change the theme ${name}` }).click();
    await change('One');
    await keys(page, 'Escape');
    await dialog.waitFor({ state: 'detached' });
    await change('One');
    await dialog.getByLabel('Name').fill('One and more');
    await keys(page, 'Escape');
    await dialog.getByText('What you changed here is not saved.').waitFor();
    await keys(page, 'Escape', 'Escape');
    expect(await dialog.getByLabel('Name').inputValue()).toBe('One and more');
    await dialog.getByRole('button', { name: 'Save it' }).click();
    await page.getByRole('button', { name: 'Change the theme One and more' }).waitFor();
    await change('Two');
    await dialog.getByLabel('Name').fill('Never mind');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.getByRole('button', { name: 'Leave without saving' }).click();
    await change('Two');
    await dialog.getByLabel('What belongs under it').fill('All that comes twice');
    await dialog.getByLabel('Merge into').selectOption({ label: 'One and more' });
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await change('One and more');
    await dialog.getByLabel('What belongs under it').fill('Words before the end');
    const [sent] = await Promise.all([
      page.waitForRequest((request) => String(request.postData()).includes('"set":null')),
      dialog.getByRole('button', { name: 'Remove this theme' }).click(),
    ]);
    expect((sent.postDataJSON() as { changes: object[] }).changes.at(-1)).toMatchObject({
      key: 'one',
      was: { name: 'One and more', description: 'Words before the end' },
    });
    await field(page).focus();
    await keys(page, 'Control+z');
    await saved(page);
    const themes = new Map((await hall.talk()).themes.map((each) => [each.id, each]));
    expect(themes.get('one')?.description).toBe('Words before the end');
    expect(themes.get('two')).toMatchObject({
      description: 'All that comes twice',
      into: 'one',
      name: 'Two',
    });
    await context.close();
  });

  test('TK3 a name that is saved alone leaves the theme under the merged one, so that parting brings it back', async () => {
    await hall.send(
      theme('up', { name: 'Upper' }),
      theme('other', { name: 'Other' }),
      theme('low', { name: 'Lower', parent: 'up' }),
      editTheme('up', { into: '' }, { into: 'other' }),
    );
    const { page, context } = await hall.scribe();
    await page.getByRole('button', { name: 'Change the theme Lower' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Lowest');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Change the theme Lowest' }).waitFor();
    await saved(page);
    const low = (await hall.talk()).themes.find(({ id }) => id === 'low');
    expect(low).toMatchObject({ name: 'Lowest', parent: 'up' });
    await context.close();
  });
});

describe('TK8 signing out', () => {
  test('TK8 it is asked also where the browser keeps nothing, and the page does not go without a question', async () => {
    const { context, page, url } = await joined('/console');
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(`${url}/console/c/${hall.consultation}/themes`);
    await page.getByRole('button', { name: 'New theme' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('In memory');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('1 change waits on this device').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('1 change to what was said is on this device only').waitFor();
    const [asked] = await Promise.all([
      page.waitForEvent('dialog'),
      page.close({ runBeforeUnload: true }).catch(() => undefined),
    ]);
    expect(asked.type()).toBe('beforeunload');
    await asked.accept();
    await context.close();
  });

  test('TK8 what is half typed is asked about, and another tab forgets it and what waits as well', async () => {
    const { context, page, url } = await joined(`/console/s/${hall.session.id}/talk`);
    await field(page).waitFor();
    await page.keyboard.type('Waits here');
    await keys(page, 'Enter');
    await page.getByText('1 change waits on this device').waitFor();
    await page.keyboard.type('half a word');
    await begun(page, 'half a word');
    const other = await context.newPage();
    await other.goto(`${url}/console`);
    await other.getByRole('button', { name: 'Sign out' }).click();
    await other.getByText('2 changes to what was said are on this device only').waitFor();
    await other.getByRole('button', { name: 'Sign out and forget them' }).click();
    await other.getByText('PIN').first().waitFor();
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '');
    await row(page, 'Waits here').waitFor({ state: 'detached' });
    expect(await talkKeys(page)).toEqual([]);
    await context.close();
  });
});

test('TK1 TK8 a scribe who was away while the session was counted and removed is told what became of the words', async () => {
  const room = await connectPhones(hall, ['nobody rings back', 'b', 'c', 'd', 'e']);
  const { page, context } = await hall.scribe();
  await page.getByRole('button', { name: 'Post-its' }).click();
  await page.getByRole('button', { name: 'Themes: nobody rings back' }).waitFor();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Themes: nobody rings back' }).click();
  await keys(page, '1', 'Escape');
  await page.getByRole('button', { name: 'Next point on this: nobody rings back' }).click();
  await page.keyboard.type('Hung while away');
  await keys(page, 'Enter');
  await page.getByText('2 changes wait on this device').waitFor();
  await sealIt(hall, room);
  await context.setOffline(false);
  await page.getByText('The themes of 1 post-it could not be changed').waitFor();
  await page.getByText('1 point is saved but hangs on no post-it').waitFor();
  await page.getByText('“Hung while away”').waitFor();
  await page.getByRole('button', { name: 'I have seen this' }).click();
  await page.getByText('1 point is saved').waitFor({ state: 'detached' });
  await context.setOffline(true);
  await field(page).focus();
  await page.keyboard.type('Too late');
  await keys(page, 'Enter');
  await page.keyboard.type('Half of it');
  await begun(page, 'Half of it');
  await hall.api('DELETE', `/api/sessions/${hall.session.id}`);
  await context.setOffline(false);
  await page.getByText('This could not be saved: “Too late”').waitFor();
  await page.getByText('What you were typing is not kept: “Half of it”').waitFor();
  expect(await talkKeys(page)).toEqual([]);
  await page.reload();
  await page.getByText('There is no such session on this laptop.').waitFor();
  expect(await page.getByText('Too late').count()).toBe(0);
  await context.close();
});
