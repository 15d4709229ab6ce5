/** Interviews and documents in the chapter on what people talked about. */
import { describe, expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import { textsOfReport, type TalkReport, type TalkSource } from '../../../core/report/talk.ts';
import {
  NEW_PASSAGE,
  NEW_SOURCE,
  NO_SOURCES,
  type Passage,
  type TextSource,
} from '../../../core/talk/sources.ts';
import { sampleInput } from './made.ts';
import { families, of, said, talk, theme, two } from './talkMade.ts';

describe('interviews and documents', () => {
  const text = (id: string, more: Partial<TextSource> = {}): TextSource => ({
    ...NEW_SOURCE,
    id,
    title: id,
    text: 'What somebody said',
    mayUse: true,
    ...more,
  });
  let n = 0;
  const passage = (source: string, themes: string[], more: Partial<Passage> = {}): Passage => ({
    ...NEW_PASSAGE,
    id: `passage ${(n += 1)}`,
    source,
    themes,
    from: n,
    to: n + 1,
    ...more,
  });
  const themes = [theme('a'), theme('b'), theme('c', { parent: 'a', description: 'Only told alone' })];
  const group = families?.id ?? '';
  const sources = [text('s1', { group }), text('s2'), text('s3'), text('no', { mayUse: false })];
  const passages = [
    ...['s1', 's2', 's3'].flatMap((id) => [passage(id, ['c']), passage(id, ['c'])]),
    passage('s1', ['b'], { stance: 'disagree' }),
    passage('no', ['b']),
    passage('s2', ['b'], { from: 5, to: 5 }),
  ];
  const points = [said('x', ['b'], { group }), said('y', ['b'], { session: two ?? '' })];
  const given = (more: Partial<TalkSource['talk']> = {}) => ({
    talk: { themes, points, codings: [], sources, passages, ...more },
  });
  const inPrint = async (report: TalkReport | null, audience: 'release' | 'team') => {
    const model = buildReport(await sampleInput({ talk: report, audience }));
    return JSON.stringify(
      model.sections.filter(({ id }) => id === 'talk' || id === 'codebook' || id.startsWith('theme-')),
    );
  };

  test('RT7 TK9 the team’s report has them as the themes page: one is one voice, in order, by group and as dissent', async () => {
    const report = talk([], { ...given(), audience: 'team' });
    expect(report).toMatchObject({ of: 2, ofTexts: 3, textsLeft: false });
    expect(report?.themes.map((one) => [one.path, one.sessions, one.texts, one.points])).toEqual([
      ['Theme b', 2, 1, { n: 2, again: null }],
      ['Theme a', 0, 3, { n: 0, again: null }],
      ['Theme a / Theme c', 0, 3, { n: 0, again: null }],
    ]);
    // Two passages of one interview are one, beside the points of the same group.
    expect(of(report, 'c')?.groups).toEqual([{ label: families?.label, n: 1, again: null }]);
    expect(of(report, 'b')?.groups).toEqual([{ label: families?.label, n: 3, again: null }]);
    expect(report?.themes.map(({ dissent }) => dissent)).toEqual([true, false, false]);
    const printed = await inPrint(report, 'team');
    expect(printed).toContain('Raised in 2 of 2 sessions and in 1 of 3 interviews and documents, 2 points.');
    expect(printed).toContain('Raised in 3 of 3 interviews and documents.');
    expect(printed).toContain('"head":["Theme","Raised in","Interviews and documents","Voices","Points"]');
    expect(printed).toContain('["Theme b","2 of 2","1 of 3","3","2"]');
    // The order is that of a column, and it says what that counts.
    expect(printed).toMatch(/then of how many voices: each point, .* so voices are not people\./u);
    // Three of a group are more than two points, and it is said why.
    expect(printed).toContain('By group each point counts once, and each interview or document once');
    const textless = talk([], { ...given(NO_SOURCES), audience: 'team' });
    expect(await inPrint(textless, 'team')).toContain('Themes by group');
    expect(await inPrint(textless, 'team')).not.toContain('By group each point counts once');
    expect(printed).toContain('Each is one voice, however often it comes back to one.');
    expect(printed).not.toContain('Something in');
    const fewer = talk([], { ...given({ passages: passages.slice(0, 2) }), audience: 'team' });
    expect(await inPrint(fewer, 'team')).toContain('Something in 1 of these 3 was put under a theme.');
    expect(printed).not.toContain('are not counted here');
    const alone = await inPrint(talk([], { ...given({ points: [] }), audience: 'team' }), 'team');
    expect(alone).not.toMatch(/In 0 sessions|0 of 0 sessions/);
  });

  test('RT7 those of a session that the report is not about are not in it, and those of none are', () => {
    const list = [
      text('none'),
      text('own', { session: 'in' }),
      text('other', { session: 'out' }),
      text('old', { session: 'removed' }),
    ];
    const about = textsOfReport(list, [{ id: 'in' }], [{ id: 'in' }, { id: 'out' }]);
    expect(about.map(({ id }) => id)).toEqual(['none', 'own', 'old']);
  });

  test('RT7 where fewer than the floor were held, a release is the same whatever is in them, but for a sentence, and names no theme of theirs alone', async () => {
    const release = (more: Partial<TalkSource['talk']>) => talk([], given(more));
    const one = release({ sources: sources.slice(0, 1), passages: [] });
    expect(of(one, 'b')).toMatchObject({ sessions: 2, texts: 0, points: 'few', dissent: false });
    expect(one).toMatchObject({ ofTexts: 0, textsLeft: true });
    expect(one?.codebook.map(({ path }) => path)).toEqual(['Theme b']);
    // One more interview, a yes that was taken back, and what is put under themes: nothing tells of it.
    expect(release({})).toEqual(one);
    expect(release({ sources: sources.slice(3) })).toEqual(one);
    expect(release({ points: [] })).toBeNull();
    const printed = await inPrint(one, 'release');
    expect(printed).toContain('Interviews and documents are not counted here: each is one person’s');
    expect(printed).not.toContain('Only told alone');
    const without = release(NO_SOURCES);
    expect(await inPrint(without, 'release')).not.toContain('Interviews and documents');
    // Nor once they are gone.
    expect(without?.codebook.map(({ path }) => path)).toEqual(['Theme b']);
  });
});
