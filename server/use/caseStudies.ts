/** Case studies and what people corrected: what a window of the team's is given, and what it hands over. */
import type { ChangedNames, StudiesDone, ToldPage } from '../../core/caseStudies/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import { headsIn } from '../../core/heard.ts';
import { LIMITS } from '../../core/limits.ts';
import { freeNames, someOfEach } from '../../core/personal/pseudonyms.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readStudiesChanges } from '../../core/schemaCaseStudies.ts';
import type { Session } from '../../core/session.ts';
import type { Role } from '../../core/staff.ts';
import type { Store } from '../store/store.ts';
import { documentOf } from './reportSource.ts';
import type { Rooms } from './sessions.ts';
import { studiesOut } from './studiesOut.ts';

/**
 * @param today YYYY-MM-DD
 * @param role a researcher has what was said in or of a session once it is counted, as its points
 */
export async function toldPage(
  store: Store,
  id: string,
  today: string,
  role: Role,
): Promise<ToldPage | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const { caseStudies, corrections } = await store.studies.read(id);
  const { document } = await documentOf(store, consultation);
  const sessions = await opened(store, id, role);
  const shown = new Set(['', ...sessions.map((session) => session.id)]);
  const heads = sessions.flatMap(({ attendance }) => attendance);
  const once = (texts: string[]): string[] => [...new Set(texts)].filter((text) => text !== '').toSorted();
  return {
    caseStudies,
    corrections: corrections.filter((one) => shown.has(one.session) && shown.has(one.ofSession)),
    out: await studiesOut(store, id),
    about: {
      title: consultation.title,
      sample: consultation.sample,
      groups: consultation.groups.map(({ id: group, label }) => ({ id: group, label })),
      genders: once(heads.map(({ gender }) => gender)),
      ageBands: once(heads.map(({ ageBand }) => ageBand)),
      sessions: sessions.map(({ id: session, name, date, attendance }) => ({
        id: session,
        name,
        date,
        came: headsIn(attendance),
      })),
      lists: { names: [...document.lists.names], places: [...document.lists.places] },
      today,
    },
  };
}

/** Carries out what a window hands over, all of it or nothing. Days that are still to come are refused. */
export async function changeStudies(
  store: Store,
  id: string,
  value: unknown,
  today: string,
  role: Role,
): Promise<StudiesDone | Refusal> {
  if ((await store.consultation(id)) === null) return refuse('no-such-consultation');
  const changes = readStudiesChanges(value);
  if (isRefusal(changes)) return changes;
  const sessions = new Set((await opened(store, id, role)).map((session) => session.id));
  for (const [i, { set }] of changes.entries()) {
    for (const [field, said] of Object.entries(set ?? {}) as [string, unknown][]) {
      const day = field === 'day' || field === 'yesDay' || field === 'readDay';
      if (day && typeof said === 'string' && said > today)
        return refuse('bad-file', `changes.${i}.set.${field}`, 'a day that has come');
      const session = field === 'session' || field === 'ofSession';
      if (session && typeof said === 'string' && said !== '' && !sessions.has(said))
        return refuse('no-such-session', `changes.${i}.set.${field}`);
    }
  }
  const outcomes = await store.studies.change(id, changes);
  return isRefusal(outcomes) ? outcomes : { outcomes };
}

/**
 * Names for a case study that are nobody's: not in the team's lists, and in no text of the consultation, be it a
 * comment, a point, an interview, a recommendation, another case study or what the team wrote.
 *
 * @param study its id, which alone decides on their order: the same ones are offered each time
 */
export async function changedNames(
  store: Store,
  rooms: Rooms,
  id: string,
  study: string,
): Promise<ChangedNames | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const texts = await textsOf(store, rooms, stored.consultation);
  const seed = [...study].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 2_147_483_647, 7);
  return { names: someOfEach(freeNames(texts, seed), LIMITS.changedNames) };
}

async function textsOf(store: Store, rooms: Rooms, consultation: Consultation): Promise<string[]> {
  const { id } = consultation;
  const { document } = await documentOf(store, consultation);
  const talk = await store.talk.read(id);
  const told = await store.studies.read(id);
  const live = [...rooms.all()].filter(({ session }) => session.consultation === id);
  return [
    ...stringsIn([consultation, document, await store.sessions(id), talk.themes, talk.points, told]),
    ...stringsIn([talk.sources, talk.passages, talk.questions, (await store.recommendations.read(id)).list]),
    ...(await store.comments(id, null)).flatMap(({ comment, review }) => [comment, ...stringsIn(review)]),
    ...live.flatMap(({ notes }) => [...notes.values()].map(({ comment }) => comment)),
  ];
}

/** Every text in a document, wherever it stands; pictures are none. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('data:') ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (name === 'data' ? [] : stringsIn(part)));
}

/** Those that this role may have something of, held and running, the newest first. */
async function opened(store: Store, id: string, role: Role): Promise<Session[]> {
  const sessions = (await store.sessions(id)).filter(
    (s) => !s.rehearsal && (role === 'researcher' ? s.state === 'sealed' : s.state !== 'draft'),
  );
  return sessions.toSorted((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
}
