/** Who the staff are, where they ask from, and what a passphrase, a PIN and a device's name must be. */
import { STAFF } from './limits.ts';
import { cleanLine, codePoints } from './text.ts';

/**
 * `facilitator` may do everything; `scribe` sees the live session and moderates comments; `researcher` has
 * results and files only; `projector` sees what the room sees; `tablet` is passed round among people who
 * have no phone, and takes in what they answer.
 */
export const ROLES = ['facilitator', 'scribe', 'researcher', 'projector', 'tablet'] as const;
export type Role = (typeof ROLES)[number];

/** A browser on the laptop itself; the laptop's command line; a device that was added on the console. */
export type Place = 'laptop' | 'program' | 'device';

/** Who asks. `name` is what a device calls itself. */
export interface Asker {
  role: Role;
  place: Place;
  name: string;
}

/**
 * The projector sees only what the room sees, and what leaves a shared tablet is sealed before it is sent: their
 * devices need no encrypted connection.
 */
export function needsTls(role: Role): boolean {
  return role !== 'projector' && role !== 'tablet';
}

/** Whether a passphrase is long enough; its words are not judged. */
export function longEnough(passphrase: string): boolean {
  const text = tidyPassphrase(passphrase);
  const words = text.split(' ').filter((word) => word !== '').length;
  return codePoints(text) >= STAFF.passphraseCharacters || words >= STAFF.passphraseWords;
}

/** The same passphrase whichever keyboard typed it: compatible forms are one, and so are spaces. */
export function tidyPassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC').trim().replace(/\s+/gu, ' ');
}

/** Reads a PIN as people type it, spaces and dashes ignored; null when it is not six digits. */
export function readPin(text: string): string | null {
  const pin = text.replace(/[\s\-–.]/gu, '');
  return /^\d+$/.test(pin) && pin.length === STAFF.pinDigits ? pin : null;
}

/** A PIN as it is shown: two groups of three. */
export function showPin(pin: string): string {
  return `${pin.slice(0, 3)} ${pin.slice(3)}`;
}

/** The name a device gives itself, tidied; null when there is none or it is too long. */
export function readDeviceName(text: string): string | null {
  const name = cleanLine(text) ?? '';
  return name !== '' && codePoints(name) <= STAFF.deviceName ? name : null;
}
