/**
 * What it costs to try a passphrase of a lock. Tests pay a millisecond instead of a second; those that are
 * about the price itself pay all of it: a lead (live/lead), locking away (whole/lockAway, cli/locked), a stick
 * (whole/takeOver).
 */
export const CHEAP_LOCK = 8;

/** scrypt's N as a power of two, as the head of a file locked by a passphrase has it; null: it has none. */
export function workOf(locked: Uint8Array): number | null {
  const [, work] =
    /^age-encryption\.org\/v1\n-> scrypt \S+ (\d+)\n/.exec(Buffer.from(locked).toString('latin1')) ?? [];
  return work === undefined ? null : Number(work);
}
