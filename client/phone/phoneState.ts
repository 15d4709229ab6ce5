/** What the phone's screens draw from, and how it begins. */
import type { Hello } from '../../core/protocol.ts';
import type { RefusalCode } from '../../core/refusal.ts';
import type { Draft } from './phone.ts';

/** Everything the screens draw from. */
export interface PhoneState {
  code: string | null;
  /** Why the code or the connection was refused. */
  refused: RefusalCode | null;
  hello: Hello | null;
  alive: boolean;
  /** The page is older than the server. */
  outdated: boolean;
  /** Nothing more comes. */
  gone: boolean;
  joining: 'no' | 'sending' | RefusalCode;
  /** Closed, since other tabs are open. */
  elsewhere: boolean;
  /** What was written and not placed when everything of the session went; only this page knows it. */
  begun: [board: number, draft: Draft][] | null;
  /** The board whose saved answer is being changed. */
  editing: number | null;
  /** The board whose own answer is uncovered. */
  uncovered: number | null;
  /** This person has left: their answers stay in, or were taken back, or another tab knows. */
  left: 'kept' | 'taken' | 'elsewhere' | null;
  /** Why the card that was typed before the yes is not this person's. */
  cardRefused: RefusalCode | null;
}

export const START: PhoneState = {
  code: null,
  refused: null,
  hello: null,
  alive: false,
  outdated: false,
  gone: false,
  begun: null,
  elsewhere: false,
  joining: 'no',
  editing: null,
  uncovered: null,
  left: null,
  cardRefused: null,
};
