/** A token bucket: allows a burst, then a steady rate. Time comes from outside. */
export interface Bucket {
  left: number;
  /** Milliseconds of the clock that `take` was last called with. */
  at: number;
}

/** A bucket that holds all of its burst; `now` as in `take`. */
export function fullBucket(burst: number, now: number): Bucket {
  return { left: burst, at: now };
}

/**
 * Takes one from the bucket, in place.
 *
 * @param rate how many come back per second
 * @param burst the most it holds
 * @param now a monotonic clock, in milliseconds
 * @returns false when it is empty
 */
export function take(bucket: Bucket, rate: number, burst: number, now: number): boolean {
  bucket.left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) * rate) / 1000);
  bucket.at = now;
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}
