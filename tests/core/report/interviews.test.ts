/** Interviews in a release: how many raised a theme, and quotes out of them. */
import { describe, expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import { newReport, type PointReview } from '../../../core/report/document.ts';
import type { TalkReport, TalkSource } from '../../../core/report/talk.ts';
import type { EntryTalk } from '../../../core/release/types.ts';
import type { Passage, TextSource } from '../../../core/talk/sources.ts';
import { entries, interview, many, on, points, release, themes, WORDS } from './interviewsMade.ts';
import { sampleInput } from './made.ts';
import { consultation, families, of, sessions, talk } from './talkMade.ts';

const printed = async (report: TalkReport | null): Promise<string> => {
  const { sections } = buildReport(await sampleInput({ talk: report, document: newReport(5, 'shown') }));
  return JSON.stringify(sections.filter(({ id }) => id === 'talk' || id.startsWith('theme-')));
};

describe('how many', () => {
  /** @param by those of them who raised theme a */
  const raised = (sources: TextSource[], by: TextSource[], earlier: EntryTalk[]) =>
    release(sources, 0, {
      earlier,
      date: '2027-01-01',
      talk: { themes, points, codings: [], sources, passages: by.map(({ id }) => on(id, ['a'])) },
    });

  test('RT7 a theme’s number of interviews is told from the floor on, where as many were held; they move no order and no theme', async () => {
    expect(release(many(0, 4), 4)).toMatchObject({ ofInterviews: null, textsLeft: true });
    expect(release([], 0)).toMatchObject({ ofInterviews: null, textsLeft: false });
    const few = release([...many(0, 7), interview('no', { mayUse: false })], 4);
    expect(few).toMatchObject({ ofInterviews: 7, textsLeft: false });
    expect(of(few, 'a')?.interviews).toEqual({ n: 'few', of: 7, again: null });
    // None and fewer than the floor read alike.
    expect(await printed(few)).toBe(await printed(release(many(0, 7), 0)));
    const report = release([...many(0, 7), interview('doc', { form: 'document' })], 6);
    expect(of(report, 'a')?.interviews).toEqual({ n: 6, of: 7, again: null });
    expect(report?.themes.map(({ id }) => id)).toEqual(['a', 'b']);
    const text = await printed(report);
    expect(text).toContain('Raised by one participant in the sessions, and in 6 of 7 interviews.');
    expect(text).toContain('["Theme a","1 of 2","6 of 7","one participant"]');
    expect(text).toContain('["Theme b","1 of 2","fewer than 5","one participant"]');
    expect(text).toContain(
      '7 interviews are counted, whether or not anything in them was put under a theme.',
    );
    expect(text).toContain('Documents are not counted here');
    expect(text).not.toContain('Theme alone');
  });

  test('RT7 another set of interviews is counted only where whoever came or went are nobody or as many as the floor', () => {
    const first = release(many(0, 6), 5);
    const earlier = entries(first);
    // One more was held: the same numbers again, with their date.
    const later = { earlier, date: '2027-01-01' };
    const one = release(many(0, 7), 6, later);
    expect(one).toMatchObject({ ofInterviews: 6 });
    expect(of(one, 'a')?.interviews).toEqual({ n: 5, of: 6, again: '2026-12-01' });
    expect(one?.entry.interviews).toEqual(first?.entry.interviews);
    // One took the yes back, and nobody sees it.
    const back = release([...many(0, 5), interview('i5', { mayUse: false })], 5, later);
    expect(of(back, 'a')?.interviews).toEqual({ n: 5, of: 6, again: '2026-12-01' });
    // As many as the floor came.
    const more = release(many(0, 11), 10, later);
    expect(more).toMatchObject({ ofInterviews: 11 });
    expect(of(more, 'a')?.interviews).toEqual({ n: 10, of: 11, again: null });
    // Over three releases: what two of them leave over is one person.
    const third = { earlier: entries(first, more), date: '2027-02-01' };
    expect(release(many(1, 10), 9, third)).toMatchObject({ ofInterviews: 11 });
    expect(release(many(6, 5), 5, third)).toMatchObject({ ofInterviews: 5 });
    // Numbers about another report's interviews are not printed again in this one.
    const elsewhere = { ...third, otherTexts: new Set(['i3']) };
    expect(release(many(6, 2), 2, elsewhere)).toMatchObject({ ofInterviews: null, textsLeft: true });
  });

  test('RT2 RT7 of the same interviews a number that moved by less than the floor stands as it was told', async () => {
    const first = release(many(0, 12), 7);
    const now = release(many(0, 12), 8, { earlier: entries(first), date: '2027-01-01' });
    expect(of(now, 'a')?.interviews).toEqual({ n: 7, of: 12, again: '2026-12-01' });
    // With its date also where nothing has moved: that would be seen by it.
    const same = release(many(0, 12), 7, { earlier: entries(first), date: '2027-01-01' });
    expect(await printed(same)).toBe(await printed(now));
    const moved = release(many(0, 12), 12, { earlier: entries(first), date: '2027-01-01' });
    expect(of(moved, 'a')?.interviews).toEqual({ n: 12, of: 12, again: null });
  });

  test('RT2 RT7 of more interviews a number is told anew only where as many as the floor of those who came raised it', async () => {
    const first = release(many(0, 10), 6);
    const later = { earlier: entries(first), date: '2027-01-01' };
    /** Of those who came this many, beside the six. */
    const then = (came: number, all = many(0, 15)) =>
      raised(all, [...many(0, 6), ...many(10, came)], later.earlier);
    for (const came of [0, 1, 4]) {
      const report = then(came);
      expect(report).toMatchObject({ ofInterviews: 15 });
      expect(of(report, 'a')?.interviews).toEqual({ n: 6, of: 10, again: '2026-12-01' });
      expect(await printed(report)).toContain('6 of 10 (as on 1 December 2026)');
      expect(await printed(report)).toContain('and in 6 of 10 interviews (as on 1 December 2026)');
      expect(await printed(report)).toBe(await printed(then(0)));
    }
    // All five: a number that may be told, and that each of them raised it is asked about.
    expect(of(then(5), 'a')?.interviews).toEqual({ n: 11, of: 15, again: null, everyoneSince: true });
    expect(of(then(5, many(0, 17)), 'a')?.interviews).toEqual({ n: 11, of: 17, again: null });
    // What a register of before says is not known: it stands.
    const old = entries(first).map((entry) => ({
      ...entry,
      interviews: {
        interviews: entry.interviews?.interviews ?? [],
        themes: [{ theme: 'a', n: 6, date: '2026-12-01' }],
      },
    }));
    expect(of(release(many(0, 20), 16, { ...later, earlier: old }), 'a')?.interviews).toEqual({
      n: 6,
      of: 10,
      again: '2026-12-01',
    });
    // Of quite other interviews it is told.
    expect(of(release(many(10, 8), 7, { ...later, earlier: old }), 'a')?.interviews).toEqual({
      n: 7,
      of: 8,
      again: null,
    });
  });

  test('RT2 RT7 nor where two numbers of before leave few over, though one of them is of none of these interviews', () => {
    const first = raised(many(0, 5), many(0, 5), []);
    const second = raised(many(0, 11), many(0, 11), entries(first));
    // Eleven without those five and without the five of now: one.
    const third = (earlier: EntryTalk[]) => raised(many(5, 6), many(6, 5), earlier);
    const stands = { n: 11, of: 11, again: '2027-01-01' };
    expect(of(third(entries(first, second)), 'a')?.interviews).toEqual(stands);
    expect(of(third(entries(second)), 'a')?.interviews).toMatchObject({ n: 5, of: 6, again: null });
    // The same where a register of before does not say which the five were.
    const [old, ...later] = entries(first, second).map((entry, i) => {
      const { interviews = { interviews: [], themes: [] } } = entry;
      if (i > 0) return entry;
      const lines = interviews.themes.map(({ theme: id, n, date }) => ({ theme: id, n, date }));
      return { ...entry, interviews: { ...interviews, themes: lines } };
    });
    expect(of(third([...(old === undefined ? [] : [old]), ...later]), 'a')?.interviews).toEqual(stands);
  });

  test('RT2 RT7 how many “fewer than the floor” are is worked out by no number before or after it', async () => {
    // Four of ten, then nine of fifteen: the five who came and those four.
    const few = release(many(0, 10), 4);
    const nine = raised(many(0, 15), [...many(0, 4), ...many(10, 5)], entries(few));
    expect(of(nine, 'a')?.interviews).toEqual({ n: 'few', of: 10, again: '2026-12-01' });
    expect(await printed(nine)).toContain('fewer than 5 of 10 (as on 1 December 2026)');
    const five = raised(many(0, 15), [...many(0, 2), ...many(10, 3)], entries(few));
    expect(of(five, 'a')?.interviews).toEqual({ n: 5, of: 15, again: null });
    // Nine of twelve, and five go: those who are left would be the four.
    const told = raised(many(0, 12), [...many(0, 4), ...many(7, 5)], []);
    const left = raised(many(0, 7), many(0, 4), entries(told));
    expect(of(left, 'a')?.interviews).toEqual({ n: 9, of: 12, again: '2027-01-01' });
    const fewer = raised(
      many(0, 7),
      many(0, 2),
      entries(raised(many(0, 12), [...many(0, 2), ...many(7, 5)], [])),
    );
    expect(of(fewer, 'a')?.interviews).toEqual({ n: 'few', of: 7, again: null });
  });

  test('RT7 a number about interviews of another report stands in none, and a theme has no number before it is in print', async () => {
    const both = release(many(0, 20), 12);
    const later = { earlier: entries(both), date: '2027-01-01', otherTexts: new Set(['i0']) };
    const other = release(many(8, 12), 4, later);
    expect(of(other, 'a')?.interviews).toMatchObject({ n: 'not' });
    const text = await printed(other);
    expect(text).toContain('"–"');
    expect(text).toContain(
      'Where “–” stands in this table, a number is not told: beside others, here or in an earlier report, it could tell of fewer than 5.',
    );
    expect(await printed(both)).not.toContain('Where “–” stands');
    expect(both?.entry.interviews?.themes.map(({ theme: id }) => id)).toEqual(['a', 'b']);
  });
});

describe('quotes', () => {
  const choose = (point: string, more: Partial<PointReview> = {}): PointReview => ({
    session: '',
    point,
    chosen: true,
    checked: true,
    published: null,
    ...more,
  });
  const group = families?.id ?? '';
  const heads = [
    { group, gender: 'woman', ageBand: '25 to 34', n: 6 },
    { group, gender: 'man', ageBand: '25 to 34', n: 2 },
  ];
  const quoting = (
    source: Partial<TextSource>,
    passage: Partial<Passage> = {},
    review: Partial<PointReview> = {},
    more: Partial<TalkSource> = {},
  ) =>
    talk([], {
      consultation: { ...consultation, floor: 5 },
      sessions: sessions.map((one, i) => (i === 0 ? { ...one, attendance: heads } : one)),
      talk: {
        themes,
        points,
        codings: [],
        sources: [interview('s', { mayQuote: true, ...source })],
        passages: [on('s', ['a'], passage)],
      },
      document: { ...newReport(5, 'shown'), points: [choose('p-s', review)] },
      ...more,
    });
  const quoted = (...given: Parameters<typeof quoting>) => of(quoting(...given), 'a')?.quotes ?? [];

  test('RT8 a passage is quoted with both yeses, chosen and read, in the words that stand, under a theme that sessions raised', async () => {
    expect(quoted({})).toEqual([{ point: 'p-s', text: WORDS, said: {}, dissent: false }]);
    expect(quoted({}, {}, { published: 'Nobody asked.' })[0]?.text).toBe('Nobody asked.');
    expect(quoted({ mayQuote: false })).toEqual([]);
    expect(quoted({ mayUse: false })).toEqual([]);
    expect(quoted({}, { from: 3, to: 3 })).toEqual([]);
    expect(quoted({}, {}, { chosen: false })).toEqual([]);
    expect(quoted({}, {}, { checked: false })).toEqual([]);
    const alone = quoting({}, { themes: ['alone'] });
    expect(await printed(alone)).not.toContain(WORDS);
    expect(alone?.entry.passages).toBeUndefined();
    const team = quoting({}, { themes: ['alone'] }, {}, { audience: 'team' });
    expect(of(team, 'alone')?.quotes).toHaveLength(1);
  });

  test('SC6 a second coder’s passage is no quote, no number of interviews and no dissent', () => {
    const second = { coder: 'second', stance: 'disagree' } as const;
    expect(quoted({}, second)).toEqual([]);
    const team = quoting({}, second, {}, { audience: 'team' });
    expect(of(team, 'a')).toMatchObject({ quotes: [] });
    expect(of(team, 'a')?.dissent).toBe(false);
    const five = many(1, 5);
    const counted = (coder: Passage['coder']) =>
      of(
        release(five, 0, {
          talk: {
            themes,
            points,
            codings: [],
            sources: five,
            passages: five.map(({ id }) => on(id, ['a'], { coder })),
          },
        }),
        'a',
      )?.interviews?.n;
    expect([counted('first'), counted('second')]).toEqual([5, 'few']);
  });

  test('RT8 RT2 it stays where what was said beside it is taken back, while the theme’s number stands', () => {
    const first = quoting({});
    const taken = {
      talk: {
        themes,
        points: [],
        codings: [],
        sources: [interview('s', { mayQuote: true })],
        passages: [on('s', ['a'])],
      },
    };
    const back = quoting({}, {}, {}, { ...taken, earlier: first === null ? [] : [first.entry] });
    expect(of(back, 'a')?.quotes).toEqual(of(first, 'a')?.quotes);
    expect(quoting({}, {}, {}, taken)).toBeNull();
  });

  test('RT8 nothing tells it from what was said in a session, and of the speaker is told what enough people there share', async () => {
    const told = { group, gender: 'woman', ageBand: '25 to 34' };
    const report = quoting(told);
    expect(of(report, 'a')?.quotes[0]?.said).toEqual({
      group: families?.label,
      gender: 'woman',
      ageBand: '25 to 34',
    });
    expect(await printed(report)).toContain(
      JSON.stringify({ kind: 'quote', text: WORDS, by: `Woman, 25 to 34, ${families?.label}` }),
    );
    expect(quoted({ ...told, gender: 'man' })[0]?.said).toEqual({});
    expect(report?.entry.passages).toEqual([
      { source: 's', passage: 'p-s', said: of(report, 'a')?.quotes[0]?.said },
    ]);
    // Everything that was said of somebody in one interview is put together by whoever reads all of it.
    const earlier = [
      { cells: [], quotes: [], passages: [{ source: 's', passage: 'other', said: { gender: 'man' } }] },
    ];
    expect(quoted(told, {}, {}, { earlier })[0]?.said).not.toHaveProperty('gender');
  });
});
