/** The scribe's screen in every size that a second device has. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { connectPhones, sealIt } from '../support/scribeRoom.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openScribeHall, type ScribeHall } from '../support/scribePage.ts';
import { point, theme } from '../support/talk.ts';

let hall: ScribeHall;
beforeAll(async () => {
  hall = await openScribeHall();
});
afterAll(() => hall?.close());

const SIZES = [
  [360, 640],
  [390, 844],
  [740, 360],
  [768, 1024],
  [1366, 768],
] as const;
/** Up to this width, or this height, all of it is pressed by a finger. */
const isSmall = (width: number, height: number): boolean => width < 720 || height < 560;

/** What lies over something else, what is cut off at a side, and targets that a thumb misses. */
function faults(page: Page, finger: boolean): Promise<string[]> {
  return page.evaluate((small) => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, a[href], select, textarea, input, [role=option]'),
    ].filter((el) => el.checkVisibility() && el.closest('.scribe') !== null);
    const name = (el: Element): string =>
      (el.getAttribute('aria-label') ?? el.textContent ?? el.tagName).trim().slice(0, 24) || el.tagName;
    /** As much of it as its scrollers show. */
    const seen = (el: HTMLElement): { l: number; t: number; r: number; b: number } => {
      const box = el.getBoundingClientRect();
      const at = { l: box.left, t: box.top, r: box.right, b: box.bottom };
      for (let up = el.parentElement; up !== null && up !== document.body; up = up.parentElement) {
        if (getComputedStyle(up).overflowY === 'visible') continue;
        const clip = up.getBoundingClientRect();
        at.t = Math.max(at.t, clip.top);
        at.b = Math.min(at.b, clip.bottom);
      }
      return at;
    };
    const all = controls.map((el) => ({ el, at: seen(el) })).filter(({ at }) => at.b > at.t && at.r > at.l);
    const found: string[] = [];
    for (const [i, one] of all.entries()) {
      const { width, height } = one.el.getBoundingClientRect();
      if (one.at.l < 0 || one.at.r > window.innerWidth) found.push(`${name(one.el)} is cut off`);
      const presses = !one.el.matches('input[type=checkbox]');
      if (small && presses && Math.min(width, height) < 43.5)
        found.push(`${name(one.el)} is ${Math.round(width)} x ${Math.round(height)}`);
      for (const other of all.slice(i + 1)) {
        if (one.el.contains(other.el)) continue;
        const x = Math.min(one.at.r, other.at.r) - Math.max(one.at.l, other.at.l);
        const y = Math.min(one.at.b, other.at.b) - Math.max(one.at.t, other.at.t);
        if (x > 1 && y > 1) found.push(`${name(one.el)} lies over ${name(other.el)}`);
      }
    }
    if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page scrolls sideways');
    return found;
  }, finger);
}

const field = (page: Page) => page.getByLabel('What was said', { exact: true });
const fieldWidth = async (page: Page): Promise<number> => (await field(page).boundingBox())?.width ?? 0;

