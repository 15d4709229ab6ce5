/** The two pages that are read back: whole, large, tagged, and never three. */
import { expect, test } from '@jest/globals';
import { isTooLong, setReadBack, type ReadBackSource } from '../../../server/paper/readBack.ts';
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
  today: '2026-11-28',
  ...change,
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

const LONG = 'Before the meeting I was told it would be about school, and nobody had said anything else. ';

test('RB1 PR6 two pages hold what was picked and nothing more, with boxes and lines, tagged, texts as they were typed', async () => {
  const bytes = setReadBack(source());
  const pages = await pagesOf(bytes);
  expect(pages).toHaveLength(2);
  const [first = '', second = ''] = pages.map(({ text }) => text.replace(/\s+/g, ' '));
  for (const theme of source().themes) expect(first).toContain(theme);
  expect(first.match(/That is what we said/g)).toHaveLength(4);
  expect(first.match(/Something is missing/g)).toHaveLength(4);
  expect(first.match(/We would say it like this:/g)).toHaveLength(4);
  expect(second).toContain('“They change every three months.”');
  expect(second).toContain('Four months');
  expect(second).not.toContain('Being believed');
  expect(await tagsOf(bytes)).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'L', 'P']));
});

test('RB1 type is as large as it fits: fewer words are larger, and what does not fit at 13 points is refused', async () => {
  const largest = async (of: ReadBackSource): Promise<number> =>
    Math.max(...(await pagesOf(setReadBack(of))).flatMap(({ items }) => items.map(({ size }) => size)));
  const few = await largest(source({ themes: ['One'], caseStudies: [] }));
  const many = source({ caseStudies: [{ title: 'Long', text: LONG.repeat(18) }] });
  expect(await largest(many)).toBeLessThan(few);
  expect(await pagesOf(setReadBack(many))).toHaveLength(2);
  let fault: unknown = null;
  try {
    setReadBack(source({ caseStudies: [{ title: 'Long', text: LONG.repeat(80) }] }));
  } catch (error) {
    fault = error;
  }
  expect(isTooLong(fault)).toBe(true);
  expect(String(fault)).not.toContain('school');
});

test('RB1 themes alone are on both pages, and one thing alone still makes two', async () => {
  const themes = await pagesOf(setReadBack(source({ quotes: [], caseStudies: [] })));
  expect(themes.map(({ text }) => text.match(/Not quite/g)?.length)).toEqual([2, 2]);
  expect(await pagesOf(setReadBack(source({ themes: ['One'], quotes: [], caseStudies: [] })))).toHaveLength(
    2,
  );
  const marked = await pagesOf(setReadBack(source({ sample: true })));
  for (const { text } of marked) expect(text).toContain('SAMPLE');
});
