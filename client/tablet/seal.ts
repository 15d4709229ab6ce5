/**
 * Sealing one person's answers to the session's public key, in the age format, before anything keeps or sends
 * them. Whoever has the tablet afterwards, or its storage, cannot open them.
 */
import type { Packet } from '../../core/schemaTablet.ts';
import { sealTo } from '../shared/sealTo.ts';

/** What is sealed is filled up to a multiple of this, in bytes. */
const STEP = 1024;

/** @returns base64 of what was sealed */
export function seal(recipient: string, packet: Packet): Promise<string> {
  return sealTo(recipient, packet, STEP);
}
