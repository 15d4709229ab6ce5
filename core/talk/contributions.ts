/** Everything that themes are counted from: points, post-its and passages that are under a theme. */
import type { Counted } from './count.ts';
import { NO_SOURCES, usableOfTeam, type Passage, type TextSource } from './sources.ts';
import { postitKey, type Coding, type Point } from './types.ts';

/** A comment as it stands on a board of a session that was counted. */
export interface PostitFacts {
  session: string;
  board: number;
  tag: string;
  groups: readonly string[];
  statement: string;
}

interface Texts {
  readonly sources: readonly TextSource[];
  readonly passages: readonly Passage[];
}

/**
 * Where nobody said of which group a speaker is, and the session was for one only, it is that.
 *
 * @param texts of which only what may be used is counted
 * @param postits of counted sessions; of a post-it in a running one neither group nor statement is known
 */
export function contributions(
  points: readonly Point[],
  codings: readonly Coding[],
  postits: readonly PostitFacts[],
  sessions: readonly { id: string; groups: readonly string[] }[],
  texts: Texts = NO_SOURCES,
): Counted[] {
  const only = new Map(sessions.map(({ id, groups }) => [id, groups.length === 1 ? groups : []]));
  const facts = new Map(postits.map((one) => [`${one.session} ${postitKey(one.board, one.tag)}`, one]));
  return [
    ...points.map((point): Counted => ({
      session: point.session,
      groups: point.group === '' ? (only.get(point.session) ?? []) : [point.group],
      statement: point.statement,
      themes: point.themes,
      hands: point.hands,
      isPostit: false,
    })),
    ...codings
      .filter(({ themes }) => themes.length > 0)
      .map(({ session, postit, themes }): Counted => {
        const on = facts.get(`${session} ${postit}`);
        const groups = on === undefined || on.groups.length === 0 ? (only.get(session) ?? []) : on.groups;
        return { session, groups, statement: on?.statement ?? '', themes, hands: 0, isPostit: true };
      }),
    ...usableOfTeam(texts.sources, texts.passages).map(({ source, passage }): Counted => ({
      session: '',
      groups: source.group === '' ? (only.get(source.session) ?? []) : [source.group],
      statement: '',
      themes: passage.themes,
      hands: 0,
      isPostit: false,
      passage: { source: source.id, from: passage.from, to: passage.to },
    })),
  ];
}
