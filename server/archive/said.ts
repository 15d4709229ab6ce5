/** What was said and what came of it, of an archive and of here, brought together. */
import type { Difference } from '../../core/archive/difference.ts';
import type { StoredRecommendations } from '../store/recommendations.ts';
import type { SaidTaken } from '../store/said.ts';
import type { StoredTalk } from '../store/talk.ts';
import type { StoredStudies } from '../store/studies.ts';
import type { ReadArchive } from './readArchive.ts';
import { mergeRecommendations } from './recommendations.ts';
import type { PointOf } from './reportUnder.ts';
import { mergeTalk } from './talk.ts';
import { mergeStudies } from './studies.ts';

/** What the store has of it. */
export interface SaidHere {
  talk: StoredTalk;
  recommendations: StoredRecommendations;
  studies: StoredStudies;
}

/**
 * @param idOf a session's id here, by its id there
 * @param sealed ids here of sessions that are or will be counted
 */
export function mergeSaid(
  here: SaidHere,
  archive: ReadArchive,
  idOf: (session: string) => string,
  sealed: ReadonlySet<string>,
): { taken: SaidTaken; differences: Difference[]; pointOf: PointOf } {
  const { talk, differences: ofTalk, pointOf } = mergeTalk(here.talk, archive.talk, idOf, sealed);
  const points = [...here.talk.points, ...talk.points];
  const asks = mergeRecommendations(here.recommendations, archive.recommendations, idOf, points);
  const { studies, differences: ofStudies } = mergeStudies(here.studies, archive.studies, idOf, sealed);
  return {
    taken: { talk, recommendations: asks.recommendations, studies },
    differences: [...ofTalk, ...asks.differences, ...ofStudies],
    pointOf,
  };
}
