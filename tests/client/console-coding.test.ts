/** Putting things under themes by keys: of ten and more themes, in a text that is mended, and without a yes to use. */
import { describe, expect, test } from '@jest/globals';
import { keptFor } from '../../client/console/talk/kept.ts';
import { makeScribe } from '../../client/console/talk/scribe.ts';
import { makeCoder, type TextCoder } from '../../client/console/talk/sources/coder.ts';
import { keyed } from '../../client/console/talk/sources/selecting.ts';
import { pressNumber } from '../../client/console/talk/themeKeys.ts';
import { wordsAt } from '../../core/talk/positions.ts';
import { editSource, placeOf, SAID, source } from '../support/sources.ts';
import { theme } from '../support/talk.ts';
import { deskBench } from '../support/talkLaptop.ts';

/** A device away from its laptop, which shows its own changes. */
function bench(themes: number, mayUse = true) {
  const { laptop, keep, open } = deskBench();
  laptop.away = 'before';
  const desk = open();
  desk.perform([
    source('text', { mayUse }),
    ...Array.from({ length: themes }, (_, i) => theme(`t${i + 1}`, { name: `Theme ${i + 1}`, order: i + 1 })),
  ]);
  return { desk, kept: keptFor(keep(), { consultation: 'c' }) };
}

function reading(themes: number, mayUse = true) {
  const { desk, kept } = bench(themes, mayUse);
  const coder = makeCoder(desk, 'text', kept);
  const coded = (): string[] =>
    coder.passages.value.map(
      (one) => `${wordsAt(coder.source.value?.text ?? '', one)}: ${one.themes.join(' ')}`,
    );
  return { desk, coder, coded, press: (key: string) => keyed(key, coder, () => coder.select(null)) };
}

const mend = ({ desk, source: { value } }: TextCoder, text: string): void =>
  desk.perform([editSource('text', { text: value?.text ?? '' }, { text })]);

describe('TK8 IV10 a digit with which a longer number begins', () => {
  test('TK8 it puts nothing under a theme, and begins the field where themes are looked up', () => {
    const { desk, kept } = bench(12);
    const scribe = makeScribe(desk, 's', kept, 'begun');
    expect(pressNumber('1', scribe)).toBe(true);
    expect(scribe.marks.value.themes).toEqual([]);
    expect([scribe.picking.value, scribe.sought.value]).toEqual(['theme', '1']);
    scribe.picking.value = 'none';
    pressNumber('2', scribe);
    expect([scribe.marks.value.themes, scribe.picking.value]).toEqual([['t2'], 'none']);
    expect(pressNumber('9', makeScribe(bench(8).desk, 's', kept, 'begun'))).toBe(false);
  });

  test('TK8 with nine themes each digit is a theme', () => {
    const { desk, kept } = bench(9);
    const scribe = makeScribe(desk, 's', kept, 'begun');
    pressNumber('1', scribe);
    pressNumber('9', scribe);
    expect([scribe.marks.value.themes, scribe.picking.value]).toEqual([['t1', 't9'], 'none']);
  });

  test('IV10 in a text it asks for words first', () => {
    const { coder, press } = reading(12);
    expect([press('1'), coder.picking.value]).toEqual([false, 'none']);
    coder.select(placeOf('Nobody'.replace('N', '𝒩')));
    expect([press('1'), coder.picking.value, coder.sought.value]).toEqual([true, 'theme', '1']);
  });
});

describe('IV2 IV10 what is selected while the text is mended', () => {
  test('IV2 IV10 it is the same words, wherever they stand now', () => {
    const { coder, coded, press } = reading(2);
    coder.select(placeOf('told on Friday'));
    mend(coder, `Preface. ${SAID}`);
    press('1');
    expect(coded()).toEqual(['told on Friday: t1']);
  });

  test('IV2 IV10 where they were changed nothing is selected, and a key acts on the passage that is shown', () => {
    const { coder, coded, press } = reading(2);
    coder.select(placeOf('told on Friday'));
    mend(coder, SAID.replace('told on Friday', 'told late'));
    expect([coder.selected.value, press('1'), coded()]).toEqual([null, false, []]);
    coder.select(placeOf('They came on Monday'));
    press('2');
    mend(coder, `Preface. ${SAID.replace('came on Monday', 'came')}`);
    press('1');
    expect(coded()).toEqual(['They came: t2 t1']);
  });
});

test('IV3 without a yes to use, no key makes a theme or asks for one, and it is said', () => {
  const { desk, coder, coded, press } = reading(1, false);
  coder.select(placeOf('told on Friday'));
  expect([press('t'), press('1'), coder.picking.value]).toEqual([false, false, 'none']);
  expect(coder.told.value).toMatch(/^Nobody has written down a yes/u);
  expect([coder.newTheme('Staying'), coded(), desk.book.value.list.length]).toEqual(['', [], 1]);
});

test('TK8 letters that were typed as a post-it was opened are there after a reload', () => {
  const { desk, kept } = bench(1);
  const scribe = makeScribe(desk, 's', kept, 'begun');
  scribe.text.value = 'They never';
  scribe.open({ at: 'postit', key: '1.a', text: 'Nobody rings' });
  pressNumber('1', scribe);
  const again = makeScribe(desk, 's', kept, 'begun');
  expect([again.box.value, again.text.value]).toEqual([{ at: 'new' }, 'They never']);
  // Sent and gone on with, nothing of it stays.
  again.save();
  expect(makeScribe(desk, 's', kept, 'begun').text.value).toBe('');
});
