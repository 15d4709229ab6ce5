/** What a report tells of being heard, alone and beside earlier releases. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NO_COUNTS, NOT_HEARD, type Heard, type HeardCells } from '../../../core/heard.ts';
import { heardReport, type HeardReport } from '../../../core/report/heard.ts';
import { holdHeard } from '../../../core/report/heardHeld.ts';
import { buildReport } from '../../../core/report/build.ts';
import type { EntryHeard } from '../../../core/release/types.ts';
import type { TableBlock } from '../../../core/report/model.ts';
import { linesOf, sampleInput } from './made.ts';

const FLOOR = 5;
const said = ([yes = 0, partly = 0, no = 0, declined = 0]: number[], more: Partial<Heard> = {}): Heard => ({
  ...NOT_HEARD,
  phone: { ...NO_COUNTS, said: { yes, partly, no, declined } },
  ...more,
});
type Told = Record<string, number[] | Heard>;

/** A release about these sessions, by what was said in each, after `earlier` ones. */
function release(told: Told, earlier: EntryHeard[] = [], date = '2027-02-01'): HeardReport | null {
  return heardReport({ sessions: sessionsOf(told), floor: FLOOR, earlier, date, audience: 'release' });
}
const sessionsOf = (told: Told) =>
  Object.entries(told).map(([id, one]) => ({ id, heard: Array.isArray(one) ? said(one) : one }));
const figureOf = (report: HeardReport | null) => report?.rows[0]?.figure;
const first = (told: Told): EntryHeard[] => release(told, [], '2027-01-01')?.entry ?? [];

describe('one release', () => {
  test('RA4 one figure to each question over all sessions; under the floor it is not shown', () => {
    const report = release({ a: [3, 1, 0, 2], b: [2, 0, 1] });
    expect(figureOf(report)).toMatchObject({ n: 7, yes: 5, partly: 1, no: 1, apart: 2, percent: null });
    expect(report?.rows).toHaveLength(1);
    expect(report?.rows[0]?.parts).toEqual([]);
    expect(report?.entry).toEqual([
      {
        question: 'said',
        date: '2027-02-01',
        sessions: [
          { session: 'a', cells: [3, 1, 0, 2] },
          { session: 'b', cells: [2, 0, 1, 0] },
        ],
      },
    ]);
    expect(release({ a: [3, 1, 0, 9] })).toMatchObject({ rows: [{ figure: 'few' }], entry: [] });
    expect(release({ a: [0], b: NOT_HEARD })).toBeNull();
  });

  test('RA4 what stopped people, and the sessions, are for the team, under the same floor', () => {
    const told: Told = { a: said([6, 1, 1], { texts: ['too loud'] }), b: [9], c: [2] };
    expect(release(told)?.texts).toEqual([]);
    const team = (of: Told) =>
      heardReport({ sessions: sessionsOf(of), floor: FLOOR, earlier: [], date: '', audience: 'team' });
    expect(team(told)?.texts).toEqual(['too loud']);
    expect(team(told)?.rows[0]?.parts.map(({ sessions, figure }) => [sessions.join('+'), figure.n])).toEqual([
      ['b', 9],
      ['a+c', 10],
    ]);
    expect(team({ a: said([2], { texts: ['too loud'] }) })).toMatchObject({
      texts: [],
      rows: [{ figure: 'few' }],
    });
  });

  test('RA4 that everyone said the same has to be confirmed', () => {
    expect(release({ a: [6] })?.rows[0]?.oneAnswer).toBe(true);
    expect(release({ a: [6, 1] })?.rows[0]?.oneAnswer).toBe(false);
    // Those who came all said no, which the difference of the two tells.
    expect(release({ a: [6, 1], b: [0, 0, 7] }, first({ a: [6, 1] }))?.rows[0]?.oneAnswer).toBe(true);
  });
});

