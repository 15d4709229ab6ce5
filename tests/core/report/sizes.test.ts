import { describe, expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import type { PublishedStatement } from '../../../core/report/input.ts';
import { figureWith, figuresOf, linesOf, roundWith, sampleInput, statementWith, textsOf } from './made.ts';

describe('sizes', () => {
  const many = (n: number, groups: number): PublishedStatement[] =>
    Array.from({ length: n }, (_, i) => {
      const parts = Object.fromEntries(
        Array.from({ length: groups }, (__, g) => [`Group ${g + 1}`, figureWith([1, 2, 3, 4, (i % 5) + 2])]),
      );
      return statementWith(i + 1, [roundWith(figureWith([20, 40, 60, 80, 90]), parts)]);
    });

  test('F15 twelve statements and twenty groups: a figure each, every group in its table', async () => {
    const figures = figuresOf(buildReport(await sampleInput({ statements: many(12, 20), quotes: [] })));
    expect(figures).toHaveLength(12 + 21);
    expect(figures[0]?.picture.rows).toHaveLength(1);
    expect(figures[0]?.table.rows).toHaveLength(21);
    expect(figures[0]?.sentence).toContain('The table has all 20 parts one by one.');
    expect(figures[12]?.picture.rows).toHaveLength(12);
  });

  test('F15 eighty statements: a chart of each', async () => {
    const model = buildReport(await sampleInput({ statements: many(80, 5), quotes: [] }));
    expect(figuresOf(model).filter((f) => !f.number.startsWith('A'))).toHaveLength(80);
  });

  test('F15 371 statements: each keeps its sentence and its numbers, charts where there is more to say', async () => {
    const input = await sampleInput({ statements: many(371, 2), quotes: [] });
    const document = { ...input.document, statements: { s7: { text: 'This one we talked about.' } } };
    const model = buildReport({ ...input, document });
    expect(figuresOf(model).map((f) => f.caption)).toEqual([expect.stringContaining('statement 7, ')]);
    expect(linesOf(model, 'statements')[0]).toContain('Of the 1 with quotes or with a text of the team');
    const sections = model.sections.filter((s) => s.id.startsWith('statement-'));
    expect(sections).toHaveLength(371);
    for (const { id, blocks, newPage } of sections.filter((s) => s.id !== 'statement-7')) {
      expect(linesOf(model, id)[1]).toMatch(
        /^170 of 290 people .*agreed.*\n60 people disagreed.*\nGroup 1: /su,
      );
      const [table] = blocks.filter((b) => b.kind === 'table');
      expect(table?.rows.map((row) => row[0])).toEqual(['Everyone', 'Group 1', 'Group 2']);
      expect(table?.caption).toContain('290 people answered.');
      expect(newPage).toBeUndefined();
    }
  });

  test('F15 an appendix of tables has a sentence over each', async () => {
    const model = buildReport(await sampleInput({ statements: many(371, 2), quotes: [] }));
    const blocks = model.sections.filter((s) => s.id.startsWith('appendix-')).flatMap((s) => s.blocks);
    expect(blocks.map((b) => (b.kind === 'table' ? b.rows.length : b.kind))).toEqual([
      'paragraph',
      371,
      'paragraph',
      371,
      'paragraph',
      371,
    ]);
    expect(blocks.flatMap(textsOf)).toEqual(
      ['Everyone', 'Group 1', 'Group 2'].map(
        (part) => `${part}: more people agreed than disagreed with 371 of 371 statements.`,
      ),
    );
  });

  test('F15 nothing at all is still a report', async () => {
    const input = await sampleInput({ statements: [], sessions: [], quotes: [], channels: [] });
    const model = buildReport(input);
    expect(figuresOf(model)).toEqual([]);
    expect(linesOf(model, 'summary').at(-1)).toBe('No figure is given in this report.');
    expect(linesOf(model, 'methods')).toContain('People who took part: not recorded');
  });

  test('F15 by net agreement the most agreed on comes first, what is withheld last', async () => {
    const statements = [
      statementWith(1, [roundWith(null)]),
      statementWith(2, [roundWith(figureWith([5, 1, 1, 1, 2]))]),
      statementWith(3, [roundWith(figureWith([1, 1, 1, 5, 5]))]),
    ];
    const input = await sampleInput({ statements, quotes: [] });
    const model = buildReport({ ...input, document: { ...input.document, order: 'net' } });
    expect(model.sections.filter((s) => s.id.startsWith('statement-')).map((s) => s.id)).toEqual([
      'statement-3',
      'statement-2',
      'statement-1',
    ]);
  });
});
