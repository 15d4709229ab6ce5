/**
 * What a phone keeps is unreadable without its token. Browsers write storage to logs on the disk, where
 * what was removed stays for a while; once the token is gone, so is what was kept. The Web Crypto that
 * could do this is absent on plain http, so this is ChaCha20 (RFC 8439, section 2.4) in its plain form.
 */

const NONCE_BYTES = 12;
const BLOCK_BYTES = 64;

function rotate(x: number, n: number): number {
  return (x << n) | (x >>> (32 - n));
}

function quarter(s: Int32Array, a: number, b: number, c: number, d: number): void {
  const add = (to: number, from: number, xor: number, n: number): void => {
    s[to] = (s[to] ?? 0) + (s[from] ?? 0);
    s[xor] = rotate((s[xor] ?? 0) ^ (s[to] ?? 0), n);
  };
  add(a, b, d, 16);
  add(c, d, b, 12);
  add(a, b, d, 8);
  add(c, d, b, 7);
}

/** 64 bytes of the key stream. */
function block(start: Int32Array): Uint8Array {
  const s = start.slice();
  for (let round = 0; round < 10; round += 1) {
    for (let i = 0; i < 4; i += 1) quarter(s, i, i + 4, i + 8, i + 12);
    for (let i = 0; i < 4; i += 1) quarter(s, i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4));
  }
  const bytes = new DataView(new ArrayBuffer(BLOCK_BYTES));
  for (let i = 0; i < 16; i += 1) bytes.setInt32(4 * i, (s[i] ?? 0) + (start[i] ?? 0), true);
  return new Uint8Array(bytes.buffer);
}

/**
 * Encrypts, or decrypts, which is the same.
 *
 * @param key 32 bytes, @param nonce 12 bytes that this key has not seen before
 */
export function chacha20(key: Uint8Array, nonce: Uint8Array, counter: number, data: Uint8Array): Uint8Array {
  const words = new DataView(new ArrayBuffer(BLOCK_BYTES));
  for (const [i, word] of [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574].entries())
    words.setInt32(4 * i, word, true);
  for (const [i, byte] of [...key].entries()) words.setUint8(16 + i, byte);
  for (const [i, byte] of [...nonce].entries()) words.setUint8(52 + i, byte);
  const start = Int32Array.from({ length: 16 }, (_, i) => words.getInt32(4 * i, true));
  const out = data.slice();
  for (let at = 0; at < data.length; at += BLOCK_BYTES) {
    start[12] = counter + at / BLOCK_BYTES;
    const stream = block(start);
    for (let i = 0; i < BLOCK_BYTES && at + i < data.length; i += 1)
      out[at + i] = (data[at + i] ?? 0) ^ (stream[i] ?? 0);
  }
  return out;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64.replace(/-/g, '+').replace(/_/g, '/')), (ch) => ch.charCodeAt(0));
}

/** A token's 128 bits twice: the cipher wants 256. */
function keyOf(token: string): Uint8Array {
  const half = bytesOf(token);
  const key = new Uint8Array(32);
  key.set(half.subarray(0, 16), 0);
  key.set(half.subarray(0, 16), 16);
  return key;
}

/** @param random fills bytes at random */
export function lockText(
  token: string,
  text: string,
  random: (bytes: Uint8Array<ArrayBuffer>) => void,
): string {
  const nonce = new Uint8Array(NONCE_BYTES);
  random(nonce);
  const body = chacha20(keyOf(token), nonce, 1, new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...nonce, ...body));
}

/** The text again; null when it is none that this token locked. */
export function unlockText(token: string, locked: string): string | null {
  try {
    const bytes = bytesOf(locked);
    const [nonce, body] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)];
    return new TextDecoder('utf-8', { fatal: true }).decode(chacha20(keyOf(token), nonce, 1, body));
  } catch {
    return null;
  }
}
