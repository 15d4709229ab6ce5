/** What stands in a printed pack, part by part. */
import { describe, expect, test } from '@jest/globals';
import {
  group,
  packOf,
  packSource,
  pagesOf,
  paperSession as session,
  printed,
  statement,
} from '../../support/paper.ts';

const pair = statement('s1', 'My social worker listens');
pair.wordings.push({ group: 'b', lang: 'en', text: 'I listen to families' });
const GROUPS = [group('a', 'Families'), group('b', 'Workers'), group('c', 'Carers')];

describe('sheets for the wall', () => {
  test('PR1 each statement is one page, with its number, and as large as it fits', async () => {
    const pages = await printed({ order: { parts: ['statements'] } });
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [210, 297],
      [297, 210],
      [297, 210],
    ]);
    expect(pages.slice(1).map(({ text }) => text)).toEqual([
      '1 They call me back',
      '2 They come when they said',
    ]);
    // Legible from the back of a room: letters of 30 mm and more.
    for (const { items } of pages.slice(1))
      expect(Math.max(...items.map(({ size }) => size))).toBeGreaterThan(85);
  });

  test('PR1 words are whole on their line, however long: no hyphen is put in', async () => {
    const text = 'Interdisciplinary safeguarding recommendations misunderstand institutionalisation';
    const pages = await printed({
      consultation: { statements: [statement('s', text)] },
      order: { parts: ['statements'] },
    });
    const words = pages.at(-1)?.items.flatMap((item) => item.text.split(' ')) ?? [];
    for (const word of text.split(' ')) expect(words).toContain(word);
  });

  test('PR1 groups with words of their own have sheets of their own, that say for whom', async () => {
    const consultation = { groups: GROUPS, statements: [pair, statement('s2', 'They come')] };
    const pages = await printed({ consultation, order: { parts: ['statements'] } });
    expect(pages.slice(1).map(({ text }) => text)).toEqual([
      '1 My social worker listens For: Families and Carers',
      '1 I listen to families For: Workers',
      '2 They come',
    ]);
  });

  test('PR1 headings have the word and the mark, and the ways to decline; A3 is a file of its own', async () => {
    const parts = ['statements', 'headings', 'help'] as const;
    const files = await packOf(packSource({ order: { paper: 'a3', parts: [...parts] } }));
    const wall = await pagesOf(files.wall ?? new Uint8Array());
    expect(new Set(wall.map(({ width, height }) => `${width} ${height}`))).toEqual(new Set(['420 297']));
    expect(wall.slice(2).map(({ text }) => text)).toEqual([
      '−− Strongly disagree',
      '− Disagree',
      '○ Neither',
      '+ Agree',
      '++ Strongly agree',
      'Rather not say',
      'Does not apply to me',
    ]);
    const [list] = await pagesOf(files.pack ?? new Uint8Array());
    expect(list?.text).toMatch(/Statement sheets a file of its own .*Help and complaints 2 /);
  });

  test('PR1 an own scale has its own labels, and each scale says which statements it is for', async () => {
    const own = {
      kind: 'own' as const,
      labels: ['Never', 'Now and then', 'Always'],
      declines: ['n' as const],
    };
    const statements = [statement('s1', 'One'), { ...statement('s2', 'Two'), scale: own }];
    const pages = await printed({ consultation: { statements }, order: { parts: ['headings'] } });
    expect(pages.slice(8).map(({ text }) => text)).toEqual(
      ['− Never', '○ Now and then', '+ Always', 'Rather not say'].map((word) => `For statements 2 ${word}`),
    );
  });
});

