/** Two coders, and themes that were raised together, in a report. */
import { describe, expect, test } from '@jest/globals';
import { betweenReport } from '../../../core/report/between.ts';
import { twiceTold } from '../../../core/report/codedTwice.ts';
import { buildReport } from '../../../core/report/build.ts';
import { newReport } from '../../../core/report/document.ts';
import type { TalkSource } from '../../../core/report/talk.ts';
import type { EntryCoders, EntryTwice } from '../../../core/release/stories.ts';
import { speechOf } from '../../../core/report/words.ts';
import { NEW_PASSAGE, NEW_SOURCE, NO_SOURCES } from '../../../core/talk/sources.ts';
import type { Point } from '../../../core/talk/types.ts';
import { sampleInput } from './made.ts';
import { consultation, said, sessions, talk, theme, two } from './talkMade.ts';

const themes = [theme('a'), theme('b')];
/** So many points, every fourth under both themes and every third under none. */
const points = (n: number): Point[] =>
  Array.from({ length: n }, (_, i) =>
    said(
      `p${i}`,
      i % 4 === 0 ? ['a', 'b'] : i % 3 === 0 ? [] : ['b'],
      i % 5 === 0 ? { session: two ?? '' } : {},
    ),
  );
/** The second coder sees it as the team does, but for each tenth. */
const seconds = (all: readonly Point[]) =>
  all.map(({ session, id, themes: own }, i) => ({ session, unit: id, themes: i % 10 === 1 ? ['a'] : own }));

function told(
  all: Point[],
  audience: 'release' | 'team',
  earlier: readonly EntryCoders[] = [],
  more: Partial<TalkSource['talk']> = {},
  earlierTwice: readonly EntryTwice[] = [],
) {
  const given = { themes, points: all, codings: [], ...NO_SOURCES, ...more };
  const report = talk([], { talk: given, audience });
  return {
    report,
    between: betweenReport({
      consultation,
      document: newReport(10, 'shown'),
      sessions,
      all: sessions,
      talk: given,
      otherTexts: new Set(),
      postits: [],
      people: new Map(),
      date: '2026-11-22',
      audience,
      seconds: seconds(all),
      told: report,
      earlier,
      earlierTwice,
    }),
  };
}
const inPrint = async (of: ReturnType<typeof told>, audience: 'release' | 'team'): Promise<string> => {
  const model = buildReport(await sampleInput({ talk: of.report, between: of.between, audience }));
  return JSON.stringify(model.sections.filter(({ id }) => id === 'talk' || id === 'codebook'));
};

