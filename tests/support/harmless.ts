/** Watches browsers for anything that a text made happen, and looks whether a screen holds only what we put there. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { capMarks } from '../../core/text.ts';
import { root } from './server.ts';

const pictures = join(root, 'tests/screenshots/out');
mkdirSync(pictures, { recursive: true });

const found: unknown[] = [];
let checked = 0;

/** What was found since the last time, for the test that wants it found. */
export function taken(): unknown[] {
  checked = 0;
  return found.splice(0);
}

/** Fails with all that was found since the last time, on all screens; `screens` is how many must have been looked at. */
export function expectHarmless(screens: number): void {
  const told = found.splice(0);
  const looked = checked;
  checked = 0;
  expect(told).toEqual([]);
  expect(looked).toBeGreaterThanOrEqual(screens);
}

/**
 * From now on whatever pages of this context ask for elsewhere, run, report or are kept from by their policy is
 * noted.
 *
 * @param own origins that may be asked
 */
export async function watch(context: BrowserContext, ...own: string[]): Promise<void> {
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!own.includes(url.origin) && !['data:', 'blob:', 'about:'].includes(url.protocol))
      found.push({ asked: request.url() });
  });
  context.on('dialog', (dialog) => {
    found.push({ dialog: dialog.message() });
    void dialog.dismiss();
  });
  context.on('weberror', (fault) => found.push({ fault: String(fault.error()) }));
  context.on('console', (message) => {
    // What the server refuses, it refuses; whatever else fails to load is told by the events above.
    if (/^Failed to load resource: .* status of 4\d\d/.test(message.text())) return;
    if (message.type() === 'error') found.push({ console: message.text(), at: message.page()?.url() });
  });
  // The reports of a policy come as events of the page; the console is how they get out of it.
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
}

/** White space counts as one space: a line that is folded is still as it was typed. */
export const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/**
 * Looks whether a screen is harmless with these texts on it: nothing ran, only elements and attributes that we
 * make, nothing scrolls sideways, no text leaves its box, and each of the texts is there to the letter.
 */
export async function harmless(page: Page, name: string, texts: readonly string[] = []): Promise<void> {
  checked += 1;
  await page.screenshot({ path: join(pictures, `hostile-${name}.png`) });
  const told = await page.evaluate(inventory);
  const all = folded(told.text);
  // Forms have it as it is kept, other places with stacked marks capped.
  const missing = texts.filter((text) => ![text, capMarks(text)].some((way) => all.includes(folded(way))));
  const { hit, strange, wide, out } = told;
  if (hit || wide > 0 || strange.length + out.length + missing.length > 0)
    found.push({ name, hit, wide, strange, out, missing });
}

/** Runs in the page. */
function inventory() {
  // What the three clients, the report and the sheets are made of.
  const ELEMENTS = new Set(
    (
      'html head title body main header footer nav section article aside div p span h1 h2 h3 h4 h5 ul ol li dl dt dd b ' +
      'strong em small mark bdi br hr blockquote figure figcaption picture source img canvas table caption thead tbody ' +
      'tr th td colgroup col a button label input textarea select option optgroup fieldset legend details summary ' +
      'dialog datalist output time code kbd noscript meter progress svg defs pattern g rect path circle line i form meta link script style'
    ).split(' '),
  );
  const here = (address: string): boolean => {
    if (/^data:image\/(?:png|jpeg|webp|svg\+xml)[;,]/.test(address)) return true;
    const url = new URL(address, location.href);
    return url.protocol === 'blob:' || (url.origin === location.origin && !/^\s*javascript:/i.test(address));
  };
  const strange: string[] = [];
  for (const el of document.querySelectorAll('*')) {
    const tag = el.localName;
    const said = el.outerHTML.slice(0, 120);
    const only: Record<string, string> = {
      script: 'head > script[src^="/assets/"], body > script[src^="/assets/"]',
      style: 'head > style',
      meta: 'head > meta:is([charset], [name], [http-equiv="Content-Security-Policy"])',
      link: 'head > link:is([rel="stylesheet"], [rel="icon"], [rel="preload"], [rel="modulepreload"])',
      form: 'form:not([action])',
      i: 'i:empty',
      source: 'picture > source',
    };
    if (!ELEMENTS.has(tag) || (only[tag] !== undefined && !el.matches(only[tag]))) strange.push(said);
    for (const { name, value } of el.attributes) {
      const asks = /^(?:src|href|action|formaction|data|poster|background|xlink:href|srcset)$/.test(name);
      const runs = /^on|^srcdoc$|^is$/.test(name) || (name === 'style' && /url\(|expression/.test(value));
      if (runs || (asks && !here(value.split(' ')[0] ?? ''))) strange.push(`${name}: ${said}`);
    }
  }
  const out: string[] = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    let box = node.parentElement;
    if (box === null || node.textContent?.trim() === '' || !box.checkVisibility()) continue;
    const size = parseFloat(getComputedStyle(box).fontSize);
    while (box !== null && ['inline', 'contents'].includes(getComputedStyle(box).display))
      box = box.parentElement;
    if (box === null || box.closest('svg, option, [class*="visually-hidden"]') !== null) continue;
    const { overflowX, overflowY } = getComputedStyle(box);
    const range = document.createRange();
    const around = box.getBoundingClientRect();
    const leaves = (part: DOMRect): boolean => part.left < around.left - 2 || part.right > around.right + 2;
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (text.width === 0 || around.width <= 1) continue;
    // Spaces at the end of a line hang over its edge, and nobody sees them.
    const inWords = (): boolean =>
      [...(node.textContent ?? '').matchAll(/[^\s\p{Z}]+/gu)].some(({ index, 0: word }) => {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        return leaves(range.getBoundingClientRect());
      });
    const beside = overflowX === 'visible' && leaves(text) && inWords();
    // Letters of some scripts are taller than the line that was given to them.
    const over =
      overflowY === 'visible' && (text.top < around.top - size || text.bottom > around.bottom + size);
    if (beside || over)
      out.push(
        `${box.localName}.${box.className} ${beside ? 'beside' : 'over'} ${Math.round(text.left)}-${Math.round(text.right)} of ${Math.round(around.left)}-${Math.round(around.right)}: ${node.textContent?.slice(0, 40)}`,
      );
  }
  // What sets itself as large as it may has found its size, and pictures have their place.
  for (const box of document.querySelectorAll('.fit-inner')) {
    const around = box.parentElement;
    if (around === null || !box.checkVisibility()) continue;
    if (box.scrollWidth > around.clientWidth + 1 || box.scrollHeight > around.clientHeight + 1)
      out.push(`cut: ${box.scrollWidth}x${box.scrollHeight} in ${around.clientWidth}x${around.clientHeight}`);
  }
  for (const picture of document.querySelectorAll('canvas'))
    if (picture.checkVisibility() && picture.clientHeight < 100) out.push(`flat: ${picture.clientHeight}`);
  const typed = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(
    (field) => field.value,
  );
  const alts = [...document.images].map((image) => image.alt);
  const { scrollWidth, clientWidth } = document.documentElement;
  return {
    hit: 'hit' in window,
    strange,
    out,
    wide: Math.max(0, scrollWidth - clientWidth),
    text: [document.title, document.body.textContent, ...typed, ...alts].join('\n'),
  };
}
