import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { flooredCounts } from '../../../core/report/attendance.ts';
import { buildReport } from '../../../core/report/build.ts';
import type { ReportInput } from '../../../core/report/input.ts';
import { blocksOf, linesOf, sampleInput } from './made.ts';

const table = (input: ReportInput, caption: string): string[][] =>
  blocksOf(buildReport(input)).flatMap((b) =>
    b.kind === 'table' && b.caption === caption ? [b.head, ...b.rows] : [],
  );

describe('who took part', () => {
  test('F10 a head-count under the floor is put together or left out, with its total told', async () => {
    const input = await sampleInput();
    expect(table(input, 'Who took part')).toEqual([
      ['By', 'Who', 'People'],
      ['Group', 'Young offenders', '14'],
      ['Group', 'Adults in or after prison', '32'],
      ['Age', '15 to 20', '14'],
      ['Age', '21 and over', '32'],
    ]);
    expect(linesOf(buildReport(input), 'methods')).toContain(
      'Gender: not given, since a count would be of fewer than 10 people.',
    );
  });

  test('F10 the team’s own report has them all', async () => {
    const input = await sampleInput({ audience: 'team', number: null });
    expect(table(input, 'Who took part')).toContainEqual(['Gender', 'Female', '9']);
    expect(table(input, 'Sessions')[1]?.at(-1)).toBe('7');
  });

  test('F10 sizes of sessions are told only where every one reaches the floor', async () => {
    const input = await sampleInput();
    expect(table(input, 'Sessions')[0]).toEqual(['Session', 'Date']);
    const document = { ...input.document, floor: 5 as const, showDates: false, showPlaces: true };
    expect(table({ ...input, document }, 'Sessions')[0]).toEqual(['Session', 'Place', 'People']);
  });

  test('F10 with breakdowns hidden neither sessions nor groups are told apart', async () => {
    const input = await sampleInput();
    const hidden: ReportInput = {
      ...input,
      consultation: { ...input.consultation, breakdowns: 'hidden' },
      statements: input.statements.map((s) => ({ ...s, rounds: s.rounds.map((r) => ({ ...r, parts: [] })) })),
      quotes: [],
    };
    const whole = JSON.stringify(buildReport(hidden));
    for (const name of ['Young people, group 1', 'Young offenders', 'Adults, group 3'])
      expect(whole).not.toContain(name);
  });

  test('F10 whatever the counts, none that is told is under the floor and all people are in one', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(counts, fc.constantFrom(5, 8, 10), (ns, floor) => {
        const told = flooredCounts(
          ns.map((n, i) => ({ names: [`a${i}`], n })),
          floor,
        );
        if (told === null) return;
        expect(Math.min(...told.map((t) => t.n))).toBeGreaterThanOrEqual(floor);
        expect(told.reduce((sum, t) => sum + t.n, 0)).toBe(ns.reduce((a, b) => a + b, 0));
        expect(told.flatMap((t) => t.names)).toHaveLength(ns.length);
      }),
    );
  });

  test('F10 ways of answering have numbers only where each has enough', async () => {
    const input = await sampleInput();
    const fact = (channels: ReportInput['channels']): string | undefined =>
      linesOf(buildReport({ ...input, channels }), 'methods').find((l) => l.startsWith('How answers'));
    const phone = { session: 'a', channel: 'phone', n: 40 } as const;
    expect(fact([phone, { session: 'a', channel: 'paper', n: 12 }])).toBe(
      'How answers were collected: Own phone: 40 answers and paper, entered by the facilitator: 12 answers',
    );
    expect(fact([phone, { session: 'a', channel: 'paper', n: 6 }])).toBe(
      'How answers were collected: Own phone and paper, entered by the facilitator',
    );
  });
});

describe('how it was done', () => {
  test('F15 what is not known is said to be not recorded', async () => {
    const input = await sampleInput();
    const sessions = input.sessions.map((s) => ({ ...s, attendance: [], others: [], date: '' }));
    const lines = linesOf(buildReport({ ...input, sessions, channels: [] }), 'methods');
    for (const name of [
      'Dates',
      'People who took part',
      'Who else was in the room',
      'Who we did not hear',
      'How answers were collected',
    ])
      expect(lines).toContain(`${name}: not recorded`);
    expect(lines).toContain('Who took part is not recorded.');
  });

  test('F15 linked answers are called confidential, never anonymous', async () => {
    const input = await sampleInput();
    const linked = input.sessions.map((s) => ({ ...s, mode: 'linked' as const }));
    expect(linesOf(buildReport({ ...input, sessions: linked }), 'methods')[1]).toBe(
      'Answers are linked: a random number shows which answers came from one person. They are confidential, not anonymous.',
    );
    const some = input.sessions.map((s, i) => (i === 0 ? { ...s, mode: 'linked' as const } : s));
    expect(linesOf(buildReport({ ...input, sessions: some }), 'methods')[1]).toMatch(/^In 1 of 5 sessions/u);
  });

  test('F15 wording that was corrected is printed in each version that was answered', async () => {
    const input = await sampleInput();
    const [first] = input.consultation.statements;
    if (first === undefined) throw new Error('no statement');
    const corrected = {
      ...first,
      version: 2,
      earlier: [{ version: 1, wordings: [{ group: null, lang: 'en', text: 'The first wording.' }] }],
    };
    const consultation = {
      ...input.consultation,
      statements: [corrected, ...input.consultation.statements.slice(1)],
    };
    const statements = input.statements.map((s, i) => (i === 0 ? { ...s, versions: [1, 2] } : s));
    const lines = linesOf(buildReport({ ...input, consultation, statements }), 'methods');
    expect(lines).toContain('Statement 1, version 1: “The first wording.”');
    expect(lines).toContain('Statement 1, version 2: “I expect my social worker to make time for me.”');
  });
});
