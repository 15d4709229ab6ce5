/** The scribe's screen in a long session, and on a device that signs out. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { joinDevice } from '../support/devices.ts';
import { openScribeHall, type ScribeHall } from '../support/scribePage.ts';
import { wordsAt } from '../../core/talk/positions.ts';
import { passage, source } from '../support/sources.ts';
import { point, theme } from '../support/talk.ts';
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

/** How long each press of a key takes until its frame is on the screen. */
async function stopwatch(page: Page) {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    window.addEventListener(
      'keydown',
      (event) => {
        const began = event.timeStamp;
        // After the next frame has been drawn: a message comes behind it.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => void times.push(performance.now() - began));
          port1.start();
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  const at = (times: number[], share: number): number =>
    Math.round(times[Math.ceil(times.length * share) - 1] ?? 0);
  return {
    at,
    measured: async (act: () => Promise<void>): Promise<number[]> => {
      await act();
      await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
      const times = await page.evaluate(() => (window as unknown as { times: number[] }).times.splice(0));
      return times.toSorted((a, b) => a - b);
    },
    say: (what: string, times: number[]): void =>
      void process.stderr.write(
        `${what}: median ${at(times, 0.5)} ms, 95 % ${at(times, 0.95)} ms, longest ${at(times, 1)} ms of ${times.length}\n`,
      ),
  };
}

describe('TK10 a long session', () => {
  test('TK10 with 1,000 points and 60 themes a letter is on the screen at once', async () => {
    await hall.send(
      ...Array.from({ length: 60 }, (_, i) => theme(`t${i}`, { name: `Theme number ${i}`, order: i + 1 })),
    );
    for (let i = 0; i < 1000; i += 100)
      await hall.send(
        ...Array.from({ length: 100 }, (_, j) => {
          const n = i + j;
          const themes = [`t${n % 60}`, `t${(n * 7 + 1) % 60}`].filter(
            (id, at, all) => all.indexOf(id) === at,
          );
          return point(
            `p${n}`,
            { text: `What person ${n} said about how long it took`, themes, person: n % 30 },
            hall.session.id,
          );
        }),
      );
    const { page } = await hall.scribe();
    await page.getByText('1,000 points').waitFor();
    await page.getByRole('button', { name: 'Show 920 earlier points' }).click();
    await page.getByRole('button', { name: 'Show 620 earlier points' }).click();
    const { measured, say, at } = await stopwatch(page);
    await field(page).focus();
    const typing = await measured(() =>
      page.keyboard.type('It took them eleven weeks to answer, and then it was the wrong form. '.repeat(2), {
        delay: 20,
      }),
    );
    say('a letter with 1,000 points and 60 themes', typing);
    await keys(page, 'Tab');
    await measured(async () => undefined);
    const marking = await measured(() => keys(page, 'Tab', '1', '2', '3', '4', '5', 'a', 'w', 'h'));
    say('a mark', marking);
    say('Enter', await measured(() => keys(page, 'Enter')));
    expect(typing.length).toBeGreaterThan(100);
    // Only what nobody could type into is caught: other work shares this machine.
    expect(at(typing, 0.95)).toBeLessThan(300);
    await page.context().close();
  });

  test('TK10 IV10 so it is in an interview of 100,000 characters with 300 passages: selecting, coding, typing a note', async () => {
    const sentence = 'They said that somebody would ring us back on Monday, and nobody did for weeks. ';
    const text = sentence.repeat(1250).trim();
    const at300 = (n: number) => ({ from: n * 320, to: n * 320 + 120 });
    const changes = [
      source('long', { title: 'A long interview', text }),
      ...Array.from({ length: 300 }, (_, n) => {
        const set = { ...at300(n), themes: [`t${n % 60}`, `t${(n * 7 + 1) % 60}`] };
        return passage(`long${n}`, 'long', wordsAt(text, set), set, text);
      }),
    ];
    for (let i = 0; i < changes.length; i += 100)
      await hall.api('POST', `/api/consultations/${hall.consultation}/themes`, {
        changes: changes.slice(i, i + 100),
      });
    const { page } = await hall.scribe({ width: 1366, height: 768 });
    await page.goto(`${hall.program.url}/console/c/${hall.consultation}/sources#long`);
    await page.locator('.reader .marked').nth(299).waitFor();
    const { measured, say, at } = await stopwatch(page);
    await page.locator('.reader').focus();
    const selecting = await measured(async () => {
      for (let i = 0; i < 20; i += 1) await keys(page, 'ArrowDown');
      for (let i = 0; i < 20; i += 1) await keys(page, 'Shift+ArrowRight');
    });
    say('selecting in a long interview', selecting);
    const coding = await measured(() => keys(page, '1', '2', '3'));
    say('putting it under a theme', coding);
    await page.getByRole('button', { name: /^Passages/ }).click();
    await page.locator('.source-passages button').nth(150).click();
    await page.getByLabel('Note').focus();
    await measured(async () => undefined);
    const handed: string[] = [];
    page.on('request', (request) => void (request.method() === 'POST' && handed.push(request.url())));
    const note = await measured(() => page.keyboard.type(sentence, { delay: 20 }));
    // A note is saved as it is left, in one step that one undo takes back.
    expect(handed).toEqual([]);
    const saved = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await page.getByLabel('Note').blur();
    await saved;
    say('a letter of a note', note);
    expect(selecting).toHaveLength(60);
    expect(
      at(
        [...selecting, ...note].toSorted((a, b) => a - b),
        0.95,
      ),
    ).toBeLessThan(300);
    await page.context().close();
  });
});

test('TK8 a device that signs out with points it could not hand over asks first, and then forgets them', async () => {
  const { url, headers } = await joinDevice(
    { send: (method, path, body) => hall.api(method, path, body) },
    'scribe',
  );
  const [name = '', value = ''] = (headers['Cookie'] ?? '').split('=');
  const context = await hall.browser.newContext({ ignoreHTTPSErrors: true });
  await context.addCookies([{ name, value, url, secure: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(`${url}/console/s/${hall.session.id}/talk`);
  await field(page).waitFor();
  await page.route('**/api/sessions/*/talk', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.keyboard.type('Only on this device');
  await keys(page, 'Enter');
  await page.getByText('1 change waits on this device').waitFor();
  await page.goto(`${url}/console`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('1 change to what was said is on this device only').waitFor();
  const left = page.waitForURL(`${url}/console`, { waitUntil: 'load' });
  await page.getByRole('button', { name: 'Sign out and forget them' }).click();
  await left;
  await page.getByText('PIN').first().waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('talk')))).toEqual(
    [],
  );
  await context.close();
});
