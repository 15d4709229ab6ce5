/** F13: a phone that slept, two tabs of one person, Back, and clocks that are wrong by years, in a real browser. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { ConsoleView } from '../../core/view.ts';
import type { Staff } from '../../bench/staff.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPhone, phoneIn, sayYes, type PhonePage } from '../support/phonePage.ts';
import type { Fault, Finding, Form } from './fault.ts';
import { consoleOf, freshFolder, openRoom, Server } from './server.ts';

const BOARDS = 12;
/** Longer and shorter than it takes the server to give a silent phone up, in seconds. */
const SLEEPS = { short: [4, 30], long: [60, 600, 7200] };

interface Scene {
  browser: Browser;
  staff: Staff;
  /** What the console was sent last. */
  view: () => string;
  address: string;
  board: number;
  wrong: string[];
  /** Milliseconds from being seen until right. */
  took: number[];
}

/** Processes in which the pages are drawn: what stands still while a phone sleeps. */
async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** The room goes on to the next statement, and placing there is open. */
async function goOn(scene: Scene): Promise<void> {
  const { staff, board } = scene;
  await staff.do({ do: 'close', board });
  scene.board += 1;
  await staff.do({ do: 'show', board: scene.board });
  await staff.do({ do: 'open', board: scene.board });
}

/** Waits until the phone shows where the room is; how long that took from a moment. */
async function right(scene: Scene, phone: PhonePage, since: number): Promise<void> {
  await phone.heading(new RegExp(`thing ${scene.board}$`));
  await phone.page.getByRole('button', { name: 'Place my post-it' }).waitFor();
  scene.took.push(performance.now() - since);
}

async function seen(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

/** It sleeps with something on its way; the room moves on meanwhile. */
async function sleeps(scene: Scene, phone: PhonePage, seconds: number): Promise<void> {
  await phone.context.setOffline(true);
  await phone.place('Agree', 'just before it slept');
  await phone.says('Not saved yet');
  await phone.context.setOffline(false);
  const pids = await renderers(scene.browser);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await pause(seconds * 1000);
  const { board } = scene;
  await goOn(scene);
  for (const pid of pids) process.kill(pid, 'SIGCONT');
  const since = performance.now();
  await seen(phone.page);
  await right(scene, phone, since);
  if ((await placedOn(scene, board)) !== 1)
    scene.wrong.push(`what was placed before a sleep of ${seconds} s is lost`);
}

/** How many have placed as the console has it, once that is somebody or four seconds have passed. */
async function placedOn({ view }: Scene, board: number): Promise<number> {
  const placed = (): number => {
    const text = view();
    const { boards } = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as ConsoleView;
    return boards.find(({ n }) => n === board)?.placed ?? 0;
  };
  for (let tries = 0; tries < 40 && placed() === 0; tries++) await pause(100);
  return placed();
}

/** Two tabs of one person place on the same statement: one answer, and both show it once they are seen. */
async function twoTabs(scene: Scene, phone: PhonePage): Promise<void> {
  await goOn(scene);
  const other = await phoneIn(phone.context, scene.address);
  await right(scene, other, performance.now());
  await right(scene, phone, performance.now());
  await phone.place('Disagree');
  await phone.says('Saved');
  // It was never told of the first tab's: what counts stays as it is, and both know it once they are seen.
  await other.place('Strongly agree');
  for (const tab of [phone, other]) {
    const since = performance.now();
    await seen(tab.page);
    await tab.page.getByRole('button', { name: 'Tap to see your answer' }).waitFor();
    scene.took.push(performance.now() - since);
  }
  if ((await placedOn(scene, scene.board)) !== 1) scene.wrong.push('two tabs of one person count as two');
  await other.page.close();
}

/** Away to another page and back, with the room moved on. */
async function back(scene: Scene, phone: PhonePage): Promise<void> {
  await phone.page.goto('about:blank');
  await goOn(scene);
  const since = performance.now();
  await phone.page.goBack({ waitUntil: 'commit' });
  await right(scene, phone, since);
}

/** Somebody whose phone is years off takes part as everyone does. */
async function wrongClock(scene: Scene, years: number): Promise<void> {
  const context = await scene.browser.newContext({ isMobile: true, hasTouch: true, reducedMotion: 'reduce' });
  await context.addInitScript((off) => {
    const RealDate = Date;
    const shifted = class extends RealDate {
      constructor(...args: []) {
        super(...args);
        if (args.length === 0) this.setTime(RealDate.now() + off);
      }
      static override now(): number {
        return RealDate.now() + off;
      }
    };
    globalThis.Date = shifted as DateConstructor;
  }, years * 31_557_600_000);
  const phone = await phoneIn(context, scene.address);
  await sayYes(phone, null);
  await right(scene, phone, performance.now());
  await phone.place('Agree');
  await phone.says('Saved');
  await goOn(scene);
  const since = performance.now();
  await seen(phone.page);
  await right(scene, phone, since);
  await context.close();
}

async function run({ long }: Form): Promise<Finding> {
  const server = await Server.start(freshFolder('asleep'));
  const room = await openRoom(server, BOARDS, { style: 'guided' }, [{ do: 'start' }]);
  const browser = await launchBrowser();
  try {
    let last = '';
    const staff = await consoleOf(server, room.session, (view) => void (last = view));
    const address = `http://127.0.0.1:${server.port}/j/${room.code}`;
    const scene: Scene = { browser, staff, view: () => last, address, board: 1, wrong: [], took: [] };
    await staff.do({ do: 'show', board: 1 });
    await staff.do({ do: 'open', board: 1 });
    const phone = await openPhone(browser, address);
    await sayYes(phone, null);
    await right(scene, phone, performance.now());
    scene.took.length = 0;
    const sleepsFor = SLEEPS[long ? 'long' : 'short'];
    for (const seconds of sleepsFor) await sleeps(scene, phone, seconds);
    await twoTabs(scene, phone);
    await back(scene, phone);
    for (const years of [10, -10]) await wrongClock(scene, years);
    staff.close();
    if (server.process.complaints().includes('Fault:')) scene.wrong.push('a fault that nobody expected');
    return {
      done: `asleep ${sleepsFor.join(' and ')} s, two tabs, Back, clocks ten years ahead and behind`,
      wrong: scene.wrong,
      figures: [
        { what: 'right when seen after', value: Math.max(...scene.took) / 1000, unit: 's', atMost: 2 },
      ],
    };
  } finally {
    await browser.close();
    await server.kill();
  }
}

export const asleep: Fault = {
  id: 'F13',
  title: 'phone asleep, two tabs, Back, wrong clocks',
  needs: ['browser'],
  alone: false,
  patience: { short: 150, long: 10_000 },
  run,
};
