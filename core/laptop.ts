/** How the laptop itself is: what may keep answers from being saved, as console and health address tell it. */

/**
 * Why something cannot be saved; `ok`: everything can. `moved`: its files are not where they were. `too-many-files`: the system lets the program open no more.
 * `failed`: for another reason, which stands where the program was started.
 */
export type Saving = 'ok' | 'disk-full' | 'read-only' | 'moved' | 'too-many-files' | 'failed';

/** Why the server takes nobody in just now. */
export type NotReady = 'starting' | 'damaged' | 'stopping' | 'slow' | Exclude<Saving, 'ok'>;

/**
 * The stick that running sessions are copied to. `away`: it was named and is not plugged in. `silent`: it hangs. `kept`: it
 * may have all there is of a session, so nothing is written over.
 */
export type StickNow = 'none' | 'here' | 'away' | 'silent' | 'full' | 'failed' | 'kept' | 'elsewhere';

export interface LaptopState {
  saving: Saving;
  /** Something has waited to be saved for longer than a disk that is well takes. */
  slow: boolean;
  /** Something that was finished has no copy yet. */
  uncopied: boolean;
  /** A running session cannot be copied, or what is gone taken out of its copies; it is tried again. */
  copyFails: boolean;
  /** Megabytes that are left, once they are few; null: enough, or the system does not tell. */
  freeMb: number | null;
  /** Per cent, once they are few and nothing charges; null: enough, plugged in, or no battery. */
  battery: number | null;
  /** Minutes that the laptop was asleep just before; null: not lately. */
  slept: number | null;
  stick: StickNow;
}

/** All is well. */
export const WELL: LaptopState = {
  saving: 'ok',
  slow: false,
  uncopied: false,
  copyFails: false,
  freeMb: null,
  battery: null,
  slept: null,
  stick: 'none',
};

/** Under this many megabytes the console says so: a day of sessions with photographs takes less. */
export const FEW_MB = 500;

/** Under this many per cent the console asks for the plug. */
export const LOW_BATTERY = 25;

/** While nothing can be saved it is tried again after so many seconds; the console says so (docs/decisions/041). */
export const TRIED_EVERY_S = 2;

/** Why the laptop takes nobody in, as far as that is its disk; null: it does. */
export function whyNotSaving({ saving, slow }: LaptopState): NotReady | null {
  if (saving !== 'ok') return saving;
  return slow ? 'slow' : null;
}

/** What was not as it should be when files were opened or looked through, and what was done. */
export type Finding =
  /** A running session's file was damaged or gone; the copy of this minute ("14:05") is in its place. */
  | { is: 'session-restored'; session: string; minute: string }
  /** The main database was damaged; this copy is in its place. */
  | { is: 'database-restored'; minute: string }
  /** A copy is not as it was written, and is not used. */
  | { is: 'copy-damaged'; name: string }
  /** The database is damaged where it is not read every day. */
  | { is: 'database-damaged' }
  /** What a sealed session's codes need is damaged. */
  | { is: 'codes-damaged'; session: string }
  /** The answers of a sealed session are not what was counted when it was sealed. */
  | { is: 'sealed-differs'; session: string };
