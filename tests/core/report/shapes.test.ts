import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildReport } from '../../../core/report/build.ts';
import type { PublishedStatement } from '../../../core/report/input.ts';
import { mainSentence, statementSentence } from '../../../core/report/sentences.ts';
import { madeTexts } from '../../../core/report/texts.ts';
import { speechOf } from '../../../core/report/words.ts';
import { DEFAULT_SCALE } from '../../../core/scale.ts';
import { comparePaired } from '../../../core/statistics/compare.ts';
import { figureWith, figuresOf, linesOf, roundWith, sampleInput, statementWith } from './made.ts';

const speech = speechOf('en');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const sentences = (s: PublishedStatement): string[] => plain(statementSentence(speech, s, 10)).split('\n');
const sentence = (s: PublishedStatement): string => sentences(s).join(' ');

describe('sentences', () => {
  test.each([
    [
      [1, 1, 0, 5, 4],
      '9 of 11 people agreed or strongly agreed with “The worker keeps promise 1”. 2 people disagreed or strongly disagreed.',
    ],
    [[0, 0, 0, 5, 4], 'All 9 people agreed or strongly agreed with “The worker keeps promise 1”.'],
    [[2, 0, 0, 0, 0], 'Both people disagreed or strongly disagreed with “The worker keeps promise 1”.'],
    [[0, 0, 0, 1, 0], 'The one person agreed or strongly agreed with “The worker keeps promise 1”.'],
    [
      [3, 2, 1, 4, 1],
      'As many people agreed as disagreed with “The worker keeps promise 1”: 5 of 11 on each side. 1 person neither agreed nor disagreed.',
    ],
    [
      [1, 0, 7, 2, 0],
      '7 of 10 people neither agreed nor disagreed with “The worker keeps promise 1”. 2 people agreed or strongly agreed. 1 person disagreed or strongly disagreed.',
    ],
    [[0, 0, 0, 0, 0], 'Nobody gave an answer to “The worker keeps promise 1”.'],
  ])('F15 %j', (counts, expected) => {
    expect(sentence(statementWith(1, [roundWith(figureWith(counts))]))).toBe(expected);
  });

  test('F3 where all declined it says so and counts nobody as neutral', async () => {
    const whole = figureWith([0, 0, 0, 0, 0], { declined: { n: 2, x: 0 }, notAnswered: 1 });
    const asked = statementWith(1, [roundWith(whole)]);
    expect(sentence(asked)).toBe('Nobody gave an answer to “The worker keeps promise 1”.');
    const [figure] = figuresOf(buildReport(await sampleInput({ statements: [asked], quotes: [] })));
    expect(figure?.caption).toBe(
      'Answers to statement 1, “The worker keeps promise 1.”: 0 people answered. Apart from these, 2 people chose “Rather not say”. 1 person who was there placed nothing. Sessions from 3 March 2026 to 31 March 2026.',
    );
  });

  test('F15 an own scale is told in its own words, a short one in short ones', () => {
    const own = { kind: 'own', labels: ['Never', 'Rarely', 'Often', 'Always'], declines: [] } as const;
    const scale = { ...own, labels: [...own.labels], declines: [] };
    expect(sentence(statementWith(1, [roundWith(figureWith([1, 0, 3, 4]))], { scale }))).toBe(
      '7 of 8 people answered “Often” or “Always” to “The worker keeps promise 1”. 1 person answered “Never” or “Rarely”.',
    );
    const short = { kind: 'agreement-3', declines: [] } as const;
    expect(
      sentence(statementWith(1, [roundWith(figureWith([1, 0, 3]))], { scale: { ...short, declines: [] } })),
    ).toBe('3 of 4 people agreed with “The worker keeps promise 1”. 1 person disagreed.');
  });

  test('F15 the first line is of everyone, the rest and each group have lines of their own', () => {
    const parts = { Parents: figureWith([0, 0, 1, 3, 0]), Staff: figureWith([2, 1, 0, 0, 0]) };
    const first = roundWith(figureWith([2, 1, 1, 3, 0]), parts);
    expect(sentences(statementWith(1, [first], { text: 'This.' }))).toEqual([
      'As many people agreed as disagreed with “This”: 3 of 7 on each side.',
      '1 person neither agreed nor disagreed.',
      'Parents: 3 of 4 people agreed or strongly agreed.',
      'Staff: all 3 people disagreed or strongly disagreed.',
    ]);
    const second = roundWith(figureWith([0, 0, 0, 4, 0]), { Parents: figureWith([0, 0, 0, 4, 0]) }, 2);
    expect(sentences(statementWith(1, [first, second], { text: 'This.' }))).toEqual([
      'First round: As many people agreed as disagreed with “This”: 3 of 7 on each side. Second round: All 4 people agreed or strongly agreed with “This”.',
      'First round: 1 person neither agreed nor disagreed.',
      'Parents: in the first round 3 of 4 people agreed or strongly agreed. In the second round all 4 people agreed or strongly agreed.',
      'Staff: in the first round all 3 people disagreed or strongly disagreed.',
    ]);
  });

  test('F15 answers with long words of their own are headed by the marks of the chart, which the caption tells', async () => {
    const labels = ['Hardly ever or never at all', 'Now and then', 'Always'];
    const asked = statementWith(1, [roundWith(figureWith([1, 2, 3]))], {
      scale: { kind: 'own', labels, declines: [] },
    });
    const [figure] = figuresOf(buildReport(await sampleInput({ statements: [asked], quotes: [] })));
    expect(figure?.table.head.slice(0, 4)).toEqual(['Who', '−', '○', '+']);
    expect(figure?.table.caption).toContain(
      'The marks are those of the chart: − “Hardly ever or never at all”, ○ “Now and then” and + “Always”.',
    );
    const short = statementWith(1, [roundWith(figureWith([1, 2]))], {
      scale: { kind: 'own', labels: ['No', 'Yes'], declines: [] },
    });
    const [plainHeads] = figuresOf(buildReport(await sampleInput({ statements: [short], quotes: [] })));
    expect(plainHeads?.table.head.slice(0, 3)).toEqual(['Who', 'No', 'Yes']);
  });

  test('F15 a question mark stays within the quotation marks, and a statement with slots stays as it is', () => {
    const text = 'Does {n} of {of} help?';
    expect(plain(mainSentence(speech, figureWith([0, 0, 0, 3, 4]), DEFAULT_SCALE, text))).toBe(
      'All 7 people agreed or strongly agreed with “Does {n} of {of} help?”.',
    );
  });

  test('F2 whatever the counts, every number of people is in the figure and nothing is said in percent', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 }), (counts) => {
        const whole = figureWith(counts);
        const text = sentence(statementWith(1, [roundWith(whole)], { text: 'This.' }));
        expect(text).not.toMatch(/%|\d\.\d|significant/u);
        expect(text).toMatch(/agreed|Nobody/u);
        if (whole.n < 20) expect(text).not.toContain('(');
        if (whole.n > 2) expect(text).toContain(String(whole.n));
      }),
    );
  });
});