describe('after an earlier release', () => {
  test('RA5 where too few came, went or changed, the figure is the earlier one’s again, with its date', () => {
    const before = first({ a: [6, 2] });
    for (const now of [
      { a: [6, 3] },
      { a: [5, 2] },
      { a: [5, 3] },
      { a: [6, 2, 0, 1] },
      { a: [6, 2], b: [0, 4] },
    ]) {
      const report = release(now, before);
      expect(report?.rows[0]).toMatchObject({
        again: '2027-01-01',
        figure: { n: 8, yes: 6, partly: 2, apart: 0 },
      });
      expect(report?.entry).toEqual(before);
    }
    expect(release({ a: [6, 2], b: [0, 5] }, before)).toMatchObject({
      rows: [{ again: null, figure: { n: 13 } }],
      entry: [{ date: '2027-02-01' }],
    });
    // Also where fewer than the floor are left.
    const five = first({ a: [4, 1] });
    for (const now of [{ a: [4] }, { a: [1] }])
      expect(release(now, five)).toMatchObject({
        rows: [{ again: '2027-01-01', figure: { n: 5, yes: 4, partly: 1 } }],
        entry: five,
      });
    // Nothing has changed: with its date all the same, or one that stands would tell that somebody came.
    expect(release({ a: [6, 2] }, before)).toMatchObject({ rows: [{ again: '2027-01-01' }], entry: before });
  });

  test('RA5 an earlier figure about other sessions is not printed again: the question is left out, and that is said', () => {
    const before = first({ a: [6, 2], b: [3] });
    expect(release({ a: [6, 2] }, before)).toMatchObject({ rows: [{ figure: 'earlier' }], entry: [] });
    expect(release({ a: [6, 2], b: [3] }, before)?.rows[0]?.figure).toMatchObject({ n: 11 });
    expect(release({ a: [4] }, before)).toMatchObject({ rows: [{ figure: 'few' }], entry: [] });
  });

  test('RA4 RA5 nor is one that is under the floor of this report', () => {
    const before = first({ a: [6, 2] });
    const ten = { sessions: sessionsOf({ a: [7, 4] }), earlier: before, date: '', floor: 10 };
    expect(heardReport({ ...ten, audience: 'release' })).toMatchObject({
      rows: [{ figure: 'earlier' }],
      entry: [],
    });
    const few = { ...ten, sessions: sessionsOf({ a: [5, 2] }) };
    expect(heardReport({ ...few, audience: 'release' })).toMatchObject({ rows: [{ figure: 'few' }] });
  });

  test('RA5 a day that is corrected takes nobody out of what was told of the other day', () => {
    const on = (...days: [string, number, number][]): Heard => ({
      ...NOT_HEARD,
      later: days.map(([day, yes, no]) => ({ day, changed: { yes, partly: 0, no, unknown: 0 } })),
    });
    const [tenth, eleventh, july] = ['2027-01-10', '2027-01-11', '2027-07-10'] as const;
    const before = first({ a: on([tenth, 6, 0]), b: on([tenth, 5, 0]) });
    const rows = (told: Told) => release(told, before)?.rows;
    // One sheet more, and the one who wrote it would be who said no.
    expect(rows({ a: on([eleventh, 6, 1]), b: on([tenth, 5, 0]) })).toMatchObject([
      { figure: { n: 5 } },
      { question: `changed ${eleventh}`, figure: 'earlier' },
    ]);
    expect(rows({ a: on([tenth, 1, 0], [eleventh, 5, 1]), b: on([tenth, 5, 0]) })).toMatchObject([
      { figure: { n: 6 } },
      { figure: 'earlier' },
    ]);
    // The same sheets, and as many more as the floor.
    expect(rows({ a: on([eleventh, 6, 0]), b: on([tenth, 5, 0]) })).toMatchObject([{}, { figure: { n: 6 } }]);
    expect(rows({ a: on([eleventh, 8, 3]), b: on([tenth, 5, 0]) })).toMatchObject([
      {},
      { figure: { n: 11 } },
    ]);
    // Asked another time they may say what they like.
    expect(rows({ a: on([tenth, 6, 0], [july, 6, 1]), b: on([tenth, 5, 0]) })).toMatchObject([
      { figure: { n: 11 } },
      { figure: { n: 7, no: 1 } },
    ]);
  });

  test('RA5 what no pair of figures tells and three of them together do is held too', () => {
    const of = (...ids: number[]) => ({
      sessions: ids.map((id) => ({ session: `s${id}`, cells: [2, 1, 0, 0] as HeardCells })),
    });
    const [one, two, three] = [of(1, 2, 3, 4), of(1, 2, 5, 6), of(1, 3, 5, 7)];
    expect(holdHeard(two, [one], FLOOR).safe).toBe(true);
    expect(holdHeard(three, [one], FLOOR).safe).toBe(true);
    expect(holdHeard(three, [two], FLOOR).safe).toBe(true);
    // Session 1 alone, of three people, stands in all three.
    expect(holdHeard(three, [one, two], FLOOR).safe).toBe(false);
  });

  test('RA5 whatever is printed over many releases, no sum or difference of it is of fewer people than the floor', () => {
    const counts = fc.tuple(fc.nat(7), fc.nat(4), fc.nat(3), fc.nat(2));
    const steps = fc.array(
      fc.record({
        counts: fc.array(counts, { minLength: 4, maxLength: 4 }),
        in: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      }),
      { minLength: 2, maxLength: 4 },
    );
    fc.assert(
      fc.property(steps, (list) => {
        const out: EntryHeard[] = [];
        const now: HeardCells[] = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
        for (const step of list) {
          const told: Told = {};
          for (const [i, use] of step.in.entries()) {
            // Paper is typed in later: what is there only grows.
            const more = step.counts[i] ?? [0, 0, 0, 0];
            if (use && (more[0] + more[1]) % 2 === 0)
              now[i] = (now[i] ?? [0, 0, 0, 0]).map((n, k) => n + (more[k] ?? 0)) as HeardCells;
            if (use) told[`s${i}`] = now[i] ?? [];
          }
          out.push(...(release(told, out)?.entry ?? []));
        }
        expect(attacked(out)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/**
 * An attacker who takes any two figures, or what two of them leave, from each other. Knows nothing of classes.
 *
 * @returns numbers of people that could be told and are under the floor
 */
function attacked(out: readonly EntryHeard[]): number[] {
  const figures = out.map(({ sessions }) =>
    sessions.reduce((sum, { cells }) => sum.map((n, k) => n + (cells[k] ?? 0)), [0, 0, 0, 0]),
  );
  const inside = (a: EntryHeard, b: EntryHeard): boolean =>
    a.sessions.every(({ session, cells }) => {
      const other = b.sessions.find((one) => one.session === session)?.cells;
      return other !== undefined && cells.every((n, k) => n <= (other[k] ?? 0));
    });
  return out.flatMap((a, i) =>
    out.flatMap((b, j) => {
      if (i === j || !inside(a, b)) return [];
      const rest = (figures[j] ?? []).map((n, k) => n - (figures[i]?.[k] ?? 0));
      const people = rest.reduce((sum, n) => sum + n, 0);
      const base = people - (rest[3] ?? 0);
      return people > 0 && base < FLOOR ? [base] : [];
    }),
  );
}

describe('the chapter', () => {
  const told: Told = {
    a: said([12, 5, 3, 1], {
      paper: { ...NO_COUNTS, told: { yes: 2, partly: 1, no: 1, unknown: 0 } },
      texts: ['too loud'],
      later: [{ day: '2027-01-20', changed: { yes: 4, partly: 2, no: 1, unknown: 2 } }],
    }),
  };
  const page = async (audience: 'release' | 'team', of = told, earlier: EntryHeard[] = []) => {
    const heard = heardReport({
      sessions: sessionsOf(of),
      floor: FLOOR,
      earlier,
      date: '2027-02-01',
      audience,
    });
    const input = await sampleInput({ audience, heard });
    return buildReport({
      ...input,
      consultation: {
        ...input.consultation,
        open: 'The days of visits',
        decided: '',
        involvement: 'inform',
      },
      document: { ...input.document, floor: FLOOR },
    });
  };

  test('RA4 figures in words and in a table, beside what people were told they can change', async () => {
    const model = await page('release');
    expect(linesOf(model, 'heard').slice(1)).toEqual([
      'What people were told can change: The days of visits',
      'What they were told is decided: not recorded',
      'What they were told of their part: We tell you what happens, and why. We do not promise that what you say changes it.',
      '“I could say what I wanted to say”: of 20 people, 12 said yes, 5 said partly and 3 said no.',
      '“Did anything change?”, asked again on 20 January 2027: of 7 people, 4 said yes, 2 said partly and 1 said no.',
      '“We told you what can change. Was that true?”: fewer than 5 people answered, so it is not shown.',
      'All sessions stand together: what was said in one of them is not told apart.',
    ]);
    const table = model.sections
      .find(({ id }) => id === 'heard')
      ?.blocks.find((block): block is TableBlock => block.kind === 'table');
    expect(table?.rows.map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')))).toEqual([
      ['“I could say what I wanted to say”', '12\n60 %', '5\n25 %', '3\n15 %', '20', '1'],
      ['“Did anything change?”, asked again on 20 January 2027', '4', '2', '1', '7', '2'],
    ]);
    expect(JSON.stringify(model)).not.toContain('too loud');
    expect(JSON.stringify(await page('team'))).toContain('too loud');
    expect((await page('release', {})).sections.some(({ id }) => id === 'heard')).toBe(false);
  });

  test('RA5 a figure of an earlier release has its date, in words and in the table', async () => {
    const model = await page('release', { a: [6, 3] }, first({ a: [6, 2] }));
    const lines = linesOf(model, 'heard');
    expect(lines[4]).toContain('(figures of 1 January 2027): of 8 people, 6 said yes and 2 said partly.');
    expect(lines.at(-2)).toContain('printed again as they were on that day');
  });
});
