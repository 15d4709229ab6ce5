/**
 * Where something was raised, held session by session against all that was told of it before: of this recommendation,
 * of others, and of the themes behind it in the chapter of a release. Whoever has them all puts them side by side.
 *
 * A session of which it was told that something was raised there, or not, stays so until as many points as the floor
 * have come or gone in it. Only that session stays: how many others there are, and what is told of them, goes on as if
 * nobody had taken anything back, so that nothing that is printed marks those that somebody did. Likewise that it is
 * one person's, over all sessions together.
 *
 * What was told of more holds for a part of it where it was not raised, and what was told of a part holds for more
 * where it was.
 */
import type { Codebook } from '../talk/themes.ts';
import type { RaisedTold, Spot } from './raisedTold.ts';
import { isWithin, type Rests } from './rests.ts';
import { readEvidence, type Recommendation } from './types.ts';

type Evidence = Pick<Recommendation, 'evidence'>;

export interface HoldFacts {
  rests: (one: Evidence) => Rests;
  /** Links that were told, with themes that are gone as what they were made anew as. Absent: none are gone. */
  linksNow?: ((links: readonly string[]) => readonly string[]) | undefined;
  book: Codebook;
  /** Ids of the sessions there are. */
  sessions: readonly string[];
  floor: number;
}

/** What has moved since something was told, and by fewer points than the floor. */
export interface Moved {
  was: RaisedTold;
  /** What it was told of, as it is now. */
  now: Rests;
  /** Sessions in which it would read otherwise now. */
  sessions: ReadonlySet<string>;
  /** So would that it is one person's. */
  lone: boolean;
  /** Sessions in which fewer points than the floor have come or gone. */
  near: ReadonlySet<string>;
  /** No more did over all of them. */
  few: boolean;
}

/** @param direct what is linked itself now: all that is known of what was */
export function movedSince(told: RaisedTold, facts: HoldFacts, direct: readonly string[] = []): Moved {
  const { sessions, floor } = facts;
  const { links, reach, linksNow = (all: readonly string[]) => all } = { ...told, ...facts };
  const was: RaisedTold = {
    ...told,
    links: linksNow(links),
    ...(reach === undefined ? {} : { reach: linksNow(reach) }),
  };
  const now = facts.rests({ evidence: [...was.links, ...(was.direct ? direct : [])] });
  const [flipped, near] = [new Set<string>(), new Set<string>()];
  let [came, went, hands, points, up] = [0, 0, 0, 0, 0];
  for (const session of was.whole ? new Set([...was.sessions.keys(), ...sessions]) : was.sessions.keys()) {
    const is = spotIn(now, session);
    const then = was.sessions.get(session) ?? { points: 0, hands: 0, told: false, raised: false };
    const moved = is.points - then.points;
    // One that is there no more took all its people along.
    if (Math.abs(moved) < floor && sessions.includes(session)) near.add(session);
    if (then.told && near.has(session) && is.points > 0 !== then.raised) flipped.add(session);
    came += Math.max(0, moved);
    went += Math.max(0, -moved);
    // Who raises a hand is somebody; where hands go, it was one who took the point back.
    hands += Math.max(0, is.hands - then.hands);
    points += is.points;
    up += is.hands;
  }
  const few = Math.max(came, went, hands) < floor;
  const lone = few && was.lone !== null && (points === 1 && up === 0) !== was.lone;
  return { was, now, sessions: flipped, lone, near, few };
}

const NOTHING: Spot = { points: 0, hands: 0 };
/** Each is counted through once: what went out is held against it page by page. */
const counted = new WeakMap<Rests['behind'], Map<string, Spot>>();

export function spotIn({ behind }: Pick<Rests, 'behind'>, session: string): Spot {
  const known = counted.get(behind);
  if (known !== undefined) return known.get(session) ?? NOTHING;
  const spots = new Map<string, Spot>();
  for (const { session: id, hands } of behind.values()) {
    const spot = spots.get(id) ?? NOTHING;
    spots.set(id, { points: spot.points + 1, hands: spot.hands + hands });
  }
  counted.set(behind, spots);
  return spots.get(session) ?? NOTHING;
}

export interface RaisedHeld {
  /** Sessions that stay as they were told, with what was behind them then, or would have to be. */
  stays: ReadonlyMap<string, { was: RaisedTold; spot: Spot; raised: boolean }>;
  /** That it is one person's, or not, stays; null: it is as it is now. */
  lone: boolean | null;
}

/**
 * @param own what rests there now
 * @param since what was told of it, of part of it and of more than it, each held against what is there now
 * @param of its id, where it is a recommendation: what was told of itself holds also where evidence was others
 */
