/** The routes of recommendations (core/recommendations/api.ts). */
import type { CommentItem, JobState } from '../../../core/api.ts';
import type {
  DueItem,
  RecommendationsDone,
  RecommendationsPage,
  Telling,
} from '../../../core/recommendations/api.ts';
import type { RecommendationChange } from '../../../core/recommendations/change.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { TalkPage } from '../../../core/talk/api.ts';
import { ask } from '../live/ask.ts';

const of = (id: string, what: string): string => `consultations/${encodeURIComponent(id)}/${what}`;

export const askRecommendations = (id: string): Promise<RecommendationsPage | Refusal> =>
  ask('GET', of(id, 'recommendations'));
export const sendRecommendations = (
  id: string,
  changes: readonly RecommendationChange[],
): Promise<RecommendationsDone | Refusal> => ask('POST', of(id, 'recommendations'), { changes });
export const askThemes = (id: string): Promise<TalkPage | Refusal> => ask('GET', of(id, 'themes'));
export const askComments = (id: string): Promise<CommentItem[] | Refusal> => ask('GET', of(id, 'comments'));
export const askDue = (): Promise<DueItem[] | Refusal> => ask('GET', 'due');
export const askTelling = (id: string): Promise<Telling | Refusal> => ask('GET', of(id, 'told'));
export const publishTelling = (id: string): Promise<Telling | Refusal> => ask('PUT', of(id, 'told'));
export const withdrawTelling = (id: string): Promise<Telling | Refusal> => ask('DELETE', of(id, 'told'));
export const orderTelling = (id: string, address: string): Promise<JobState | Refusal> =>
  ask('POST', of(id, 'told/files'), { address });
export const previewPath = (id: string): string => `/api/${of(id, 'told/preview')}`;
