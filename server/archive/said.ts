/** What was said and what came of it, of an archive and of here, brought together. */
import type { Difference } from '../../core/archive/difference.ts';
import type { Point } from '../../core/talk/types.ts';
import type { StoredRecommendations } from '../store/recommendations.ts';
import type { SaidTaken } from '../store/said.ts';
import type { StoredTalk } from '../store/talk.ts';
import type { StoredStudies } from '../store/studies.ts';
import { countedHere } from './missing.ts';
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
 * @param held ids here of sessions that are counted
 * @param coming and of those that will be
 */
export function mergeSaid(
  here: SaidHere,
  archive: ReadArchive,
  idOf: (session: string) => string,
  { held, coming }: { held: ReadonlySet<string>; coming: ReadonlySet<string> },
): { taken: SaidTaken; missing: Point[]; differences: Difference[]; pointOf: PointOf } {
  const sealed = new Set([...held, ...coming]);
  const counted = countedHere(here.talk, archive, idOf, held);
  const merged = mergeTalk(here.talk, archive.talk, idOf, sealed, counted);
  const { talk, missing, differences: ofTalk, pointOf } = merged;
  const points = [...here.talk.points, ...talk.points];
  const asks = mergeRecommendations(here.recommendations, archive.recommendations, idOf, points);
  const away = new Set(missing.map(({ id }) => id));
  // They have its words as they stood.
  const corrections = archive.studies.corrections.filter(
    ({ about, of }) => about !== 'point' || !away.has(of),
  );
  const theirs = { ...archive.studies, corrections };
  const { studies, differences: ofStudies } = mergeStudies(here.studies, theirs, idOf, sealed);
  return {
    taken: { talk, recommendations: asks.recommendations, studies },
    missing,
    differences: [...ofTalk, ...asks.differences, ...ofStudies],
    pointOf,
  };
}