describe('wordings', () => {
  test('F15 each stands with whom it was for, and with its language where there are several', async () => {
    const input = await sampleInput({ quotes: [] });
    const [young] = input.consultation.groups;
    const wordings = [
      { group: null, lang: 'en', text: 'They listen.' },
      { group: young?.id ?? '', lang: 'cy', text: 'Maen nhw’n gwrando.' },
    ];
    const asked = statementWith(1, [roundWith(figureWith([0, 0, 1, 2, 3]))], { wordings });
    const blocks = buildReport({ ...input, statements: [asked] }).sections.find(
      (s) => s.id === 'statement-1',
    )?.blocks;
    expect(blocks?.filter((b) => b.kind === 'statement')).toEqual([
      { kind: 'statement', number: '1', for: 'Everyone, English', text: 'They listen.', lang: 'en' },
      {
        kind: 'statement',
        number: '1',
        for: 'Young offenders, Welsh',
        text: 'Maen nhw’n gwrando.',
        lang: 'cy',
      },
    ]);
  });

  test('F4 answers on two scales are two figures, and what was written about the statement stands once', async () => {
    const input = await sampleInput({ quotes: [] });
    const five = statementWith(1, [roundWith(figureWith([0, 0, 1, 2, 3]))]);
    const three = statementWith(1, [roundWith(figureWith([1, 2, 4]))], {
      scale: { kind: 'agreement-3', declines: [] },
    });
    const document = { ...input.document, statements: { s1: { text: 'Ours.' } } };
    const model = buildReport({ ...input, document, statements: [five, three] });
    expect(linesOf(model, 'statement-1')).toContain('Ours.');
    expect(linesOf(model, 'statement-1-2')).not.toContain('Ours.');
    expect(figuresOf(model).map((f) => [f.number, f.picture.scale.kind])).toEqual([
      ['1', 'agreement-5'],
      ['2', 'agreement-3'],
      ['A1', 'agreement-5'],
      ['A2', 'agreement-3'],
    ]);
  });
});

