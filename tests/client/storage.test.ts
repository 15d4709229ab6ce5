import { describe, expect, test } from '@jest/globals';
import { isToken } from '../../core/id.ts';
import type { Jar } from '../../client/shared/storage.ts';
import {
  forgetSessions,
  keepIn,
  keptToken,
  lockedKeep,
  newToken,
  tokenFor,
} from '../../client/shared/storage.ts';
import { chacha20, lockText } from '../../client/shared/cipher.ts';
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

  test('L7 W8 stay the same for one code, in the cookie and nowhere else', () => {
    const real = fakeStorage();
    const keep = keepIn(() => real);
    const cookies = jar();
    // From before they were in the cookie alone.
    real.setItem('standpoint:token:BCD234', 'A'.repeat(22));
    const token = tokenFor(keep, cookies, 'BCD234');
    expect(token).toBe('A'.repeat(22));
    expect(keep.keys('')).toEqual([]);
    // A second tab, and a page whose storage was cleared.
    expect(tokenFor(keep, cookies, 'BCD234')).toBe(token);
    expect(tokenFor(keepIn(fakeStorage), cookies, 'BCD234')).toBe(token);
    expect(tokenFor(keep, cookies, 'XYZ789')).not.toBe(token);
    expect(cookies.written[0]).toMatch(/; path=\/j; max-age=\d+; SameSite=Lax$/);
  });

  test('L7 stay the same in storage where there are no cookies', () => {
    const real = fakeStorage();
    const none: Jar = { ...jar(), cookies: () => '', setCookie: () => undefined };
    const token = tokenFor(
      keepIn(() => real),
      none,
      'BCD234',
    );
    expect(
      tokenFor(
        keepIn(() => real),
        none,
        'BCD234',
      ),
    ).toBe(token);
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

describe('what is kept', () => {
  const random = (bytes: Uint8Array<ArrayBuffer>): void => void crypto.getRandomValues(bytes);
  const TEXT = 'my neighbour saw everything 👩‍👧';

  test('W8 can be read only with the token', () => {
    const real = fakeStorage();
    const token = newToken(random);
    const locked = (of: string) =>
      lockedKeep(
        keepIn(() => real),
        () => of,
        random,
      );
    locked(token).set('a', TEXT);
    expect(real.getItem('a')).not.toContain('neighbour');
    expect(atob(real.getItem('a') ?? '')).not.toContain('neighbour');
    expect(locked(token).get('a')).toBe(TEXT);
    expect(locked(newToken(random)).get('a')).not.toBe(TEXT);
    real.setItem('a', '{"not": "locked"}');
    expect(locked(token).get('a')).toBeNull();
    expect(locked(token).get('b')).toBeNull();
    const first = lockText(token, TEXT, random);
    expect(lockText(token, TEXT, random)).not.toBe(first);
  });

  test('W8 goes whole, from storage and from memory', () => {
    const real = fakeStorage();
    const keep = keepIn(() => real);
    keep.set('standpoint:prefs', '1 dark');
    real.setItem('anything', 'else');
    keep.clear();
    expect([real.length, keep.keys('')]).toEqual([0, []]);
    const blocked = keepIn(() => null);
    blocked.set('a', '1');
    blocked.clear();
    expect(blocked.get('a')).toBeNull();
  });

  test('W8 the cipher is that of RFC 8439, as its test vector (2.4.2) shows', () => {
    const text =
      'Ladies and Gentlemen of the class of ’99: If I could offer you only one tip for the future, sunscreen would be it.'.replace(
        '’',
        "'",
      );
    const key = Uint8Array.from({ length: 32 }, (_, i) => i);
    const nonce = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0x4a, 0, 0, 0, 0]);
    const made = chacha20(key, nonce, 1, new TextEncoder().encode(text));
    expect(Buffer.from(made).toString('hex')).toBe(
      [
        '6e2e359a2568f98041ba0728dd0d6981e97e7aec1d4360c20a27afccfd9fae0b',
        'f91b65c5524733ab8f593dabcd62b3571639d624e65152ab8f530c359f0861d8',
        '07ca0dbf500d6a6156a38e088a22b65e52bc514d16ccf806818ce91ab7793736',
        '5af90bbf74a35be6b40b8eedf2785e42874d',
      ].join(''),
    );
  });
});
