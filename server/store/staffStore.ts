/**
 * The port of what is kept about staff: who is signed in, the passphrase, and the log of who did what.
 * Each verb is durable when its promise resolves.
 */
import type { AuditEntry } from '../../core/staffApi.ts';
import type { Role } from '../../core/staff.ts';
import type { Which } from '../../core/tablet.ts';
import type { TriesWriting } from './tryWriting.ts';

/** Somebody who is signed in. The token itself is never stored. */
export interface StaffSession {
  /** SHA-256 of the token, in base64url. */
  hash: string;
  /** Random; by it the console takes the access back. */
  id: string;
  role: Role;
  place: 'laptop' | 'device';
  /** What the device calls itself; empty on the laptop. */
  name: string;
  /** Milliseconds since 1970. */
  since: number;
  used: number;
}

/** What is kept of a sign-in that is a shared tablet. */
export interface TabletSign {
  /** Of its session. */
  hash: string;
  /** SHA-256 of the session's token and the PIN: who has only this file cannot try all PINs. Empty: not locked. */
  exit: string;
  which: Which;
  /** When the facilitator's sign-in that was put away had begun, on the laptop; null: none was. */
  putAway: number | null;
}

/** A passphrase by argon2id, with the cost that it was made at. */
export interface PassphraseHash {
  salt: Uint8Array;
  hash: Uint8Array;
  kib: number;
  passes: number;
  lanes: number;
}

export type StoredAudit = Omit<AuditEntry, 'title'>;

export interface StaffStore extends TriesWriting {
  sessions(): Promise<StaffSession[]>;
  addSession(session: StaffSession): Promise<void>;
  /** Notes when sessions were last used. */
  saveUsed(sessions: readonly Pick<StaffSession, 'hash' | 'used'>[]): Promise<void>;
  tablets(): Promise<TabletSign[]>;
  saveTablet(tablet: TabletSign): Promise<void>;
  /** Nothing of them stays in the file, nor of what they were as tablets. */
  removeSessions(hashes: readonly string[]): Promise<void>;
  passphrase(): Promise<PassphraseHash | null>;
  /** Null removes it. */
  savePassphrase(passphrase: PassphraseHash | null): Promise<void>;
  /** The newest first. */
  audit(): Promise<StoredAudit[]>;
  addAudit(entry: StoredAudit): Promise<void>;
  /** Removes what is older than this, and the oldest beyond so many. */
  dropAudit(before: number, most: number): Promise<void>;
  close(): Promise<void>;
}
