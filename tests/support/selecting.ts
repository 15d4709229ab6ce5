/** Selecting words of a text with the mouse, as people do. */
import type { Page } from 'playwright-core';

/** Drags over words with the mouse, from their first letter to their last. */
export async function drag(page: Page, words: string): Promise<void> {
  const [start, end] = await page.locator('.reader').evaluate((box, wanted) => {
    const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) nodes.push(node as Text);
    const at = nodes
      .map(({ data }) => data)
      .join('')
      .indexOf(wanted);
    const place = (unit: number): [Text | undefined, number] => {
      let left = unit;
      const node = nodes.find(({ length }) => left < length || ((left -= length), false));
      return [node, left];
    };
    const side = (unit: number, right: boolean): { x: number; y: number } => {
      const [node, offset] = place(unit);
      if (node === undefined) throw new Error('no such words');
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const { left, right: edge, top, bottom } = range.getBoundingClientRect();
      return { x: right ? edge - 1 : left + 1, y: (top + bottom) / 2 };
    };
    return [side(at, false), side(at + wanted.length - 1, true)];
  }, words);
  if (start === undefined || end === undefined) throw new Error('no place');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}
