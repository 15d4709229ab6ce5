/** Documents that two windows have changed: no text of either goes unless somebody chose so. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Consultation } from '../../core/consultation.ts';
import { readConsultation } from '../../core/consultationFile.ts';
import { consultationMerger } from '../../core/merge/consultation.ts';
import { reportMerger } from '../../core/merge/report.ts';
import type { Merger } from '../../core/merge/merge.ts';
import type { Conflict } from '../../core/merge/shape.ts';
import type { Chapter, ReportDocument, TextKey } from '../../core/report/document.ts';
import { newReport } from '../../core/report/document.ts';
import { DEFAULT_SCALE } from '../../core/scale.ts';
import { readReport } from '../../core/schemaReport.ts';

type Edit<T> = (doc: T) => T;

const KEYS = ['summary', 'methods', 'limits'] as const satisfies TextKey[];
const STATEMENTS = ['s1', 's2'];
const IDS = ['a', 'b', 'c', 'd'];

/** Texts that are unlike each other, as those that people type, so that one is never found in another by chance. */
const typed = fc.integer({ min: 0, max: 9999 }).map((n) => `Typed ${n}.`);
const chapterOf = (id: string, text: string): Chapter => ({
  id,
  title: '',
  text,
  pictures: [],
  place: 'after',
});

/** One thing that somebody does to a report. */
const reportEdit: fc.Arbitrary<Edit<ReportDocument>> = fc.oneof(
  fc.tuple(fc.constantFrom(...KEYS), typed).map(([key, text]) => (d: ReportDocument) => ({
    ...d,
    texts: { ...d.texts, [key]: { text, from: 'made' } },
  })),
  fc.constantFrom(...KEYS).map((key) => (d: ReportDocument) => {
    const { [key]: _, ...texts } = d.texts;
    return { ...d, texts };
  }),
  typed.map((notHeard) => (d: ReportDocument) => ({ ...d, notHeard })),
  fc.tuple(fc.constantFrom(...STATEMENTS), typed).map(([id, text]) => (d: ReportDocument) => ({
    ...d,
    statements: { ...d.statements, [id]: { ...d.statements[id], text } },
  })),
  fc.tuple(fc.constantFrom(...IDS), typed).map(([id, text]) => (d: ReportDocument) => ({
    ...d,
    chapters: d.chapters.some((c) => c.id === id)
      ? d.chapters.map((c) => (c.id === id ? { ...c, text } : c))
      : [...d.chapters, chapterOf(id, text)],
  })),
  fc
    .constantFrom(...IDS)
    .map((id) => (d: ReportDocument) => ({ ...d, chapters: d.chapters.filter((c) => c.id !== id) })),
  fc.constant((d: ReportDocument) => ({ ...d, chapters: d.chapters.toReversed() })),
  fc.tuple(fc.constantFrom(...IDS), typed).map(([id, name]) => (d: ReportDocument) => ({
    ...d,
    units: [...d.units.filter((u) => u.id !== id), { id, name, groups: ['g'], sessions: [] }],
  })),
  typed.map((name) => (d: ReportDocument) => ({
    ...d,
    lists: { ...d.lists, names: [...new Set([...d.lists.names, name])] },
  })),
  fc.constantFrom(5, 8, 10).map((floor) => (d: ReportDocument) => ({ ...d, floor })),
  fc.boolean().map((showPlaces) => (d: ReportDocument) => ({ ...d, showPlaces })),
);

const group = (id: string) => ({ id, label: `Group ${id}`, roomLabel: '' });
const statementOf = (id: string, text: string) => ({
  id,
  notes: '',
  picture: null,
  scale: null,
  version: 1,
  wordings: [{ group: null, lang: 'en', text }],
  earlier: [],
});
const consultation = (): Consultation => ({
  id: 'one',
  title: 'Listening',
  aim: '',
  askedBy: '',
  ledBy: '',
  answeredBy: '',
  answerDue: '',
  decided: '',
  open: '',
  words: { dangerTo: '', helpFrom: '', complainTo: '', withdrawUntil: '', consent: '', rights: '' },
  languages: ['en'],
  scale: DEFAULT_SCALE,
  groups: [group('a'), group('b')],
  statements: [statementOf('a', 'They listen'), statementOf('b', 'They call')],
  rounds: 1,
  roundOrder: 'each',
  floor: 5,
  breakdowns: 'shown',
  approvals: [],
  withdrawDays: 14,
  keepUntil: '',
  under18: false,
  sample: false,
});

