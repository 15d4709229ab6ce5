/** The part of the store's port that takes a running session to another laptop, and tells what was found damaged. */
import type { Consultation } from '../../core/consultation.ts';
import type { Finding } from '../../core/laptop.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';
import type { CarriedTalk } from './talk.ts';

/** Everything of a running session: with it another laptop knows the same people and their answers. */
export interface Carried {
  consultation: Consultation;
  session: Session;
  /** Its live file, as the last copy has it. */
  live: Uint8Array;
  /** Its key file. */
  keys: Uint8Array;
  /** Points and themes of its discussion; what earlier versions carried has none. */
  talk?: CarriedTalk;
}

/** A session that was put aside, with its files. */
export interface AsideItem {
  session: string;
  consultation: string;
  name: string;
  /** When that was, and the last day on which its files are kept: YYYY-MM-DD. */
  day: string;
  until: string;
  /** Where its files are on this laptop. */
  folder: string;
}

/**
 * Sessions that could not be taken up and that somebody put aside. What is kept of one goes after some days, with its
 * consultation, once the session has come back by a stick and is finished or removed, and when somebody says so.
 */
export interface AsideStore {
  /**
   * Keeps every file of a session, then removes it. Where it is not removed nothing is kept.
   *
   * @param remove removes the session
   */
  put(
    session: Session,
    day: string,
    remove: () => Promise<{ ok: true } | Refusal>,
  ): Promise<{ ok: true } | Refusal>;
  list(): Promise<AsideItem[]>;
  /** Destroys what is kept of a session; nothing happens where nothing is. */
  drop(session: string): Promise<void>;
}

export interface CarryStore {
  readonly aside: AsideStore;
  /** Null where the session is not running, or nothing of it was copied yet. */
  pack(session: string): Promise<Carried | null>;
  /**
   * Takes over what another laptop had. Durable when the promise resolves, and all or nothing. Refused as
   * `bad-file` when it is not whole, as `session-running` where the session is here already, unless it is to
   * be replaced (what is here is set aside until the session is sealed), and as `changed-elsewhere` where
   * the consultation was changed here in a way that does not go together with it.
   *
   * @param replace the session was begun here, and went on elsewhere
   */
  put(carried: Carried, replace: boolean): Promise<{ ok: true } | Refusal>;
  /** Told of each new copy of a running session, and whether words went that earlier ones have. */
  onCopied(tell: (textGone: boolean) => void): void;
  /** What was found damaged since the store was opened. */
  findings(): Finding[];
  /**
   * Looks through the database and its copies, beside the rooms, and adds to the findings.
   *
   * @param signal ends it
   */
  check(signal: AbortSignal): Promise<void>;
  /** Adds what somebody else found. */
  found(finding: Finding): void;
}
