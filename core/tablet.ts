/** A tablet that is passed round among people who have no phone. */

/** Every statement that was opened, one after another; or only the one in front of the room. */
export const WHICH = ['every', 'front'] as const;
export type Which = (typeof WHICH)[number];

export interface TabletState {
  /** It is passed round, and is left by a PIN only. */
  locked: boolean;
  which: Which;
  /** It is the facilitator's own laptop, which gets its sign-in back. */
  laptop: boolean;
}

/** Where leaving leads: to the facilitator's console, or to setting the tablet up again. */
export interface TabletLeft {
  to: 'console' | 'setup';
}