const put = <T extends { id: string }>(list: readonly T[], id: string, change: (one: T) => T): T[] =>
  list.map((one) => (one.id === id ? change(one) : one));

/** One thing that somebody does to a consultation, as its editor does it. */
const consultationEdit: fc.Arbitrary<Edit<Consultation>> = fc.oneof(
  typed.map((aim) => (d: Consultation) => ({ ...d, aim })),
  typed.map((helpFrom) => (d: Consultation) => ({ ...d, words: { ...d.words, helpFrom } })),
  fc.tuple(fc.constantFrom(...IDS), typed).map(([id, text]) => (d: Consultation) => ({
    ...d,
    statements: d.statements.some((s) => s.id === id)
      ? put(d.statements, id, (s) => ({
          ...s,
          wordings: s.wordings.map((w, i) => (i === 0 ? { ...w, text } : w)),
        }))
      : [...d.statements, statementOf(id, text)],
  })),
  fc
    .constantFrom(...IDS)
    .map((id) => (d: Consultation) => ({ ...d, statements: d.statements.filter((s) => s.id !== id) })),
  fc
    .tuple(fc.constantFrom(...IDS), fc.constantFrom('a', 'b'), typed)
    .map(([id, of, text]) => (d: Consultation) => ({
      ...d,
      groups: d.groups.some((g) => g.id === of) ? d.groups : [...d.groups, group(of)],
      statements: put(d.statements, id, (s) => ({
        ...s,
        wordings: [...s.wordings.filter((w) => w.group !== of), { group: of, lang: 'en', text }],
      })),
    })),
  fc.constantFrom('a', 'b').map((id) => (d: Consultation) => ({
    ...d,
    groups: d.groups.filter((g) => g.id !== id),
    statements: d.statements.map((s) => {
      const left = s.wordings.filter((w) => w.group !== id);
      return {
        ...s,
        wordings: left.length > 0 ? left : s.wordings.slice(0, 1).map((w) => ({ ...w, group: null })),
      };
    }),
  })),
  fc.tuple(fc.constantFrom(...IDS), typed).map(([id, notes]) => (d: Consultation) => ({
    ...d,
    statements: put(d.statements, id, (s) => ({ ...s, notes })),
  })),
);

const apply = <T>(doc: T, edits: readonly Edit<T>[]): T => edits.reduce((d, edit) => edit(d), doc);

/** Texts that somebody has typed, wherever they stand. */
function typedIn(value: unknown): Set<string> {
  return new Set(JSON.stringify(value)?.match(/Typed \d+\./g) ?? []);
}

/** Every text that one side has and that was not there before. */
function added(base: unknown, side: unknown): string[] {
  const before = typedIn(base);
  return [...typedIn(side)].filter((text) => !before.has(text));
}

const sides = (conflicts: readonly Conflict[]) => conflicts.flatMap((c) => [c.mine, c.theirs]);

