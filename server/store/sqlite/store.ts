/** The store's port on SQLite files in one folder. */
import type { Consultation } from '../../../core/consultation.ts';
import type { Room } from '../../../core/room.ts';
import type { Session } from '../../../core/session.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { refuse } from '../../../core/refusal.ts';
import type {
  LiveStore,
  SealedResponse,
  SealedSession,
  SessionFigures,
  Store,
  StoredConsultation,
} from '../store.ts';
import { answeredVersions } from './answered.ts';
import { backUp, renewBackups } from './backups.ts';
import { readFigures, readResponsesOf } from './figures.ts';
import { LiveSessions } from './liveSessions.ts';
import type { MainDb } from './mainDb.ts';
import type { Paths } from './paths.ts';
import { sealedFrom } from './sealedRows.ts';
import { writeSealed } from './writeSealed.ts';

/** How often the main database's write-ahead log is emptied, in milliseconds. */
const CHECKPOINT_EVERY_MS = 60_000;

interface StoreParts {
  paths: Paths;
  main: MainDb;
  random: (bytes: number) => Buffer;
  unlock: () => void;
}

export class SqliteStore implements Store {
  readonly #paths: Paths;
  readonly #main: MainDb;
  readonly #unlock: () => void;
  readonly #live: LiveSessions;
  readonly #timer: NodeJS.Timeout;
  /** Sessions whose files are about to go: opened now, they would take answers that are then lost. */
  readonly #leaving = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor({ paths, main, random, unlock }: StoreParts) {
    this.#paths = paths;
    this.#main = main;
    this.#unlock = unlock;
    this.#live = new LiveSessions(paths, random);
    // Nothing depends on its success: what is in the log is durable, and the next one takes it over.
    this.#timer = setInterval(() => void main.checkpoint().catch(() => false), CHECKPOINT_EVERY_MS);
    this.#timer.unref();
  }

  async listConsultations(): Promise<StoredConsultation[]> {
    const rows = await this.#main.query.selectFrom('consultation').selectAll().orderBy('key').execute();
    return rows.map(readConsultation);
  }

  async consultation(id: string): Promise<StoredConsultation | null> {
    const row = await this.#main.query
      .selectFrom('consultation')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : readConsultation(row);
  }

  async saveConsultation(
    consultation: Consultation,
    from: number | null,
  ): Promise<{ revision: number } | Refusal> {
    const { id } = consultation;
    const document = JSON.stringify(consultation);
    if (from === null) {
      const made = await this.#main.query
        .insertInto('consultation')
        .values({ id, revision: 1, document })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('revision')
        .executeTakeFirst();
      return made ?? refuse('changed-elsewhere');
    }
    const saved = await this.#main.query
      .updateTable('consultation')
      .set({ revision: from + 1, document })
      .where('id', '=', id)
      .where('revision', '=', from)
      .returning('revision')
      .executeTakeFirst();
    if (saved !== undefined) return saved;
    return refuse((await this.consultation(id)) === null ? 'no-such-consultation' : 'changed-elsewhere');
  }

  async removeConsultation(id: string): Promise<void> {
    await this.#inTurn(async () => {
      const sessions = await this.sessions(id);
      await this.#leave(
        sessions.map((session) => session.id),
        async () => {
          for (const session of sessions) await this.#live.destroy(session.id);
          await this.#main.query.deleteFrom('consultation').where('id', '=', id).execute();
          await this.#removed(sessions);
        },
      );
    });
  }

  async sessions(consultation: string): Promise<Session[]> {
    const rows = await this.#main.query
      .selectFrom('session')
      .select('document')
      .where('consultation', '=', consultation)
      .orderBy('key')
      .execute();
    return rows.map(readSession);
  }

  async session(id: string): Promise<Session | null> {
    const row = await this.#main.query
      .selectFrom('session')
      .select('document')
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : readSession(row);
  }

  async unsealed(): Promise<Session[]> {
    const rows = await this.#main.query
      .selectFrom('session')
      .select('document')
      .where('state', 'in', ['lobby', 'live', 'ended'])
      .orderBy('key')
      .execute();
    return rows.map(readSession);
  }

  async saveSession(session: Session): Promise<void> {
    const { id, consultation, state } = session;
    const row = { consultation, state, document: JSON.stringify(session) };
    await this.#main.query
      .insertInto('session')
      .values({ id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }

  async removeSession(id: string): Promise<void> {
    await this.#inTurn(() => this.#leave([id], () => this.#removeSession(id)));
  }

  beginLive(session: Session, room: Room): Promise<LiveStore> {
    return this.#inTurn(() => this.#beginLive(session, room));
  }

  async #beginLive(session: Session, room: Room): Promise<LiveStore> {
    const before = await this.session(session.id);
    if (before === null || before.state !== 'draft') throw new Error('Only a draft can open its lobby.');
    const live = this.#live.create(session.id, room);
    try {
      await this.saveSession({ ...session, state: 'lobby' });
    } catch (error) {
      await live.close();
      throw error;
    }
    return live;
  }

  async openLive(id: string): Promise<LiveStore | Refusal> {
    const session = await this.session(id);
    if (session === null) return refuse('no-such-session');
    if (session.state === 'draft' || session.state === 'sealed' || this.#leaving.has(id))
      return refuse('wrong-state');
    return this.#live.open(id) ?? refuse('read-only');
  }

  async seal(id: string, keepKey: boolean): Promise<void> {
    await this.#inTurn(() => this.#leave([id], () => this.#seal(id, keepKey)));
  }

  async addSealed(sealed: SealedSession): Promise<void> {
    await this.#inTurn(async () => {
      await writeSealed(this.#main, sealed);
      await this.#main.checkpoint();
      await backUp(this.#main, this.#paths.backup);
    });
  }

  figures(sessions: readonly string[]): Promise<SessionFigures> {
    return readFigures(this.#main, sessions);
  }

  sealedResponses(session: string, board: number): Promise<SealedResponse[]> {
    return readResponsesOf(this.#main, session, board);
  }

  async answeredVersions(consultation: string): Promise<Map<string, Set<number>>> {
    return answeredVersions(this.#main, this.#live, consultation, await this.sessions(consultation));
  }

  /** Removes what a crash left behind in the middle of sealing or removing a session. */
  async tidy(): Promise<void> {
    for (const id of this.#live.leftOver()) {
      const session = await this.session(id);
      if (session === null) await this.#live.destroy(id);
      else if (session.state === 'sealed') await this.seal(id, true);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#turn.catch(() => undefined);
    await this.#live.close();
    await this.#main.close();
    this.#unlock();
  }

  /** Sealing, removing and copying take turns: each has steps that must not mix with another's. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.catch(() => undefined).then(work);
    this.#turn = result;
    return result;
  }

  async #leave(ids: readonly string[], work: () => Promise<void>): Promise<void> {
    for (const id of ids) this.#leaving.add(id);
    try {
      await work();
    } finally {
      for (const id of ids) this.#leaving.delete(id);
    }
  }

  async #seal(id: string, keepKey: boolean): Promise<void> {
    const session = await this.session(id);
    if (session === null) throw new Error('There is no session to seal.');
    if (session.rehearsal) return this.#removeSession(id);
    if (session.state !== 'sealed') {
      const { room, responses, participants } = await this.#live.last(id);
      await writeSealed(this.#main, sealedFrom(session, room, responses, participants));
      await this.#main.checkpoint();
    } else if (!this.#live.exists(id)) return;
    await this.#live.finish(id, keepKey);
    // What is sealed is sealed; a copy that fails now is made at the next sealing.
    await backUp(this.#main, this.#paths.backup).catch(() => undefined);
  }

  async #removeSession(id: string): Promise<void> {
    const session = await this.session(id);
    // The row first: files without a row are tidied away at the next start, a row without files is a loss.
    await this.#main.query.deleteFrom('session').where('id', '=', id).execute();
    await this.#live.destroy(id);
    await this.#removed(session === null ? [] : [session]);
  }

  async #removed(sessions: readonly Session[]): Promise<void> {
    await this.#main.checkpoint();
    if (sessions.some(({ state }) => state === 'sealed')) await renewBackups(this.#main, this.#paths.backup);
  }
}

function readConsultation(row: { revision: number; document: string }): StoredConsultation {
  return { consultation: JSON.parse(row.document) as Consultation, revision: row.revision };
}

function readSession(row: { document: string }): Session {
  return JSON.parse(row.document) as Session;
}
