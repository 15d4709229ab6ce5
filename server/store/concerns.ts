/** The part of the store's port that keeps concerns about somebody's safety. */

/** To whom concerns about somebody's safety go. */
export interface Lead {
  name: string;
  /** How to reach them. */
  contact: string;
  /** Public key for which concerns are sealed (age1…). */
  recipient: string;
  /** The secret key, itself locked by the lead's passphrase; base64. */
  key: string;
}

/** A comment that was passed on, sealed for the lead. */
export interface Concern {
  id: string;
  /** YYYY-MM-DD of the session. */
  date: string;
  sealed: Uint8Array;
}

/** Concerns, kept apart from everything else: no withdrawal, export or archive reaches them. */
export interface ConcernStore {
  lead(consultation: string): Promise<Lead | null>;
  /**
   * Names the lead, in the place of an earlier one.
   *
   * @returns false, with nothing changed, where a concern waits: it is sealed for the lead that there is
   */
  saveLead(consultation: string, lead: Lead): Promise<boolean>;
  /**
   * Durable when the promise resolves.
   *
   * @param recipient the key for which it was sealed
   * @returns false, with nothing added, where that is not the lead's key any more: nobody could open it
   */
  add(consultation: string, concern: Concern, recipient: string): Promise<boolean>;
  list(consultation: string): Promise<Concern[]>;
  /** Forgets the lead where nothing waits for them. */
  forgetLead(consultation: string): Promise<void>;
  /** Whether there was one. */
  remove(consultation: string, id: string): Promise<boolean>;
}
