import { describe, expect, test } from '@jest/globals';
import { prepareReport } from '../../../server/report/prepare.ts';
import { sampleReport } from '../../support/report.ts';

describe('the foot of a page', () => {
  const footOf = async (title: string, number: number | null = 12) => {
    const model = sampleReport();
    const words = { ...model.words, foot: title };
    return (await prepareReport({ ...model, number, words, sections: [] })).foot;
  };

  test('F15 has the title and the release', async () => {
    expect(await footOf('What we expect')).toBe('What we expect · Release 12');
    expect(await footOf('What we expect', null)).toBe('What we expect');
  });

  test('F15 a long title ends after a word, so that the release and the page stay in one line', async () => {
    const long =
      'What families, young people and those who work with them expect of children’s services in the county';
    const foot = await footOf(long);
    expect(foot).toMatch(/^What families, young people and those .* … · Release 12$/u);
    const [kept = ''] = foot.split(' …');
    expect(long.startsWith(`${kept} `)).toBe(true);
    // As many letters more as they are wide.
    expect((await footOf('W'.repeat(200))).length).toBeLessThan(foot.length);
    expect(await footOf('W'.repeat(200))).toMatch(/^W+ … · Release 12$/u);
  });
});
