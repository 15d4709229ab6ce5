/** The routes of points and themes (core/talk/api.ts), for one session or a whole consultation. */
import type { Refusal } from '../../../core/refusal.ts';
import type { ChangesDone, InterviewPage, TalkPage } from '../../../core/talk/api.ts';
import type { Change } from '../../../core/talk/change.ts';
import { ask } from '../live/ask.ts';

export type TalkPlace = { session: string } | { consultation: string };

function pathOf(place: TalkPlace): string {
  return 'session' in place
    ? `sessions/${encodeURIComponent(place.session)}/talk`
    : `consultations/${encodeURIComponent(place.consultation)}/themes`;
}

export function fetchTalk(place: TalkPlace, since: string): Promise<TalkPage | Refusal> {
  return ask('GET', `${pathOf(place)}?since=${encodeURIComponent(since)}`);
}

export function sendChanges(place: TalkPlace, changes: readonly Change[]): Promise<ChangesDone | Refusal> {
  return ask('POST', pathOf(place), { changes });
}

/** @param consultation its id */
export function fetchInterview(consultation: string): Promise<InterviewPage | Refusal> {
  return ask('GET', `consultations/${encodeURIComponent(consultation)}/interview`);
}
