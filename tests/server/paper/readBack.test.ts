/** The pages that are read back: whole, as large as fits, tagged, and never three. */
import { expect, test } from '@jest/globals';
import { setDraft, setReadBack } from '../../../server/paper/readBack.ts';
import { tooMuchIn, type TooMuch } from '../../../server/paper/readBackFit.ts';
import type { ReadBackSource } from '../../../server/paper/readBackParts.ts';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pagesOf } from '../../support/paper.ts';

const source = (change: Partial<ReadBackSource> = {}): ReadBackSource => ({
  title: 'What we expect from our social workers',
  sample: false,
  session: 'Family centre, Tuesday',
  themes: ['Being believed', 'Somebody who stays', 'Meetings that say what they are for', '#panic("no") *x*'],
  quotes: ['He was the first one who asked me what I wanted.', 'They change every three months.'],
  caseStudies: [
    { title: 'Four months', text: 'Nobody had said that.\n\nIt took four months until somebody did.' },
  ],
  changed: 'none',
  today: '2026-11-28',
  ...change,
});

const THEMES = Array.from({ length: 10 }, (_, i) => `Theme ${i + 1}, in so many words`);
const QUOTES = Array.from({ length: 10 }, (_, i) => `Words ${i + 1} that somebody said, and said again.`);
const LONG = 'Before the meeting I was told it would be about school, and nobody had said anything else. ';
/** 1,400 letters. */
const STORY = LONG.repeat(16).slice(0, 1400);
const stories = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ title: `Story ${i + 1}`, text: STORY }));
const picked = (themes: number, quotes: number, studies = 0): ReadBackSource =>
  source({
    themes: THEMES.slice(0, themes),
    quotes: QUOTES.slice(0, quotes),
    caseStudies: stories(studies),
  });

interface Tag {
  role?: string;
  children?: Tag[];
}
/** Roles of what stands on the pages, as a screen reader is told of them. */
async function tagsOf(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const file = await task.promise;
  const roles = new Set<string>();
  const walk = ({ role, children = [] }: Tag): void => {
    if (role !== undefined) roles.add(role);
    for (const child of children) walk(child);
  };
  for (let n = 1; n <= file.numPages; n += 1) walk((await (await file.getPage(n)).getStructTree()) as Tag);
  await task.destroy();
  return [...roles];
}

/** Each page's words, and the least and the largest type of the letters on them. */
async function read(of: ReadBackSource) {
  const pages = await pagesOf(setReadBack(of));
  const sizes = pages.flatMap(({ items }) => items.map(({ size }) => size));
  return {
    pages: pages.map(({ text }) => text.replace(/\s+/g, ' ')),
    least: Math.min(...sizes),
    largest: Math.max(...sizes),
  };
}

function refused(of: ReadBackSource): TooMuch | null {
  try {
    setReadBack(of);
  } catch (fault) {
    expect(String(fault)).not.toContain('school');
    return tooMuchIn(fault);
  }
  return null;
}

test('RB1 PR6 two pages hold what was picked and nothing more, with boxes and lines, tagged, texts as they were typed', async () => {
  const bytes = setReadBack(source());
  const pages = await pagesOf(bytes);
  expect(pages).toHaveLength(2);
  const text = pages
    .map((page) => page.text)
    .join(' ')
    .replace(/\s+/g, ' ');
  for (const theme of source().themes) expect(text.split(theme)).toHaveLength(2);
  // At four themes and a case study. A quote is one person's, and nobody confirms it.
  expect(text.match(/That is what we said/g)).toHaveLength(5);
  expect(text.match(/Not quite/g)).toHaveLength(5);
  expect(text).toContain('What single people said Each of these is one person’s words');
  expect(text.match(/Something is missing/g)).toHaveLength(5);
  expect(text.match(/We would say it like this:/g)).toHaveLength(5);
  expect(text).toContain('“They change every three months.”');
  expect(text).toContain('It took four months until somebody did.');
  expect(await tagsOf(bytes)).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'P']));
});

test.each([
  [10, 0, 0],
  [10, 3, 0],
  [8, 6, 0],
  [5, 10, 0],
  [5, 1, 0],
  [0, 0, 2],
  [3, 2, 2],
])('RB1 %i themes, %i quotes and %i case studies of 1,400 letters are on two pages', async (...of) => {
  const { pages, least } = await read(picked(...of));
  expect(pages).toHaveLength(2);
  expect(least).toBeGreaterThanOrEqual(13);
  const text = pages.join(' ');
  for (const theme of THEMES.slice(0, of[0])) expect(text).toContain(theme);
  for (const quote of QUOTES.slice(0, of[1])) expect(text).toContain(quote);
  expect(text.match(/Story \d/g) ?? []).toHaveLength(of[2]);
  // Neither page is lines and little else.
  for (const page of pages) expect(page.length).toBeGreaterThan(150);
});