describe('two rounds', () => {
  const two = (after: number[]) =>
    statementWith(1, [roundWith(figureWith([2, 3, 1, 4, 1])), roundWith(figureWith(after), {}, 2)]);

  test('F15 unlinked rounds tell the change of the totals and say that it is no more', async () => {
    const model = buildReport(await sampleInput({ statements: [two([1, 2, 0, 6, 2])], quotes: [] }));
    expect(linesOf(model, 'statement-1').slice(2)).toEqual([
      'In the first round 5 of 11 people agreed or strongly agreed; in the second, 8 of 11 people did. That is 3 people more than in the first round.',
      'Answers are not linked, so this is the change in the totals. It does not show who changed, or how many did.',
    ]);
    expect(figuresOf(model)[0]?.picture.rows.map((r) => r.label)).toEqual([
      'Everyone, first round',
      'Everyone, second round',
    ]);
  });

  test('F15 where another number of people answered, more and fewer are not compared', async () => {
    const model = buildReport(await sampleInput({ statements: [two([1, 2, 0, 6, 0])], quotes: [] }));
    expect(linesOf(model, 'statement-1')[2]).toBe(
      'In the first round 5 of 11 people agreed or strongly agreed; in the second, 6 of 9 people did.',
    );
  });

  test('F10 linked rounds tell who moved only where enough people answered twice', async () => {
    const pairs = (n: number) =>
      comparePaired(Array.from({ length: n }, (_, i) => (i < 4 ? [2, 4] : i < 5 ? [4, 2] : [3, 3])));
    const lines = async (n: number): Promise<string[]> =>
      linesOf(
        buildReport(
          await sampleInput({
            statements: [two([1, 2, 0, 6, 2])],
            quotes: [],
            moved: [{ statement: 's1', result: pairs(n) }],
          }),
        ),
        'statement-1',
      );
    expect(await lines(11)).toContain(
      'Of 11 people who answered in both rounds in linked sessions, 4 moved towards agreeing, 1 moved towards disagreeing and 6 gave the same answer.',
    );
    expect(await lines(9)).toContain(
      'Too few people answered in both rounds in linked sessions to tell who moved.',
    );
  });
});

describe('what groups share', () => {
  const young = figureWith([1, 2, 2, 4, 3]);
  const against = figureWith([5, 4, 1, 1, 1]);
  const texts = async (statements: PublishedStatement[]) =>
    madeTexts(await sampleInput({ statements })).texts;

  test('F15 common ground is every group on one side, a split is groups on different sides', async () => {
    const { shared, differ } = await texts([
      statementWith(1, [roundWith(figureWith([2, 4, 4, 8, 6]), { Young: young, Adults: young })]),
      statementWith(2, [roundWith(figureWith([6, 6, 3, 5, 4]), { Young: young, Adults: against })]),
    ]);
    expect(shared).toContain('“The worker keeps promise 1”');
    expect(shared).not.toContain('promise 2');
    expect(differ).toContain(
      '- “The worker keeps promise 2”: more than half agreed among Young and more than half disagreed among Adults.',
    );
  });

  test('F15 two camps are named without groups, and a single group is not compared', async () => {
    const { shared, differ } = await texts([
      statementWith(1, [roundWith(figureWith([5, 0, 0, 0, 5]), { Young: young })]),
    ]);
    expect(shared).toBe(
      'No two groups with 5 answers or more are compared here, so nothing is said of what groups share.',
    );
    expect(plain(differ)).toBe(
      'No two groups with 5 answers or more are compared here, so nothing is said of where groups differ.\n\nOn these statements people saw things differently, in two camps, with at least a quarter on either side and their answers well apart:\n- “The worker keeps promise 1”: 5 on the agreeing side and 5 on the disagreeing side, of 10.',
    );
  });
});
