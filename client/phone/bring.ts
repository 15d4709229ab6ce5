/** Arriving from the page of another laptop, as the same person. */
import { keepToken, keptToken, lockedKeep, type Jar, type Keep } from '../shared/storage.ts';
import { askWhoComes } from './handOver.ts';
import type { Phone } from './phone.ts';

/** Takes over who somebody is, unless this phone knows that here already, and goes on as usual. */
export async function bring(code: string, phone: Phone, keep: Keep, jar: Jar): Promise<void> {
  let join: Parameters<Phone['join']>[0] | null = null;
  if (keptToken(keep, jar, code) === null)
    await askWhoComes(code, (carried) => {
      keepToken(keep, jar, code, carried.token);
      // What this laptop has not is sent again; what it has already is dropped.
      const locked = lockedKeep(keep, () => carried.token, jar.random);
      for (const entry of carried.entries)
        locked.set(`standpoint:out:${code}:${entry.board}`, JSON.stringify(entry));
      ({ join } = carried);
    });
  phone.open(code);
  if (join !== null) phone.join(join);
}
