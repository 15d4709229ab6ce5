/** Recommendations in an archive, and two laptops' recommendations put together. */
import type { Difference } from '../../core/archive/difference.ts';
import { LIMITS } from '../../core/limits.ts';
import {
  evidenceKey,
  inOrderOfFields,
  NEW_RECOMMENDATION,
  promisesOf,
  promiseKey,
  readEvidence,
  WORDS,
  type Recommendation,
  type RecommendationFields,
} from '../../core/recommendations/types.ts';
import { isFrom } from '../../core/recommendations/told.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readRecommendations, type ArchivedRecommendations } from '../../core/schemaRecommendations.ts';
import type { Point } from '../../core/talk/types.ts';
import type { StoredRecommendations } from '../store/recommendations.ts';
import type { SealedSession } from '../store/store.ts';
import { idBeside } from './contentHash.ts';

export const RECOMMENDATIONS_NAME = 'recommendations.json';

export const NO_RECOMMENDATIONS: ArchivedRecommendations = { list: [], gone: [], out: [] };

/** What an archive keeps, sorted by random ids; of evidence only what is of sessions that are in it. */
export function recommendationsToArchive(
  { list, gone, out }: StoredRecommendations,
  sealed: ReadonlySet<string>,
): ArchivedRecommendations {
  return {
    list: list
      .map(({ id, ...fields }) => {
        const { evidence, ...rest } = inOrderOfFields(fields);
        return { id, ...rest, evidence: evidence.filter((key) => isIn(key, sealed)) };
      })
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    gone: gone.toSorted(),
    out: out.toSorted((a, b) => (outKey(a) < outKey(b) ? -1 : 1)),
  };
}

function isIn(key: string, sessions: ReadonlySet<string>): boolean {
  const one = readEvidence(key);
  return one !== null && (!('session' in one) || sessions.has(one.session));
}

export function hasAnyRecommendations({ list, gone, out }: ArchivedRecommendations): boolean {
  return list.length + gone.length + out.length > 0;
}

/** @returns what the archive has of them, or a refusal of what rests on no finished session of it */
export function recommendationsFrom(
  value: unknown,
  sessions: readonly SealedSession[],
): ArchivedRecommendations | Refusal {
  const read = readRecommendations(value);
  if (isRefusal(read)) return read;
  const held = new Set(sessions.flatMap(({ session }) => (session.state === 'sealed' ? [session.id] : [])));
  for (const [i, { evidence }] of read.list.entries())
    if (!evidence.every((key) => isIn(key, held)))
      return refuse('bad-file', `list.${i}.evidence`, 'evidence of a finished session');
  if (new Set(read.list.map(({ id }) => id)).size < read.list.length)
    return refuse('bad-file', 'list', 'each id once');
  return read;
}

export interface RecommendationsMerge {
  recommendations: ArchivedRecommendations;
  differences: Difference[];
}

/**
 * Both sides together: evidence of both, and every promise of both, the oldest first. A field that is empty here
 * takes what the other side has; where both differ, what is here stays, but that one is told to people only where both
 * tell it. What was removed on either side is removed,
 * but for what was brought back here. All of that is named.
 *
 * @param idOf id here of a session there
 * @param points all points that are here afterwards
 */
