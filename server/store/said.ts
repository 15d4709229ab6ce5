/** The parts of the store's port that keep what was said and what came of it, together. */
import type { ReadsRecommendations, RecommendationsTaken, WithRecommendations } from './recommendations.ts';
import type { ReadsTalk, TalkTaken, WithTalk } from './talk.ts';
import type { ReadsTold, ToldTaken, WithTold } from './told.ts';

export interface WithSaid extends WithTalk, WithRecommendations, WithTold {}
export interface ReadsSaid extends ReadsTalk, ReadsRecommendations, ReadsTold {}
export interface SaidTaken extends TalkTaken, RecommendationsTaken, ToldTaken {}