describe('slips and cards', () => {
  test('PR3 each slip has its number once, inside, and says that it is not kept', async () => {
    const pages = await printed({ order: { parts: ['slips'], people: [{ group: null, n: 60 }] } });
    const slips = pages.slice(1);
    expect(slips).toHaveLength(60);
    for (const [i, { width, text, items }] of slips.entries()) {
      expect(width).toBe(297);
      expect(text.match(/Slip \d+/g)).toEqual([`Slip ${i + 1}`]);
      expect(text).toContain('This number is not kept with your answers.');
      expect(text).toContain('Answer in one way only.');
      expect(text).toContain('1. They call me back');
      expect(text).toContain('2. They come when they said');
      // Nothing is printed where it folds, so that either half can be held up.
      const over = items.filter(({ text: t, left, right }) => t !== 'fold here' && left < 146 && right > 151);
      expect(over).toEqual([]);
    }
  });

  test('PR3 a slip of several sheets says which it is; two rounds have slips each', async () => {
    const statements = Array.from({ length: 9 }, (_, i) => statement(`s${i}`, `Statement of ${i + 1}`));
    const pages = await printed({
      consultation: { statements, rounds: 2 },
      order: { parts: ['slips'], people: [{ group: null, n: 2 }] },
    });
    expect(pages.slice(1).map(({ text }) => /^Slip \d, round \d sheet \d of \d/.exec(text)?.[0])).toEqual(
      [1, 2].flatMap((round) =>
        [1, 2].flatMap((n) => [1, 2].map((sheet) => `Slip ${n}, round ${round} sheet ${sheet} of 2`)),
      ),
    );
  });

  test('PR3 apart for each group, slips and cards have its words and its name; else groups are ticked', async () => {
    const consultation = { groups: GROUPS, statements: [pair] };
    const people = [
      { group: 'a', n: 1 },
      { group: 'b', n: 2 },
      { group: 'c', n: 0 },
    ];
    const apart = await printed({ consultation, order: { parts: ['slips'], people } });
    expect(
      apart.slice(1).map(({ text }) => [text.includes('For: Families'), text.includes('For: Workers')]),
    ).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ]);
    expect(apart[2]?.text).toContain('1. I listen to families');
    expect(apart[2]?.text).not.toContain('My group');
    const [, both] = await printed({ consultation, order: { parts: ['slips'] } });
    expect(both?.text).toContain('My group (tick one) Families Workers Carers');
    // Whoever gets it finds their own words.
    expect(both?.text).toContain(
      '1. For: Families and Carers My social worker listens For: Workers I listen to families',
    );
    const only = session({ groups: ['b'] });
    const [, one] = await printed({ consultation, session: only, order: { parts: ['slips'] } });
    expect(one?.text).toContain('1. I listen to families');
    expect(one?.text).not.toContain('My group');
    const [, cards] = await printed({ consultation, order: { parts: ['cards'], people } });
    expect(cards?.text.match(/Statement 1/g)).toHaveLength(3);
    expect(cards?.text.match(/Workers/g)).toHaveLength(2);
  });

  test('PR3 cards are eight to a page, each statement’s together, as many as there are people', async () => {
    const pages = await printed({ order: { parts: ['cards'], people: [{ group: null, n: 11 }] } });
    const cards = pages.slice(1).map(({ text }) => text.match(/Statement \d/g) ?? []);
    expect(cards.map((page) => [page.length, ...new Set(page)])).toEqual([
      [8, 'Statement 1'],
      [3, 'Statement 1'],
      [8, 'Statement 2'],
      [3, 'Statement 2'],
    ]);
  });

  test('PR4 codes stand in a file of their own without a number, and nowhere else', async () => {
    const codes = ['BCDF2345GHJK', 'MNPQ6789RSTV'];
    const files = await packOf(
      packSource({
        codes,
        session: session({ withdrawUntil: '2026-12-06' }),
        order: { parts: ['slips', 'codes'], people: [{ group: null, n: 2 }] },
      }),
    );
    const [page, more] = await pagesOf(files.codes ?? new Uint8Array());
    expect(more).toBeUndefined();
    expect(page?.text).toContain('BCDF 2345 GHJK');
    expect(page?.text).toContain('MNPQ 6789 RSTV');
    expect(page?.text.match(/until 6 December 2026/g)).toHaveLength(2);
    expect(page?.text).not.toMatch(/Slip \d|Card \d/);
    const pack = await pagesOf(files.pack ?? new Uint8Array());
    for (const { text } of pack) expect(text).not.toMatch(/BCDF|MNPQ/);
  });
});
