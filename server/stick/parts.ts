/** What the stick of a laptop does, and what it is given. */
import type { StickNow } from '../../core/laptop.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Carried } from '../store/carry.ts';
import type { Opened } from './open.ts';
import type { StickSettings } from './settings.ts';

/** `silent`: it is there and does not answer. `taken`: another laptop has taken the sessions over. `unknown`: the stick is not there, and nobody can tell. */
export type StickCheck = 'none' | 'ours' | 'taken' | 'unknown' | 'silent';

export interface Stick {
  settings: () => StickSettings;
  /** Time of day of the last copy; empty: none since the start. */
  copied: () => string;
  check(): Promise<StickCheck>;
  /** Copies what is running, soon; `alone`: words went that the other copy still has. */
  copySoon: (alone: boolean) => void;
  /** Makes a folder the stick of this laptop. The passphrase is told here and never again. */
  name: (folder: string) => Promise<{ passphrase: string } | Refusal>;
  /** The same, where it is not that already; null: it is, and its passphrase was told then. */
  nameOnce: (folder: string) => Promise<{ passphrase: string | null } | Refusal>;
  /** Copies no more; what is on the stick is removed where it is there. */
  forget(): Promise<void>;
  /** The newest copy on a stick that is whole. */
  open(folder: string, passphrase: string): Promise<Opened | Refusal>;
  /** From now on this laptop has what is on the stick, which stays as it is until all of it was taken over. */
  hold(opened: Opened): Promise<{ ok: true } | Refusal>;
  /** One of those sessions is here now. */
  took(session: string): Promise<void>;
  /** Sessions that could not be taken up at a start, and those that were or are gone: the stick keeps what it has of the first. */
  settleLost(lost: readonly string[], settled: readonly string[]): Promise<void>;
  /** This laptop has its own sessions again, and the stick says so where it is there. */
  holdAgain(): Promise<{ ok: true } | Refusal>;
  /** A session is no longer this laptop's. */
  letGo(session: string): Promise<void>;
  places(): Promise<string[]>;
  /** Waits for a copy that is being written, and not for a stick that hangs. */
  stop(): Promise<void>;
  /** Something that was asked of it has not come back: a program that ends as usual would wait for it. */
  hangs: () => boolean;
}

/** Sessions that are running, and those of which a copy can be carried. */
export interface RunningNow {
  ids: string[];
  carried: Carried[];
}

export interface StickParts {
  /** The data folder. */
  data: string;
  /** What is running and is to be on the stick. */
  running: () => Promise<RunningNow>;
  /** Where phones find this laptop. */
  address: () => string;
  /** Whether anything runs that is to be on the stick: as long as it does, the stick is looked at. */
  busy: () => boolean;
  tell: (now: StickNow) => void;
  /** Told of an error of this laptop: something could not be kept here. */
  fault: (error: unknown) => void;
  /** Told of an error of the stick, which keeps no answer from being saved. */
  stickFault: (error: unknown) => void;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Time of day of it, to the minute. */
  minute: (at: number) => string;
  lockWork?: number | undefined;
  /** After how many milliseconds a stick does not answer; five seconds unless a test says otherwise. */
  limit?: number | undefined;
}
