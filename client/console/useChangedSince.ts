/** A question about what is seen: once another device has changed it, it is not about that any more. */
import { useState } from 'preact/hooks';

/** In which order the fields of a thing come, and the things, depends on where it was heard of. */
export function inNoOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inNoOrder).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).map(([name, one]) => `${name}:${inNoOrder(one)}`);
  return `{${fields.toSorted().join()}}`;
}

/**
 * @param now all that a yes would be about; plain data
 * @returns whether it is another than as the question was put
 */
export function useChangedSince(now: unknown): boolean {
  const words = inNoOrder(now);
  const [first] = useState(words);
  return words !== first;
}
