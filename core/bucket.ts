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
 * Takes from the bucket, in place.
 *
 * @param rate how many come back per second
 * @param burst the most it holds
 * @param now a monotonic clock, in milliseconds
 * @param many how many are taken, at most as many as it holds
 * @returns false when there are not so many, and then nothing is taken
 */
export function take(bucket: Bucket, rate: number, burst: number, now: number, many = 1): boolean {
  bucket.left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) * rate) / 1000);
  bucket.at = now;
  if (bucket.left < many) return false;
  bucket.left -= many;
  return true;
}
