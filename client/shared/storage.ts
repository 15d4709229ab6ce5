/**
 * What a phone keeps. Browsers may block or fill up their storage, and a phone must still work: then
 * things are kept in memory for as long as the page lives. Nothing here ever throws.
 */
import { isToken } from '../../core/id.ts';
import { lockText, unlockText } from './cipher.ts';

/** The part of the browser's Storage that is used. */
export type RealStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear' | 'key' | 'length'>;

export interface Keep {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Every key that begins like this, in no order. */
  keys(prefix: string): string[];
  /** Whether it is kept longer than this page lives. */
  lasts(key: string): boolean;
  /** Everything goes, whoever put it there. */
  clear(): void;
}

/**
 * Keeps in the browser's storage and falls back to memory, key by key.
 *
 * @param open gives the storage; it may throw or give null where storage is blocked
 */
export function keepIn(open: () => RealStorage | null): Keep {
  const memory = new Map<string, string>();
  const real = attempt(open, null);
  return {
    get: (key) => memory.get(key) ?? attempt(() => real?.getItem(key) ?? null, null),
    set(key, value) {
      const kept = attempt(() => {
        real?.setItem(key, value);
        return real !== null;
      }, false);
      if (kept) {
        memory.delete(key);
        return;
      }
      // An older value must not come back after a refresh as if it were the last one.
      attempt(() => real?.removeItem(key), undefined);
      memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt(() => real?.removeItem(key), undefined);
    },
    keys(prefix) {
      const found = new Set(memory.keys());
      attempt(() => {
        for (let i = 0; i < (real?.length ?? 0); i += 1) found.add(real?.key(i) ?? '');
      }, undefined);
      return [...found].filter((key) => key.startsWith(prefix));
    },
    lasts: (key) => !memory.has(key) && attempt(() => real?.getItem(key) ?? null, null) !== null,
    clear() {
      memory.clear();
      // Other tabs are told of what is cleared only where there was something.
      attempt(() => real?.setItem('standpoint:bye', ''), undefined);
      attempt(() => real?.clear(), undefined);
    },
  };
}

/** The same place, in which what is kept can be read only with a token. */
export function lockedKeep(keep: Keep, token: () => string, random: Jar['random']): Keep {
  return {
    ...keep,
    get(key) {
      const kept = keep.get(key);
      return kept === null ? null : unlockText(token(), kept);
    },
    set: (key, value) => keep.set(key, lockText(token(), value, random)),
  };
}

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

const TOKEN = 'standpoint:token:';
const COOKIE = 'standpoint_';
/** A week: longer than any session, shorter than a phone stays with one person. */
const COOKIE_SECONDS = 7 * 24 * 3600;

/** What tokens need of the page besides storage. */
export interface Jar {
  cookies: () => string;
  setCookie: (cookie: string) => void;
  random: (bytes: Uint8Array<ArrayBuffer>) => void;
}

/** A new token: 128 random bits as 22 symbols of base64url. */
export function newToken(random: Jar['random']): string {
  const bytes = new Uint8Array(16);
  random(bytes);
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .slice(0, 22);
}

/**
 * The token kept for a session's code, or null: from the cookie, else from storage. A cookie is overwritten
 * when it is removed; what is removed from storage stays on the disk for a while.
 */
export function keptToken(keep: Keep, jar: Jar, code: string): string | null {
  const cookie = new RegExp(`(?:^|; )${COOKIE}${code}=([^;]*)`).exec(jar.cookies())?.[1];
  return [cookie, keep.get(TOKEN + code)].find((t) => t !== undefined && t !== null && isToken(t)) ?? null;
}

/** The token for a session's code; makes and keeps one the first time. */
export function tokenFor(keep: Keep, jar: Jar, code: string): string {
  const token = keptToken(keep, jar, code) ?? newToken(jar.random);
  keepToken(keep, jar, code, token);
  return token;
}

/** Keeps a token in the cookie, and in storage only where there are no cookies. */
export function keepToken(keep: Keep, jar: Jar, code: string, token: string): void {
  jar.setCookie(`${COOKIE}${code}=${token}; path=/j; max-age=${COOKIE_SECONDS}; SameSite=Lax`);
  if (jar.cookies().includes(token)) keep.remove(TOKEN + code);
  else if (keep.get(TOKEN + code) !== token) keep.set(TOKEN + code, token);
}

/** Whether a page that is loaded again is the same person: some browsers keep neither cookies nor anything else. */
export function tokenLasts(keep: Keep, jar: Jar, code: string): boolean {
  return jar.cookies().includes(COOKIE + code) || keep.lasts(TOKEN + code);
}

/** Removes the tokens, and what is still to be sent, of those sessions whose code is chosen. */
export function forgetSessions(keep: Keep, jar: Jar, which: (code: string) => boolean): void {
  for (const key of keep.keys('standpoint:')) {
    const code = /^standpoint:(?:token|out|draft):([^:]+)/.exec(key)?.[1];
    if (code !== undefined && which(code)) keep.remove(key);
  }
  for (const match of jar.cookies().matchAll(/(?:^|; )standpoint_([^=;]+)=/g))
    if (match[1] !== undefined && which(match[1]))
      // Overwritten first, for browsers that only mark what they remove.
      for (const value of [`${newToken(jar.random)}; max-age=60`, '; max-age=0'])
        jar.setCookie(`${COOKIE}${match[1]}=${value}; path=/j; SameSite=Lax`);
}
