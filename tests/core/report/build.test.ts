import { describe, expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import { madeTexts } from '../../../core/report/texts.ts';
import { newReport } from '../../../core/report/document.ts';
import {
  blocksOf,
  figureWith,
  figuresOf,
  linesOf,
  roundWith,
  sampleInput,
  statementWith,
  textsOf,
} from './made.ts';

const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the sample consultation', () => {
  test('F15 every figure has its sentence, its text for those who cannot see it, its table and its n', async () => {
    const figures = figuresOf(buildReport(await sampleInput()));
    expect(figures.map((f) => f.number)).toEqual(['1', '2', '3', '4', 'A1', 'A2', 'A3']);
    for (const f of figures) {
      expect(f.sentence).not.toBe('');
      expect(f.alt).not.toBe('');
      expect(f.caption).toMatch(/\d+ people answered/u);
      expect(f.table.head).toContain('Answered');
      expect(f.table.rows).toHaveLength(f.picture.rows.length);
    }
  });

  test('F15 every figure is dated by the days of the sessions, or by the report’s where these are not told', async () => {
    const input = await sampleInput();
    const days = (made: typeof input): string[] => {
      const figures = figuresOf(buildReport(made));
      for (const f of figures) {
        expect(f.picture.subtitle).toHaveLength(2);
        expect(f.picture.subtitle[0]).toMatch(/\d+ people answered/u);
        expect(f.caption.endsWith(`. ${f.picture.subtitle[1] ?? '?'}`)).toBe(true);
      }
      return [...new Set(figures.map((f) => f.picture.subtitle[1] ?? ''))];
    };
    expect(days(input)).toEqual(['Sessions from 3 March 2026 to 31 March 2026.']);
    const [first] = input.sessions;
    expect(days({ ...input, sessions: first === undefined ? [] : [first] })).toEqual([
      'Session on 3 March 2026.',
    ]);
    const hidden = { ...input, document: { ...input.document, showDates: false } };
    expect(days(hidden)).toEqual(['Figures of 22 November 2026.']);
    expect(JSON.stringify(buildReport(hidden))).not.toContain('March 2026');
  });

  test('F15 the sentence names the groups and quotes the statement', async () => {
    const model = buildReport(await sampleInput());
    expect(linesOf(model, 'statement-1').at(1)).toBe(
      '32 of 44 people (around three quarters) agreed or strongly agreed with “I expect my social worker to make time for me”.\n6 people disagreed or strongly disagreed. 6 people neither agreed nor disagreed.\nYoung offenders: 9 of 13 people agreed or strongly agreed.\nAdults in or after prison: 23 of 31 people (around three quarters) agreed or strongly agreed.',
    );
  });

  test('F15 no text says a statement as a fact', async () => {
    const input = await sampleInput();
    const model = buildReport(input);
    const texts = blocksOf(model)
      .filter((b) => b.kind !== 'statement' && b.kind !== 'quote')
      .flatMap(textsOf);
    let told = 0;
    for (const { text } of input.statements) {
      const bare = text.replace(/\.$/u, '');
      for (const line of texts)
        for (const at of line.matchAll(new RegExp(bare, 'gu'))) {
          told += 1;
          expect(line.slice(0, at.index)).toMatch(/(?:agreed|disagreed|answer) (?:with|to) “$/u);
          expect(line.slice(at.index + bare.length, at.index + bare.length + 1)).toBe('”');
        }
    }
    expect(told).toBeGreaterThan(8);
  });

  test('F11 the same input gives the same model, and its tables are the figures', async () => {
    const input = await sampleInput();
    const model = buildReport(input);
    expect(JSON.stringify(buildReport(await sampleInput()))).toBe(JSON.stringify(model));
    for (const [i, f] of figuresOf(model).slice(0, 4).entries()) {
      const whole = input.statements[i]?.rounds[0]?.whole;
      const cells = f.table.rows[0]?.slice(1).map((cell) => Number(/^\d+/u.exec(cell)?.[0]));
      expect(cells).toEqual([
        ...(whole?.counts ?? []),
        whole?.n,
        whole?.declined.n,
        whole?.declined.x,
        whole?.notAnswered,
      ]);
      expect(f.picture.rows[0]?.figure).toEqual({ counts: whole?.counts, n: whole?.n });
    }
  });

  test('F11 all figures share one axis and one way to draw the middle', async () => {
    const figures = figuresOf(buildReport(await sampleInput()));
    expect(new Set(figures.map((f) => JSON.stringify([f.picture.reach, f.picture.neutral]))).size).toBe(1);
  });

  test('F2 no percentage in a row of fewer than twenty people', async () => {
    const input = await sampleInput();
    const { show } = input.document;
    const all = { ...show, agreement: true, consensus: true, intervals: true, tests: true };
    const model = buildReport({ ...input, document: { ...input.document, show: all } });
    const tables = blocksOf(model).flatMap((b) =>
      b.kind === 'figure' ? [b.table] : b.kind === 'table' ? [b] : [],
    );
    let small = 0;
    for (const table of tables)
      for (const row of table.rows)
        if (row[0] === 'Young offenders') {
          small += 1;
          expect(row.join(' ')).not.toContain('%');
        }
    expect(small).toBeGreaterThan(6);
    for (const text of blocksOf(model).flatMap(textsOf))
      expect(text).not.toMatch(/Young offenders: [^.]*\((?:around|just|half|very|nearly)/u);
  });

  test('F3 declined and not answered have columns of their own', async () => {
    const [, , , family] = figuresOf(buildReport(await sampleInput()));
    expect(family?.table.head.slice(6)).toEqual([
      'Answered',
      'Rather not say',
      'Does not apply to me',
      'No answer',
    ]);
    expect(family?.table.rows[0]?.slice(6)).toEqual(['40', '1', '4', '1']);
    expect(spaced(family?.caption ?? '')).toMatch(
      / 40 people answered\. Apart from these, 1 chose “Rather not say” and 4 chose “Does not apply to me”\. 1 person who was there placed nothing\. Sessions from 3 March 2026 to 31 March 2026\.$/u,
    );
  });

  test('F15 a release says who asked, the sample is marked, and the team’s own says so on every page', async () => {
    const release = buildReport(await sampleInput());
    expect(release.cover.map((c) => c.name)).toEqual([
      'Asked by',
      'Led by',
      'Will be answered by',
      'Answer promised',
    ]);
    expect(release.mark).toBe('SAMPLE: nobody said this');
    const input = await sampleInput({ audience: 'team', number: null });
    expect(buildReport(input).mark).toBe('CONFIDENTIAL: TEAM ONLY · SAMPLE: nobody said this');
    const real = buildReport({
      ...input,
      audience: 'release',
      consultation: { ...input.consultation, sample: false, askedBy: ' ' },
    });
    expect(real.mark).toBe('');
    // What is not recorded has no line on the cover.
    expect(real.cover.map((c) => c.name)).toEqual(['Led by', 'Will be answered by', 'Answer promised']);
  });

  test('F15 sections stand in their order, with the team’s chapters at their places', async () => {
    const input = await sampleInput();
    const picture = { id: 'p', type: 'image/png', data: 'AA==', alt: 'A wall', credit: 'Sam' } as const;
    const chapters = (['before', 'after', 'end'] as const).map((place) => ({
      id: place,
      title: `Told ${place}`,
      text: 'One.\n\n- two\n- three',
      place,
      pictures: [
        { ...picture, consent: place === 'after' },
        { ...picture, consent: false },
      ],
    }));
    const model = buildReport({ ...input, document: { ...input.document, chapters } });
    expect(model.sections.filter((s) => s.level === 1).map((s) => s.heading)).toEqual([
      'Summary',
      'What could change, and what could not',
      'How it was done',
      'Told before',
      'What people said',
      'What groups share',
      'Where groups differ',
      'Told after',
      'Appendix: all figures',
      'How to read a figure',
      'What this report cannot say',
      'Told end',
    ]);
    expect(new Set(model.sections.map((s) => s.id)).size).toBe(model.sections.length);
    const images = blocksOf(model).filter((b) => b.kind === 'image');
    expect(images).toEqual([
      { kind: 'image', type: 'image/png', data: 'AA==', alt: 'A wall', caption: 'Picture: Sam' },
    ]);
    expect(linesOf(model, 'chapter-1')).toEqual(['One.', 'two', 'three']);
  });
});

