/** Recommendations, and the changes that make them, as the console does. */
import type { RecommendationChange } from '../../core/recommendations/change.ts';
import {
  NEW_RECOMMENDATION,
  type Recommendation,
  type RecommendationFields,
} from '../../core/recommendations/types.ts';
import { newId } from '../../server/random.ts';

export function asked(key: string, fields: Partial<RecommendationFields> = {}): RecommendationChange {
  return {
    id: newId(),
    key,
    was: null,
    set: { ...NEW_RECOMMENDATION, text: `Recommendation ${key}`, ...fields },
  };
}

export function recommendation(id: string, fields: Partial<RecommendationFields> = {}): Recommendation {
  return { ...NEW_RECOMMENDATION, text: `Recommendation ${id}`, ...fields, id };
}

export function reword(
  key: string,
  was: Partial<RecommendationFields>,
  set: Partial<RecommendationFields>,
): RecommendationChange {
  return { id: newId(), key, was, set };
}

export function unasked(change: RecommendationChange): RecommendationChange {
  return { id: newId(), key: change.key, was: change.set, set: null };
}
