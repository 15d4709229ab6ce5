/** Points and themes in an archive: of its finished sessions, in an order that says nothing of when each came. */
import type { Difference } from '../../core/archive/difference.ts';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readTalk, type ArchivedTalk } from '../../core/schemaTalk.ts';
import { unitKey, type SecondCoding } from '../../core/talk/second.ts';
import { NO_SOURCES } from '../../core/talk/sources.ts';
import { FROM_PHONE, PROPOSED, sourceOf, type Point, type Theme } from '../../core/talk/types.ts';
import type { StoredTalk } from '../store/talk.ts';
import type { SealedSession } from '../store/store.ts';
import { idBeside } from './contentHash.ts';
import type { PointOf } from './reportUnder.ts';
import { mergeSources } from './sources.ts';

export const TALK_NAME = 'talk.json';

/** Of a session, from the scribe and from phones. */
const MOST_POINTS = LIMITS.points + LIMITS.thoughts;

/**
 * What an archive keeps: of sealed sessions, sorted by random ids, without what only a running session knows. What went
 * in one that runs may come back there, and would be gone for good wherever this archive had said that it is.
 */
export function talkToArchive(talk: StoredTalk, sealed: ReadonlySet<string>): ArchivedTalk {
  const went = new Set(talk.went);
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  const seconds = talk.seconds
    .filter(({ session }) => sealed.has(session))
    .map((one) => ({ ...one, themes: one.themes.toSorted() }))
    .toSorted((a, b) => (unitKey(a.session, a.unit) < unitKey(b.session, b.unit) ? -1 : 1));
  return {
    themes: talk.themes
      .map(({ id, name, description, colour, parent, order, into }) => ({
        id,
        name,
        description,
        colour,
        parent,
        order,
        into,
      }))
      .toSorted(byId),
    points: talk.points
      .filter((point) => sealed.has(point.session))
      .map(({ person: _person, place: _place, ...point }) => ({ ...point, themes: point.themes.toSorted() }))
      .toSorted(byId),
    codings: talk.codings
      .filter(({ session }) => sealed.has(session))
      .toSorted((a, b) => (`${a.session} ${a.postit}` < `${b.session} ${b.postit}` ? -1 : 1)),
    // Only where there are any: a Standpoint that does not know of them opens all others.
    ...(seconds.length === 0 ? {} : { seconds }),
    gone: talk.gone.filter((id) => !went.has(id)).toSorted(),
  };
}

export function hasAny({ themes, points, codings, gone }: ArchivedTalk): boolean {
  return themes.length + points.length + codings.length + gone.length > 0;
}

/** @returns what the archive has of them, or a refusal of what belongs to no finished session of it */
export function talkFrom(value: unknown, sessions: readonly SealedSession[]): StoredTalk | Refusal {
  const talk = readTalk(value);
  if (isRefusal(talk)) return talk;
  const held = new Set(sessions.flatMap(({ session }) => (session.state === 'sealed' ? [session.id] : [])));
  const perSession = new Map<string, number>();
  for (const [i, point] of talk.points.entries()) {
    if (!held.has(point.session)) return refuse('bad-file', `points.${i}.session`, 'a finished session');
    const n = (perSession.get(point.session) ?? 0) + 1;
    perSession.set(point.session, n);
    if (n > MOST_POINTS) return refuse('too-large', 'points', `at most ${MOST_POINTS}`);
  }
  for (const [i, { session }] of talk.codings.entries())
    if (!held.has(session)) return refuse('bad-file', `codings.${i}.session`, 'a finished session');
  const { seconds = [] } = talk;
  for (const [i, { session }] of seconds.entries())
    if (!held.has(session)) return refuse('bad-file', `seconds.${i}.session`, 'a finished session');
  const ids = [...talk.themes, ...talk.points].map(({ id }) => id);
  if (new Set(ids).size < ids.length) return refuse('bad-file', 'points', 'each id once');
  const points = talk.points.map((point) => ({ ...point, person: 0, place: 0 }));
  return { ...talk, points, seconds, ...NO_SOURCES, back: [] };
}

/**
 * Both sides together: each point and theme once, under every theme that either side put it under; what was removed
 * on either side is removed, and that is named. Where both changed the same text, what is here stays, and is named; so
 * does what was brought back here, since the archive may be from before. A yes to being quoted has to stand on both.
 *
 * @param counted ids there of sittings that are counted here already: what is not here of their thoughts is missing
 */
