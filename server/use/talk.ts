/** Points, themes and post-its under themes: what a scribe's device is given, and what it hands over. */
import { wordingFor, type Consultation } from '../../core/consultation.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readChanges } from '../../core/schemaTalk.ts';
import type { Session } from '../../core/session.ts';
import type { Role } from '../../core/staff.ts';
import type { ChangesDone, Description, TalkAbout, TalkPage } from '../../core/talk/api.ts';
import type { Change, Outcome, PointChange } from '../../core/talk/change.ts';
import { rewordedIn } from '../../core/readBack/quotes.ts';
import { NOT_CODED, type SecondCoding } from '../../core/talk/second.ts';
import { NO_SOURCES, type Sources } from '../../core/talk/sources.ts';
import { readPostit, sourceOf, type Coding } from '../../core/talk/types.ts';
import { codingName, SECOND, secondName, type Touched } from '../store/talk.ts';
import type { Store } from '../store/store.ts';
import { documentOf } from './reportSource.ts';
import type { Rooms } from './sessions.ts';
import { followInTurn, inNotedWords } from './thoughts.ts';

/** A consultation, or one session of it. */
export type TalkPlace = { consultation: string } | { session: string };

/** @param since `at` of an earlier page, of which only what is newer is wanted; empty: everything */
export async function talkPage(
  store: Store,
  rooms: Rooms,
  place: TalkPlace,
  since: string,
  role: Role,
): Promise<TalkPage | Refusal> {
  const found = await find(store, place);
  if (isRefusal(found)) return found;
  const { consultation, sessions } = found;
  const readable = sessions.filter((session) => mayHave(role, session));
  if ('session' in place && readable.length === 0) return refuse('not-yet-yours');
  // Before it is read: what comes meanwhile is given twice rather than never.
  const at = store.talk.at(consultation.id);
  const touched = since === '' ? null : store.talk.since(consultation.id, since);
  const nothing = { themes: [], points: [], codings: [], seconds: [], ...NO_SOURCES, gone: [] };
  const empty = { at, whole: false, ...nothing, about: null };
  if (touched !== null && touched.size === 0) return empty;
  const stored = await store.talk.read(consultation.id);
  const shown = new Set(readable.map((s) => s.id));
  const wanted = (name: string): boolean => touched === null || touched.has(name);
  return {
    at,
    whole: touched === null,
    themes: stored.themes.filter(({ id }) => wanted(id)),
    points: stored.points
      .filter((point) => shown.has(point.session) && wanted(point.id))
      .map((point) => (hangs(rooms, point) ? point : { ...point, postit: '' })),
    codings: codingsOf(
      stored.codings.filter((coding) => shown.has(coding.session) && hangs(rooms, coding)),
      shown,
      touched,
    ),
    // Whoever notes what is said in a session needs no interview, and no second coding.
    seconds: 'session' in place ? [] : secondsOf(stored.seconds, shown, touched),
    ...('session' in place ? NO_SOURCES : wantedOf(stored, wanted)),
    gone: stored.gone.filter((id) => touched?.has(id) === true),
    about:
      touched === null
        ? await aboutOf(
            store,
            consultation,
            sessions,
            await boardsOf(store, rooms, place),
            !('session' in place),
          )
        : null,
  };
}

function wantedOf({ sources, passages, questions }: Sources, wanted: (id: string) => boolean): Sources {
  return {
    sources: sources.filter(({ id }) => wanted(id)),
    passages: passages.filter(({ id }) => wanted(id)),
    questions: questions.filter(({ id }) => wanted(id)),
  };
}

/** A post-it that is under nothing any more has no coding; whoever asks what is newer is told so. */
function codingsOf(all: readonly Coding[], shown: ReadonlySet<string>, touched: Touched | null): Coding[] {
  if (touched === null) return [...all];
  const by = new Map(all.map((coding) => [codingName(coding.session, coding.postit), coding]));
  return [...touched].flatMap((name) => {
    const [session = '', postit] = name.split(' ');
    if (postit === undefined || !shown.has(session)) return [];
    return by.get(name) ?? { session, postit, themes: [] };
  });
}

/** One that was taken back, or went with what it was about, is told as not coded. */
function secondsOf(
  all: readonly SecondCoding[],
  shown: ReadonlySet<string>,
  touched: Touched | null,
): TalkPage['seconds'] {
  const there = all.filter(({ session }) => shown.has(session)).map((one) => ({ ...one, coded: true }));
  if (touched === null) return there;
  const by = new Map(there.map((one) => [secondName(one.session, one.unit), one]));
  return [...touched].flatMap((name) => {
    if (!name.startsWith(SECOND)) return [];
    const [session = '', unit = ''] = name.slice(SECOND.length).split(' ');
    return shown.has(session) ? (by.get(name) ?? { session, unit, ...NOT_CODED }) : [];
  });
}

/** While a session runs its points have an order, and numbers that keep a speaker's together. */
function mayHave(role: Role, session: Session): boolean {
  return role !== 'researcher' || session.state === 'sealed';
}

/**
 * Carries out what a device hands over, all of it or nothing.
 *
 * @param role who asks: a researcher has a session's points once it is counted, and the codebook always
 * @param changed told when something has changed
 */
