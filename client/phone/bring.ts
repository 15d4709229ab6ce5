/** Arriving from the page of another laptop, as the same person. */
import { keepToken, keptToken, lockedKeep, type Jar, type Keep } from '../shared/storage.ts';
import { askWhoComes, type Carried } from './handOver.ts';
import type { Phone } from './phone.ts';

/** Takes over who somebody is, unless this phone knows somebody else here, and goes on as usual. */
export async function bring(code: string, phone: Phone, keep: Keep, jar: Jar): Promise<void> {
  let join: Carried['join'] = null;
  await askWhoComes(code, (carried) => {
    // Of the same address with another port a browser gives us the cookie that the old page had.
    const kept = keptToken(keep, jar, code);
    if (kept !== null && kept !== carried.token) return false;
    keepToken(keep, jar, code, carried.token);
    // What this laptop has not is sent again; what it has already is dropped.
    const locked = lockedKeep(keep, () => carried.token, jar.random);
    for (const entry of carried.entries)
      locked.set(`standpoint:out:${code}:${entry.board}`, JSON.stringify(entry));
    ({ join } = carried);
    return true;
  });
  phone.open(code);
  if (join !== null) phone.join(join);
}
