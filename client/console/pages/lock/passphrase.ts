/** A passphrase that nobody would guess: what a person makes up is often guessed. */
import { CODE_ALPHABET } from '../../../../core/id.ts';

const GROUPS = 6;
const PER_GROUP = 4;

/**
 * Six groups of four symbols, about 115 bits, of those that are not taken for one another on paper.
 *
 * @param random fills bytes at random
 */
export function madeUp(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const symbols: string[] = [];
  // Bytes above the last whole run of symbols are thrown away: they would make some more likely.
  const most = 256 - (256 % CODE_ALPHABET.length);
  while (symbols.length < GROUPS * PER_GROUP)
    for (const byte of random(new Uint8Array(32)))
      if (byte < most) symbols.push(CODE_ALPHABET[byte % CODE_ALPHABET.length] ?? '');
  return Array.from({ length: GROUPS }, (_, i) =>
    symbols.slice(i * PER_GROUP, (i + 1) * PER_GROUP).join(''),
  ).join('-');
}