/** What holds for documents of either kind. */
function holds<T>(
  merger: Merger<T>,
  start: T,
  edit: fc.Arbitrary<Edit<T>>,
  read: (value: unknown) => unknown,
): void {
  const edits = fc.array(edit, { maxLength: 5 });
  const three = fc.tuple(edits, edits, edits).map(([first, here, there]) => {
    const base = apply(start, first);
    return { base, mine: apply(base, here), theirs: apply(base, there) };
  });
  const merge: Merger<T>['merge'] = (...given) => merger.merge(...given);

  test('S7 what only one of them changed is there, and nobody is asked', () => {
    fc.assert(
      fc.property(three, ({ base, mine, theirs }) => {
        expect(merge(base, mine, base)).toEqual({ document: mine, conflicts: [] });
        expect(merge(base, base, theirs)).toEqual({ document: theirs, conflicts: [] });
        expect(merge(base, mine, mine)).toEqual({ document: mine, conflicts: [] });
      }),
    );
  });

  test('S7 no text that either typed is lost: it is in the merged one, or somebody is asked about it', () => {
    fc.assert(
      fc.property(three, ({ base, mine, theirs }) => {
        const { document, conflicts } = merge(base, mine, theirs);
        const kept = typedIn([document, sides(conflicts)]);
        for (const text of [...added(base, mine), ...added(base, theirs)]) expect(kept).toContain(text);
        // As it stands it is a document that can be saved.
        expect(read(document)).toEqual(document);
      }),
    );
  });

  test('S7 whatever is chosen, only what was chosen against goes, and no question is left', () => {
    fc.assert(
      fc.property(
        three,
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        ({ base, mine, theirs }, coins) => {
          const { conflicts } = merge(base, mine, theirs);
          const chosen = new Map(
            conflicts.map(({ at }, i) => [at, coins[i] === true ? 'mine' : 'theirs'] as const),
          );
          const { document, conflicts: left } = merge(base, mine, theirs, chosen);
          expect(left).toEqual([]);
          const lost = conflicts.map((c) => (chosen.get(c.at) === 'mine' ? c.theirs : c.mine));
          const kept = typedIn([document, lost]);
          for (const text of [...added(base, mine), ...added(base, theirs)]) expect(kept).toContain(text);
          expect(read(document)).toEqual(document);
        },
      ),
    );
  });
}

describe('a consultation changed in two windows', () =>
  holds(consultationMerger, consultation(), consultationEdit, readConsultation));

describe('a report changed in two windows', () => {
  holds(reportMerger, newReport(5, 'shown'), reportEdit, readReport);
  const base = newReport(5, 'shown');
  const write = (d: ReportDocument, key: TextKey, text: string, from = 'made'): ReportDocument => ({
    ...d,
    texts: { ...d.texts, [key]: { text, from } },
  });
  const merge = (mine: ReportDocument, theirs: ReportDocument, from = base) =>
    reportMerger.merge(from, mine, theirs);

  test('S7 the same field in two ways is asked about, by its place, with both texts', () => {
    const { document, conflicts } = merge(write(base, 'summary', 'Mine'), write(base, 'summary', 'Theirs'));
    expect(conflicts).toEqual([
      { at: 'texts.summary', mine: { text: 'Mine', from: 'made' }, theirs: { text: 'Theirs', from: 'made' } },
    ]);
    expect(document.texts.summary?.text).toBe('Mine');
  });

  test('S7 white space that the server takes off is no difference', () => {
    const saved = write(base, 'summary', 'One.');
    expect(
      merge(write(base, 'summary', 'One. Two.'), saved, write(base, 'summary', 'One. ')).conflicts,
    ).toEqual([]);
    expect(merge(write(base, 'summary', 'One. '), saved).conflicts).toEqual([]);
  });

  test('S7 the same words on older and newer figures are no question', () => {
    const { document, conflicts } = merge(
      write(base, 'summary', 'Ours', 'b'),
      write(base, 'summary', 'Ours', 'a'),
    );
    expect([document.texts.summary?.text, conflicts]).toEqual(['Ours', []]);
  });

  test('S7 a chapter that one removed and the other wrote in is asked about; one that nobody touched goes', () => {
    const two = { ...base, chapters: [chapterOf('a', 'A'), chapterOf('b', 'B')] };
    const without = { ...two, chapters: [chapterOf('b', 'B')] };
    const written = { ...two, chapters: [chapterOf('a', 'A, and more'), chapterOf('b', 'B')] };
    expect(merge(without, written, two).conflicts).toEqual([
      { at: 'chapters.a', mine: undefined, theirs: chapterOf('a', 'A, and more') },
    ]);
    expect(merge(without, { ...two, title: 'T' }, two)).toEqual({
      document: { ...without, title: 'T' },
      conflicts: [],
    });
  });

  test('S7 chapters that were moved in one window and added in the other stand in the moved order', () => {
    const two = { ...base, chapters: [chapterOf('a', 'A'), chapterOf('b', 'B')] };
    const moved = { ...two, chapters: two.chapters.toReversed() };
    const longer = { ...two, chapters: [...two.chapters, chapterOf('c', 'C')] };
    for (const merged of [merge(moved, longer, two), merge(longer, moved, two)])
      expect(merged.document.chapters.map((c) => c.id)).toEqual(['b', 'c', 'a']);
  });
});
