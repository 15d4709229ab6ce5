/** A question about what is seen: once another device has changed it, it is not about that any more. */
import { useState } from 'preact/hooks';

/**
 * @param now all that a yes would be about; plain data
 * @returns whether it is another than as the question was put
 */
export function useChangedSince(now: unknown): boolean {
  const words = JSON.stringify(now);
  const [first] = useState(words);
  return words !== first;
}
