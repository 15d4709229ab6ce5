/** What the second window of the page that reads back is sent. */
import { describe, expect, test } from '@jest/globals';
import { makeShowing, slidesOf, type Shown, type Told } from '../../client/console/readBack/slides.ts';
import type { Correctable } from '../../client/console/readBack/things.ts';
import type { CorrectedKind } from '../../core/readBack/types.ts';

describe('the second window', () => {
  const thing = (about: CorrectedKind, words: string, title = ''): Correctable => ({
    about,
    of: 'x',
    ofSession: '',
    words,
    title,
  });

  test('RB1 a long story is shown in parts that end with a sentence, and nothing of it is lost', () => {
    const text = `${'Nobody had said that to me. '.repeat(20).trim()}\n\n…and then “why?” After 3.5 years that was it`;
    const slides = slidesOf([
      thing('theme', 'Time'),
      thing('point', 'Late'),
      thing('caseStudy', text, 'Wait'),
    ]);
    expect(slides.slice(0, 2).map((one) => one.text)).toEqual(['Time', '“Late”']);
    const parts = slides.slice(2);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ title }) => title)).toEqual(['Wait', ...parts.slice(1).map(() => '')]);
    for (const part of parts.slice(0, -1)) expect(part.text).toMatch(/\.$/);
    expect(parts.map((one) => one.text).join(' ')).toBe(text.replace(/\s+/g, ' '));
    const endless = slidesOf([thing('caseStudy', 'word '.repeat(300).trim())]);
    for (const part of endless) expect(part.text.length).toBeLessThanOrEqual(420);
    expect(endless.map((one) => one.text).join(' ')).toBe('word '.repeat(300).trim());
  });

  test('RB1 it is sent what it shows, and nothing once that is hidden or the page is left', async () => {
    const [here, there] = [new BroadcastChannel('read-back-test'), new BroadcastChannel('read-back-test')];
    const heard: (string | null)[] = [];
    let wake = (): void => undefined;
    there.addEventListener('message', ({ data }: MessageEvent<Shown>) => {
      heard.push(data.shown?.text ?? null);
      wake();
    });
    const next = (act: () => void): Promise<void> =>
      new Promise((done) => {
        wake = done;
        act();
      });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
    const tell = (what: Told) => next(() => there.postMessage(what));
    const showing = makeShowing(here);
    await tell({ hello: true });
    await next(() => showing.show(slidesOf([thing('theme', 'One'), thing('theme', 'Two')])));
    await tell({ hello: true });
    await tell({ step: 1 });
    showing.step(1);
    await next(() => showing.hide(true));
    await tell({ hello: true });
    await tell({ step: -1 });
    await next(() => showing.close());
    there.close();
    expect(heard).toEqual([null, 'One', 'One', 'Two', null, null, 'One', null]);
  });
});