describe('two coders in a report', () => {
  test('SC5 the team’s report has units and alpha, of texts too, and which themes were raised together', async () => {
    const text = 'One thing. Another thing.';
    const source = { ...NEW_SOURCE, id: 's', title: 'S', text, mayUse: true };
    const passage = { ...NEW_PASSAGE, source: 's', from: 0, to: 10, themes: ['a'] };
    const of = told(points(8), 'team', [], {
      sources: [source],
      passages: [
        { ...passage, id: '1' },
        { ...passage, id: '2', coder: 'second' },
      ],
    });
    expect(of.between).toMatchObject({
      said: { units: 8, unplaced: 2, worth: 'few', again: null },
      texts: { units: 2, alpha: 1, low: null, worth: 'few' },
      together: [{ a: 'Theme a', b: 'Theme b', times: 2, origins: 2 }],
      entry: null,
    });
    const printed = await inPrint(of, 'team');
    expect(printed).toContain(
      'A second person put 8 points under these themes, or under none of them, without',
    );
    expect(printed).toContain('2 of them the team has under no theme; that is taken as its “none of them”.');
    expect(printed).toContain('two people coded the same texts, 2 sentences of them. Over all themes');
    expect(printed).toContain('These are too few to tell what it is worth.');
    expect(printed).toContain('"caption":"Themes that were raised together"');
    expect(printed).toContain('["Theme a","Theme b","2","2"]');
  });

  test('SC5 a release tells it from the least number on, of points and post-its only, and no pairs of themes', async () => {
    const few = told(points(59), 'release');
    const twice = { sessions: few.report?.entry.counted?.toSorted(), why: 'few' };
    const nothing = { said: null, texts: null, together: [], entry: null };
    expect(few.between).toEqual({ ...nothing, unsaid: 'few', twice });
    expect(await inPrint(few, 'release')).not.toMatch(/Two people|alpha/u);
    // Under the floor, 10 here, nobody is told that there was a second coding.
    expect(told(points(9), 'release').between).toBeNull();
    expect(told(points(10), 'release').between).toMatchObject({ said: null, unsaid: 'few' });
    const of = told(points(80), 'release');
    expect(of.between).toMatchObject({ said: { units: 80, worth: 'good' }, texts: null, together: [] });
    expect(of.between?.entry).toMatchObject({ units: 80, date: '2026-11-22' });
    const printed = await inPrint(of, 'release');
    expect(printed).toMatch(/A second person put 80 points .* alpha is 0\.\d\d, in 95 of 100 samples/);
    expect(printed).toContain('Such codings are usually relied on.');
    // How many those are would move by one.
    expect(printed).toContain('What the team had under no theme is taken as its “none of them”. Over all');
    expect(printed).not.toContain('raised together');
    expect(await inPrint(told([], 'release'), 'release')).not.toContain('second person');
  });

  test('SC5 a release after another moves only when as many as the floor have come or gone', async () => {
    const first = { ...told(points(80), 'release').between!.entry!, date: '2026-10-01' };
    for (const n of [71, 79, 81, 89]) {
      const next = told(points(n), 'release', [first]);
      expect(next.between?.entry).toEqual(first);
      expect(next.between?.said).toMatchObject({ units: 80, alpha: first.alpha, again: '2026-10-01' });
      expect(await inPrint(next, 'release')).toContain('had put 80 points');
    }
    // Down to where nothing would be told, too.
    const few = { ...told(points(60), 'release').between!.entry!, date: '2026-10-01' };
    expect(told(points(59), 'release', [few]).between?.entry).toEqual(few);
    expect(told(points(90), 'release', [first]).between?.said).toMatchObject({ units: 90, again: null });
    // The same has its date as well: else one that stands would tell that somebody has.
    expect(told(points(80), 'release', [first]).between?.said).toMatchObject({ again: '2026-10-01' });
    expect(told(points(80), 'release', [first]).between?.entry).toEqual(first);
    const recoded = { ...first, alpha: 0.5 };
    expect(told(points(80), 'release', [recoded]).between).toMatchObject({
      said: { again: null, alpha: first.alpha },
      entry: { date: '2026-11-22' },
    });
    // The figure of a report on other sessions is not this one's.
    expect(told(points(79), 'release', [{ ...first, sessions: ['else'] }]).between).toEqual({
      said: null,
      unsaid: 'held',
      texts: null,
      together: [],
      entry: null,
      twice: { sessions: first.sessions, why: 'held' },
    });
  });

  test('SC5 RT2 that two people coded stays told where too few agree on anything to be told, however few are left', async () => {
    const unsaid = (n: number, before: EntryTwice[]) =>
      told(points(n), 'release', [], {}, before).between?.unsaid;
    const { twice } = told(points(10), 'release').between!;
    expect(unsaid(9, [twice!])).toBe('few');
    expect(told(points(9), 'release', [], {}, [twice!]).between?.twice).toEqual(twice);
    // That they were too few is not said after something else was: then it would be seen that some went.
    expect(unsaid(59, [{ ...twice!, why: 'held' }])).toBe('held');
    expect(unsaid(9, [{ ...twice!, why: 'held' }])).toBe('held');
    // A report on other sessions tells nothing of these.
    expect(unsaid(9, [{ ...twice!, sessions: ['else'] }])).toBeUndefined();
    expect(told(points(80), 'release', [], {}, [twice!]).between?.said).toMatchObject({ units: 80 });
  });

  test('SC5 of a release from before it was noted its words say that two people coded', () => {
    const speech = speechOf('en');
    const text = speech.say('check.know.coders.few.before');
    const blocks = [{ kind: 'table' as const, caption: '', head: [], rows: [['', text]], numeric: [] }];
    const model = { sections: [{ id: 'checklist', heading: '', level: 1 as const, blocks }] };
    const entry = { number: 1, date: '2026-10-01', floor: 5, boards: [], about: ['aa'] };
    expect(twiceTold(speech, { entry, model })).toEqual([{ sessions: ['aa'], why: 'few' }]);
    expect(twiceTold(speech, { entry, model: { sections: [] } })).toEqual([]);
    // What the team wrote in a chapter may read like it.
    const chapter = { sections: [{ id: 'chapter-1', heading: '', level: 1 as const, blocks }] };
    expect(twiceTold(speech, { entry, model: chapter })).toEqual([]);
    const twice = { sessions: ['bb'], why: 'held' as const };
    expect(twiceTold(speech, { entry: { ...entry, twice }, model })).toEqual([twice]);
  });
});
