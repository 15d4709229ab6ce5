/** The part of the store's port that paper slips need, whoever hands over a tablet's packet, and the counted wall. */
import type { Room } from '../../core/room.ts';
import type { LiveResponse, PlaceSaved } from './store.ts';

/** Of one running session. */
export interface LiveSlips {
  /**
   * Places all that stands on one paper slip, or in one packet, with the room that counts it: in one commit,
   * all of it or nothing. Soon after, no file shows what came together. Null: something newer is there, or it was taken
   * out; then nothing was written.
   */
  placeSlip(responses: readonly LiveResponse[], room: Room): Promise<PlaceSaved[] | null>;
  /** 32 bytes in base64: what the team's devices lock by it cannot be read once the session is sealed. */
  draftKey(): Promise<string>;
}
