/** The age format, loaded where something is first locked: it takes as much memory as a thousand phones. */
import type * as Age from 'age-encryption';

export function age(): Promise<typeof Age> {
  return import('age-encryption');
}
