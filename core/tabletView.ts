/** What a shared tablet is sent, and what the console knows of tablets. */
import type { PhoneBoard } from './view.ts';

/** A statement as a shared tablet has it: never with a result, since whoever holds it answers before they look. */
export type TabletBoard = Omit<PhoneBoard, 'result'>;

export interface TabletView {
  v: number;
  state: 'lobby' | 'live' | 'ended';
  /** The board in front of the room. */
  at: number | null;
  /** Every board that was opened. Of two rounds the tablet asks one. */
  boards: TabletBoard[];
  of: number;
  rounds: 1 | 2;
}

/** Shared tablets as the console has them: how many, never who had one in their hands. */
export interface Tablets {
  /** With a line to the laptop now. */
  here: number;
  /** Had one, and may hold answers that were not handed over. */
  away: number;
  /** People whose answers wait on those that are here. */
  waiting: number;
}
