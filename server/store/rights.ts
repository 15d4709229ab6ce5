/**
 * The part of the store's port that people's rights need: taking answers out, codes by which somebody is
 * found again, keys that end, and data that are destroyed on the day that was promised.
 */
import type { AloneCounts } from '../../core/apiAlone.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Review } from '../../core/report/document.ts';
import type { LiveResponse, LostRelease } from './store.ts';

/** Where a response stands: board and tag. */
export interface Spot {
  board: number;
  tag: string;
}

/**
 * What a code for later is: somebody's, from a card or made on their phone; a card that nobody has yet; or one
 * whose answers were taken out.
 */
export type CodeState = { is: 'person'; token: string; card: boolean } | { is: 'card' } | { is: 'spent' };

/** What another laptop's copy of a session no longer has, since somebody took it out there. */
export interface TakenOut {
  session: string;
  spots: Spot[];
  /** Comments whose writers no longer agree to be quoted. */
  unquoted: Spot[];
  /** How often more than here. */
  times: number;
}

/** Shared tablets of one running session. */
export interface TabletSeal {
  /** The public key to which a tablet seals what people answered; durable before it is told. */
  tabletRecipient(): Promise<string>;
  /** What was sealed to it; null when it cannot be opened. After sealing the session nothing can. */
  openSealed(packet: Uint8Array): Promise<Uint8Array | null>;
}

/** Of one running session. */
export interface LiveRights extends TabletSeal {
  /**
   * Takes responses out as if they had never been placed, words and all; durable when the promise resolves.
   * Soon after no file of the session has them. Whatever is placed there after this is `stale`.
   *
   * @returns those that were there
   */
  takeOut(spots: readonly Spot[]): Promise<LiveResponse[]>;
  /** Gives or takes back the yes to being quoted for what stands there. */
  quote(spots: readonly Spot[], quote: boolean): Promise<void>;
  /**
   * Another token for the same person, which does not give theirs away: whoever brings it is known for who
   * they are, and for having come by a card.
   */
  cardTokenOf(token: string): string;
  /** The token that such a one stands for; of any other, one that is nobody's. */
  behindCard(token: string): string;
  /** What a code is in this session; null: nothing. */
  findCode(code: string): CodeState | null;
  /** How many codes there are, cards that nobody has among them. */
  codes(): number;
  /** Keeps a code by which this person is found again, in the place of the one they had. */
  saveCode(token: string, code: string): Promise<void>;
  /** Keeps the codes of cards that nobody has yet. */
  saveCards(codes: readonly string[]): Promise<void>;
  /** Removes someone and their code; only that they left is remembered until the session is sealed. */
  forgetPerson(hash: string): Promise<void>;
  hasLeft(hash: string): boolean;
}

/** What stays of a consultation whose data were destroyed on the day that was promised. */
export interface Destroyed {
  consultation: string;
  title: string;
  /** The day on which it was done. */
  on: string;
  /** The last day on which they were to be kept. */
  keepUntil: string;
  /** How many sessions there were, and the days of the first and the last one. */
  sessions: number;
  first: string;
  last: string;
  /** How the day was changed before. */
  changes: DayChange[];
  releases: LostRelease[];
  /** How many who wanted to talk or be told alone nobody had answered by their day, or by this one. */
  alone?: AloneCounts;
}

/** Words of somebody who took them out of one of two copies of a session; they may stand in what comes with the other. */
export interface OutWords {
  session: string;
  /** Comments that the copy here does not have any more. */
  taken: (Spot & { comment: string; review: Review | null })[];
  /** Thoughts that either copy does not have any more. */
  words: string[];
  /** Ids of what is gone from a copy of which somebody took theirs out, whether or not the other one has it. */
  ids: string[];
}

/** That the last day on which data are kept was changed; an empty day is none. */
export interface DayChange {
  on: string;
  from: string;
  to: string;
}

/** What the laptop's clock has shown; YYYY-MM-DD. */
export interface DaySeen {
  /** The last day that was believed. */
  seen: string;
  /** One far ahead of it that is not believed yet; empty: there is none. */
  doubted: string;
}

/** A session that was removed here before the day until which people can take their answers out of it. */
export interface KeptCodes {
  session: string;
  consultation: string;
  until: string;
}

/** Of everything that is kept. */
export interface Rights {
  /** Looks codes up among the sealed sessions whose keys are still here. */
  sealedCodes(): Promise<(code: string) => { session: string; spent: boolean } | null>;
  /**
   * Takes all answers under a code out of a sealed session, with reviews and whatever was quoted of them;
   * tallies and numbers of people follow. No file in the folder has them afterwards. Of one that was removed here
   * they are left out of an archive that is opened later. May be called again after a crash at any point. Refused: `code-unknown`, `code-spent`.
   */
  takeOut(session: string, code: string): Promise<{ ok: true } | Refusal>;
  /** Takes back the yes to being quoted under a code of a sealed session. Refused as `takeOut`. */
  unquote(session: string, code: string): Promise<{ ok: true } | Refusal>;
  /** Sessions that were removed here, and of which somebody may still come with a code. */
  keptCodes(): Promise<KeptCodes[]>;
  /** Sessions that are not running and whose key file is here, those that were removed among them. */
  sessionsWithKeys(): Promise<string[]>;
  /** Destroys the key file of a session that is not running, removed or not: nobody can be found by a code any more. */
  destroyKey(session: string): Promise<void>;
  /** How the last day of a consultation's data was changed, oldest first. */
  dayChanges(consultation: string): Promise<DayChange[]>;
  /** Destroys everything of a consultation but this record, with number, day and hash of its releases. */
  destroyConsultation(record: Omit<Destroyed, 'changes' | 'releases'>): Promise<void>;
  /** Records of what was destroyed, the latest first. */
  destroyed(): Promise<Destroyed[]>;
  /**
   * How often somebody had taken answers out of a session that was removed here; 0 for one that was not
   * removed, or of which nothing had been taken.
   */
  takenOutOfRemoved(session: string): Promise<number>;
  /** Null: none was noted yet. */
  daySeen(): Promise<DaySeen | null>;
  saveDaySeen(day: DaySeen): Promise<void>;
  /**
   * Removes what was set aside in the place of a damaged database once it has been kept for the days that are told.
   * @param today of a clock that is believed
   */
  dropAside(today: string): Promise<void>;
  /** Finishes what is left of taking things out once no session runs; does nothing where nothing is left. */
  scrub(): Promise<void>;
  /** Makes the copy that something finished was left without; rejects where that fails again. */
  makeUpCopy(): Promise<void>;
  /** Something that was finished has no copy yet. */
  lacksCopy(): boolean;
  /** A copy of a running session could not be written, or what is gone taken out of its files; both are tried again. */
  copyFails(): boolean;
}
