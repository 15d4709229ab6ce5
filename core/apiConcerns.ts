/** Concerns about somebody's safety, over the console's routes. */

/** Concerns about somebody's safety, from outside: never what is in them. */
export interface ConcernsPage {
  title: string;
  lead: { name: string; contact: string } | null;
  /** What the consent screen says on who learns of danger. */
  said: string;
  /** Days of the sessions of those that wait, YYYY-MM-DD. */
  dates: string[];
}

/** A concern as its lead reads it. */
export interface ConcernItem {
  id: string;
  consultation: string;
  session: string;
  place: string;
  date: string;
  statement: string;
  text: string;
  /** What people had been told on who learns of danger. */
  told: string;
}

/** What waits for the lead, as their passphrase opens it. */
export interface ConcernsOpened {
  items: ConcernItem[];
  /** Those that it does not open: sealed for another lead's key, or not as they were written. */
  unread: { id: string; date: string; why: 'wrong-key' | 'damaged' }[];
}
