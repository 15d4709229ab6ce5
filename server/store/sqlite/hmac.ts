/** Keyed hashes over lists of parts, as tags, hashes and ids are made. */
import { createHmac, type KeyObject } from 'node:crypto';

/** Tags, hashes and ids of comments are cut to 128 bits. */
const TAG_BYTES = 16;

/**
 * HMAC-SHA256 of several parts. Each is preceded by its length, so that no two lists of parts read the
 * same; the first names what it is for.
 */
export function hmac(key: KeyObject, ...parts: string[]): Buffer {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  return createHmac('sha256', key).update(text).digest();
}

/** The same cut to 128 bits, as 22 symbols of base64url. */
export function digest(key: KeyObject, ...parts: string[]): string {
  return hmac(key, ...parts)
    .subarray(0, TAG_BYTES)
    .toString('base64url');
}
