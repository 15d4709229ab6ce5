/** What is offered to be taken out of a comment, and what is sent of it. */
import { expect, test } from '@jest/globals';
import { applyReplacements } from '../../core/personal/replace.ts';
import { REDACTIONS } from '../../core/personal/types.ts';
import { findPersonal } from '../../core/personal/findPersonal.ts';
import { runsOf, wordsOf } from '../../client/console/live/redactWords.ts';

const after = (text: string, wanted: RegExp): string | undefined => {
  const found = findPersonal(text, { names: [], places: [] });
  const chosen = wordsOf({ text, found }).filter(({ from, to }) => wanted.test(text.slice(from, to)));
  const runs = runsOf(text, chosen);
  expect(runs.every(({ by }) => REDACTIONS.includes(by))).toBe(true);
  return applyReplacements(
    text,
    runs.map(({ from, to, by }) => ({ from, to, kind: '', replacement: by })),
  )?.published;
};

test('M1 words that stand together leave one gap, and what was found keeps the name of its kind', () => {
  const text = 'the red house beside the shop is where Mrs Okafor lives';
  expect(after(text, /^(?:red|house|beside|shop)$/)).toBe('the […] the […] is where Mrs Okafor lives');
  expect(after(text, /^(?:where|Okafor|lives)$/)).toBe('the red house beside the shop is […] Mrs [name] […]');
});

test('M1 every word of the longest comment can be taken out at once', () => {
  expect(after('a '.repeat(250).trim(), /./)).toBe('[…]');
});
