/**
 * Shapes of the routes under /api/staff: signing in, devices, the log of who did what.
 *
 * | route | body | answer |
 * |---|---|---|
 * | GET    /api/staff/me | | StaffMe |
 * | POST   /api/staff/start | { secret } | StaffMe: signed in by the link that was printed |
 * | POST   /api/staff/passphrase | { passphrase } | StaffMe |
 * | POST   /api/staff/pair | { pin, key?, name } | StaffMe: this device has joined |
 * | POST   /api/staff/sign-out | {} | { ok: true } |
 * | GET    /api/staff/devices | | Device[] |
 * | DELETE /api/staff/devices/ID | | { ok: true } |
 * | POST   /api/staff/pairing | { role } | Pairing: a PIN for one more device |
 * | GET    /api/staff/pairing | | PairingState |
 * | DELETE /api/staff/pairing | | { ok: true } |
 * | PUT    /api/staff/passphrase | { passphrase } | { ok: true } |
 * | DELETE /api/staff/passphrase | | { ok: true } |
 * | POST   /api/staff/tablet | {} | { ok: true }: this browser is a shared tablet now, and its sign-in is put away |
 * | POST   /api/staff/tablet/lock | { which } | { pin }: passed round from now on |
 * | POST   /api/staff/tablet/leave | { pin? } | { to }: unlocked; the laptop has its sign-in back |
 * | POST   /api/staff/link | {} | { link }: a new start link, for the command line |
 * | GET    /api/staff/log | | AuditEntry[], the newest first |
 * | GET    /api/staff/log.csv | | the same as a download |
 */
import type { Place, Role } from './staff.ts';

export interface StaffMe {
  /** Null: nobody is signed in here. */
  role: Role | null;
  place: Place | null;
  /** What this device calls itself. */
  name: string;
  /** Milliseconds until it has to sign in again, however much it is used. */
  left: number;
  /** Asked from the laptop itself. */
  here: boolean;
  /** A passphrase is set; told on the laptop itself only. */
  passphrase: boolean;
  /** Sessions that are running, for a projector or a tablet that has to choose. */
  running: { id: string; name: string }[];
}

/** One browser that is signed in. */
export interface Device {
  id: string;
  role: Role;
  place: 'laptop' | 'device';
  name: string;
  /** Milliseconds since 1970. */
  since: number;
  used: number;
  /** The one that asks. */
  mine: boolean;
}

/** What the console shows so that one more device can join. */
export interface Pairing {
  role: Role;
  pin: string;
  /** What the device opens, to be typed. */
  url: string;
  /** The same with a key, for the QR code. */
  qr: string;
  /** Milliseconds for which the PIN holds. */
  left: number;
  /** Of the certificate that the device's browser is shown: SHA-256 in hex; null over plain http. */
  fingerprint: string | null;
  /** The certificate is one of the team's own, so that the browser does not warn. */
  trusted: boolean;
}

/** `joined` names the device; `none`: nothing was begun, or its time is over; `spent`: too many wrong PINs. */
export type PairingState =
  | { state: 'open'; left: number }
  | { state: 'joined'; name: string; role: Role }
  | { state: 'none' | 'spent' };

export const AUDIT_KINDS = [
  'link-made',
  'link-used',
  'link-refused',
  'passphrase-used',
  'passphrase-refused',
  'passphrase-set',
  'passphrase-removed',
  'pairing-begun',
  'pairing-refused',
  'joined',
  'revoked',
  'signed-out',
  'tablet-begun',
  'tablet-locked',
  'tablet-left',
  'tablet-refused',
  'exported',
  'archive-out',
  'archive-in',
  'locked-away',
  'report-files',
  'release-made',
  'told-published',
  'told-withdrawn',
  'told-files',
  'consultation-removed',
  'date-confirmed',
  'session-removed',
  'session-aside',
  'aside-removed',
  'photo-removed',
  'stick-named',
  'stick-forgotten',
  'taken-over',
  'taken-back',
  'lead-named',
  'concerns-opened',
  'concern-settled',
  'alone-opened',
  'alone-card',
  'alone-settled',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/**
 * Something that staff did. Holds nothing about participants: no text of theirs, no code, no token, no
 * address, no count of people.
 */
export interface AuditEntry {
  /** Milliseconds since 1970. */
  at: number;
  /** `nobody`: a sign-in that was refused. */
  place: Place | 'nobody';
  role: Role | null;
  /** The device's own name. */
  name: string;
  what: AuditKind;
  /** Id of the consultation it was about; empty: none. */
  consultation: string;
  /** A role, a device's name, a release's number or the kinds of files. */
  detail: string;
  /** The consultation's title, where it is still here. */
  title?: string;
}
