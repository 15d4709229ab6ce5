import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Statement } from '../../../core/consultation.ts';
import { flooredCounts } from '../../../core/report/attendance.ts';
import { buildReport } from '../../../core/report/build.ts';
import type { ReportInput } from '../../../core/report/input.ts';
import { blocksOf, headsFor, linesOf, sampleInput } from './made.ts';

/** With the heads that a first release of it would have. */
const planned = (input: ReportInput): ReportInput => ({ ...input, heads: headsFor(input) });
const table = (input: ReportInput, caption: string): string[][] =>
  blocksOf(buildReport(input)).flatMap((b) =>
    b.kind === 'table' && b.caption === caption ? [b.head, ...b.rows] : [],
  );

describe('who took part', () => {
  test('F10 ages stand by their years and groups as the consultation has them, however the sessions came', async () => {
    const { sessions, consultation } = await sampleInput();
    const [one = '', two = ''] = consultation.groups.map(({ id }) => id);
    const ages = ['25 to 34', 'not given', '35 to 44', '65 and over', '18 to 24', 'Under 18'];
    const attendance = ages.map((ageBand, i) => ({ group: i === 0 ? two : one, gender: '', ageBand, n: 20 }));
    const counted = sessions.map((s, i) => ({ ...s, attendance: i === 0 ? attendance : [] }));
    const rows = table(planned(await sampleInput({ sessions: counted })), 'Who took part');
    const of = (what: string) => rows.flatMap(([by = '', who]) => (by.startsWith(what) ? [who] : []));
    expect(of('Age')).toEqual(['Under 18', '18 to 24', '25 to 34', '35 to 44', '65 and over', 'not given']);
    expect(of('Group')).toEqual(consultation.groups.slice(0, 2).map(({ label }) => label));
  });

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

  test('F10 where heads were counted in some of the sessions, they are told as those, everywhere', async () => {
    const made = await sampleInput();
    const sessions = made.sessions.map((one, i) => (i === 0 ? { ...one, attendance: [] } : one));
    const input = planned({ ...made, sessions });
    const n = sessions.length;
    const people = `${sessions.flatMap((s) => s.attendance).reduce((sum, a) => sum + a.n, 0)}`;
    const report = buildReport(input);
    const told = JSON.stringify(report).replaceAll('\u00a0', ' ');
    expect(told).not.toContain('people took part in');
    expect(told).toContain(
      `People who were counted: ${people}, in ${n - 1} of the sessions; in the others nobody was.`,
    );
    expect(told).toContain(`${people}, counted in ${n - 1} of ${n} sessions`);
    expect(linesOf(report, 'methods')).toContain(
      `Heads were counted in ${n - 1} of ${n} sessions. Of the others it is not recorded who took part.`,
    );
    expect(input.heads.tables.map((one) => [one.kind, one.of])).toContainEqual(['total', n - 1]);
    const all = JSON.stringify(buildReport(planned(made))).replaceAll('\u00a0', ' ');
    expect(all).toContain('people took part in');
    expect(all).not.toContain('counted in');
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
    expect(table(planned({ ...input, document }), 'Sessions')[0]).toEqual(['Session', 'Place', 'People']);
  });

  test('F10 with breakdowns hidden neither sessions nor groups are told apart', async () => {
    const input = await sampleInput();
    const hidden: ReportInput = {
      ...input,
      consultation: { ...input.consultation, breakdowns: 'hidden' },
      statements: input.statements.map((s) => ({ ...s, rounds: s.rounds.map((r) => ({ ...r, parts: [] })) })),
      quotes: [],
    };
    const whole = JSON.stringify(buildReport(planned(hidden)));
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

  test('F10 ways of answering are told in words, and only those that enough people used', async () => {
    const input = await sampleInput();
    const fact = (channels: ReportInput['channels'], audience: ReportInput['audience']): string | undefined =>
      linesOf(buildReport({ ...input, channels, audience }), 'methods').find((l) =>
        l.startsWith('How answers'),
      );
    const phone = { session: 'a', channel: 'phone', n: 40 } as const;
    const paper = (n: number) => ({ session: 'a', channel: 'paper', n }) as const;
    expect(fact([phone, paper(12)], 'release')).toBe(
      'How answers were collected: Own phone and paper or the wall, entered by the facilitator',
    );
    expect(fact([phone, paper(6)], 'release')).toBe('How answers were collected: Own phone');
    expect(fact([paper(6)], 'release')).toBe(
      'How answers were collected: In several ways, each used by fewer than 10 people',
    );
    expect(fact([phone, paper(6)], 'team')).toBe(
      'How answers were collected: Own phone: 40 people and paper or the wall, entered by the facilitator: 6 people',
    );
  });

  test('F10 where nobody was counted it is told how many answered, from the printed figures', async () => {
    const sessions = (await sampleInput()).sessions.map((s) => ({ ...s, attendance: [] }));
    const model = buildReport(await sampleInput({ sessions }));
    expect(linesOf(model, 'methods')).toContain(
      'People who took part: not recorded; up to 45 people answered a statement',
    );
    expect(linesOf(model, 'summary')[0]).toMatch(
      /How many people took part is not recorded\. Up to 45 people answered a statement\.$/u,
    );
    const nothing = await sampleInput({ sessions, statements: [], quotes: [] });
    expect(linesOf(buildReport(nothing), 'methods')).toContain('People who took part: not recorded');
  });

  test('F10 where no figure is given, who took part is not told, and no session has nobody in it', async () => {
    const input = await sampleInput();
    const counted = input.sessions.map((s) => ({
      ...s,
      attendance: [{ group: null, gender: 'women', ageBand: '', n: 9 }],
      others: [{ role: 'Interpreter', n: 1 }],
    }));
    const statements = input.statements.map((s) => ({
      ...s,
      rounds: s.rounds.map((r) => ({ ...r, whole: null, parts: [] })),
    }));
    const heads = headsFor({ ...input, sessions: [] }, { recorded: true });
    const model = buildReport({ ...input, statements, sessions: counted, heads });
    const lines = linesOf(model, 'methods');
    expect(lines).toContain('People who took part: not told');
    expect(lines).toContain('Who else was in the room: not told');
    expect(lines.filter((line) => line.startsWith('Who took part'))).toEqual([
      'Who took part is not told, since these sessions stand in no figure of this report.',
    ]);
    const tables = blocksOf(model).filter((b) => b.kind === 'table');
    expect(tables[0]?.head).not.toContain('People');
    expect(linesOf(model, 'summary')[0]).toContain('How many people took part is not told.');
  });

  test('F10 counts of an earlier release are printed with its date, and those left out have a note', async () => {
    const input = await sampleInput();
    const { tables } = input.heads;
    const again = tables.map((t) => ({ ...t, again: true, date: '2026-03-01', of: 4 }));
    const model = buildReport({ ...input, heads: { tables: again, left: [] } });
    expect(linesOf(model, 'methods')).toEqual(
      expect.arrayContaining([
        'People who took part: 46 (counted on 1 March 2026)',
        'Counts with a date are printed as they were on it, since fewer than 10 people have come or gone since.',
      ]),
    );
    expect(linesOf(model, 'summary')[0]).toBe(
      'This report is about 5 sessions and 4 statements. On 1 March 2026, 46 people had taken part in 4 sessions.',
    );
    const left = (['total', 'gender'] as const).map((kind) => ({ kind, why: 'earlier' as const }));
    const without = linesOf(buildReport({ ...input, heads: { tables: [], left } }), 'methods');
    expect(without).toEqual(
      expect.arrayContaining([
        'People who took part: not told; up to 45 people answered a statement',
        'Who else was in the room: not told',
        'Some counts are not given: beside an earlier release they would show fewer than 10 people.',
      ]),
    );
  });

  test('F10 what was withheld in the same words is told once, with the numbers of the statements', async () => {
    const notes = ['Fewer than 10 people answered. No figure is given.'];
    const statements = (await sampleInput()).statements.map((s) =>
      [1, 2, 4].includes(s.number) ? { ...s, notes } : s.number === 3 ? { ...s, notes: ['Other.'] } : s,
    );
    const lines = linesOf(buildReport(await sampleInput({ statements })), 'methods');
    expect(lines.slice(-2)).toEqual([
      'Statements 1, 2 and 4: fewer than 10 people answered. No figure is given.',
      'Statement 3: other.',
    ]);
  });
});

describe('how it was done', () => {
  test('F15 what is not known is said to be not recorded', async () => {
    const input = await sampleInput();
    const sessions = input.sessions.map((s) => ({ ...s, attendance: [], others: [], date: '' }));
    const lines = linesOf(
      buildReport(planned({ ...input, sessions, channels: [], statements: [] })),
      'methods',
    );
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

  test('F13 words that were in use beside these are told as such, and are no correction', async () => {
    const input = await sampleInput();
    const [first] = input.consultation.statements;
    const [published] = input.statements;
    if (first === undefined || published === undefined) throw new Error('no statement');
    const wordings = (text: string) => [{ group: null, lang: 'en', text }];
    const merged = {
      ...first,
      version: 4,
      wordings: wordings('Ours.'),
      earlier: [
        { version: 1, wordings: wordings('The first wording.') },
        { version: 2, wordings: wordings('Ours.') },
        { version: 3, wordings: wordings('Theirs.') },
      ],
    };
    const lines = (versions: number[], by: Statement = merged) => {
      const statements = [by, ...input.consultation.statements.slice(1)];
      const consultation = { ...input.consultation, statements };
      const told = { ...published, versions, wordings: by.wordings };
      const model = buildReport({
        ...input,
        consultation,
        statements: [told, ...input.statements.slice(1)],
      });
      return linesOf(model, 'methods').filter((line) => /Theirs|Ours|first wording|wording of/u.test(line));
    };
    expect(lines([2, 3])).toEqual(['Statement 1 was also read as: “Theirs.”']);
    expect(lines([1, 2, 3, 4])).toEqual([
      'The wording of some statements was corrected on the way:',
      'Statement 1, version 1: “The first wording.”',
      'Statement 1, version 2: “Ours.”',
      'Statement 1, version 4: “Ours.”',
      'Statement 1 was also read as: “Theirs.”',
    ]);
    // Words that were rivals stay so when those in use are corrected later.
    const later = {
      ...merged,
      version: 5,
      wordings: wordings('Ours, better.'),
      earlier: [...merged.earlier, { version: 4, wordings: merged.wordings }],
    };
    expect(lines([3, 5], later)).toEqual(['Statement 1 was also read as: “Theirs.”']);
    // The same words under two numbers are no correction.
    expect(lines([2, 4])).toEqual([]);
    expect(lines([2])).toEqual([]);
  });
});
