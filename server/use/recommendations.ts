/** Recommendations as the console's pages read and change them, and what waits of all of them. */
import { dueOf } from '../../core/recommendations/due.ts';
import type {
  CheckedSession,
  DueItem,
  RecommendationsDone,
  RecommendationsPage,
} from '../../core/recommendations/api.ts';
import { cameTo } from '../../core/recommendations/odd.ts';
import { isPromised, type ToldOut } from '../../core/recommendations/told.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readRecommendationChanges } from '../../core/schemaRecommendations.ts';
import type { Session } from '../../core/session.ts';
import { checkOf } from '../../core/talk/types.ts';
import type { Store } from '../store/store.ts';
import { sealedSessions } from './analysis.ts';
import { floorOf } from './told.ts';

/** @param today YYYY-MM-DD */
export async function recommendationsPage(
  store: Store,
  id: string,
  today: string,
): Promise<RecommendationsPage | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { title, sample, answeredBy, answerDue } = stored.consultation;
  const floor = await floorOf(store, stored.consultation);
  const { list, out } = await store.recommendations.read(id);
  const sessions = await sealedSessions(store, id);
  const checked = await checkedSessions(store, id, sessions);
  return {
    consultation: id,
    title,
    sample,
    today,
    list,
    came: cameTo(sessions),
    floor,
    answeredBy,
    answerDue,
    checked,
    promised: promisedOut(out),
  };
}

/** Promises that have gone out, each with its recommendation. */
function promisedOut(out: readonly ToldOut[]): RecommendationsPage['promised'] {
  const all = out.flatMap(({ recommendation, counts }) =>
    isPromised(counts) ? counts.promises.map((promise) => `${recommendation} ${promise}`) : [],
  );
  return [...new Set(all)].toSorted();
}

/** Of finished sessions: while one runs, nothing of it is here. */
async function checkedSessions(
  store: Store,
  id: string,
  sessions: readonly Session[],
): Promise<CheckedSession[]> {
  if (!sessions.some(({ checked }) => checked !== undefined)) return [];
  const { points } = await store.talk.read(id);
  return sessions.flatMap(({ id: session, name, checked }): CheckedSession[] => {
    if (checked === undefined) return [];
    const words = points.flatMap((point) => {
      const n = checkOf(point.id);
      return point.session !== session || n === null ? [] : [{ n, id: point.id, text: point.text }];
    });
    const sorted = words.toSorted((a, b) => (a.text < b.text ? -1 : 1));
    return [{ id: session, name, checked, words: sorted }];
  });
}

/** Carries out what a window hands over, all of it or nothing. */
export async function changeRecommendations(
  store: Store,
  id: string,
  value: unknown,
): Promise<RecommendationsDone | Refusal> {
  if ((await store.consultation(id)) === null) return refuse('no-such-consultation');
  const changes = readRecommendationChanges(value);
  if (isRefusal(changes)) return changes;
  const outcomes = await store.recommendations.change(id, changes);
  if (isRefusal(outcomes)) return outcomes;
  const { list } = await store.recommendations.read(id);
  return { outcomes, list };
}

/** Over all consultations but the sample; what waits longest first. */
export async function dueItems(store: Store, today: string): Promise<DueItem[]> {
  const items: DueItem[] = [];
  for (const { consultation } of await store.listConsultations()) {
    if (consultation.sample) continue;
    const { list } = await store.recommendations.read(consultation.id);
    for (const one of list)
      for (const due of dueOf(one, today, consultation.answerDue))
        items.push({
          ...due,
          consultation: consultation.id,
          title: consultation.title,
          recommendation: one.id,
          text: one.text,
          to: one.to,
        });
  }
  return items.toSorted((a, b) =>
    a.since === b.since ? (a.recommendation < b.recommendation ? -1 : 1) : a.since < b.since ? -1 : 1,
  );
}
