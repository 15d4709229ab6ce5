/** Consultations: making, saving, correcting a frozen wording, copying, removing. */
import type { Consultation, Statement } from '../../core/consultation.ts';
import {
  correctedVersion,
  readStatementList,
  sameWordings,
  scaleOf,
  wordingsOf,
} from '../../core/consultation.ts';
import { questionsOf, readConsultation, readConsultationFile } from '../../core/consultationFile.ts';
import type { NewConsultation, StoredDocument } from '../../core/api.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { scaleKey, type Scale } from '../../core/scale.ts';
import { LIMITS } from '../../core/limits.ts';
import { againOf, yearOf } from '../../core/waves/again.ts';
import { takenAlong } from '../../core/waves/codebook.ts';
import { alsoTold, wordsToldNow } from '../../core/wordsTold.ts';
import type { Store } from '../store/store.ts';
import type { Room } from '../../core/room.ts';
import { dayChange, toldIn, withoutPastDay } from './keepUntil.ts';
import { boardSource } from './boardSource.ts';
import type { Rooms } from './sessions.ts';
import type { Running } from './running.ts';
import { picturesOf } from './shownPictures.ts';
import { withCleanStatements } from './statementPictures.ts';
import { newId } from '../random.ts';
import { fromTemplate, withFreshIds } from './templates.ts';

/**
 * Makes a consultation from a template, a pasted list, a file or a copy of another, or as the next wave of one. One
 * from a file keeps its id where that is not here yet, so that what is held with it on several laptops can be
 * merged afterwards; of a wave statements, groups, themes and interview questions keep theirs. Everything else gets ids of its own.
 */
export async function makeConsultation(
  store: Store,
  wanted: NewConsultation,
  today: string,
): Promise<StoredDocument | Refusal> {
  const found = await document(store, wanted);
  if (isRefusal(found)) return found;
  const { made, warnings } = withoutPastDay(found, today, 'copy' in wanted);
  const keeps = 'file' in wanted && !made.sample && (await store.consultation(made.id)) === null;
  const fresh = keeps || 'again' in wanted ? made : withFreshIds(made, newId);
  const read = readConsultation({ ...fresh, sample: false });
  const checked = isRefusal(read) ? read : await withCleanStatements(read, null);
  if (isRefusal(checked)) return checked;
  const saved = await store.saveConsultation(checked, null);
  if (isRefusal(saved)) return saved;
  const along = await takeAlong(store, wanted, checked.id, keeps);
  if (along !== null) return along;
  const stored = { consultation: checked, revision: saved.revision };
  return warnings.length === 0 ? stored : { ...stored, warnings };
}

/**
 * Codebook and interview questions of the one before or of the copied one; of a file the questions. Null: they are
 * there.
 *
 * @param keeps whether a file’s consultation keeps its id
 */
async function takeAlong(
  store: Store,
  wanted: NewConsultation,
  id: string,
  keeps: boolean,
): Promise<Refusal | null> {
  const from = 'again' in wanted ? wanted.again : 'copy' in wanted ? wanted.copy : null;
  const inFile = { themes: [], questions: 'file' in wanted ? questionsOf(wanted.file) : [] };
  const all = from === null ? inFile : await store.talk.read(from);
  const changes = takenAlong(all, newId, keeps || 'again' in wanted);
  if (changes.length === 0) return null;
  const done = await store.talk.change(id, changes);
  return isRefusal(done) ? done : null;
}

async function document(store: Store, wanted: NewConsultation): Promise<Consultation | Refusal> {
  if ('template' in wanted) return fromTemplate(wanted.template, newId);
  if ('file' in wanted) return readConsultationFile(wanted.file);
  if ('copy' in wanted) {
    const stored = await store.consultation(wanted.copy);
    return stored?.consultation ?? refuse('no-such-consultation');
  }
  if ('again' in wanted) {
    const stored = await store.consultation(wanted.again);
    if (stored === null) return refuse('no-such-consultation');
    // People who were made up are compared with nobody.
    if (stored.consultation.sample) return refuse('bad-file', 'again', 'a consultation that is no sample');
    return againOf(stored.consultation, newId(), yearOf(await store.sessions(wanted.again)));
  }
  const empty = await fromTemplate('empty', newId);
  if (isRefusal(empty)) return empty;
  const lines = readStatementList(wanted.statements);
  if (lines.length === 0) return refuse('nothing-to-place', 'statements', 'one statement a line');
  const statements = lines.map((text): Statement => ({
    id: newId(),
    notes: '',
    picture: null,
    scale: null,
    version: 1,
    wordings: [{ group: null, lang: 'en', text }],
    earlier: [],
  }));
  return { ...empty, title: wanted.title, statements };
}

