/** Ordering a printed pack: a piece of long work, with codes on cards where a session is under way. */
import type { JobState } from '../../core/api.ts';
import { scaleOf, type Consultation } from '../../core/consultation.ts';
import { LIMITS } from '../../core/limits.ts';
import { groupsIn, peopleOf, tooManyAnswers, type PaperOrder } from '../../core/paper.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readPaperOrder } from '../../core/schemaPaper.ts';
import { withKnownGroups, type Session } from '../../core/session.ts';
import { setInWorker } from '../paper/setInWorker.ts';
import type { PackFileKind } from '../paper/pack.ts';
import type { PackSource, PaperStatement } from '../paper/source.ts';
import { paper } from '../paper/words.ts';
import type { Store } from '../store/store.ts';
import { fileName } from './fileName.ts';
import type { JobDesk, JobResult, JobStart } from './jobs.ts';
import { makeCards } from './laterCodes.ts';
import type { Running } from './running.ts';
import type { Rooms } from './sessions.ts';
import { factsOf } from './sheets.ts';

export interface PaperParts {
  store: Store;
  rooms: Rooms;
  jobs: JobStart;
  /** YYYY-MM-DD. */
  today: () => string;
  /** The laptop's address, as phones open it. */
  address: () => string;
}

/**
 * Starts setting a pack. Refused where there is no statement, for groups and languages that are not there, for
 * more answers than a pack holds, for texts in letters that no font has, and for code cards without a session in its lobby or under way: a code is
 * that session's. Cards to talk alone need somebody who is named (`no-lead`).
 */
export async function orderPack(parts: PaperParts, id: string, value: unknown): Promise<JobState | Refusal> {
  const order = readPaperOrder(value);
  if (isRefusal(order)) return order;
  const stored = await parts.store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const running = order.session === null ? undefined : parts.rooms.byId(order.session);
  const kept =
    order.session === null ? null : (running?.session ?? (await parts.store.session(order.session)));
  if (order.session !== null && kept?.consultation !== id) return refuse('no-such-session', 'session');
  const session = kept === null ? null : withKnownGroups(kept, consultation.groups);
  const statements = statementsOf(consultation, running);
  const fault = faultIn(order, { consultation, session, statements, running });
  if (fault !== null) return fault;
  const sessions = session === null ? await parts.store.sessions(id) : [session];
  const lead = (await parts.store.concerns.lead(id))?.name ?? '';
  // Nobody could open what a card says.
  if (lead === '' && order.parts.includes('alone')) return refuse('no-lead', 'parts.alone');
  const source: PackSource = {
    order,
    consultation,
    session,
    statements,
    facts: factsOf(
      consultation,
      session === null ? sessions.filter((s) => !s.rehearsal) : sessions,
      parts.today(),
    ),
    codes: [],
    lead,
    address: parts.address(),
    today: parts.today(),
  };
  // It reads the fonts, and loads what draws for that.
  const { unprintedIn } = await import('../paper/unprinted.ts');
  const unprinted = await unprintedIn(source);
  if (unprinted !== null)
    return refuse('no-letters', unprinted.where.join('; '), unprinted.letters.join(', '));
  return parts.jobs.start((desk) => make(parts, source, desk));
}

/** A session that has begun asks what it has fixed; one that has not asks what stands in the consultation. */
function statementsOf(consultation: Consultation, running: Running | undefined): PaperStatement[] {
  const all = new Map(consultation.statements.map((one) => [one.id, one]));
  if (running === undefined)
    return consultation.statements.map((one, i) => ({
      number: i + 1,
      wordings: one.wordings,
      scale: scaleOf(consultation, one),
      notes: one.notes,
      picture: one.picture,
    }));
  return running.room.boards
    .filter((board) => board.round === 1)
    .map(({ statement, wordings, scale }, i) => ({
      number: i + 1,
      wordings,
      scale,
      notes: all.get(statement)?.notes ?? '',
      picture: all.get(statement)?.picture ?? null,
    }));
}

interface Around extends Pick<PackSource, 'consultation' | 'session' | 'statements'> {
  running: Running | undefined;
}

function faultIn(order: PaperOrder, { consultation, session, statements, running }: Around): Refusal | null {
  if (statements.length === 0) return refuse('nothing-to-place');
  if (!consultation.languages.includes(order.lang)) return refuse('bad-message', 'lang');
  const known = new Set(groupsIn(consultation, session).map(({ id }) => id));
  if (order.people.some(({ group }) => group !== null && !known.has(group)))
    return refuse('group-unknown', 'people');
  const many = tooManyAnswers(peopleOf(order), statements.length, consultation.rounds);
  if (many && order.parts.some((part) => part === 'slips' || part === 'cards'))
    return refuse('too-large', 'people', `at most ${LIMITS.paperAnswers} answers`);
  if (order.parts.includes('codes') && (running === undefined || !takesCodes(running)))
    return refuse('wrong-state', 'parts.codes');
  return null;
}

const takesCodes = ({ closed, session }: Running): boolean => !closed && session.state !== 'ended';

async function make(parts: PaperParts, source: PackSource, desk: JobDesk): Promise<JobResult | Refusal> {
  const { order, session } = source;
  desk.step(paper('step.begin'), 0, 1);
  const codes = order.parts.includes('codes')
    ? await makeCards(parts.rooms, order.session ?? '', peopleOf(order))
    : { codes: [] };
  if (isRefusal(codes)) return codes;
  desk.signal.throwIfAborted();
  const set = await setInWorker({ ...source, ...codes }, desk.signal, (done, of) =>
    desk.step(paper('step.file', { done, of }), done, of),
  );
  return {
    files: set.map(({ kind, bytes }) => ({ name: nameOf(kind, source, session), bytes })),
    refusal: null,
  };
}

const NAMES: Record<PackFileKind, string> = {
  pack: 'paper pack',
  wall: 'wall sheets A3',
  codes: 'code cards DELETE WHEN PRINTED',
};

/** `2026-11-22_What-we-expect_Adults-1_paper-pack.pdf` */
function nameOf(kind: PackFileKind, { consultation, today }: PackSource, session: Session | null): string {
  const parts = [consultation.title, session?.name ?? '', NAMES[kind], consultation.sample ? 'SAMPLE' : ''];
  return fileName(today, parts, 'pdf');
}
