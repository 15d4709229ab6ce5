/** Connections that wait to be taken: with Node's usual 511 phones try a second time when a whole hall joins at once. */
export const BACKLOG = 4096;
