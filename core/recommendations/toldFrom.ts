/**
 * In how many sessions a recommendation was raised, and whether it is one person's idea: what went out of that stands
 * until as many have come or gone as the floor. Else two pages side by side would show who took something back.
 *
 * What is told is a number of sessions. So each number that went out is held session by session, and like against like:
 * what it was told of is worked out as it would be now, whatever the team has linked since. A session that has come into
 * it or gone out of it since, by fewer points than the floor, is not to be seen in any new number, whichever way others
 * moved, and stays as it was told; the number of all sessions goes on (raisedHeld.ts). The same goes for whether it is
 * one person's, over all sessions together. It is held against what other recommendations and the themes of releases
 * told as well. A session that is new is of as many people as the floor, or it is not counted. Only what has nothing to
 * do with what rests there now is not held against; what is not known of a number that went out is held for few, and
 * that number stands.
 */
import type { Codebook } from '../talk/themes.ts';
import { holdRaised, movedSince, spotIn, type HoldFacts, type Moved, type RaisedHeld } from './raisedHeld.ts';
import { toldOfOne } from './raisedTold.ts';
import { isRelated, statementEvidence, themeEvidence, type Rests } from './rests.ts';
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
  /** How many releases there were before. Absent: not known. */
  releases?: number;
  floor: number;
  /** A point or post-it was linked itself, which is kept nowhere else. */
  direct: boolean;
  /** Sessions that were counted, which are `large`, and others in which anything was said. */
  sessions: { session: string; points: number; hands: number; large: boolean }[];
  /** Where each theme was raised that was told of together with more. Absent: there was none, or it is not known. */
  themes?: { theme: string; sessions: { session: string; points: number }[] }[];
  /** The themes that were linked, and all that were nested under them. Absent: not known. */
  reach?: string[];
}

export interface FromOut {
  /** Null: not told. */
  raised: Raised | null;
  lone: boolean;
  /** Points, post-its and raised hands behind it, as they are held; told nowhere. */
  voices: number;
  /** The themes and statements that the team had linked, as evidence. */
  links: string[];
  /** Absent: not known. */
  held?: FromHeld;
}

type Asked = Pick<Recommendation, 'evidence'> & { id?: string };

/** What is worked out from what is there now. */
export interface FromSource {
  rests: (one: Pick<Recommendation, 'evidence'>) => Rests;
  linksNow?: HoldFacts['linksNow'];
  book: Codebook;
  /** Ids of the sessions there are. */
  sessions: readonly string[];
  /** Those with as many people as the floor. */
  large: ReadonlySet<string>;
  floor: number;
  /** What other recommendations told, and themes in releases, each held against what is there now. */
  others?: readonly Moved[];
  /** How many releases there were. */
  releases?: number;
}

/**
 * As it may be told.
 *
 * @param out what went out of it
 */
export function fromToTell(one: Asked, out: readonly FromOut[], source: FromSource): FromOut {
  const own = source.rests(one);
  if (source.floor === 0) return fromNow(own, out, source, AS_IT_IS);
  const id = one.id ?? '';
  const against = out
    // Where nobody had said anything there is nothing that could have been taken back.
    .filter(({ voices }) => voices > 0)
    .filter((before) => !isApart(before, own, source))
    .toSorted((a, b) => (a.held?.nth ?? -1) - (b.held?.nth ?? -1) || a.voices - b.voices);
  const last = against.at(-1);
  const told = against.map((before) => toldOfOne(id, before));
  if (last !== undefined && told.includes(null)) return last;
  // What was linked itself is known by nothing but what is linked itself now.
  const direct = one.evidence.filter((key) => ['point', 'postit'].includes(readEvidence(key)?.of ?? ''));
  const since = told.flatMap((was) => (was === null ? [] : [movedSince(was, source, direct)]));
  const held = holdRaised(own, [...since, ...(source.others ?? [])], source, id);
  const now = fromNow(own, out, source, held);
  return last !== undefined && isSame(last, now) ? last : now;
}

const AS_IT_IS: RaisedHeld = { stays: new Map(), lone: null };

