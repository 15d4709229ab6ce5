/** How a printed pack fits its pages, whatever the texts are. */
import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../core/limits.ts';
import { WALL_PARTS } from '../../../core/paper.ts';
import { printable } from '../../../server/report/text.ts';
import { HOSTILE } from '../../support/hostileTexts.ts';
import { missingInPdf, pdfActions, plain } from '../../support/readReport.ts';
import {
  ALL_BUT_CODES,
  coloursOf,
  group,
  overlaps,
  packOf,
  packSource,
  paperSession,
  pagesOf,
  printed,
  statement,
  tooFarOut,
  type Wanted,
} from '../../support/paper.ts';
import { jpeg } from '../../support/teamPictures.ts';

const long = (letters: string): string =>
  letters
    .repeat(Math.ceil(LIMITS.statementText / letters.length))
    .slice(0, LIMITS.statementText)
    .trim();
const LABEL = 'A name of a group or answer that is as long as ever it may be, up to its last let';

/** Everything at its longest: ten groups, seven long labels, two rounds, statements of 400 letters. */
const LONGEST: Wanted = {
  consultation: {
    title: 'What we expect of all those who decide about us, our children and our homes '.repeat(2).trim(),
    groups: Array.from({ length: 10 }, (_, i) => group(`g${i}`, `${i} ${LABEL}`.slice(0, LIMITS.label))),
    statements: [
      statement('s1', long('Whoever decides about my family tells me first and in words that I know, ')),
      {
        ...statement('s2', long('W')),
        scale: {
          kind: 'own',
          labels: Array<string>(7).fill(LABEL.slice(0, LIMITS.label)),
          declines: ['n', 'x'],
        },
      },
      statement('s3', long('i')),
      statement('s4', long('国')),
    ],
    rounds: 2,
    sample: true,
    words: {
      dangerTo: long('Ann '),
      helpFrom: long('Ring '),
      complainTo: long('W'),
      withdrawUntil: long('how '),
      consent: long('yes '),
      rights: long('right '),
      talkTo: long('Jo '),
    },
  },
  codes: ['BCDF2345GHJK'],
  lead: 'Ann '.repeat(20),
  order: {
    parts: [...ALL_BUT_CODES, 'codes'],
    people: [
      { group: null, n: 2 },
      { group: 'g3', n: 1 },
    ],
  },
};

describe('the pages', () => {
  test.each(['usual', 'large'] as const)(
    'PR2 in %s print, everything at its longest stays 10 mm from the edge, over nothing else, in black and grey',
    async (print) => {
      const sizes = { a4: LONGEST.order?.parts ?? [], a3: [...WALL_PARTS] };
      for (const paper of ['a4', 'a3'] as const) {
        const order = { ...LONGEST.order, print, paper, parts: sizes[paper] };
        const files = await packOf(packSource({ ...LONGEST, order }));
        expect(Object.keys(files)).toEqual(paper === 'a3' ? ['wall'] : ['pack', 'codes']);
        for (const bytes of Object.values(files)) {
          const pages = await pagesOf(bytes);
          expect(pages.filter(({ items }) => items.length === 0)).toEqual([]);
          expect([paper, ...tooFarOut(pages)].slice(0, 8)).toEqual([paper]);
          expect([paper, ...overlaps(pages)].slice(0, 8)).toEqual([paper]);
          expect(await coloursOf(bytes)).toEqual([]);
        }
      }
    },
    60_000,
  );

  test('PR2 a usual pack of large print has larger type than the usual one, and neither is too small to read', async () => {
    const least = async (print: 'usual' | 'large'): Promise<number> => {
      const pages = await printed({ order: { print, parts: ['consent', 'help', 'script', 'slips'] } });
      const sizes = pages
        .slice(1)
        .flatMap(({ items }) => items)
        .filter(({ text }) => !/^\d+$|^fold here$/.test(text));
      return Math.min(...sizes.map(({ size }) => size));
    };
    expect(await least('usual')).toBeGreaterThanOrEqual(9);
    expect(await least('large')).toBeGreaterThanOrEqual(15);
  });

  test('PR2 a picture of a statement is on its sheet above the text; one that cannot be read is left out', async () => {
    const picture = (data: string, alt: string) => ({ type: 'image/jpeg' as const, data, alt });
    const statements = [
      {
        ...statement('s1', 'They call me back'),
        picture: picture(jpeg().toString('base64'), ''),
      },
      {
        ...statement('s2', 'They come'),
        picture: picture(Buffer.from('no picture').toString('base64'), 'x'),
      },
    ];
    const { pack = new Uint8Array() } = await packOf(
      packSource({ consultation: { statements }, order: { parts: ['statements'] } }),
    );
    expect(
      Buffer.from(pack)
        .toString('latin1')
        .match(/\/Subtype\s*\/Image/g),
    ).toHaveLength(1);
    const pages = await pagesOf(pack);
    expect(pages.slice(1).map(({ text }) => text)).toEqual(['1 They call me back', '2 They come']);
    expect(tooFarOut(pages)).toEqual([]);
  });

  test('PR8 the PDF is tagged, says its title and language, and knows no time but its date', async () => {
    const { pack = new Uint8Array() } = await packOf(packSource());
    const raw = Buffer.from(pack).toString('latin1');
    expect(raw).toContain('/MarkInfo');
    expect(raw).toContain('pdfuaid:part');
    expect(raw).toMatch(/\/Lang\s*\(en-GB\)/u);
    expect(raw.match(/D:\d{8,14}/gu)?.every((date) => /^D:20261122(000000)?$/u.test(date))).toBe(true);
  });
});

