import { describe, expect, test } from '@jest/globals';
import { isToken } from '../../core/id.ts';
import type { Jar } from '../../client/shared/storage.ts';
import { forgetSessions, keepIn, keptToken, newToken, tokenFor } from '../../client/shared/storage.ts';
import { fakeStorage } from '../support/storage.ts';

/** A page's cookies, as far as tokens use them. */
function jar(): Jar & { written: string[] } {
  const cookies = new Map<string, string>();
  const written: string[] = [];
  return {
    written,
    cookies: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    setCookie(cookie) {
      written.push(cookie);
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      if (cookie.includes('max-age=0')) cookies.delete(name);
      else cookies.set(name, value);
    },
    random: (bytes) => void crypto.getRandomValues(bytes),
  };
}

describe('keeping', () => {
  test('falls back to memory where storage is blocked', () => {
    const keep = keepIn(() => {
      throw new Error('SecurityError');
    });
    keep.set('a', '1');
    expect(keep.get('a')).toBe('1');
    expect(keep.keys('')).toEqual(['a']);
    keep.remove('a');
    expect(keep.get('a')).toBeNull();
  });

  test('an older value does not come back after the storage was full', () => {
    const real = fakeStorage();
    keepIn(() => real).set('a', 'old');
    const full = keepIn(() => ({
      ...real,
      setItem() {
        throw new Error('QuotaExceededError');
      },
    }));
    full.set('a', 'new');
    expect(full.get('a')).toBe('new');
    expect(keepIn(() => real).get('a')).toBeNull();
  });
});

describe('tokens', () => {
  test('are 22 symbols of base64url, and carry 128 bits', () => {
    expect(newToken((bytes) => void bytes.fill(255))).toBe('_____________________w');
    expect(isToken(newToken((bytes) => void crypto.getRandomValues(bytes)))).toBe(true);
  });

  test('L7 stay the same for one code, in storage and in the cookie', () => {
    const real = fakeStorage();
    const cookies = jar();
    const token = tokenFor(
      keepIn(() => real),
      cookies,
      'BCD234',
    );
    expect(
      tokenFor(
        keepIn(() => real),
        cookies,
        'BCD234',
      ),
    ).toBe(token);
    // A second tab, and a page whose storage was cleared.
    expect(
      tokenFor(
        keepIn(() => real),
        jar(),
        'BCD234',
      ),
    ).toBe(token);
    expect(tokenFor(keepIn(fakeStorage), cookies, 'BCD234')).toBe(token);
    expect(
      tokenFor(
        keepIn(() => real),
        cookies,
        'XYZ789',
      ),
    ).not.toBe(token);
    expect(cookies.written[0]).toMatch(/; path=\/j; max-age=\d+; SameSite=Lax$/);
  });

  test('work from memory where storage and cookies are blocked', () => {
    const blocked: Jar = { ...jar(), cookies: () => '', setCookie: () => undefined };
    const keep = keepIn(() => null);
    expect(tokenFor(keep, blocked, 'BCD234')).toBe(tokenFor(keep, blocked, 'BCD234'));
  });

  test('what is not a token is not used', () => {
    const real = fakeStorage();
    real.setItem('standpoint:token:BCD234', 'damaged');
    expect(
      keptToken(
        keepIn(() => real),
        jar(),
        'BCD234',
      ),
    ).toBeNull();
    expect(
      isToken(
        tokenFor(
          keepIn(() => real),
          jar(),
          'BCD234',
        ),
      ),
    ).toBe(true);
  });

  test('S6 forgetting removes tokens, cookies and what was still to be sent, of those sessions only', () => {
    const real = fakeStorage();
    const keep = keepIn(() => real);
    const cookies = jar();
    for (const code of ['BCD234', 'XYZ789']) {
      tokenFor(keep, cookies, code);
      keep.set(`standpoint:out:${code}:1`, '{}');
    }
    keep.set('standpoint:prefs', '1 dark');
    forgetSessions(keep, cookies, (code) => code !== 'BCD234');
    expect(keptToken(keep, cookies, 'XYZ789')).toBeNull();
    expect(keptToken(keep, cookies, 'BCD234')).not.toBeNull();
    forgetSessions(keep, cookies, () => true);
    expect(keep.keys('')).toEqual(['standpoint:prefs']);
    expect(cookies.cookies()).toBe('');
  });
});