export function holdRaised(own: Rests, since: readonly Moved[], facts: HoldFacts, of?: string): RaisedHeld {
  const isDirect = own.points.length + own.postits.length > 0;
  const relation = new Map<Moved, { narrow: boolean; wide: boolean; itself: boolean }>();
  const relationOf = (moved: Moved) => {
    const { was, now } = moved;
    const known =
      relation.get(moved) ??
      ({
        // All that is in it was in what was told.
        narrow: !isDirect && !was.direct && isWithin(facts.book, own, now),
        // All that was told of is in it.
        wide: !was.direct && isWithin(facts.book, now, own),
        itself: of !== undefined && was.of === of && was.part === undefined,
      } as const);
    relation.set(moved, known);
    return known;
  };
  const inOrder = since.toSorted(
    ({ was: a }, { was: b }) =>
      a.releases - b.releases || Number(a.of === null) - Number(b.of === null) || a.nth - b.nth,
  );
  const says = (moved: Moved, raised: boolean): boolean =>
    raised ? relationOf(moved).wide : relationOf(moved).narrow;
  const binds = (moved: Moved, raised: boolean): boolean => relationOf(moved).itself || says(moved, raised);
  /**
   * Without those that told less of it after it was told that there is more: what was behind more was apart then, and
   * has come in since, when a theme was merged or nested into another. Else they would have told it as well.
   */
  const unlessMore = (
    told: readonly Moved[],
    isMore: (one: Moved) => boolean,
    isNear: (one: Moved) => boolean,
  ) =>
    told.filter(
      (one, i) =>
        isMore(one) ||
        !told
          .slice(0, i)
          .some(
            (before) =>
              isMore(before) && isNear(before) && relationOf(before).wide && !isSpokenOf(before, one),
          ),
    );
  const stays: [string, { was: RaisedTold; spot: Spot; raised: boolean }][] = [];
  for (const session of new Set(since.flatMap((moved) => [...moved.sessions]))) {
    const spotOf = ({ was }: Moved) => was.sessions.get(session);
    const moves = (moved: Moved): boolean =>
      moved.sessions.has(session) && binds(moved, spotOf(moved)?.raised === true);
    if (!inOrder.some(moves)) continue;
    const told = inOrder.filter((moved) => {
      const spot = spotOf(moved);
      return moves(moved) || (spot?.told === true && says(moved, spot.raised));
    });
    const counts = unlessMore(
      told,
      (moved) => spotOf(moved)?.raised === true,
      ({ near }) => near.has(session),
    );
    if (!counts.some(moves)) continue;
    const last = counts.at(-1);
    const spot = last === undefined ? undefined : spotOf(last);
    if (last !== undefined && spot !== undefined)
      stays.push([session, { was: last.was, spot, raised: spot.raised }]);
  }
  return { stays: new Map(stays), lone: loneOf() };

  function loneOf(): boolean | null {
    // One that is said to follow from a statement is nobody's own.
    const mayBe = (moved: Moved): boolean =>
      own.statements.length === 0 && (moved.was.whole || isOnlyIn(own, moved.was.sessions));
    const saysLone = (moved: Moved): boolean =>
      moved.was.lone === true
        ? relationOf(moved).narrow && mayBe(moved)
        : moved.was.lone === false && relationOf(moved).wide;
    const moves = (moved: Moved): boolean => moved.lone && (relationOf(moved).itself || saysLone(moved));
    const counts = unlessMore(
      inOrder.filter((moved) => moves(moved) || saysLone(moved)),
      ({ was }) => was.lone === false,
      ({ few }) => few,
    );
    if (!counts.some(moves)) return loneBelow(mayBe);
    const last = counts.at(-1);
    return last?.was.lone === true && own.statements.length === 0;
  }

  /** What is above one person's is so too where nothing else is in it, or where that was told of it; else it is not. */
  function loneBelow(mayBe: (moved: Moved) => boolean): boolean | null {
    const told = inOrder.filter((moved) => moved.was.lone === true && relationOf(moved).wide && mayBe(moved));
    const below = told.findLast((moved) => moved.lone && !relationOf(moved).narrow);
    if (below === undefined) return null;
    const itself = told.some((moved) => moved.few && relationOf(moved).narrow);
    return itself || [...own.behind.keys()].every((key) => below.now.behind.has(key));
  }
}

/** All that the one was told of was in what the other was told of, as themes stood then. */
function isSpokenOf({ was }: Moved, { was: other }: Moved): boolean {
  const spoken = other.reach ?? other.links;
  return was.links.every((key) => readEvidence(key)?.of !== 'theme' || spoken.includes(key));
}

function isOnlyIn({ behind }: Rests, sessions: ReadonlyMap<string, unknown>): boolean {
  return [...behind.values()].every(({ session }) => sessions.has(session));
}
