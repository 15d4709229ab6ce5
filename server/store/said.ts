/** The parts of the store's port that keep what was said and what came of it, together. */
import type { ReadsRecommendations, RecommendationsTaken, WithRecommendations } from './recommendations.ts';
import type { ReadsTalk, TalkTaken, WithTalk } from './talk.ts';
import type { ReadsStudies, StudiesTaken, WithStudies } from './studies.ts';

export interface WithSaid extends WithTalk, WithRecommendations, WithStudies {}
export interface ReadsSaid extends ReadsTalk, ReadsRecommendations, ReadsStudies {}
export interface SaidTaken extends TalkTaken, RecommendationsTaken, StudiesTaken {}
