/** What the facilitator was asked before a reveal, and said. */
export interface Consent {
  /** Show it as it is, though few answered or a group gave one answer. */
  sure?: boolean;
  /** Show everyone together and no split by group. */
  together?: boolean;
  /** A few answers have changed since it was shown: show the same as then, or what there is now. */
  again?: 'same' | 'new';
}
