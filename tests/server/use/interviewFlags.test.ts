/** What has to be confirmed of interviews before a release goes out. */
import { expect, test } from '@jest/globals';
import type { ToldInterviews } from '../../../core/report/interviews.ts';
import { newReport } from '../../../core/report/document.ts';
import type { ReportInput } from '../../../core/report/input.ts';
import { pointFlags } from '../../../server/use/pointQuotes.ts';
import type { ReportSource } from '../../../server/use/reportSource.ts';

const NOTHING = {
  document: newReport(5, 'shown'),
  sessions: [],
  all: [],
  talk: {
    themes: [],
    points: [],
    codings: [],
    seconds: [],
    sources: [],
    passages: [],
    questions: [],
    gone: [],
    back: [],
  },
} as Partial<ReportSource> as ReportSource;

test('RT7 that every interview, or every one that came or went, raised a theme has to be confirmed', () => {
  const flags = (interviews: ToldInterviews | null): string[] => {
    const talk = { themes: [{ id: 't', name: 'Calls', interviews }], entry: {} };
    return pointFlags(NOTHING, { talk } as unknown as ReportInput).map(({ words }) => words);
  };
  const told: ToldInterviews = { n: 11, of: 15, again: null };
  expect(flags(null)).toEqual([]);
  expect(flags(told)).toEqual([]);
  expect(flags({ ...told, n: 'few' })).toEqual([]);
  const [since] = flags({ ...told, everyoneSince: true });
  expect(since).toContain(
    'Every interview that came or went since an earlier release raised the theme “Calls”',
  );
  // Of the interviews that it is of, also where others are counted now.
  expect(flags({ n: 10, of: 10, again: '2026-12-01' })[0]).toContain('Every interview that is counted');
});