export async function changeTalk(
  store: Store,
  rooms: Rooms,
  place: TalkPlace,
  value: unknown,
  role: Role,
  changed: (consultation: string, at: string) => void,
): Promise<ChangesDone | Refusal> {
  const found = await find(store, place);
  if (isRefusal(found)) return found;
  const changes = readChanges(value);
  if (isRefusal(changes)) return changes;
  const { id } = found.consultation;
  for (const [i, change] of changes.entries()) {
    if (!isOfSession(change)) continue;
    const session = found.sessions.find((s) => s.id === change.session);
    if (session === undefined) return refuse('no-such-session', `changes.${i}.session`);
    if (!mayHave(role, session)) return refuse('not-yet-yours', `changes.${i}.session`);
  }
  const bringing = new Set(
    changes.flatMap((change) => (bringsThought(change) ? (rooms.byId(change.session) ?? []) : [])),
  );
  for (const running of bringing) await running.turn;
  // A post-it that was withdrawn meanwhile has nothing hanging on it, and is under no theme.
  const gone = new Set<string>();
  const carried = inWords(rooms, changes).flatMap((change): Change[] => {
    // Nor does an undo bring back a thought that its writer has taken back meanwhile.
    if (!isNoted(rooms, change)) return [];
    if (!isOfSession(change) || hangs(rooms, { session: change.session, postit: postitOf(change) }))
      return [change];
    if (change.of === 'point' && change.set !== null)
      return [{ ...change, set: { ...change.set, postit: '' } }];
    gone.add(change.id);
    return [];
  });
  const outcomes = carried.length === 0 ? [] : await store.talk.change(id, carried);
  if (isRefusal(outcomes)) return outcomes;
  try {
    for (const running of bringing) await followInTurn(running);
  } finally {
    if (outcomes.length > 0) changed(id, store.talk.at(id));
  }
  const by = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return {
    at: store.talk.at(id),
    outcomes: changes.map((change): Outcome => by.get(change.id) ?? { id: change.id, is: 'gone' }),
  };
}

type OfSession = Extract<Change, { session: string }>;

function isOfSession(change: Change): change is OfSession {
  return change.of === 'point' || change.of === 'coding' || change.of === 'second';
}

function postitOf(change: OfSession): string {
  if (change.of === 'point') return change.set?.postit ?? '';
  // A second coding is of a session that is counted; the store says no of all others.
  return change.of === 'coding' ? change.key : '';
}

/** Whether a post-it is there to hang on; of a running session this is known here, of a sealed one by the store. */
function hangs(rooms: Rooms, { session, postit }: { session: string; postit: string }): boolean {
  const running = rooms.byId(session);
  if (running === undefined || postit === '') return true;
  const note = readPostit(postit)?.comment ?? '';
  return running.notes.has(note) && !running.room.passedOn.includes(note);
}

function bringsThought(change: Change): change is PointChange {
  return change.of === 'point' && change.was === null && sourceOf(change.key) === 'phone';
}

/** Of a thought that is brought back in a running session words may have been taken out since it was removed. */
function inWords(rooms: Rooms, changes: readonly Change[]): Change[] {
  return changes.map((change) => {
    const running = bringsThought(change) ? rooms.byId(change.session) : undefined;
    return running === undefined || !bringsThought(change) ? change : inNotedWords(running, change);
  });
}

/**
 * Whether a thought that is brought back in a running session is there: of one that is counted the store knows. Right
 * after a start that is known once the session has had its first turn.
 */
function isNoted(rooms: Rooms, change: Change): boolean {
  if (!bringsThought(change)) return true;
  const running = rooms.byId(change.session);
  return running === undefined || running.noted.has(change.key);
}

interface Found {
  consultation: Consultation;
  /** Sessions that were opened, by the day they were held on; of one session's page only that. */
  sessions: Session[];
}

async function find(store: Store, place: TalkPlace): Promise<Found | Refusal> {
  const one = 'session' in place ? await store.session(place.session) : null;
  if ('session' in place && one === null) return refuse('no-such-session');
  const stored = await store.consultation(
    'session' in place ? (one?.consultation ?? '') : place.consultation,
  );
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  if (one !== null) return one.state === 'draft' ? refuse('wrong-state') : { consultation, sessions: [one] };
  const sessions = (await store.sessions(consultation.id)).filter((s) => s.state !== 'draft' && !s.rehearsal);
  return {
    consultation,
    sessions: sessions.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  };
}

async function boardsOf(
  store: Store,
  rooms: Rooms,
  place: TalkPlace,
): Promise<readonly { n: number; statement: string }[]> {
  if (!('session' in place)) return [];
  return rooms.byId(place.session)?.room.boards ?? (await store.figures([place.session])).boards;
}

async function aboutOf(
  store: Store,
  consultation: Consultation,
  sessions: readonly Session[],
  boards: readonly { n: number; statement: string }[],
  whole: boolean,
): Promise<TalkAbout> {
  const { document } = await documentOf(store, consultation);
  const lang = consultation.languages[0] ?? 'en';
  return {
    consultation: consultation.id,
    title: consultation.title,
    sample: consultation.sample,
    languages: consultation.languages,
    groups: consultation.groups.map(({ id, label }) => ({ id, label })),
    statements: consultation.statements.map(({ id, wordings }) => ({
      id,
      text: wordingFor(wordings, [], lang)?.text ?? '',
    })),
    sessions: sessions.map((s) => ({
      id: s.id,
      name: s.name,
      date: s.date,
      state: s.state,
      groups: s.groups,
      descriptions: descriptionsOf(s),
      boards: boards.map(({ n, statement }) => ({ n, statement })),
    })),
    lists: { names: [...document.lists.names], places: [...document.lists.places] },
    reworded: whole ? rewordedIn(document.points) : [],
  };
}

/** Who could have said it: groups, and the attributes that attendance has of this session. */
function descriptionsOf({ groups, attendance }: Session): Description[] {
  const all: Description[] = [
    ...groups.map((group) => ({ group, gender: '', ageBand: '' })),
    ...attendance.map(({ group, gender, ageBand }) => ({ group: group ?? '', gender, ageBand })),
  ];
  const once = new Map(all.map((one) => [JSON.stringify(one), one]));
  return [...once.values()].filter((one) => one.group + one.gender + one.ageBand !== '');
}
