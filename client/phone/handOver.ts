/**
 * A person on their way from the page of one laptop to that of another. The old page opens the new one and
 * tells it who they are, window to window: nothing of it stands in an address, where a history would keep it.
 */
import { isToken } from '../../core/id.ts';
import type { Join } from '../../core/schema.ts';
import type { Entry } from '../shared/outbox.ts';

/** What somebody takes along: who they are, what they said yes to, and their own answers. */
export interface Carried {
  code: string;
  token: string;
  join: Join | null;
  entries: Entry[];
}

const WHO = 'standpoint:who';
const HERE = 'standpoint:here';
/** How long the new page waits for the old one. */
const WAIT_MS = 3000;

/**
 * Opens the page of a laptop and tells it, and no page of anybody else, what is carried.
 *
 * @param done called once the new page has it
 * @returns false where the browser opens no page
 */
export function handOver(origin: string, carried: Carried, done: () => void): boolean {
  const page = window.open(`${origin}/j/${carried.code}`);
  if (page === null) return false;
  const hear = (event: MessageEvent): void => {
    if (event.origin !== origin || event.source !== page) return;
    if (event.data === WHO) page.postMessage(carried, origin);
    if (event.data !== HERE) return;
    window.removeEventListener('message', hear);
    done();
  };
  window.addEventListener('message', hear);
  return true;
}

/**
 * Asks the page that opened this one who is coming. Resolves when that is known or nobody says it.
 *
 * @param take whether they were let in
 */
export function askWhoComes(code: string, take: (carried: Carried) => boolean): Promise<void> {
  const from = window.opener as Window | null;
  return new Promise((over) => {
    if (from === null) return over();
    const end = (): void => {
      window.removeEventListener('message', hear);
      over();
    };
    const hear = (event: MessageEvent): void => {
      if (event.source !== from) return;
      const carried = event.data as Partial<Carried> | null;
      if (carried?.code !== code || typeof carried.token !== 'string' || !isToken(carried.token)) return;
      if (!Array.isArray(carried.entries)) return;
      if (take(carried as Carried)) from.postMessage(HERE, event.origin);
      end();
    };
    window.addEventListener('message', hear);
    setTimeout(end, WAIT_MS);
    // It says nothing about anybody, and the old page's address is not known here.
    from.postMessage(WHO, '*');
  });
}
