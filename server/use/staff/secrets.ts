/** Secrets of staff: making them, and comparing them without telling how much of one was right. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as 43 symbols of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in base64url, which is all that is kept of a token. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Whether two texts are the same, in a time that does not depend on where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));
}

/** The one-time secret of the start link: only the newest holds, and only until it is used. */
export function makeStartSecret() {
  let hash: string | null = null;
  return {
    fresh: (): string => {
      // Short enough for its link to stay on one line of a terminal.
      const secret = randomBytes(18).toString('base64url');
      hash = hashOf(secret);
      return secret;
    },
    /** Whether this is the one that holds; it does not from now on. */
    use: (secret: string): boolean => {
      const right = hash !== null && sameSecret(hashOf(secret), hash);
      if (right) hash = null;
      return right;
    },
  };
}

export type StartSecret = ReturnType<typeof makeStartSecret>;
