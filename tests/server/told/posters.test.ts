/** The posters: how many pages they take, what each page says, and in which direction. */
import { expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pageAddress } from '../../../core/recommendations/pageAddress.ts';
import type { ToldItem } from '../../../core/recommendations/told.ts';
import { setPoster, type Paper } from '../../../server/told/setPosters.ts';
import { readPdf } from '../../support/readReport.ts';

const TITLE = 'What families expect of social workers in Leeds';
const URDU = 'میٹنگ سے پہلے بچوں سے پوچھیں';
const TEXTS = [
  'Ring families back within two working days',
  'Letters in words that a twelve-year-old can read',
  URDU,
  'Tell us a week before',
  'One person who stays',
  'A quiet room to wait in',
  'Food at long meetings',
  'Say what was decided, in writing, on the same day',
];

function item(text: string, n: number): ToldItem {
  return {
    id: `r${n}`,
    text,
    points: n === 0 ? ['A text if you cannot', 'Tell us who covers when you are away'] : [],
    lone: false,
    raised: { n: 2, of: 2, smaller: false },
    statements: [],
    themes: ['Being rung back'],
    to: 'Director of Children’s Services',
    askedOn: '2026-11-02',
    answer: n % 2 === 0 ? 'no' : 'accepted',
    answerWords: '',
    why: n % 2 === 0 ? 'There are too few of us' : '',
    answeredOn: '2026-11-20',
    done: n % 2 === 0 ? '' : 'A rota was made',
    doneOn: n % 2 === 0 ? '' : '2026-11-25',
    promised: null,
    word: null,
  };
}

function poster(paper: Paper, address = '', title = TITLE): Uint8Array {
  const page = {
    title,
    sample: false,
    date: '2026-11-29',
    floor: 5,
    change: TEXTS.map(item),
    keep: [item('The family mornings', 8)],
    before: {
      open: 'How often somebody rings, and how letters are written.',
      heard: { date: '2026-11-26', n: 12, yes: 6, partly: 4, no: 2 },
    },
  };
  return setPoster({ page, quotes: [], address }, paper).bytes;
}

test('RC7 RC10 nine short recommendations fit on one A3 and two A4, and each page says what it is', async () => {
  const [a3, a4] = await Promise.all([poster('a3'), poster('a4')].map(readPdf));
  expect([a3?.pages.length, a4?.pages.length]).toEqual([1, 2]);
  for (const page of [...(a3?.pages ?? []), ...(a4?.pages ?? [])]) {
    expect(page).toContain('You said, we did, or why not');
    expect(page).toContain(TITLE);
  }
  for (const words of ['How often somebody rings', 'Of 12 people, 6 said yes', 'The family mornings'])
    expect(a3?.text).toContain(words);
});

test('RC7 an address that was typed stands on each page beside its code, and else there is neither', async () => {
  const [without, with_] = await Promise.all(
    [poster('a4'), poster('a4', 'https://www.example.org/leeds')].map(readPdf),
  );
  for (const page of with_?.pages ?? []) expect(page).toContain('www.example.org/leeds');
  expect(with_?.text).toContain('Scan to read this on a phone.');
  expect(without?.text).not.toMatch(/example|Scan/u);
});

test('RC7 P5 an address is one that everyone can reach, or none', () => {
  expect(pageAddress('  ')).toBe('');
  expect(pageAddress('www.leeds.gov.uk/answers')).toBe('https://www.leeds.gov.uk/answers');
  expect(pageAddress('http://xn--caf-dma.fr:8080/a?b=1')).toBe('http://xn--caf-dma.fr:8080/a?b=1');
  for (const wrong of [
    'localhost:8080/told/x',
    'http://192.168.0.7:8080/told/x',
    'http://laptop.local/told/x',
    'javascript:alert(1)',
    'https://me:secret@example.com/',
    'two words.org',
    'ftp://leeds.gov.uk',
    `https://leeds.gov.uk/${'a'.repeat(200)}`,
  ])
    expect(pageAddress(wrong)).toBeNull();
});

