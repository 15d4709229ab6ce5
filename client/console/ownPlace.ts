/**
 * A place in the browser's storage for each window, so that two of them do not write over one another: a window holds
 * its own as long as it is open, finds it again after a reload, and a new one goes on with what a closed one left.
 */
import { newEntryId } from './slips/ask.ts';

export interface OwnPlace {
  /** Under which name things are kept. */
  name: string;
  /** This window had it before as well: it was only loaded anew. */
  again: boolean;
  /** Another window may have it. */
  leave: () => void;
}

/** How long a window that is just being closed, or loaded anew, may take to leave its place. */
const OWN_MS = 1000;
const OTHER_MS = 300;

/**
 * @param prefix with which the names of all places begin
 * @throws where the browser keeps nothing
 */
export async function ownPlace(prefix: string): Promise<OwnPlace> {
  const own = sessionStorage.getItem(prefix);
  const left = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  for (const name of left.toSorted((a, b) => Number(b === own) - Number(a === own))) {
    const leave = await hold(name, name === own ? OWN_MS : OTHER_MS);
    if (leave !== null) return found(prefix, { name, again: name === own, leave });
  }
  const fresh = `${prefix}${newEntryId()}`;
  const leave = (await hold(fresh, OWN_MS)) ?? (() => undefined);
  return found(prefix, { name: fresh, again: false, leave });
}

function found(prefix: string, place: OwnPlace): OwnPlace {
  sessionStorage.setItem(prefix, place.name);
  return place;
}

/** Holds a place for this window. @returns a way to leave it; null: another window has it */
function hold(name: string, within: number): Promise<(() => void) | null> {
  return new Promise((done) => {
    const held = (): Promise<void> =>
      new Promise((end) => {
        done(end);
      });
    const signal = AbortSignal.timeout(within);
    navigator.locks.request(name, { signal }, held).catch(() => done(null));
  });
}