function fromNow(rests: Rests, out: readonly FromOut[], source: FromSource, held: RaisedHeld): FromOut {
  const { sessions, floor, releases } = source;
  const { stays, lone } = held;
  // One that was counted stays so: who went of it, so that it is small now, would show in it.
  const counted = countedIn(out, floor);
  const large = sessions.filter((id) => source.large.has(id) || counted.has(id));
  const spots = sessions.map((session) => {
    const stay = stays.get(session);
    const spot = stay?.spot ?? spotIn(rests, session);
    const raised = stay?.raised ?? spot.points > 0;
    // That it was told is what the next one is held against, whatever is behind it.
    const points = raised ? Math.max(1, spot.points) : 0;
    return { session, points, hands: raised ? spot.hands : 0, large: large.includes(session) };
  });
  const n = spots.filter(({ large: counts, points }) => counts && points > 0).length;
  const isLone = lone ?? rests.saidOnce;
  const behind = spots.reduce((sum, { points, hands }) => sum + points + hands, 0);
  return {
    // Of one session alone it would be that session's own.
    raised:
      isLone || n === 0 || large.length < 2
        ? null
        : { n, of: large.length, smaller: large.length < sessions.length },
    lone: isLone,
    voices: Math.max(isLone ? 1 : 0, behind),
    links: linksOf(rests),
    held: {
      nth: out.length,
      ...(releases === undefined ? {} : { releases }),
      floor,
      direct: rests.points.length + rests.postits.length > 0,
      sessions: spots
        .filter(({ large: counts, points }) => counts || points > 0)
        .toSorted((a, b) => (a.session < b.session ? -1 : 1)),
      ...partsOf(rests, source),
      reach: reachOf(rests, source.book),
    },
  };
}

/** Of one theme alone it is what is told of all of it. */
function partsOf(rests: Rests, { rests: find }: FromSource): Pick<FromHeld, 'themes'> {
  const isOne = rests.themes.length + rests.points.length + rests.postits.length < 2;
  const themes = rests.themes.map(({ id }) => {
    const own = find({ evidence: [themeEvidence(id)] });
    const sessions = [...own.sessions].toSorted();
    return {
      theme: id,
      sessions: sessions.map((session) => ({ session, points: spotIn(own, session).points })),
    };
  });
  const raised = themes.filter(({ sessions }) => sessions.length > 0);
  return isOne || raised.length === 0
    ? {}
    : { themes: raised.toSorted((a, b) => (a.theme < b.theme ? -1 : 1)) };
}

function reachOf({ themes }: Rests, book: Codebook): string[] {
  const over = new Set(themes.map(({ id }) => id));
  return book.list
    .filter(({ theme, above }) => [theme.id, ...above].some((id) => over.has(id)))
    .map(({ theme }) => theme.id)
    .toSorted();
}

/** Sessions that were counted in what went out, under a floor as high. */
export function countedIn(out: readonly FromOut[], floor: number): Set<string> {
  const known = out.flatMap(({ held }) => (held !== undefined && held.floor >= floor ? held.sessions : []));
  return new Set(known.flatMap(({ session, large }) => (large ? [session] : [])));
}

/** Nothing that it was told of has to do with what rests there now. */
function isApart({ links, held }: FromOut, own: Rests, { rests, linksNow, book }: FromSource): boolean {
  if (held === undefined || held.direct || links.length === 0) return false;
  const then = rests({ evidence: [...(linksNow?.(links) ?? links)] });
  return !isRelated(book, then, own) && ![...then.behind.keys()].some((id) => own.behind.has(id));
}

function isSame(a: FromOut, b: FromOut): boolean {
  const all = ({ raised, lone, voices, links, held }: FromOut) =>
    JSON.stringify([
      raised,
      lone,
      voices,
      links,
      held?.floor,
      held?.direct,
      held?.sessions,
      held?.themes,
      held?.reach,
    ]);
  return all(a) === all(b);
}

function linksOf({ themes, statements }: Rests): string[] {
  return [...themes.map(({ id }) => themeEvidence(id)), ...statements.map(statementEvidence)].toSorted();
}
