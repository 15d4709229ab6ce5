/** What was told of where something was raised, by pages and by releases, as the next ones are held against it. */
import type { EntryTalk } from '../release/types.ts';
import { themeEvidence } from './rests.ts';
import type { FromOut } from './toldFrom.ts';
import { readEvidence } from './types.ts';

/** What is behind something in one session. */
export interface Spot {
  points: number;
  hands: number;
}

/** What was told of where something was raised. */
export interface RaisedTold {
  /** Of which recommendation; null: of a theme, in a release. */
  of: string | null;
  /** How many releases were before it, and how often it was told before: the later one counts. */
  releases: number;
  nth: number;
  /** Themes and statements, as evidence. */
  links: readonly string[];
  /** The themes among them with all that were nested under them then, as evidence. Absent: not known. */
  reach?: readonly string[];
  /** A point or post-it was linked itself, which is kept nowhere. */
  direct: boolean;
  /** Null: whether it is one person's could not be seen in what was told. */
  lone: boolean | null;
  /** `told`: whether it was raised there could be seen in what was told. */
  sessions: ReadonlyMap<string, Spot & { told: boolean; raised: boolean }>;
  /** It was about all sessions there were, and not about those alone. */
  whole: boolean;
  /** Of one theme that was told of together with more. Absent: of all of it. */
  part?: true;
}

/** What a recommendation told; null: what was behind it is not known. */
export function toldOfOne(of: string, { held, links, lone }: FromOut): RaisedTold | null {
  if (held === undefined) return null;
  const { releases = -1, nth, direct, sessions, reach } = held;
  const spots = sessions.map(
    ({ session, points, hands, large }) =>
      [session, { points, hands, told: large, raised: points > 0 }] as const,
  );
  const told = {
    of,
    releases,
    nth,
    links,
    direct,
    sessions: new Map(spots),
    whole: true,
    ...(reach === undefined ? {} : { reach: reach.map(themeEvidence) }),
  };
  const follows = links.some((key) => readEvidence(key)?.of === 'statement');
  // Beside a statement nothing is said of one person.
  return { ...told, lone: lone || !follows ? lone : loneIn(told.sessions) };
}

/** Who was heard in two sessions is not one person, whatever is said; null: nothing follows. */
function loneIn(sessions: RaisedTold['sessions']): false | null {
  const raised = [...sessions.values()].filter((spot) => spot.told && spot.raised);
  return raised.length > 1 ? false : null;
}

/**
 * What it told of themes that it named together: each was raised where it was, since what is told of them apart is put
 * beside it. Of where they were not, and of how often, it told nothing.
 */
export function toldOfParts(of: string, { held }: FromOut): RaisedTold[] {
  const large = new Set(held?.sessions.flatMap((one) => (one.large ? [one.session] : [])));
  const { releases = -1, nth = 0, themes = [] } = held ?? {};
  return themes.map(({ theme, sessions }) => {
    const spots = new Map(
      sessions.map(
        ({ session, points }) =>
          [session, { points, hands: 0, told: large.has(session), raised: true }] as const,
      ),
    );
    const told = { of, releases, nth, links: [themeEvidence(theme)], direct: false, sessions: spots };
    return { ...told, lone: loneIn(spots), whole: false, part: true };
  });
}

/** What the chapters of releases told of themes, oldest first. */
export function toldOfThemes(earlier: readonly (EntryTalk | undefined)[]): RaisedTold[] {
  const before = new Set<string>();
  return earlier.flatMap((entry, releases) =>
    (entry?.cells ?? []).flatMap(({ theme, by, date, sessions }): RaisedTold[] => {
      // With the date of an earlier release it is told of the sessions of that one, and nothing anew.
      const key = JSON.stringify([theme, by, date, sessions]);
      if (!['', 'few', 'one', 'not'].includes(by) || sessions === undefined || before.has(key)) return [];
      before.add(key);
      const raised = new Map(sessions.map(({ session, n }) => [session, n]));
      const counted = [...(entry?.counted ?? entry?.sessions ?? []), ...raised.keys()];
      const spots = counted.map(
        (id) => [id, { points: raised.get(id) ?? 0, hands: 0, told: true, raised: raised.has(id) }] as const,
      );
      return [
        {
          of: null,
          releases,
          nth: Number.MAX_SAFE_INTEGER,
          links: [themeEvidence(theme)],
          ...reachOf(theme, entry?.themes),
          direct: false,
          // A dash says nothing of how many but in how many sessions.
          lone: by === 'not' ? loneIn(new Map(spots)) : by === 'one',
          sessions: new Map(spots),
          whole: false,
        },
      ];
    }),
  );
}

function reachOf(theme: string, themes: EntryTalk['themes']): Pick<RaisedTold, 'reach'> {
  if (themes === undefined) return {};
  const below = themes.filter(({ above }) => above.includes(theme));
  return { reach: [theme, ...below.map((one) => one.theme)].map(themeEvidence) };
}
