import { describe, expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import type { ReportInput } from '../../../core/report/input.ts';
import type { ReportModel } from '../../../core/report/model.ts';
import { linesOf, sampleInput } from './made.ts';

describe('chapters that have little to say', () => {
  test('F15 where no two groups are compared that is said once, unless the team wrote about them', async () => {
    const input = await sampleInput();
    const alone: ReportInput = {
      ...input,
      statements: input.statements.map((s) => ({
        ...s,
        rounds: s.rounds.map((r) => ({ ...r, parts: [], shared: [] })),
      })),
    };
    const chapters = (model: ReportModel) =>
      model.sections.filter((s) => ['shared', 'differ'].includes(s.id)).map((s) => s.heading);
    const once = buildReport(alone);
    expect(chapters(once)).toEqual(['What groups share, and where they differ']);
    expect(linesOf(once, 'shared')[0]).toMatch(/^No two groups .* share or where they differ\.$/u);
    const both = ['What groups share', 'Where groups differ'];
    expect(chapters(buildReport(input))).toEqual(both);
    const texts = { differ: { text: 'The rooms differed.', from: '' } };
    const written = buildReport({ ...alone, document: { ...alone.document, texts } });
    expect(chapters(written)).toEqual(both);
    expect(linesOf(written, 'differ')).toEqual(['The rooms differed.']);
  });

  test('F15 a chapter has a new page only where it fills one', async () => {
    const input = await sampleInput();
    const page = (model: ReportModel, id: string) =>
      model.sections.find((s) => s.id === id)?.newPage ?? false;
    expect(page(buildReport(input), 'statements')).toBe(true);
    expect(page(buildReport(input), 'shared')).toBe(true);
    const nothing = buildReport({ ...input, statements: [], quotes: [] });
    expect(page(nothing, 'statements')).toBe(false);
    expect(page(nothing, 'shared')).toBe(false);
    expect(page(buildReport(input), 'appendix')).toBe(true);
    expect(page(nothing, 'appendix')).toBe(false);
    // Four statements of a group fill a page, three of them do not.
    expect(page(buildReport(input), 'appendix-1')).toBe(true);
    const three = buildReport({ ...input, statements: input.statements.slice(0, 3), quotes: [] });
    expect(page(three, 'appendix-1')).toBe(false);
  });
});
