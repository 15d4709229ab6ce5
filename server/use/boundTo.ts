/** What was confirmed is bound to what was seen: another text or another figure has another hash. */
import { createHash } from 'node:crypto';

/** SHA-256, in hex, of anything that can be written as JSON. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