test('RC7 Urdu stands at the right of its column', async () => {
  const data = Uint8Array.from(poster('a3'));
  const task = getDocument({ data, verbosity: 0, useSystemFonts: false });
  const file = await task.promise;
  const { items } = await (await file.getPage(1)).getTextContent();
  const ends = items.flatMap((one) =>
    'str' in one && /[\u0600-\u06ff]/u.test(one.str) ? [Number(one.transform[4]) + one.width] : [],
  );
  const halfOfA3 = 842 / 2;
  expect(ends.some((end) => end > halfOfA3 - 25 && end < halfOfA3)).toBe(true);
  await task.destroy();
});

test('RC7 a mark stands with what it is of, and never alone at the foot of a column', async () => {
  const long = Array.from(
    { length: 14 },
    (_, i) => `Letters are read by a parent before they are sent, ${i + 1}`,
  );
  const tall = { ...item('Write letters in plain words', 1), points: long, done: '', doneOn: '' };
  const waits: ToldItem = { ...tall, answer: '', answeredOn: '' };
  for (let above = 0; above < 16; above += 1) {
    const first = { ...item('Ring back', 0), points: long.slice(0, 8).concat(TEXTS).slice(0, above) };
    const page = {
      title: TITLE,
      sample: false,
      date: '2026-11-29',
      floor: 5,
      change: [first, waits],
      keep: [],
    };
    const data = Uint8Array.from(setPoster({ page, quotes: [], address: '' }, 'a4').bytes);
    const task = getDocument({ data, verbosity: 0, useSystemFonts: false });
    const file = await task.promise;
    const at = async (words: string) => {
      for (let n = 1; n <= file.numPages; n += 1)
        for (const one of (await (await file.getPage(n)).getTextContent()).items)
          if ('str' in one && one.str.includes(words))
            return { n, column: Number(one.transform[4]) < 595 / 2 ? 1 : 2, y: Number(one.transform[5]) };
      throw new Error(`not there: ${words}`);
    };
    const [mark, heading] = [await at('No answer yet'), await at('Write letters in')];
    await task.destroy();
    expect([above, heading.n, heading.column]).toEqual([above, mark.n, mark.column]);
    expect(mark.y).toBeGreaterThan(heading.y);
  }
});

test('RC7 the name above a later page is whole on a line of its own where it does not fit beside, else cut off with a sign', async () => {
  const wide = TITLE.toUpperCase();
  const lines = await headOf(poster('a4', '', wide));
  expect(lines.map(({ text }) => text)).toEqual(['You said, we did, or why not', wide]);
  for (const { end } of lines) expect(end).toBeLessThan((210 - 13) * (72 / 25.4));
  const [, long] = await headOf(poster('a4', '', `${wide} AND OF EVERYONE WHO WORKS WITH THEM THERE`));
  expect(long?.text).toMatch(/^WHAT FAMILIES EXPECT OF SOCIAL WORKERS IN LEEDS AND OF EVERY.*…$/);
  expect(long?.end).toBeLessThan((210 - 13) * (72 / 25.4));
  expect(await headOf(poster('a4', '', 'What we expect'))).toHaveLength(1);
});

/** The lines above the second page, the upper first: what each says, and where it ends. */
async function headOf(bytes: Uint8Array): Promise<{ text: string; end: number }[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const page = await (await task.promise).getPage(2);
  const top = Number(page.view[3]) - 17 * (72 / 25.4);
  const lines = new Map<number, { text: string; end: number }>();
  for (const one of (await page.getTextContent()).items)
    if ('str' in one && one.str.trim() !== '' && Number(one.transform[5]) > top) {
      const y = Math.round(Number(one.transform[5]));
      const end = Number(one.transform[4]) + one.width;
      lines.set(y, { text: `${lines.get(y)?.text ?? ''}${one.str}`, end });
    }
  await task.destroy();
  return [...lines].toSorted(([a], [b]) => b - a).map(([, line]) => line);
}