export function mergeTalk(
  here: StoredTalk,
  there: StoredTalk,
  idOf: (session: string) => string,
  sealed: ReadonlySet<string>,
  counted: ReadonlySet<string>,
): {
  talk: StoredTalk;
  /** Under the ids of their sessions here. */
  missing: Point[];
  differences: Difference[];
  pointOf: PointOf;
} {
  const ours = new Map(here.points.map((point) => [point.id, point]));
  const ourThemes = new Map(here.themes.map((theme) => [theme.id, theme]));
  const ourTexts = new Set([...here.sources, ...here.passages, ...here.questions].map(({ id }) => id));
  const stands = (id: string): boolean =>
    ourThemes.has(id) || ourTexts.has(id) || sealed.has(ours.get(id)?.session ?? '');
  const back = new Set(here.back.filter(stands));
  const going = there.gone.filter((id) => !back.has(id));
  const gone = new Set([...here.gone, ...going]);
  const differing = {
    themes: 0,
    points: 0,
    seconds: 0,
    talkFull: 0,
    talkBack: there.gone.length - going.length,
    talkGone: going.filter(stands).length,
    missing: 0,
    sources: 0,
    passages: 0,
    questions: 0,
  };
  const themes: Theme[] = [];
  let room = LIMITS.themes - here.themes.length;
  for (const theme of there.themes) {
    const own = ourThemes.get(theme.id);
    if (gone.has(theme.id)) continue;
    if (own !== undefined) {
      if (JSON.stringify(textsOf(own)) !== JSON.stringify(textsOf(theme))) differing.themes += 1;
      continue;
    }
    if (room-- > 0) themes.push(theme);
    else differing.talkFull += 1;
  }
  const count = new Map<string, number>();
  for (const { session } of here.points) count.set(session, (count.get(session) ?? 0) + 1);
  // This laptop's own points that the other one has beside its own, under ids that it gave them.
  const beside = new Map<string, string>();
  for (const from of new Set(there.points.map((point) => point.session)))
    if (idOf(from) !== from)
      for (const { id, session } of here.points)
        if (session === idOf(from)) beside.set(`${from} ${pointBeside(id, from)}`, id);
  const ownId = ({ session, id }: Point): string => beside.get(`${session} ${id}`) ?? id;
  const points: Point[] = [];
  /** What their points are called here. */
  const renamed = new Map<string, string>();
  const unquoted: string[] = [];
  const missing: Point[] = [];
  for (const incoming of there.points) {
    const session = idOf(incoming.session);
    let point: Point = { ...incoming, session, id: ownId(incoming) };
    const named = (): void => void renamed.set(unitKey(incoming.session, incoming.id), point.id);
    named();
    if (sourceOf(point.id) === 'phone' && !point.mayQuote) unquoted.push(point.id);
    if (!sealed.has(session) || gone.has(point.id)) continue;
    const own = ours.get(point.id);
    if (own !== undefined && own.session === session) {
      if (wordsOf(own) !== wordsOf(point)) differing.points += 1;
      // A yes to being quoted that was taken back anywhere is taken back.
      const mayQuote = own.mayQuote && point.mayQuote;
      point = { ...own, mayQuote, themes: union(own.themes, point.themes) };
    } else {
      // Another sitting has it under its id: beside that it gets an id of its own, the same each time.
      if (own !== undefined) point = { ...point, id: pointBeside(point.id, session) };
      named();
      if (gone.has(point.id) || ours.has(point.id)) continue;
      if (counted.has(incoming.session) && sourceOf(point.id) === 'phone') {
        missing.push(point);
        continue;
      }
      const n = (count.get(session) ?? 0) + 1;
      count.set(session, n);
      if (n > MOST_POINTS) {
        differing.talkFull += 1;
        continue;
      }
    }
    points.push(point);
  }
  const coded = new Map(here.codings.map((c) => [`${c.session} ${c.postit}`, c.themes]));
  const codings = there.codings.flatMap((coding) => {
    const session = idOf(coding.session);
    if (!sealed.has(session)) return [];
    return [
      { ...coding, session, themes: union(coded.get(`${session} ${coding.postit}`) ?? [], coding.themes) },
    ];
  });
  // Who coded second there may be somebody else than here: of two codings the one that is here stays.
  const seconded = new Map(here.seconds.map((one) => [unitKey(one.session, one.unit), one.themes]));
  const seconds = there.seconds.flatMap((one): SecondCoding[] => {
    const session = idOf(one.session);
    const unit = renamed.get(unitKey(one.session, one.unit)) ?? one.unit;
    const own = seconded.get(unitKey(session, unit));
    if (own === undefined) return sealed.has(session) && !gone.has(unit) ? [{ ...one, session, unit }] : [];
    if (own.toSorted().join(' ') !== one.themes.toSorted().join(' ')) differing.seconds += 1;
    return [];
  });
  const { taken, ...texts } = mergeSources(here, there, idOf, gone);
  differing.missing = missing.length;
  differing.sources = texts.sources;
  differing.passages = texts.passages;
  differing.questions = texts.questions;
  differing.talkFull += texts.full;
  const differences = (Object.keys(differing) as (keyof typeof differing)[]).flatMap((code): Difference[] =>
    differing[code] > 0 ? [{ code, slots: { n: differing[code] } }] : [],
  );
  return {
    talk: { themes, points, codings, seconds, ...taken, gone: going, back: [], unquoted },
    missing,
    differences,
    pointOf: (session, id) => renamed.get(unitKey(session, id)) ?? id,
  };
}

/** Where a point came from is told by how its id begins. */
function pointBeside(id: string, session: string): string {
  const start = [PROPOSED, FROM_PHONE].find((one) => id.startsWith(one)) ?? '';
  return start + idBeside(id, session);
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].slice(0, LIMITS.themesPerPoint);
}

function textsOf({ name, description, parent, into }: Theme): unknown {
  return [name, description, parent, into];
}

function wordsOf({ themes: _themes, place: _place, person: _person, ...point }: Point): string {
  return JSON.stringify(Object.entries(point).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