test('RB1 type is as large as it fits: fewer words are larger', async () => {
  const [few, some, many] = [await read(picked(1, 1)), await read(picked(7, 3)), await read(picked(10, 3))];
  expect(some.largest).toBeGreaterThan(many.largest);
  expect(few.largest).toBeGreaterThan(some.largest);
  expect(few.least).toBe(20);
});

test('RB1 what does not fit at 13 points is refused, and told by how much and without what it fits', () => {
  const long = refused(source({ caseStudies: [{ title: 'Long', text: LONG.repeat(80) }] }));
  expect(long?.without).toEqual([{ kind: 'caseStudies', n: 1 }]);
  expect(long?.over).toBeGreaterThan(0.5);
  const much = refused(picked(10, 10, 2));
  expect(much?.over).toBeGreaterThan(0.75);
  // All quotes less would not do.
  expect(much?.without.map(({ kind }) => kind)).toEqual(['caseStudies', 'themes']);
  const four = refused(picked(0, 0, 4));
  expect(four?.without).toEqual([{ kind: 'caseStudies', n: 1 }]);
  // As told, it fits, and with one less left out it does not.
  const { n } = much?.without.at(-1) ?? { n: 0 };
  expect(refused(picked(10 - n, 10, 2))).toBeNull();
  expect(refused(picked(11 - n, 10, 2))).not.toBeNull();
});

test('RB1 themes alone are on both pages, and one thing alone is on one', async () => {
  const { pages } = await read(source({ quotes: [], caseStudies: [] }));
  expect(pages.map((text) => text.match(/Not quite/g)?.length)).toEqual([2, 2]);
  const one = source({ themes: ['One'], quotes: [], caseStudies: [] });
  expect((await read(one)).pages).toHaveLength(1);
  const quotes = await read(picked(0, 10));
  expect(quotes.pages).toHaveLength(1);
  for (const quote of QUOTES) expect(quotes.pages[0]).toContain(quote);
  expect(quotes.pages[0]).not.toMatch(/Not quite|cross in a box/);
  const marked = await read(source({ sample: true }));
  expect(marked.pages).toHaveLength(2);
  for (const text of marked.pages) expect(text).toContain('SAMPLE');
});

test('CS12 names are said to be changed where they are, and else nothing is said of them', async () => {
  const noteFor = async (changed: ReadBackSource['changed']) => {
    const { pages } = await read(source({ changed }));
    return /(?:Names|Some names) are changed\./.exec(pages.join(' ').replace(/\s+/g, ' '))?.[0];
  };
  expect(await noteFor('all')).toBe('Names are changed.');
  expect(await noteFor('some')).toBe('Some names are changed.');
  expect(await noteFor('none')).toBeUndefined();
});

test('CS11 a draft is one page for one person, marked on it, as large as it fits; a long one is whole on more', async () => {
  const base = { title: 'What we expect', sample: false, session: '', today: '2026-11-28' };
  const draft = { title: 'Four months', text: STORY, changed: 'all' as const };
  const pages = await pagesOf(setDraft({ ...base, draft }));
  expect(pages).toHaveLength(1);
  const text = pages[0]?.text.replace(/\s+/g, ' ') ?? '';
  expect(text).toContain('CONFIDENTIAL – DRAFT, TO BE READ TO THE PERSON');
  for (const words of [
    'Four months',
    STORY.slice(0, 80),
    'Names are changed.',
    'Yes, it may be printed like this',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/We would say|What we heard/);
  const unchanged = await pagesOf(setDraft({ ...base, draft: { ...draft, changed: 'none' } }));
  expect(unchanged[0]?.text).not.toMatch(/names\s+are\s+changed/iu);
  const long = await pagesOf(setDraft({ ...base, sample: true, draft: { ...draft, text: LONG.repeat(80) } }));
  expect(long.length).toBeGreaterThan(1);
  for (const page of long) expect(page.text).toMatch(/CONFIDENTIAL – DRAFT.*SAMPLE/su);
  const words = long
    .map((page) => page.text)
    .join(' ')
    .replace(/\s+/g, ' ');
  expect(words.match(/Before the meeting/g)).toHaveLength(80);
});