export function mergeRecommendations(
  here: StoredRecommendations,
  there: ArchivedRecommendations,
  idOf: (session: string) => string,
  points: readonly Pick<Point, 'id' | 'session'>[],
): RecommendationsMerge {
  const ours = new Map(here.list.map((one) => [one.id, one]));
  const back = new Set(here.back.filter((id) => ours.has(id)));
  const going = there.gone.filter((id) => !back.has(id));
  const gone = new Set([...here.gone, ...going]);
  const n = {
    recommendations: 0,
    recommendationsFull: 0,
    recommendationsBack: there.gone.length - going.length,
    recommendationsGone: going.filter((id) => ours.has(id)).length,
  };
  const evidenceHere = evidenceIn(idOf, points);
  let room = LIMITS.recommendations - here.list.length;
  const list: Recommendation[] = [];
  for (const given of there.list) {
    if (gone.has(given.id)) continue;
    const incoming = { ...given, evidence: given.evidence.map(evidenceHere) };
    const own = ours.get(given.id);
    if (own === undefined) {
      if (room-- > 0) list.push(incoming);
      else n.recommendationsFull += 1;
      continue;
    }
    const { merged, differ } = mergeOne(own, incoming);
    if (differ) n.recommendations += 1;
    list.push(merged);
  }
  const differences = (Object.keys(n) as (keyof typeof n)[]).flatMap((code): Difference[] =>
    n[code] > 0 ? [{ code, slots: { n: n[code] } }] : [],
  );
  return {
    recommendations: { list, gone: going, out: there.out.map((one) => outUnder(one, idOf)) },
    differences,
  };
}

/** What went out there, with the sessions behind it under their ids here. */
function outUnder(
  { recommendation, counts }: ArchivedRecommendations['out'][number],
  idOf: (session: string) => string,
): ArchivedRecommendations['out'][number] {
  if (!isFrom(counts) || counts.held === undefined) return { recommendation, counts };
  const here = <T extends { session: string }>(those: readonly T[]): T[] =>
    those.map((one) => ({ ...one, session: idOf(one.session) }));
  const { sessions, themes, ...rest } = counts.held;
  const parts = themes?.map((one) => ({ ...one, sessions: here(one.sessions) }));
  const held = { ...rest, sessions: here(sessions), ...(parts === undefined ? {} : { themes: parts }) };
  return { recommendation, counts: { ...counts, held } };
}

const UNITED: readonly string[] = ['id', 'evidence', 'promises', 'order', ...WORDS, 'wordOn'];

function mergeOne(own: Recommendation, there: Recommendation): { merged: Recommendation; differ: boolean } {
  const fields: Record<string, unknown> = { ...own };
  let differ = false;
  for (const name of Object.keys(NEW_RECOMMENDATION) as (keyof RecommendationFields)[]) {
    if (UNITED.includes(name) || own[name] === there[name]) continue;
    differ = true;
    if (own[name] === '') fields[name] = there[name];
  }
  // Whoever said that it is not to be told said so of what both have.
  fields['told'] = own.told && there.told;
  // Counts of one day belong together.
  const counts = [...WORDS, 'wordOn'] as const;
  if (counts.some((name) => own[name] !== there[name])) {
    differ = true;
    if (counts.every((name) => own[name] === NEW_RECOMMENDATION[name]))
      for (const name of counts) fields[name] = there[name];
  }
  fields['evidence'] = [...new Set([...own.evidence, ...there.evidence])].slice(0, LIMITS.evidence);
  fields['promises'] = promisesOf({ promises: [...new Set([...own.promises, ...there.promises])] })
    .toSorted((a, b) => (a.said < b.said ? -1 : a.said > b.said ? 1 : 0))
    .map(promiseKey)
    .slice(0, LIMITS.promises);
  return { merged: fields as unknown as Recommendation, differ };
}

/** Evidence there as it is named here: sessions, and points that another sitting has under the same id. */
function evidenceIn(
  idOf: (session: string) => string,
  points: readonly Pick<Point, 'id' | 'session'>[],
): (key: string) => string {
  const known = new Set(points.map(({ session, id }) => `${session} ${id}`));
  return (key) => {
    const one = readEvidence(key);
    if (one === null || !('session' in one)) return key;
    const session = idOf(one.session);
    if (one.of === 'postit') return evidenceKey({ ...one, session });
    const beside = points.find((p) => p.session === session && idBeside(p.id, one.session) === one.id);
    const names = [one.id, idBeside(one.id, session), beside?.id ?? one.id];
    return evidenceKey({
      of: 'point',
      session,
      id: names.find((id) => known.has(`${session} ${id}`)) ?? one.id,
    });
  };
}

function outKey({ recommendation, counts }: ArchivedRecommendations['out'][number]): string {
  return `${recommendation} ${JSON.stringify(counts)}`;
}
