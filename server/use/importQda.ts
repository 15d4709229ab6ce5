/** A file of qualitative analysis comes into a consultation that is here, or becomes one. */
import type { StoredDocument } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import { readConsultation } from '../../core/consultationFile.ts';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';
import { cleaned, cut } from '../import/qda/clean.ts';
import { knownTexts, type KnownPostit, type KnownText } from '../import/qda/known.ts';
import { readQda, type ReadQda } from '../import/qda/read.ts';
import { toldWords } from '../import/qda/told.ts';
import { bringIn, type Into } from '../import/qda/toTalk.ts';
import { textIdsOf } from '../import/qda/toTexts.ts';
import { newId } from '../random.ts';
import type { SealedSession, Store } from '../store/store.ts';
import { NO_TALK, type StoredTalk } from '../store/talk.ts';
import { sealedSessions } from './analysis.ts';
import type { Rooms } from './sessions.ts';
import { fromTemplate } from './templates.ts';

/**
 * Everything is taken in in one transaction: nothing is kept when any of it is refused or the program ends.
 *
 * @param into id of a consultation that is here; empty: the one that the file's texts came from, else a new one
 * @param name of the file, for a codebook that has none
 * @param today YYYY-MM-DD
 */
export async function importQda(
  store: Store,
  rooms: Rooms,
  bytes: Uint8Array,
  { into, name, today }: { into: string; name: string; today: string },
): Promise<StoredDocument | Refusal> {
  if (bytes.length > LIMITS.qdaBytes)
    return refuse('too-large', 'the file', `at most ${LIMITS.qdaBytes / 1_000_000} MB`);
  // Reading a large file takes seconds, in which no phone would be answered.
  for (const { session } of rooms.all())
    if (session.state === 'live' && !session.rehearsal) return refuse('session-running');
  const read = await readQda(bytes);
  if (isRefusal(read)) return read;
  const place = await placeFor(store, read, into, name);
  if (isRefusal(place)) return place;
  const { from, ...where } = place;
  const brought = bringIn(read.project, { ...where, fresh: from === null, today, newId });
  if (isRefusal(brought)) return brought;
  const checked = readConsultation(brought.consultation);
  if (isRefusal(checked)) return checked;
  const held = (await store.sessions(checked.id)).length;
  if (held + brought.sessions.length > LIMITS.sessionsPerConsultation)
    return refuse('too-large', 'texts', `at most ${LIMITS.sessionsPerConsultation}`);
  const { themes, points, codings, sources, passages } = brought;
  const taken = await store.takeIn({
    consultation: checked,
    from,
    sealed: brought.sessions.map((session): SealedSession => ({
      session,
      boards: [],
      eligible: [],
      responses: [],
    })),
    sessions: [],
    reviews: [],
    report: null,
    releases: [],
    talk: { ...NO_TALK, themes, points, codings, sources, passages },
  });
  if (isRefusal(taken)) return taken;
  const warnings = toldWords([...read.told, ...brought.told]);
  return { consultation: checked, revision: taken.revision, warnings };
}

type Place = Pick<Into, 'consultation' | 'talk' | 'known' | 'taken'> & { from: number | null };

async function placeFor(
  store: Store,
  { project }: ReadQda,
  into: string,
  name: string,
): Promise<Place | Refusal> {
  const ids = new Set(project.sources.map(({ id }) => id));
  const taken = new Set<string>();
  for (const id of ids) if ((await store.session(id)) !== null) taken.add(id);
  const all = await store.listConsultations();
  if (into !== '' && !all.some(({ consultation }) => consultation.id === into))
    return refuse('no-such-consultation');
  for (const { consultation, revision } of all) {
    const sessions = await sealedSessions(store, consultation.id);
    const own = sessions.filter((session) => knownTexts(session, [], []).some(([id]) => ids.has(id)));
    const talk = await store.talk.read(consultation.id);
    const isHome = own.length > 0 || [...textIdsOf(talk)].some((id) => ids.has(id));
    if (into === '' ? !isHome : consultation.id !== into) continue;
    const known = new Map<string, KnownText>();
    for (const session of own)
      for (const [id, text] of await textsOf(store, session, talk)) known.set(id, text);
    return { consultation, from: revision, talk, known, taken };
  }
  const empty = await fromTemplate('empty', newId);
  if (isRefusal(empty)) return empty;
  const title = cut(cleaned(project.name === '' ? name : project.name, true), LIMITS.title).text;
  const consultation: Consultation = { ...empty, title, sample: false };
  return { consultation, from: null, talk: NO_TALK, known: new Map(), taken };
}

/** What a session has of texts that may be in the file. */
async function textsOf(store: Store, session: Session, talk: StoredTalk): Promise<[string, KnownText][]> {
  const points = talk.points.filter((point) => point.session === session.id);
  const themes = new Map(
    talk.codings.filter((one) => one.session === session.id).map((one) => [one.postit, one.themes]),
  );
  const postits: KnownPostit[] = [];
  for (const { n } of (await store.figures([session.id])).boards)
    for (const { tag, comment } of await store.sealedResponses(session.id, n)) {
      const postit = `${n}.${tag}`;
      if (comment !== '') postits.push({ postit, comment, themes: themes.get(postit) ?? [] });
    }
  return knownTexts(session, points, postits);
}