describe('texts', () => {
  test('PR6 hostile texts are letters in every part, and nothing was read from the machine', async () => {
    const all = HOSTILE.join(' ');
    const statements = HOSTILE.map((text, i) => ({ ...statement(`s${i}`, text), notes: text }));
    const words = {
      dangerTo: all,
      helpFrom: all,
      complainTo: all,
      withdrawUntil: all,
      consent: all,
      rights: all,
    };
    const wanted: Wanted = {
      consultation: {
        title: HOSTILE[11] ?? '',
        aim: all,
        askedBy: all,
        statements,
        words,
        groups: [group('g', HOSTILE[12] ?? ''), group('h', HOSTILE[13] ?? '')],
      },
      codes: ['BCDF2345GHJK'],
      order: { parts: [...ALL_BUT_CODES, 'codes'], people: [{ group: null, n: 1 }] },
    };
    const files = await packOf(packSource(wanted));
    const { pack = new Uint8Array(), codes = new Uint8Array() } = files;
    const pages = await pagesOf(pack);
    const text = pages.map((page) => page.text).join(' ');
    expect(
      missingInPdf(
        text,
        HOSTILE.map((one) => plain(printable(one))),
        3,
      ),
    ).toEqual([]);
    expect(text).not.toContain('root:x:0');
    expect(tooFarOut(pages)).toEqual([]);
    expect([...pdfActions(pack), ...pdfActions(codes)]).toEqual([]);
  }, 60_000);

  test('PR6 a wording in Arabic stands on the right, whole, and beside an English one for another group', async () => {
    const arabic = 'تستمع إلى العاملة الاجتماعية';
    const both = statement('s1', 'My social worker listens');
    both.wordings.push({ group: null, lang: 'ar', text: arabic });
    const pages = await printed({
      consultation: { statements: [both], languages: ['en', 'ar'] },
      order: { lang: 'ar', parts: ['statements', 'slips'] },
    });
    const letters = (of: string): string =>
      (of.normalize('NFKC').match(/\p{Script=Arabic}/gu) ?? []).toSorted().join('');
    for (const at of [1, 2]) expect(letters(pages[at]?.text ?? '')).toBe(letters(arabic));
    const right = Math.max(...(pages[1]?.items.map((item) => item.right) ?? []));
    expect(right).toBeGreaterThan(297 - 16);
    expect(tooFarOut(pages)).toEqual([]);
  });

  test('PR6 letters that no font has are replaced, and the first page says so', async () => {
    const statements = [statement('s1', 'Signs \u{12000} between words')];
    const [list, sheet] = await printed({ consultation: { statements }, order: { parts: ['statements'] } });
    expect(sheet?.text).toContain('between words');
    expect(list?.text).toContain('Some letters are in none of the fonts');
  });
});

test('AL5 both cards are on a sheet each can be cut from, for each person, with the days and the person that phones tell', async () => {
  const session = paperSession({ withdrawUntil: '2026-12-06' });
  const words = { dangerTo: '', helpFrom: '', complainTo: '', withdrawUntil: '', consent: '', rights: '' };
  const consultation = { words: { ...words, talkTo: 'Jo, by the door' } };
  const order = { parts: ['alone' as const], people: [{ group: null, n: 2 }] };
  const [, ...cards] = await printed({ session, consultation, order });
  expect(cards).toHaveLength(2);
  for (const { text, items } of cards) {
    for (const told of ['6 December 2026', '21 May 2027', 'How can Amal Reyes find you?', 'Jo, by the door'])
      expect(text).toContain(told);
    const middle = items.find((item) => item.text.startsWith('I want to be told alone'));
    expect(middle?.top).toBeGreaterThan(297 / 2);
    // What is above the cut is to talk, and nothing of it below.
    expect(items.find((item) => item.text.includes('Jo, by the door'))?.bottom).toBeLessThan(297 / 2);
  }
  const [, ...pages] = await printed({ order: { ...order, print: 'large' } });
  expect(pages).toHaveLength(4);
  expect(Math.min(...pages.flatMap(({ items }) => items.map(({ size }) => size)))).toBeGreaterThanOrEqual(15);
  expect(pages[0]?.text).toContain('Ask the person who leads until when');
});
