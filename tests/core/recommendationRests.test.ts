/** What a recommendation rests on: themes, statements, points, post-its, and passages of interviews and documents. */
import { describe, expect, test } from '@jest/globals';
import { makeRests, type Rests } from '../../core/recommendations/rests.ts';
import { toldLists, type ToldSource } from '../../core/recommendations/toldLists.ts';
import { fromWords } from '../../core/recommendations/toldWords.ts';
import { readEvidence } from '../../core/recommendations/types.ts';
import { NEW_POINT, NEW_THEME } from '../../core/talk/types.ts';
import { aConsultation } from '../server/store/made.ts';
import { FACTS, passage, read } from '../support/evidence.ts';
import { recommendation } from '../support/recommendations.ts';

describe('RC4 what it rests on', () => {
  const rests = makeRests(FACTS);
  const of = (...evidence: string[]) => rests({ evidence });

  test('RC4 a theme brings what is under it, each once, also where it was merged', () => {
    const found = of('theme.t', 'theme.old', 'point.s1.p', 'postit.s4.1.x');
    expect(found.themes.map(({ name }) => name)).toEqual(['Calls']);
    expect([...found.sessions].toSorted()).toEqual(['s1', 's2', 's4']);
    expect(found).toMatchObject({ voices: 6, lone: false, missing: 0 });
  });

  test('RC4 one point or post-it of one person is a lone idea, hands or a statement make it none', () => {
    expect(of('point.s3.lone').lone).toBe(true);
    expect(of('postit.s4.1.x').lone).toBe(true);
    expect(of('theme.alone').lone).toBe(true);
    expect(of('theme.alone', 'point.s3.lone').lone).toBe(true);
    expect(of('point.s1.p').lone).toBe(false);
    expect(of('point.s3.lone', 'statement.st').lone).toBe(false);
    expect(of('point.s3.lone', 'point.s2.q').lone).toBe(false);
    expect(of().lone).toBe(false);
  });

  test('RC4 IV5 an interview or document is one voice, however often it comes back to a theme, and an idea is no lone one then', () => {
    const ids = ({ interviews, documents }: Rests) => [[...interviews].toSorted(), [...documents]];
    expect(ids(of('theme.few'))).toEqual([['i1', 'i2'], []]);
    expect(of('theme.few')).toMatchObject({ voices: 2, lone: false, loneInterview: false });
    expect(of('theme.few', 'passage.a', 'passage.b').voices).toBe(2);
    // A point of one person, an interview and a document; a text without a yes and lost words are nothing.
    expect(ids(of('theme.rare'))).toEqual([['i2'], ['d1']]);
    expect(of('theme.rare')).toMatchObject({ voices: 3, lone: false, loneInterview: false });
    expect(of('point.s3.lone', 'passage.a')).toMatchObject({ voices: 2, lone: false, loneInterview: false });
    expect([...of('theme.few', 'passage.c').sessions]).toEqual([]);
  });

  test('RC4 one interview alone is known as such to the team, and is told as nobody’s outside it', () => {
    for (const evidence of ['theme.single', 'passage.a', 'passage.single'])
      expect(of(evidence)).toMatchObject({ voices: 1, lone: false, loneInterview: true });
    // Who wrote a document may be many.
    expect(of('theme.written')).toMatchObject({ voices: 1, lone: false, loneInterview: false });
    expect(of('passage.a', 'statement.st').loneInterview).toBe(false);
  });

  test('RC5 IV3 a passage that is gone, has lost its words or may not be used is missing', () => {
    expect(of('passage.a')).toMatchObject({ missing: 0, passages: [{ id: 'a' }] });
    expect(of('passage.none', 'passage.lost', 'passage.kept')).toMatchObject({
      missing: 3,
      passages: [],
      voices: 0,
    });
    expect(readEvidence('passage.a')).toEqual({ of: 'passage', id: 'a' });
  });

  test('SC6 nothing rests on what a second coder marked', () => {
    expect(of('passage.second')).toMatchObject({ missing: 1, passages: [], voices: 0 });
    expect([...of('theme.single', 'theme.alone').documents]).toEqual([]);
  });

  test('RC5 what is not there any more is counted, and one that is left alone says so', () => {
    expect(of('point.s3.lone', 'point.s3.gone', 'theme.none', 'postit.s4.1.y')).toMatchObject({
      missing: 3,
      lone: true,
    });
  });
});

describe('RC6 what leaves of interviews', () => {
  const theme = (id: string) => ({ ...NEW_THEME, id, name: `Theme ${id}` });
  const point = (id: string, session: string, of: string) => ({
    ...NEW_POINT,
    id,
    session,
    source: 'discussion' as const,
    place: 0,
    text: id,
    themes: [of],
  });
  const texts = ['1', '2', '3', '4', '5', '6'];
  const source = (more: Partial<ToldSource> = {}, points = [point('p', 's1', 'both')]): ToldSource => ({
    consultation: aConsultation('shared'),
    list: [recommendation('a', { evidence: ['theme.both', 'theme.interviews'] })],
    out: [],
    sessions: [{ id: 's1', attendance: [] }],
    eligible: [],
    talk: {
      themes: [theme('both'), theme('interviews')],
      points,
      codings: [],
      sources: texts.map((id) => read(id)),
      passages: texts.map((id) => passage(`of-${id}`, id, ['both', 'interviews'])),
    },
    postits: [],
    releases: [],
    floor: 5,
    ...more,
  });
  const told = (of: ToldSource): string =>
    toldLists(of)
      .change.map((item) => fromWords(item, 5))
      .join();

  test('RC4 RC6 what one person said in the sessions is told so, and reads the same whoever raised it in an interview', () => {
    const { talk } = source();
    const alone = told(source({ talk: { ...talk, sources: [], passages: [] } }));
    expect(alone).toBe('Raised by one person in the sessions. Theme: Theme both.');
    for (const n of [1, 2, 6])
      expect(told(source({ talk: { ...talk, passages: talk.passages.slice(0, n) } }))).toBe(alone);
    // Not said, it would tell that somebody raised it there.
    const two = [point('p', 's1', 'both'), point('q', 's2', 'both')];
    const sessions = ['s1', 's2'].map((id) => ({
      id,
      attendance: [{ group: null, gender: '', ageBand: '', n: 6 }],
    }));
    expect(told(source({ sessions }, two))).toBe('Raised in both sessions. Theme: Theme both.');
  });

  test('RC6 RT7 a theme that interviews alone have raised is not named, and one that was named stays so', () => {
    expect(told(source())).not.toContain('Theme interviews');
    const { from } = toldLists(source());
    expect(from[0]?.counts).toMatchObject({ links: ['theme.both'], voices: 1 });
    // Whoever made the only point took it back since.
    expect(told(source({ out: from }, []))).toBe(told(source()));
    expect(told(source({}, []))).toBe('');
    // The team reads all of it.
    expect(told(source({ floor: 0 }))).toContain('Themes: Theme both and Theme interviews.');
  });
});