describe('what the team wrote', () => {
  test('F15 stays when the figures change, while the made text goes with them', async () => {
    const input = await sampleInput();
    const [first] = input.statements;
    if (first === undefined) throw new Error('no statement');
    const made = madeTexts(input);
    const document = newReport(10, 'shown');
    document.texts = {
      summary: { text: 'Our own words.', from: made.texts.summary },
      limits: { text: '', from: '' },
    };
    document.statements = {
      [first.id]: {
        sentence: { text: 'Told in our words.', from: made.statements[first.id] ?? '' },
        text: 'More.',
      },
    };
    const changed = { ...first, rounds: [roundWith(figureWith([40, 0, 0, 0, 0]))] };
    const after = { ...input, document, statements: [changed, ...input.statements.slice(1)] };
    const model = buildReport(after);
    expect(linesOf(model, 'summary')).toEqual(['Our own words.']);
    expect(linesOf(model, 'limits')).toEqual([]);
    expect(linesOf(model, 'statement-1').slice(1, 3)).toEqual(['Told in our words.', 'More.']);
    expect(figuresOf(model)[0]?.table.rows[0]?.[1]).toBe('40\n100\u00a0%');
    expect(madeTexts(after).statements[first.id]).toMatch(/^All 40 people disagreed/u);
    expect(madeTexts(after).texts.summary).not.toBe(made.texts.summary);
  });
});

describe('what is withheld', () => {
  test('F10 a withheld figure gives a note and no number', async () => {
    const input = await sampleInput({
      statements: [statementWith(1, [roundWith(null)], { notes: ['Too few answered.'] })],
      quotes: [],
    });
    const model = buildReport(input);
    expect(figuresOf(model)).toEqual([]);
    expect(linesOf(model, 'statement-1').slice(1)).toEqual([
      'No figure is given for “The worker keeps promise 1”. It would be about fewer than 10 people, or could be worked out from other figures.',
      'Too few answered.',
    ]);
    expect(linesOf(model, 'appendix-0')).toEqual(['No figures are given for: statement 1.']);
    expect(linesOf(model, 'methods')).toContain('Statement 1: too few answered.');
  });

  test('F10 a figure that is printed again has its date', async () => {
    const old = { ...roundWith(figureWith([1, 1, 1, 4, 4])), reprinted: '2026-03-01' };
    const model = buildReport(await sampleInput({ statements: [statementWith(1, [old])], quotes: [] }));
    for (const f of figuresOf(model)) {
      expect(f.picture.rows[0]?.label).toMatch(/ \(figures of 1 March 2026\)$/u);
      expect(f.table.rows[0]?.[0]).toMatch(/ \(figures of 1 March 2026\)$/u);
    }
  });
});
