/**
 * Talking alone and being told alone, over the console's routes under /api/consultations/ID/alone:
 *
 * | GET  (that itself) | | AlonePage |
 * | POST open | { passphrase } of the lead | AloneOpened |
 * | POST cards | AloneCard: what a card says, sealed on the device | AlonePage |
 * | POST KIND/WISH/settle | { passphrase, as: AloneEnd } | AloneOpened: those that are left |
 */
import type { AloneKind, TalkWish, TellWish } from './alone.ts';

/** Of both kinds. */
export type AloneCounts = Record<AloneKind, number>;

/** From outside: how many wait, never what is in them. */
export interface AlonePage {
  title: string;
  /** Who reads them, and the key for which they are sealed; null: nobody is named, and nobody is offered it. */
  lead: { name: string; recipient: string } | null;
  /** Whom people are shown to ask instead; empty: nobody is. */
  talkTo: string;
  /** Of a day on which a session is still open in fives, so that nothing tells who has just sent one. */
  waiting: AloneCounts;
  /** Such a session is open: its day's can be opened once it is finished. */
  open: boolean;
  /** The next day on whose end some are deleted; empty: nothing waits. */
  next: string;
  /** How many were deleted unanswered on their day. */
  gone: AloneCounts;
  /** Sessions that a card can come from. */
  sessions: { id: string; name: string; date: string }[];
}

interface Kept {
  id: string;
  /** Day of its session, YYYY-MM-DD, and the last on which it is kept. */
  date: string;
  until: string;
}

export interface TalkItem extends Kept, TalkWish {
  asked: boolean;
}

export interface TellItem extends Kept, TellWish {}

/** What the lead's passphrase opens. */
export interface AloneOpened {
  talk: TalkItem[];
  told: TellItem[];
  /** Those that it does not open: sealed for an earlier lead's key, or not as they were written. */
  unread: (Kept & { kind: AloneKind; why: 'wrong-key' | 'damaged' })[];
}