describe('TK8 on every device', () => {
  test.each(SIZES)(
    'TK8 at %d x %d the field is wide, and nothing lies over anything',
    async (width, height) => {
      const { page, context } = await hall.scribe({ width, height });
      const small = isSmall(width, height);
      for (const [named, said] of [
        ['Calls back', 'They never rang back, though they had promised it to all of us twice'],
        ['Letters that one can read', 'میری کسی نے نہیں سنی'],
        ['Being told too late', 'Three workers in one year'],
      ] as const) {
        await page.getByRole('button', { name: 'Theme', exact: true }).click();
        await page.keyboard.type(named);
        await page.keyboard.press('Enter');
        await field(page).fill(said);
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        expect(await field(page).inputValue()).toBe('');
      }
      await page.getByText('All saved').waitFor();
      expect(await fieldWidth(page)).toBeGreaterThanOrEqual(280);
      expect(await faults(page, small)).toEqual([]);
      await look(page, `scribe-${width}x${height}`);
      await page.getByRole('button', { name: 'Quote' }).click();
      await page.getByRole('button', { name: 'Hand', exact: true }).click();
      await page.getByRole('button', { name: 'Theme', exact: true }).click();
      expect(await faults(page, small)).toEqual([]);
      await page.keyboard.press('Escape');
      if (small) {
        await page.getByRole('button', { name: 'Who spoke' }).click();
        expect(await faults(page, small)).toEqual([]);
        await look(page, `scribe-${width}x${height}-who`);
        await page.getByRole('button', { name: 'Parents, woman, 25 to 34' }).click();
      }
      await page.getByRole('button', { name: 'Post-its' }).click();
      expect(await faults(page, small)).toEqual([]);
      expect(await fieldWidth(page)).toBeGreaterThanOrEqual(280);
      await context.close();
    },
  );

  test('TK8 post-its are put under themes on a phone', async () => {
    const room = await connectPhones(hall, ['nobody listens to us', 'they do try', 'c', 'd', 'e']);
    const { page, context } = await hall.scribe({ width: 360, height: 640 });
    await page.getByRole('button', { name: 'Post-its' }).click();
    await page.getByRole('button', { name: 'Themes: nobody listens to us' }).click();
    await page
      .getByRole('button', { name: /^Calls back/ })
      .first()
      .click();
    await page.locator('.postit').filter({ hasText: 'nobody listens' }).getByText('Calls back').waitFor();
    expect(await faults(page, true)).toEqual([]);
    await look(page, 'scribe-360x640-postits');
    await context.close();
    await sealIt(hall, room);
  });

  test('TK8 of a counted session a point that was just noted is seen, no row of themes is cut in half, and no name of one is cut short', async () => {
    const all = Array.from({ length: 30 }, (_, i) => i);
    await hall.send(
      ...all.map((i) => theme(`t${i}`, { name: `Told by those who were there ${i}`, order: i + 10 })),
      ...all.map((i) => point(`p${i}`, { text: `Said before ${i}` }, hall.session.id)),
    );
    const { page, context } = await hall.scribe({ width: 1366, height: 768 });
    await page.getByText('This session is finished and counted.').waitFor();
    for (const words of ['one', 'two', 'three', 'four', 'five']) {
      await field(page).fill(`Noted afterwards, ${words}`);
      await page.keyboard.press('Enter');
      const row = page.locator('.point').filter({ hasText: `Noted afterwards, ${words}` });
      await row.waitFor();
      await page.getByText('All saved').waitFor();
      const [list, own] = [await page.locator('.points-list').boundingBox(), await row.boundingBox()];
      if (list === null || own === null) throw new Error('It is not drawn.');
      expect(own.y).toBeGreaterThanOrEqual(list.y - 1);
      expect(own.y + own.height).toBeLessThanOrEqual(list.y + list.height + 1);
    }
    await look(page, 'scribe-sealed-noted');
    await page.getByRole('button', { name: 'Post-its' }).click();
    await page.getByRole('button', { name: 'Themes: they do try' }).click();
    const cut = await page.locator('.theme-chips-all').evaluate((box) => {
      const { bottom } = box.getBoundingClientRect();
      return [...box.children].filter((chip) => {
        const at = chip.getBoundingClientRect();
        return at.top < bottom - 1 && at.bottom > bottom + 1;
      }).length;
    });
    expect(cut).toBe(0);
    await look(page, 'scribe-sealed-postit');
    await page.keyboard.press('t');
    const find = page.getByLabel('Find a theme or write a new one');
    await find.fill('x'.repeat(120));
    await page.getByText('A theme’s name has at most 80 characters. 40 are too many.').waitFor();
    await find.press('Enter');
    expect(await find.inputValue()).toHaveLength(120);
    expect(JSON.stringify((await hall.talk()).themes)).not.toContain('xxx');
    await look(page, 'scribe-theme-long');
    await context.close();
  });

  test('E1 axe finds nothing on any of them', () => {
    expectNothingFound();
  });
});