/** What people have answered or are being shown, so that it can no longer be changed or taken away. */
export interface Fixed {
  /** Statements whose current version has been answered, or is open in a session. */
  wordings: string[];
  /** Statements with answers at any version, or on a board of a running session. */
  statements: Set<string>;
  /** Groups that answers or people may belong to. */
  groups: Set<string>;
  /** Versions of statements that are answered or stand on the board of a sealed session. */
  versions: Map<string, Set<number>>;
  /** Groups that a sealed session was for, or counted heads of, though nobody may have answered. */
  heldGroups: Set<string>;
}

/** What is fixed: by answers anywhere, and by the boards of running sessions that are no rehearsals. */
export async function fixedIn(store: Store, rooms: Rooms, consultation: Consultation): Promise<Fixed> {
  const answered = await store.answeredVersions(consultation.id);
  const statements = new Set(answered.keys());
  const groups = new Set(answered.size > 0 ? consultation.groups.map((g) => g.id) : []);
  for (const { session, room } of rooms.all()) {
    if (session.consultation !== consultation.id || session.rehearsal) continue;
    for (const group of session.groups) groups.add(group);
    for (const board of room.boards) {
      statements.add(board.statement);
      if (board.opened) addTo(answered, board.statement, [board.version]);
    }
  }
  const wordings = consultation.statements
    .filter((s) => answered.get(s.id)?.has(s.version) === true)
    .map((s) => s.id);
  const versions = await store.heldVersions(consultation.id);
  for (const [statement, those] of answered) addTo(versions, statement, those);
  const held = (await store.sessions(consultation.id)).filter((s) => s.state === 'sealed');
  const heldGroups = new Set(
    held.flatMap((s) => [...s.groups, ...s.attendance.flatMap((row) => row.group ?? [])]),
  );
  return { wordings, statements, groups, versions, heldGroups };
}

function addTo(map: Map<string, Set<number>>, key: string, values: Iterable<number>): void {
  map.set(key, new Set([...(map.get(key) ?? []), ...values]));
}

/**
 * Saves an edit. What people have answered keeps its wording, scale and groups: a correction is a new
 * version. Nothing is saved when any part of it is refused.
 */
export async function editConsultation(
  store: Store,
  rooms: Rooms,
  id: string,
  from: number,
  value: unknown,
  today: string,
): Promise<StoredDocument | Refusal> {
  const size = JSON.stringify(value)?.length ?? 0;
  if (size > LIMITS.documentBytes)
    return refuse('too-large', 'consultation', `at most ${LIMITS.documentBytes} bytes`);
  const after = readConsultation(value);
  if (isRefusal(after)) return after;
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  if (after.id !== id) return refuse('bad-file', 'id', id);
  const before = stored.consultation;
  const clean = await withCleanStatements(after, before);
  if (isRefusal(clean)) return clean;
  // Last: while pictures are drawn a board may open, and then its wording is frozen.
  const fault = faultAgainst(before, clean, await fixedIn(store, rooms, before));
  if (fault !== null) return fault;
  const change = dayChange(before, after, today, await toldIn(store, id, today));
  if (isRefusal(change)) return change;
  const consultation = { ...clean, sample: before.sample };
  const saved = await store.saveConsultation(consultation, from, change ?? undefined);
  if (isRefusal(saved)) return saved;
  for (const running of rooms.all())
    if (running.consultation.id === id) await takeEdit(store, running, consultation);
  return { consultation, revision: saved.revision };
}

/** A running session takes over notes at once, and all else for boards that have not been opened. */
export function takeEdit(store: Store, running: Running, consultation: Consultation): Promise<void> {
  const turn = running.turn.then(async () => {
    const room: Room = {
      ...running.room,
      boards: running.room.boards.map((board) => {
        const statement = consultation.statements.find((s) => s.id === board.statement);
        return board.opened || statement === undefined
          ? board
          : { ...board, ...boardSource(consultation, statement) };
      }),
    };
    await running.store.saveRoom(room);
    // Who joins from here on is told these; after the end nobody is.
    if (running.session.state !== 'ended') {
      running.session = { ...running.session, told: alsoTold(running.session, wordsToldNow(consultation)) };
      await store.saveSession(running.session);
    }
    running.consultation = consultation;
    running.pictures = picturesOf(consultation, running.pictures);
    running.room = room;
    running.changed(['phone', 'projector', 'console']);
  });
  running.turn = turn.catch(() => undefined);
  return turn;
}

