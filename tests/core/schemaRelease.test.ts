import { expect, test } from '@jest/globals';
import * as v from 'valibot';
import { releasesSchema } from '../../core/schemaRelease.ts';
import { readReview } from '../../core/schemaReport.ts';
import { entryUnder } from '../../server/archive/entryUnder.ts';

const release = (quotes: unknown) => ({
  consultation: 'c',
  number: 1,
  date: '2026-11-22',
  formats: ['pdf'],
  approvedBy: {},
  notes: [],
  hash: 'a'.repeat(64),
  model: { format: 'standpoint-report', version: 1, title: 'T', sections: [] },
  entry: { number: 1, date: '2026-11-22', floor: 5, boards: [], quotes },
});
const takes = (quotes: unknown): boolean => v.safeParse(releasesSchema, [release(quotes)]).success;

test('F10 F13 an archive brings what a release said of the writers of its quotes', () => {
  const set = { sessions: ['s'], units: [{ groups: ['a'], sessions: [] }], others: null };
  const quote = { session: 's', board: 1, tag: 'A_b-9', said: { as: 'role', label: 'Parent', set } };
  expect(takes([quote, { ...quote, said: null }])).toBe(true);
  expect(takes([])).toBe(true);
  expect(takes([{ ...quote, board: 0 }])).toBe(false);
  expect(takes([{ ...quote, tag: 'no tag' }])).toBe(false);
  expect(takes([{ ...quote, said: { as: 'place', label: 'Hall', set } }])).toBe(false);
});

test('F14 a review says apart that a text is printed as written and that nothing of it is', () => {
  const review = { session: 's', board: 1, tag: 't', chosen: true, checked: true, replacements: [] };
  expect(readReview({ ...review, published: null })).toMatchObject({ published: null });
  expect(readReview({ ...review, published: ' \n' })).toMatchObject({ published: '' });
  expect(readReview(review)).toMatchObject({ published: null });
  expect(readReview({ ...review, published: 4 })).toMatchObject({ refusal: 'bad-file', where: 'published' });
});

test('RA5 an archive brings what a release told of being heard, under the ids that sessions have here', () => {
  const heard = (more: object = {}) => [
    { question: 'said', date: '2026-11-22', sessions: [{ session: 's', cells: [4, 3, 2, 1] }], ...more },
  ];
  const given = (list: unknown) => ({ ...release([]), entry: { ...release([]).entry, heard: list } });
  const takesHeard = (list: unknown): boolean => v.safeParse(releasesSchema, [given(list)]).success;
  expect(takesHeard(heard())).toBe(true);
  expect(takesHeard(heard({ question: 'changed 2026-11-01' }))).toBe(true);
  expect(takesHeard(heard({ question: 'changed then' }))).toBe(false);
  expect(takesHeard(heard({ sessions: [{ session: 's', cells: [4, 3, 2] }] }))).toBe(false);
  expect(takesHeard(heard({ sessions: [{ session: 's', cells: [4, 3, 2, -1] }] }))).toBe(false);
  const [read] = v.parse(releasesSchema, [given(heard())]);
  if (read === undefined) throw new Error('Nothing was read.');
  expect(
    entryUnder(
      read.entry,
      (id) => `${id}-here`,
      (_, id) => id,
    ).heard,
  ).toEqual(heard({ sessions: [{ session: 's-here', cells: [4, 3, 2, 1] }] }));
});

test('RB5 SC5 an archive brings how many were in each session, under the ids that sessions have here', () => {
  const counts = (id: string) => [
    { session: '', n: 2 },
    { session: id, n: 9 },
  ];
  const told = (id: string) => ({
    readBack: {
      date: '2026-11-22',
      people: 11,
      sessions: [id],
      counts: counts(id),
      corrections: 0,
      accepted: 0,
    },
    readings: [{ id: 'c', session: id, day: '2026-11-20', people: 9, corrected: true, accepted: false }],
    coders: {
      date: '2026-11-22',
      sessions: [id],
      units: 80,
      counts: counts(id).slice(1),
      alpha: 0.8,
      low: null,
      high: null,
    },
  });
  const [read] = v.parse(releasesSchema, [{ ...release([]), entry: { ...release([]).entry, ...told('s') } }]);
  if (read === undefined) throw new Error('Nothing was read.');
  expect(read.entry).toMatchObject(told('s'));
  const here = entryUnder(
    read.entry,
    (id) => `${id}-here`,
    (_, id) => id,
  );
  expect(here).toMatchObject(told('s-here'));
});

test('RT2 an archive brings what a release told of themes, in which sessions, under the ids they have here', () => {
  const cell = { theme: 't', by: 'few', n: 0, date: '2026-11-22' };
  const talk = (id: string, more: object = {}) => ({
    sessions: [id],
    counted: [id],
    cells: [
      {
        ...cell,
        sessions: [
          { session: id, n: 3 },
          { session: id, n: 2, groups: ['g'], statement: '' },
        ],
        of: [id],
        ...more,
      },
      cell,
    ],
    quotes: [{ session: id, point: 'p', said: {} }],
  });
  const given = (told: unknown) => ({
    ...release([]),
    entry: { ...release([]).entry, about: ['s'], talk: told },
  });
  const takesTalk = (told: unknown): boolean => v.safeParse(releasesSchema, [given(told)]).success;
  const line = { theme: 't', n: 6, date: '2026-11-22' };
  const lines = (more: object) => ({
    ...talk('s'),
    interviews: { interviews: ['i'], themes: [{ ...line, ...more }] },
  });
  for (const more of [{}, { raised: ['i'], of: ['i', 'j'] }, { few: true }]) {
    const [read] = v.parse(releasesSchema, [given(lines(more))]);
    expect(read?.entry.talk).toEqual(lines(more));
  }
  expect(takesTalk(lines({ raised: [1] }))).toBe(false);
  // One of an earlier version names no sessions.
  expect(takesTalk({ cells: [cell], quotes: [] })).toBe(true);
  expect(takesTalk(talk('s', { sessions: [{ session: 's', n: -1 }] }))).toBe(false);
  const [read] = v.parse(releasesSchema, [given(talk('s'))]);
  if (read === undefined) throw new Error('Nothing was read.');
  const here = entryUnder(
    read.entry,
    (id) => `${id}-here`,
    (_, id) => id,
  );
  expect(here).toMatchObject({ about: ['s-here'], talk: talk('s-here') });
});
