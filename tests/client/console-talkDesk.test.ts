/** A scribe's device: what it shows, keeps and hands over, with a laptop that comes and goes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { forgetTalk, keptFor, onlyInMemory, waitingHere } from '../../client/console/talk/kept.ts';
import { COLOUR_CODES, NEW_THEME } from '../../core/talk/types.ts';
import { add, deskBench, edit, settled, texts } from '../support/talkLaptop.ts';

let { laptop, timers, keep, open, tick } = deskBench();
beforeEach(() => {
  ({ laptop, timers, keep, open, tick } = deskBench());
});

describe('TK8 while the network is away', () => {
  test('TK8 TK1 points go on, outlive a reload, and are handed over exactly once and in their order', async () => {
    laptop.carryOut({ ...add('there'), id: 'other' });
    const desk = open();
    await settled();
    expect(texts(desk)).toEqual(['there']);
    laptop.points.clear();
    desk.refresh();
    await settled();
    expect(texts(desk)).toEqual([]);
    laptop.heard = [];
    laptop.away = 'before';
    desk.perform([add('one')]);
    desk.perform([add('two'), edit('two', { hands: 0 }, { hands: 1 })]);
    await settled();
    expect([texts(desk), desk.waiting.value, desk.link.value]).toEqual([['one', 'two'], 3, 'away']);
    desk.close();
    timers.length = 0;
    const later = open();
    await settled();
    expect(texts(later)).toEqual(['one', 'two']);
    // The laptop has carried it out, and nobody heard that it had.
    laptop.away = 'after';
    await tick();
    expect(later.waiting.value).toBe(3);
    laptop.away = '';
    await tick();
    expect(later.waiting.value).toBe(0);
    expect(laptop.heard).toEqual(['one', 'two', 'two']);
    expect(laptop.points.get('two')?.hands).toBe(1);
    expect(keep().keys('standpoint:talk:')).toEqual([]);
  });

  test('TK8 what waits is forgotten when somebody signs out here, what was begun as well', async () => {
    const desk = open();
    await settled();
    laptop.away = 'before';
    desk.perform([add('one')]);
    keptFor(keep(), { session: 's' }).set('draft', { text: 'begun' });
    // The point, and what was begun.
    expect(waitingHere(keep())).toBe(2);
    forgetTalk(keep());
    expect([waitingHere(keep()), keep().keys('standpoint:')]).toEqual([0, []]);
    desk.close();
  });

  test('TK8 as whom somebody codes, and how much of it, is nothing that would be lost', () => {
    const kept = keptFor(keep(), { consultation: 'c' });
    kept.set('coder', 'second');
    kept.set('share', 'half');
    const blocked = (): never => {
      throw new Error('blocked');
    };
    expect([waitingHere(keep()), onlyInMemory(keep(), blocked)]).toEqual([0, false]);
    forgetTalk(keep());
    expect(keep().keys('standpoint:')).toEqual([]);
  });

  test('TK8 one that is refused stands aside with its words, and the others are handed over', async () => {
    const desk = open();
    await settled();
    desk.perform([add('one'), add('refused', { text: 'refused' }), add('two')]);
    await settled();
    expect([...laptop.points.keys()]).toEqual(['one', 'two']);
    expect(desk.troubles.value).toMatchObject([
      { why: { refusal: 'bad-file' }, change: { set: { text: 'refused' } } },
    ]);
    desk.close();
    // A reload does not lose the words.
    expect(open().troubles.value).toHaveLength(1);
  });
});

describe('TK2 another device changed it meanwhile', () => {
  test('TK2 theirs stands, mine is shown, and can be taken after all', async () => {
    const desk = open();
    desk.perform([add('p', { text: 'First' })]);
    await settled();
    laptop.away = 'before';
    desk.perform([edit('p', { text: 'First' }, { text: 'Mine' })]);
    await settled();
    laptop.away = '';
    laptop.carryOut({ ...edit('p', { text: 'First' }, { text: 'Theirs' }), id: 'other' });
    await tick();
    expect(texts(desk)).toEqual(['Theirs']);
    const [found] = desk.troubles.value;
    expect(found).toMatchObject({
      why: 'differs',
      now: { text: 'Theirs' },
      change: { set: { text: 'Mine' } },
    });
    if (found !== undefined) desk.settle(true, found);
    await settled();
    expect([laptop.points.get('p')?.text, desk.troubles.value]).toEqual(['Mine', []]);
  });

  test('TK2 what was removed elsewhere while it was changed here can be put back whole', async () => {
    const desk = open();
    desk.perform([add('p', { hands: 4 })]);
    await settled();
    laptop.away = 'before';
    desk.perform([edit('p', { text: 'p' }, { text: 'Mine' })]);
    laptop.points.delete('p');
    laptop.away = '';
    desk.refresh();
    await settled();
    await tick();
    const [found] = desk.troubles.value;
    expect(found).toMatchObject({ why: 'gone' });
    if (found !== undefined) desk.settle(true, found);
    await settled();
    expect(laptop.points.get('p')).toMatchObject({ text: 'Mine', hands: 4 });
  });
});

test('TK3 every step is taken back and done again, one after the other, also while the network is away', async () => {
  const desk = open();
  await settled();
  laptop.away = 'before';
  desk.perform([add('p')]);
  desk.perform([edit('p', { themes: [] }, { themes: ['t'] }), edit('p', { hands: 0 }, { hands: 1 })]);
  desk.perform([{ of: 'theme', key: 't', was: null, set: { ...NEW_THEME, name: 'T' } }]);
  desk.perform([{ of: 'point', key: 'p', session: 's', was: {}, set: null }]);
  const now = () => [texts(desk), desk.points.value[0]?.hands, desk.book.value.list.length];
  expect(now()).toEqual([[], undefined, 1]);
  desk.undo();
  expect(now()).toEqual([['p'], 1, 1]);
  desk.undo();
  desk.undo();
  expect([...now(), desk.points.value[0]?.themes]).toEqual([['p'], 0, 0, []]);
  expect(desk.steps.value).toEqual({ undo: 1, redo: 3 });
  desk.redo();
  expect(now()).toEqual([['p'], 1, 0]);
  await settled();
  laptop.away = '';
  await tick();
  expect(laptop.points.get('p')).toMatchObject({ hands: 1, themes: ['t'] });
  desk.perform([add('q')]);
  expect(desk.steps.value.redo).toBe(0);
});

test('TK9 the colours of the codebook are the same on the screen and in the files', () => {
  const css = readFileSync(join(import.meta.dirname, '../../client/console/talk/themes.css'), 'utf8');
  const shown = [...css.matchAll(/\.theme-(\w+) \{\n {2}background: (#[0-9a-f]{6});/g)].map(
    ([, name, code]) => [name, code],
  );
  expect(Object.fromEntries(shown)).toEqual(COLOUR_CODES);
});