/** Every answer that a scale offers: the ways to decline count like the others. */
function answersOf(scale: Scale): string {
  return `${scaleKey(scale)} ${scale.declines.toSorted().join('')}`;
}

function faultAgainst(before: Consultation, after: Consultation, fixed: Fixed): Refusal | null {
  const kept = new Set(after.statements.map((s) => s.id));
  const gone = before.statements.filter((s) => !kept.has(s.id));
  if (gone.some((s) => fixed.statements.has(s.id))) return refuse('answered-already', 'statements');
  if (gone.some((s) => fixed.versions.has(s.id))) return refuse('held-already', 'statements');
  for (const id of fixed.wordings) {
    const was = before.statements.find((s) => s.id === id);
    const at = after.statements.findIndex((s) => s.id === id);
    const now = after.statements[at];
    if (was === undefined || now === undefined) continue;
    if (now.version !== was.version || !sameWordings(now.wordings, was.wordings))
      return refuse('wording-frozen', `statements.${at}.wordings`);
    if (answersOf(scaleOf(after, now)) !== answersOf(scaleOf(before, was)))
      return refuse('answered-already', now.scale === null ? 'scale' : `statements.${at}.scale`);
  }
  for (const [at, now] of after.statements.entries()) {
    const was = before.statements.find((s) => s.id === now.id);
    if (was !== undefined && !keepsVersions(was, now, fixed.versions.get(now.id) ?? new Set()))
      return refuse('wording-frozen', `statements.${at}.earlier`);
  }
  const groups = new Set(after.groups.map((g) => g.id));
  const goneGroups = before.groups.filter((g) => !groups.has(g.id));
  if (goneGroups.some((g) => fixed.groups.has(g.id))) return refuse('answered-already', 'groups');
  return goneGroups.some((g) => fixed.heldGroups.has(g.id)) ? refuse('held-already', 'groups') : null;
}

/** Whether versions that were put to people are still there, under their numbers and with their words. */
function keepsVersions(was: Statement, now: Statement, put: ReadonlySet<number>): boolean {
  return [...put].every((version) => {
    const [before, after] = [wordingsOf(was, version), wordingsOf(now, version)];
    // Until someone has answered it, the words of the current one may still change.
    const current = version === was.version && version === now.version;
    return before === null || (after !== null && (current || sameWordings(before, after)));
  });
}

/** Starts a corrected version of a frozen statement; its answered wording is kept under its number. */
export async function correctStatement(
  store: Store,
  rooms: Rooms,
  id: string,
  from: number,
  statement: string,
): Promise<StoredDocument | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const before = stored.consultation;
  if (!before.statements.some((s) => s.id === statement)) return refuse('no-such-board', 'statement');
  const consultation: Consultation = {
    ...before,
    statements: before.statements.map((s) => (s.id === statement ? correctedVersion(s, s.wordings) : s)),
  };
  const checked = readConsultation(consultation);
  if (isRefusal(checked)) return checked;
  const saved = await store.saveConsultation(consultation, from);
  if (isRefusal(saved)) return saved;
  for (const running of rooms.all())
    if (running.consultation.id === id) await takeEdit(store, running, consultation);
  return { consultation, revision: saved.revision };
}

/** Removes a consultation with all its sessions as `removeSession` does; a running session has to end first. */
export async function removeConsultation(
  store: Store,
  rooms: Rooms,
  id: string,
): Promise<{ ok: true } | Refusal> {
  if ((await store.consultation(id)) === null) return refuse('no-such-consultation');
  const own = [...rooms.all()].filter((r) => r.consultation.id === id);
  if (own.some((r) => !r.session.rehearsal && r.session.state !== 'ended')) return refuse('session-running');
  for (const running of own) {
    running.closed = true;
    rooms.remove(running.session.id);
    await running.store.close();
  }
  await store.removeConsultation(id);
  return { ok: true };
}
