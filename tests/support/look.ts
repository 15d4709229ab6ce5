/** Looking at a screen: a picture for people, axe and measures for the test. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { root } from './server.ts';

const pictures = join(root, 'tests/screenshots/out');
mkdirSync(pictures, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
  id: string;
  nodes: { target: unknown; failureSummary?: string }[];
}

const found: unknown[] = [];
let looked = 0;

/** Fails with everything that `look` has found since the last time, all screens together. */
export function expectNothingFound(): void {
  expect(looked).toBeGreaterThan(0);
  looked = 0;
  expect(found.splice(0)).toEqual([]);
}

/**
 * Takes a picture and lets axe look; on a phone, targets and width are measured too. What is found is
 * kept for `expectNothingFound`, so that one run tells of all screens.
 */
export async function look(page: Page, name: string, phone = false): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await settled(page);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const findings = await page.evaluate(async (tags) => {
    const { violations } = await (
      window as unknown as {
        axe: { run(where: Document, how: unknown): Promise<{ violations: Finding[] }> };
      }
    ).axe.run(document, { runOnly: tags });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
    }));
  }, TAGS);
  looked += 1;
  if (findings.length > 0) found.push({ name, findings });
  if (!phone) return;
  const measured = await measures(page);
  if (measured.wide || measured.small.length > 0) found.push({ name, ...measured });
}

/** Waits until what moves for a moment (a post-it going up, a button's colour) has come to rest. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const finite = document
      .getAnimations()
      .filter((a) => a.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(finite.map((a) => a.finished.catch(() => undefined)));
  });
}

/** Targets under 48 px, and whether the page scrolls sideways. */
function measures(page: Page): Promise<{ small: string[]; wide: boolean }> {
  return page.evaluate(() => {
    const seen = [
      ...document.querySelectorAll<HTMLElement>(
        'button, a[href], select, textarea, summary, label:has(input[type=radio]), label:has(input[type=checkbox])',
      ),
    ].filter((el) => el.checkVisibility());
    const small = seen
      .map((el) => ({ el, box: el.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 47.5 || box.height < 47.5)
      .map(({ el, box }) => `${el.textContent?.trim().slice(0, 30)} ${box.width}x${box.height}`);
    return { small, wide: document.documentElement.scrollWidth > window.innerWidth };
  });
}
