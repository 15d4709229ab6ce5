/** Interviews in a release, as they are tried with. */
import { newReport } from '../../../core/report/document.ts';
import type { TalkReport, TalkSource } from '../../../core/report/talk.ts';
import type { EntryTalk } from '../../../core/release/types.ts';
import { NEW_PASSAGE, NEW_SOURCE, type Passage, type TextSource } from '../../../core/talk/sources.ts';
import { said, talk, theme, two } from './talkMade.ts';

export const WORDS = 'Nobody ever asked me that.';
export const interview = (id: string, more: Partial<TextSource> = {}): TextSource => ({
  ...NEW_SOURCE,
  id,
  text: WORDS,
  mayUse: true,
  ...more,
});
export const many = (from: number, n: number, more: Partial<TextSource> = {}): TextSource[] =>
  Array.from({ length: n }, (_, i) => interview(`i${from + i}`, more));
export const on = (source: string, themes: string[], more: Partial<Passage> = {}): Passage => ({
  ...NEW_PASSAGE,
  id: `p-${source}`,
  source,
  themes,
  from: 0,
  to: WORDS.length,
  ...more,
});
export const themes = [theme('a', { description: 'What a is' }), theme('b'), theme('alone')];
export const points = [said('x', ['a']), said('y', ['b'], { session: two ?? '' })];
export const entries = (...reports: (TalkReport | null)[]): EntryTalk[] =>
  reports.flatMap((one) => one?.entry ?? []);

/**
 * A release.
 *
 * @param k how many of them raised theme a
 */
export const release = (sources: TextSource[], k: number, more: Partial<TalkSource> = {}) =>
  talk([], {
    talk: {
      themes,
      points,
      codings: [],
      sources,
      passages: sources
        .slice(0, k)
        .flatMap(({ id }) => [on(id, ['a']), on(id, ['a', 'alone'], { id: `again-${id}` })]),
    },
    document: newReport(5, 'shown'),
    date: '2026-12-01',
    ...more,
  });
