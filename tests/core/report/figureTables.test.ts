import { describe, expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import type { ReportModel } from '../../../core/report/model.ts';
import type { Figure } from '../../../core/results.ts';
import { figuresOf, sampleInput } from './made.ts';

describe('a figure and its table', () => {
  test('F3 how many placed nothing is a dash where it is not told, which the caption explains', async () => {
    const input = await sampleInput();
    const untold = (figure: Figure): Figure => ({ ...figure, notAnswered: null });
    const of = (wholeToo: boolean) => {
      const statements = input.statements.map((s) => ({
        ...s,
        rounds: s.rounds.map((r) => ({
          ...r,
          whole: r.whole === null || !wholeToo ? r.whole : untold(r.whole),
          parts: r.parts.map((p) => ({ ...p, figure: untold(p.figure) })),
        })),
      }));
      const table = figuresOf(buildReport({ ...input, statements }))[0]?.table;
      if (table === undefined) throw new Error('no table');
      return { caption: table.caption, head: table.head.at(-1), last: table.rows.map((r) => r.at(-1)) };
    };
    const some = of(false);
    expect(some.head).toBe('No answer');
    expect(some.last.slice(1)).toEqual(['–', '–']);
    expect(some.caption).toContain('A dash (–) under “No answer”');
    const none = of(true);
    expect(none.head).toBe('Does not apply to me');
    expect(none.caption).toContain('How many placed nothing is not told');
    expect(none.last).not.toContain('–');
  });

  test('F2 the axis of all figures has its labels in words where one of them has a small group', async () => {
    const input = await sampleInput();
    const told = (model: ReportModel) => new Set(figuresOf(model).map((f) => f.picture.reach?.told));
    expect(told(buildReport(input))).toEqual(new Set(['words']));
    const statements = input.statements.map((s) => ({
      ...s,
      rounds: s.rounds.map((r) => ({ ...r, parts: [] })),
    }));
    expect(told(buildReport({ ...input, statements }))).toEqual(new Set(['percent']));
  });
});
