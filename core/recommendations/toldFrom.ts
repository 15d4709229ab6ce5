/**
 * In how many sessions a recommendation was raised, and whether it is one person's idea: what went out of that stands
 * until as many have come or gone as the floor. Else two pages side by side would show who took something back.
 *
 * What is told is a number of sessions. So each number that went out is held session by session, and like against like:
 * what it was told of is worked out as it would be now, whatever the team has linked since. A session that has come into
 * it or gone out of it since, by fewer points than the floor, is not to be seen in any new number, whichever way others
 * moved. The same goes for whether it is one person's, over all sessions together. A session that is new is of as many
 * people as the floor, or it is not counted. Only what has nothing to do with what rests there now is not held against;
 * what is not known of a number that went out is held for few, and that number stands.
 */
import { statementEvidence, themeEvidence, type Rests } from './rests.ts';
import { readEvidence, type Recommendation } from './types.ts';

/** In how many of the sessions that are large enough, and whether others are smaller. */
export interface Raised {
  n: number;
  of: number;
  smaller: boolean;
}

/** What is behind it in each session, for holding the next one against it. */
export interface FromHeld {
  /** How many went out before. */
  nth: number;
  floor: number;
  /** A point or post-it was linked itself, which is kept nowhere else. */
  direct: boolean;
  /** Sessions that were counted, which are `large`, and others in which anything was said. */
  sessions: { session: string; points: number; hands: number; large: boolean }[];
}

export interface FromOut {
  /** Null: not told. */
  raised: Raised | null;
  lone: boolean;
  /** Points, post-its and raised hands behind it; told nowhere. */
  voices: number;
  /** The themes and statements that the team had linked, as evidence. */
  links: string[];
  /** Absent: not known. */
  held?: FromHeld;
}

type Evidence = Pick<Recommendation, 'evidence'>;

/** What is worked out from what is there now. */
export interface FromSource {
  rests: (one: Evidence) => Rests;
  /** Whether one of these has to do with one of those: the same theme, or one above the other. */
  related: (a: Rests, b: Rests) => boolean;
  /** Ids of the sessions there are. */
  sessions: readonly string[];
  /** Those with as many people as the floor. */
  large: ReadonlySet<string>;
  floor: number;
}

/** As it may be told: what went out last, where fewer than the floor have come or gone since any that did. */
export function fromToTell(one: Evidence, out: readonly FromOut[], source: FromSource): FromOut {
  const now = fromNow(one, out, source);
  if (source.floor === 0) return now;
  const own = source.rests(one);
  const against = out
    // Where nobody had said anything there is nothing that could have been taken back.
    .filter(({ voices }) => voices > 0)
    .filter((before) => !isApart(before, own, source))
    .toSorted((a, b) => (a.held?.nth ?? -1) - (b.held?.nth ?? -1) || a.voices - b.voices);
  const last = against.at(-1);
  if (last === undefined) return now;
  if (!against.every((before) => isSafe(before, one, source))) return last;
  return isSame(last, now) ? last : now;
}

function fromNow(one: Evidence, out: readonly FromOut[], source: FromSource): FromOut {
  const { sessions, floor } = source;
  const rests = source.rests(one);
  // One that was counted stays so: who went of it, so that it is small now, would show in it.
  const counted = out.flatMap(({ held }) => (held !== undefined && held.floor >= floor ? held.sessions : []));
  const stays = new Set(counted.flatMap(({ session, large }) => (large ? [session] : [])));
  const large = sessions.filter((id) => source.large.has(id) || stays.has(id));
  const n = large.filter((id) => rests.sessions.has(id)).length;
  return {
    // Of one session alone it would be that session's own.
    raised:
      rests.lone || n === 0 || large.length < 2
        ? null
        : { n, of: large.length, smaller: large.length < sessions.length },
    lone: rests.lone,
    voices: rests.voices,
    links: linksOf(rests),
    held: {
      nth: out.length,
      floor,
      direct: rests.points.length + rests.postits.length > 0,
      sessions: sessions
        .map((session) => ({ session, ...behindIn(rests, session), large: large.includes(session) }))
        .filter(({ large: counts, points }) => counts || points > 0)
        .toSorted((a, b) => (a.session < b.session ? -1 : 1)),
    },
  };
}

function behindIn({ behind }: Rests, session: string): { points: number; hands: number } {
  const here = [...behind.values()].filter((one) => one.session === session);
  return { points: here.length, hands: here.reduce((sum, { hands }) => sum + hands, 0) };
}

/** What it was told of would read the same now, or as many as the floor have come or gone where it would not. */
function isSafe(before: FromOut, one: Evidence, { rests, sessions, floor }: FromSource): boolean {
  const { held, links, lone } = before;
  if (held === undefined) return false;
  // What was linked itself is known by nothing but what is linked itself now.
  const direct = one.evidence.filter((key) => ['point', 'postit'].includes(readEvidence(key)?.of ?? ''));
  const now = rests({ evidence: [...links, ...direct] });
  const known = new Map(held.sessions.map((was) => [was.session, was]));
  let [came, went, hands] = [0, 0, 0];
  for (const session of new Set([...known.keys(), ...sessions])) {
    const is = behindIn(now, session);
    const was = known.get(session) ?? { points: 0, hands: 0, large: false };
    const flips = is.points > 0 !== was.points > 0;
    // One that is there no more took all its people along.
    if (flips && was.large && sessions.includes(session) && Math.abs(is.points - was.points) < floor)
      return false;
    came += Math.max(0, is.points - was.points);
    went += Math.max(0, was.points - is.points);
    // Who raises a hand is somebody; where hands go, it was one who took the point back.
    hands += Math.max(0, is.hands - was.hands);
  }
  return now.lone === lone || Math.max(came, went, hands) >= floor;
}

/** Nothing that it was told of has to do with what rests there now. */
function isApart({ links, held }: FromOut, own: Rests, { rests, related }: FromSource): boolean {
  if (held === undefined || held.direct || links.length === 0) return false;
  const then = rests({ evidence: links });
  return !related(then, own) && ![...then.behind.keys()].some((id) => own.behind.has(id));
}

function isSame(a: FromOut, b: FromOut): boolean {
  const all = ({ raised, lone, voices, links, held }: FromOut) =>
    JSON.stringify([raised, lone, voices, links, held?.floor, held?.direct, held?.sessions]);
  return all(a) === all(b);
}

function linksOf({ themes, statements }: Rests): string[] {
  return [...themes.map(({ id }) => themeEvidence(id)), ...statements.map(statementEvidence)].toSorted();
}
