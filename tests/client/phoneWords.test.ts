import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { RefusalCode } from '../../core/refusal.ts';
import { answerWord, dateWord, refusalWord, say } from '../../client/phone/words.ts';
import { EN } from '../../client/phone/messages/en.ts';
import { LATER_EN } from '../../client/phone/messages/later.en.ts';
import { LEAVE_EN } from '../../client/phone/messages/leave.en.ts';
import type { Message } from '../../core/message.ts';
import { speaker } from '../../core/message.ts';

const folder = new URL('../../client/phone/', import.meta.url);
const messages: [string, Message][] = [
  ...Object.entries(EN),
  ...Object.entries(LATER_EN),
  ...Object.entries(LEAVE_EN),
];
const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);

async function sources(): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(folder)).filter((name) => /\.tsx?$/.test(name));
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(new URL(name, folder), 'utf8') })),
  );
}

describe('the phone’s messages', () => {
  test('E4 no screen has words of its own', async () => {
    for (const { name, text } of await sources()) {
      const found = text.match(/(?:[^=]>|^\s+)[ \t]*[A-Z][a-z]+(?: [a-z]+)+[.?]?\s*<\//gm) ?? [];
      expect({ name, found }).toEqual({ name, found: [] });
      expect({ name, found: text.match(/(?:aria-label|alt|title|placeholder)="[^"]/g) ?? [] }).toEqual({
        name,
        found: [],
      });
    }
  });

  test('E4 every message is used', async () => {
    const all = (await sources()).map(({ text }) => text).join('\n');
    const built = /^(?:refusal|status|title|menu\.size|result\.[nx]$|board\.of\.)/;
    const unused = messages
      .map(([key]) => key)
      .filter((key) => !built.test(key) && !all.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });

  test('they are short, calm and well formed', () => {
    for (const [key, message] of messages)
      for (const form of forms(message)) {
        expect({ key, form }).toEqual({ key, form: form.trim() });
        expect(form).not.toMatch(/!|\{\W|\{\}|  /);
        for (const sentence of form.split(/[.?:]\s/))
          expect({ sentence, words: sentence.split(' ').length <= 18 }).toEqual({ sentence, words: true });
      }
  });

  test('slots are filled, numbers are counted', () => {
    expect(say('board.of', { n: 2, of: 4 })).toBe('Statement 2 of 4');
    expect(say('form.count', { n: 1 })).toBe('1 letter left');
    expect(say('form.count', { n: 500 })).toBe('500 letters left');
    expect(say('end.answers', { who: '{n} $& people' })).toBe('{n} $& people will answer.');
  });

  test('a language with more plural forms gets its own', () => {
    const few = speaker({ n: { one: '{n} a', few: '{n} b', many: '{n} c', other: '{n} d' } }, 'pl');
    expect([1, 2, 5].map((n) => few('n', { n }))).toEqual(['1 a', '2 b', '5 c']);
  });

  test('answers have the words of the wall', () => {
    expect(answerWord({ kind: 'agreement-3', declines: [] }, 1)).toBe('Disagree');
    expect(answerWord({ kind: 'agreement-4', declines: [] }, 4)).toBe('Strongly agree');
    expect(answerWord({ kind: 'own', labels: ['No', 'Yes'], declines: ['n'] }, 2)).toBe('Yes');
    expect(answerWord({ kind: 'own', labels: ['No', 'Yes'], declines: ['n'] }, 'n')).toBe('Rather not say');
  });

  test('a refusal without words of its own still says something', () => {
    expect(refusalWord('stale')).toBe(EN['refusal.stale']);
    expect(refusalWord('fault' satisfies RefusalCode)).toBe(EN['refusal.other']);
  });

  test('a date is written out, words stay words', () => {
    expect(dateWord('2027-03-01')).toBe('1 March 2027');
    expect(dateWord('before Easter')).toBe('before Easter');
  });
});
