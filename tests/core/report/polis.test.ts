import { describe, expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import { blocksOf, figuresOf, linesOf, sampleInput } from './made.ts';

describe('a report of answers from Polis', () => {
  test('F8 tells them as such: no room, no comments, all of their days', async () => {
    const imported = { from: 'polis', first: '2018-05-07' } as const;
    const of = async (some: boolean) => {
      const { sessions, channels, ...rest } = await sampleInput();
      const brought = sessions.map((s, i) =>
        some && i > 0
          ? s
          : { ...s, mode: 'linked' as const, date: '2018-06-19', attendance: [], others: [], imported },
      );
      const mixed = (channels ?? []).map((c) =>
        brought.some((s) => s.id === c.session && 'imported' in s)
          ? { ...c, channel: 'mixed' as const, n: 30 }
          : c,
      );
      const model = buildReport({
        ...(await sampleInput()),
        ...rest,
        sessions: brought,
        channels: mixed,
        quotes: [],
      });
      return { model, lines: linesOf(model, 'methods'), limits: linesOf(model, 'limits') };
    };
    const all = await of(false);
    expect(all.lines[0]).toMatch(/^People answered on the web, in Polis, at a time of their own/u);
    expect(all.lines).toContain('Dates: 7 May 2018 to 19 June 2018');
    expect(all.lines).toContain('How answers were collected: Online, imported from Polis');
    const untrue =
      /write why|own pace|one at a time|in the room|hear one another|who were there|Comments|Mixed/u;
    expect([...all.lines, ...all.limits].filter((line) => untrue.test(line))).toEqual([]);
    expect(all.limits).toContain(
      'People who answered on the web came to it by themselves. Nothing here shows whether somebody answered twice.',
    );
    const [table] = blocksOf(all.model).filter((b) => b.kind === 'table');
    expect(table?.rows[0]?.[1]).toBe('7 May 2018 to 19 June 2018');
    const captions = figuresOf(all.model).map((f) => f.caption);
    expect(captions.join(' ')).toContain('who answered others did not answer this one.');
    expect(captions.filter((caption) => caption.includes('there placed nothing'))).toEqual([]);
    const some = await of(true);
    expect(some.lines[0]).toContain('they could write why');
    expect(some.lines[1]).toMatch(/^In 1 of \d sessions people answered on the web, in Polis/u);
    expect(some.limits.join(' ')).toMatch(/hear one another.*on the web/u);
  });
});
