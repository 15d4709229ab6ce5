/** What a report may tell of discussions. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Attendance } from '../../../core/session.ts';
import { newReport, type PointReview } from '../../../core/report/document.ts';
import { buildReport } from '../../../core/report/build.ts';
import type { TalkSource } from '../../../core/report/talk.ts';
import { toldParts } from '../../../core/report/toldParts.ts';
import type { Counted } from '../../../core/talk/count.ts';
import type { Point } from '../../../core/talk/types.ts';
import { sampleInput } from './made.ts';
import {
  consultation,
  families,
  of,
  one,
  said,
  sessions,
  statement,
  talk,
  two,
  workers,
} from './talkMade.ts';

const many = (n: number, themes: string[], more: Partial<Point> = {}): Point[] =>
  Array.from({ length: n }, (_, i) =>
    said(`${themes.join('')}${more.group ?? ''}${more.session ?? ''}${i}`, themes, more),
  );
const quote = { kind: 'quote', mayQuote: true } as const;
const review = (point: string, more: Partial<PointReview> = {}): PointReview => ({
  session: one ?? '',
  point,
  chosen: true,
  checked: true,
  published: null,
  ...more,
});

describe('numbers', () => {
  test('RT1 themes stand by sessions, then voices; a number is told from the floor on, one voice as one participant', () => {
    const report = talk([
      ...many(12, ['b']),
      said('x', ['a']),
      said('y', ['c'], { session: two ?? '' }),
      said('z', ['c']),
    ]);
    expect(report?.themes.map(({ path, sessions: n, points }) => [path, n, points])).toEqual([
      ['Theme a', 2, 'few'],
      ['Theme a / Theme c', 2, 'few'],
      ['Theme b', 1, { n: 12, again: null }],
    ]);
    expect(of(talk([said('x', ['b'])]), 'b')?.points).toBe('one');
    expect(of(talk([said('x', ['b'], { hands: 1 })]), 'b')?.points).toBe('few');
    expect(of(talk([said('x', ['b'])], { audience: 'team' }), 'b')?.points).toEqual({ n: 1, again: null });
    expect(talk([said('x', [])])).toBeNull();
  });

  test('RT1 by group only where each, and what is left, is nothing or reaches the floor; hidden where groups are', () => {
    const [f, w] = [families?.id ?? '', workers?.id ?? ''];
    const enough = [...many(12, ['b'], { group: f }), ...many(10, ['b'], { group: w })];
    expect(of(talk(enough), 'b')?.groups).toEqual([
      { label: families?.label, n: 12, again: null },
      { label: workers?.label, n: 10, again: null },
    ]);
    // Nine workers could be worked out from the whole and the families.
    expect(of(talk(enough.slice(0, -1)), 'b')?.groups).toEqual([]);
    expect(
      of(talk(enough, { consultation: { ...consultation, breakdowns: 'hidden' } }), 'b')?.groups,
    ).toEqual([]);
    expect(of(talk(many(11, ['b'], { statement })), 'b')?.statements).toEqual([
      { number: 1, n: 11, again: null },
    ]);
    expect(of(talk([...many(11, ['b'], { statement }), ...many(2, ['b'])]), 'b')?.statements).toEqual([]);
  });

  test('RT1 whatever is said, nobody works out fewer than the floor from the parts that are told', () => {
    const contribution = fc.record({ groups: fc.subarray(['p', 'q', 'r', 's'], { maxLength: 2 }) });
    fc.assert(
      fc.property(fc.array(contribution, { maxLength: 60 }), fc.constantFrom(5, 8, 10), (all, floor) => {
        const under = all.map(({ groups }): Counted => ({
          session: '',
          groups,
          statement: '',
          themes: [],
          hands: 0,
          isPostit: false,
        }));
        const told = toldParts(under, (c) => c.groups, floor).map(([part]) => part);
        // Every sum and difference of the whole and of those parts is made of these.
        const classes = Map.groupBy(under, (c) => told.filter((part) => c.groups.includes(part)).join());
        if (told.length > 0)
          for (const list of classes.values()) expect(list.length).toBeGreaterThanOrEqual(floor);
      }),
    );
  });

  test('RT2 a number that would differ from an earlier release’s by less than the floor is that one again, with its date', () => {
    const first = talk(many(14, ['b']), { date: '2026-10-01' });
    const earlier = [first?.entry ?? { cells: [], quotes: [] }];
    const next = (n: number) => of(talk(many(n, ['b']), { earlier }), 'b')?.points;
    // The date stands beside every number that was printed before: else it would tell which have changed.
    expect(next(14)).toEqual({ n: 14, again: '2026-10-01' });
    expect(next(15)).toEqual({ n: 14, again: '2026-10-01' });
    expect(next(6)).toEqual({ n: 14, again: '2026-10-01' });
    expect(next(4)).toBe('few');
    expect(next(24)).toEqual({ n: 24, again: null });
    // And so the one after that, which knows both.
    const second = talk(many(15, ['b']), { earlier, date: '2026-11-01' });
    const third = of(talk(many(22, ['b']), { earlier: [...earlier, second?.entry ?? earlier[0]!] }), 'b');
    expect(third?.points).toEqual({ n: 14, again: '2026-10-01' });
  });
});

describe('quotes', () => {
  const rows: Attendance[] = [
    { group: families?.id ?? '', gender: 'woman', ageBand: '30 to 44', n: 12 },
    { group: families?.id ?? '', gender: 'man', ageBand: '30 to 44', n: 2 },
  ];
  const there = sessions.map((s, i) => ({ ...s, attendance: i === 0 ? rows : [] }));
  const woman = { ...quote, group: families?.id ?? '', gender: 'woman', ageBand: '30 to 44' };
  const quoted = (points: Point[], reviews: PointReview[], more: Partial<TalkSource> = {}) =>
    talk(points, { sessions: there, document: { ...newReport(10, 'shown'), points: reviews }, ...more });

  test('RT3 only what was said as a quote, with a yes, chosen and checked, in the words that may be printed', () => {
    const points = [
      said('p1', ['b'], quote),
      said('p2', ['b'], { mayQuote: true }),
      said('p3', ['b'], { kind: 'quote' }),
      said('p4', ['b'], quote),
      said('p5', ['b'], quote),
      said('p6', ['b'], quote),
      said('p7', [], quote),
    ];
    const reviews = [
      review('p1', { published: 'Other words' }),
      review('p2'),
      review('p3'),
      review('p4', { checked: false }),
      review('p5', { chosen: false }),
      review('p6', { published: '' }),
      review('p7'),
    ];
    const report = quoted(points, reviews);
    expect(of(report, 'b')?.quotes.map(({ text }) => text)).toEqual(['Other words']);
    expect(report?.codebook.map(({ path, example }) => [path, example])).toEqual([
      ['Theme b', 'Other words'],
    ]);
    expect(report?.entry.quotes).toEqual([{ session: one, point: 'p1', said: {} }]);
  });

  test('RT3 of whoever said it as much is told as enough people share, over all releases and beside a quoted post-it', () => {
    const saidOf = (fields: Partial<Point>, more: Partial<TalkSource> = {}) =>
      of(quoted([said('p', ['b'], { ...woman, ...fields })], [review('p')], more), 'b')?.quotes[0]?.said;
    expect(saidOf({})).toEqual({ group: families?.label, gender: 'woman', ageBand: '30 to 44' });
    // Two men of that age: what fewer share goes, the group first, until enough share the rest.
    expect(saidOf({ gender: 'man' })).toEqual({});
    expect(saidOf({ gender: '' })).toEqual({ group: families?.label, ageBand: '30 to 44' });
    expect(saidOf({}, { consultation: { ...consultation, breakdowns: 'hidden' } })).toEqual({});
    expect(saidOf({ gender: 'woman' }, { sessions })).toEqual({});
    const before = { cells: [], quotes: [{ session: one ?? '', point: 'p', said: { gender: 'man' } }] };
    expect(saidOf({}, { earlier: [before] })).toEqual({ group: families?.label, ageBand: '30 to 44' });
    const writer = { session: one ?? '', board: 1, tag: 't', said: null };
    expect(saidOf({ postit: '1.t' }, { quoted: [writer] })).toEqual({});
    expect(saidOf({ postit: '1.other' }, { quoted: [writer] })).toMatchObject({ gender: 'woman' });
  });

  test('RT3 the team’s own report has what was chosen, with all that is known', () => {
    const report = quoted([said('p', ['b'], { gender: 'man' })], [review('p', { checked: false })], {
      audience: 'team',
    });
    expect(of(report, 'b')?.quotes).toEqual([
      { point: 'p', text: 'Said p', said: { group: '', gender: 'man', ageBand: '' }, dissent: false },
    ]);
  });
});

describe('in print', () => {
  test('RT5 the chapter has order, sentence, splits, quotes, dissent, saturation, and the appendix its codebook', async () => {
    const f = families?.id ?? '';
    const points = [
      ...many(10, ['a'], { group: f, statement }),
      ...many(3, ['b']),
      said('no', ['a'], { ...quote, group: f, statement, stance: 'disagree' }),
    ];
    const document = {
      ...newReport(10, 'shown'),
      points: [review('no')],
      saturation: 'Nothing new in the last.',
    };
    const model = buildReport(await sampleInput({ talk: talk(points, { document }), document }));
    const at = model.sections.findIndex(({ id }) => id === 'talk');
    const ids = model.sections.map(({ id }) => id);
    expect(ids.indexOf('differ') < at && at < ids.indexOf('appendix')).toBe(true);
    const text = JSON.stringify(model.sections.slice(at, at + 2));
    expect(text).toContain('Often is not the same as important');
    expect(text).toContain('then of how many points this table tells of them');
    expect(text).not.toMatch(/voice/u);
    expect(text).toContain('["Theme a","1 of 1","11"],["Theme b","1 of 1","fewer than 10"]');
    expect(text).toContain('Raised in the one session, 11 points.');
    expect(text).toContain('Not everyone saw it this way:');
    expect(text).toContain(`"text":"Said no","by":"${families?.label}"`);
    expect(text).toContain('Nothing new in the last.');
    expect(text).toContain('A number of points under 10 is not told');
    expect(text).toContain(`"head":["Theme","${families?.label}"]`);
    expect(text).toContain('"head":["Theme","Statement 1"],"rows":[["Theme a","11"]]');
    // A dash by statement is told of as well: the note stands below both.
    expect(text).toContain(
      '"rows":[["Theme a","11"]],"numeric":[1]},{"kind":"note","text":"A group or statement has a number only where it is of 10 points or more, and what is left without it is none or 10 at least.',
    );
    // Quotes from discussions are told of where limits are.
    const limits = (made: typeof model) => JSON.stringify(made.sections.find(({ id }) => id === 'limits'));
    const unquoted = await sampleInput({ quotes: [] });
    expect(limits(buildReport(unquoted))).not.toContain('Quotes were chosen');
    expect(limits(buildReport({ ...unquoted, talk: talk(points, { document }) }))).toContain(
      'Quotes were chosen',
    );
    expect(limits(model)).toContain('A group of fewer than 10 participants has no figure of its own');
    const book = model.sections.find(({ id }) => id === 'codebook');
    expect(JSON.stringify(book)).toContain('["Theme a","What a is","Said no"]');
    const without = buildReport(await sampleInput());
    expect(without.sections.some(({ id }) => id === 'talk' || id === 'codebook')).toBe(false);
    const silent = JSON.stringify(buildReport(await sampleInput({ talk: talk(points) })));
    expect(silent).toContain('"Saturation, in the researchers’ words","value":"not recorded"');
    expect(silent).toContain('Nobody who disagreed is quoted here.');
  });
});
