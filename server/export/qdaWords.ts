/** What files for qualitative analysis say of themselves. */

export const LOSES = `The exchange format (REFI-QDA 1.0) has less than Standpoint keeps: no votes, no figures, no wordings and no
counts. What was marked of a point or a passage, and a note on it, stands as words in the description of its
selection. A case is a kind of people and never a person. Programs differ in what they take in: look through what came over.`;
