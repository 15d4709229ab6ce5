/** The page for participants as one file: letters that a phone may have no font for come along where they occur. */
import { expect, test } from '@jest/globals';
import { toldHtml } from '../../../server/told/renderPage.ts';
import type { ToldItem } from '../../../core/recommendations/told.ts';

const page = (title: string): string =>
  toldHtml({
    page: { title, sample: false, date: '2026-11-29', floor: 5, change: [], keep: [] },
    quotes: [],
  });
const scripts = (html: string): number => html.match(/font-family: 'Standpoint Scripts'/gu)?.length ?? 0;

test('RC7 Urdu, Bengali, Gurmukhi and Thai bring their font into the page, and a page without them stays small', () => {
  const latin = page('What families expect');
  expect(scripts(latin)).toBe(0);
  const urdu = page('بچوں سے پوچھیں');
  expect(scripts(urdu)).toBe(2);
  expect(urdu).toContain('unicode-range: U+0600-06FF');
  expect(urdu).toContain('<p class="about" dir="rtl">');
  for (const text of ['আমরা', 'ਅਸੀਂ', 'เรา']) expect(scripts(page(text))).toBe(1);
  expect(latin.length).toBeLessThan(urdu.length / 2);
  // Nothing is fetched for it.
  expect(urdu).not.toMatch(/url\((?!data:)/u);
});

const item = (id: string, of: Partial<ToldItem>): ToldItem => ({
  id,
  text: `Thing ${id}`,
  points: [],
  lone: false,
  raised: null,
  statements: [],
  themes: [],
  to: 'The council',
  askedOn: '2026-01-12',
  answer: '',
  answerWords: '',
  why: '',
  answeredOn: '',
  done: '',
  doneOn: '',
  promised: null,
  word: null,
  ...of,
});

test('RC10 RC3 what came of both lists stands above all else, and a “no” leads to its reason', () => {
  const told = (change: ToldItem[], keep: ToldItem[]) =>
    toldHtml({
      page: {
        title: 'What families expect',
        sample: false,
        date: '2026-11-29',
        floor: 5,
        change,
        keep,
        before: { open: 'The times of visits', heard: null },
      },
      quotes: [],
    });
  const nobody = 'Nobody has been asked for anything yet.';
  expect(told([item('a', { askedOn: '' })], [])).toContain(nobody);
  const html = told(
    [item('a', { answer: 'no', why: 'There is no money' }), item('b', { answer: 'part', why: 'Half of it' })],
    [item('c', { answer: 'accepted' })],
  );
  expect(html).not.toContain(nobody);
  const list = html.match(/<ul>.*?<\/ul>/su)?.[0] ?? '';
  expect(list.match(/<li>.*/gu)).toEqual([
    '<li><strong>No</strong> <span>Thing a</span> <a href="#change-1">Why not</a></li>',
    '<li><strong>In part</strong> <span>Thing b</span> <a href="#change-2">Why not all of it</a></li>',
    '<li><strong>Yes</strong> <span>Thing c</span></li>',
  ]);
  const place = html.slice(html.indexOf('id="change-1"'), html.indexOf('id="change-2"'));
  expect(place).toContain('<dt>Why not</dt><dd><p>There is no money</p></dd>');
});

test('P7 marks that are stacked in the consultation’s title stand no higher on the page than those in any other text', () => {
  const stacked = `Z${'\u0301\u0302\u0303\u0304'.repeat(12)} and more`;
  const html = page(stacked);
  const capped = 'Z\u0301\u0302\u0303 and more';
  expect(html).toContain(`<title>You said, we did, or why not: ${capped}</title>`);
  expect(html).toContain(`<p class="about">${capped}</p>`);
  expect(html.match(/\p{M}{4,}/gu)).toBeNull();
});
