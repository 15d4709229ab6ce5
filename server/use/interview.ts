/** What the question-by-question screen needs: questions and what is told, and no word of anybody's interview. */
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { InterviewPage } from '../../core/talk/api.ts';
import { asAsked } from '../../core/talk/sources.ts';
import type { Store } from '../store/store.ts';
import { documentOf } from './reportSource.ts';

export async function interviewPage(store: Store, id: string): Promise<InterviewPage | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const { questions } = await store.talk.read(id);
  const { document } = await documentOf(store, consultation);
  const people = (await store.sessions(id)).flatMap(({ attendance }) => attendance);
  const once = (list: readonly string[]): string[] =>
    [...new Set(list)].filter((one) => one !== '').toSorted();
  return {
    consultation: id,
    title: consultation.title,
    sample: consultation.sample,
    language: consultation.languages[0] ?? 'en',
    questions: questions.toSorted(asAsked),
    groups: consultation.groups.map(({ id: group, label }) => ({ id: group, label })),
    genders: once(people.map(({ gender }) => gender)),
    ageBands: once(people.map(({ ageBand }) => ageBand)),
    helpFrom: consultation.words.helpFrom,
    dangerTo: consultation.words.dangerTo,
    lists: { names: [...document.lists.names], places: [...document.lists.places] },
  };
}
