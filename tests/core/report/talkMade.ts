/** What was said, as the chapter on it is tried with. */
import fc from 'fast-check';
import { newReport } from '../../../core/report/document.ts';
import { talkReport, type TalkReport, type TalkSource } from '../../../core/report/talk.ts';
import { NO_SOURCES } from '../../../core/talk/sources.ts';
import { NEW_POINT, NEW_THEME, type Point, type Theme } from '../../../core/talk/types.ts';
import { sampleInput } from './made.ts';

export const { consultation, sessions } = await sampleInput();
export const [one, two] = sessions.map(({ id }) => id);
export const [families, workers] = consultation.groups;
export const statement = consultation.statements[0]?.id ?? '';

export const theme = (id: string, more: Partial<Theme> = {}): Theme => ({
  ...NEW_THEME,
  id,
  name: `Theme ${id}`,
  ...more,
});
export const said = (id: string, themes: string[], more: Partial<Point> = {}): Point => ({
  ...NEW_POINT,
  id,
  session: one ?? '',
  source: 'discussion',
  place: 0,
  text: `Said ${id}`,
  themes,
  ...more,
});
export function talk(points: Point[], more: Partial<TalkSource> = {}): TalkReport | null {
  return talkReport({
    consultation,
    document: newReport(10, 'shown'),
    sessions,
    all: more.sessions ?? sessions,
    talk: {
      themes: [theme('a', { description: 'What a is' }), theme('b'), theme('c', { parent: 'a' })],
      points,
      codings: [],
      ...NO_SOURCES,
    },
    otherTexts: new Set(),
    postits: [],
    people: new Map((more.all ?? more.sessions ?? sessions).map(({ id }) => [id, 20])),
    earlier: [],
    quoted: [],
    date: '2026-11-22',
    audience: 'release',
    ...more,
  });
}
export const of = (report: TalkReport | null, id: string) => report?.themes.find((t) => t.id === id);

/** Four sessions of which a report may be about any. */
export const SESSIONS = ['w', 'x', 'y', 'z'];
export const there = SESSIONS.map((id) => ({
  ...(sessions[0] ?? ({} as never)),
  id,
  groups: [families?.id ?? '', workers?.id ?? ''],
}));
/** How many people each had, and a floor. */
export const people = fc
  .tuple(...SESSIONS.map(() => fc.integer({ min: 1, max: 12 })))
  .map((sizes) => new Map(SESSIONS.map((id, i) => [id, sizes[i] ?? 0])));
export const floors = fc.constantFrom<(5 | 10)[]>(5, 5, 10);

export function release(points: Point[], floor: 5 | 10, more: Partial<TalkSource>): TalkReport | null {
  return talk(points, { sessions: there, document: newReport(floor, 'shown'), ...more });
}
