/** Recommendations as they stand with changes that the laptop does not have yet. */
import { changeRecommendation, type RecommendationChange } from '../../../core/recommendations/change.ts';
import type { Recommendation, RecommendationFields } from '../../../core/recommendations/types.ts';

export function fieldsOf({ id: _id, ...fields }: Recommendation): RecommendationFields {
  return fields;
}

/** What stands with these changes done; what they do not touch stays the very same. */
export function overlaid(
  base: readonly Recommendation[],
  changes: readonly RecommendationChange[],
): Recommendation[] {
  const over = new Map(base.map((one) => [one.id, one]));
  for (const change of changes) {
    const now = over.get(change.key);
    const { next } = changeRecommendation(now === undefined ? null : fieldsOf(now), change, false);
    if (next === null) over.delete(change.key);
    else over.set(change.key, { ...next, id: change.key });
  }
  return [...over.values()];
}
