/** How far a post-it is turned, in degrees: at most two, and always the same for the same one. */
export function turnOf(id: string | number): number {
  let hash = 2166136261;
  for (const ch of String(id)) hash = Math.imul(hash ^ (ch.codePointAt(0) ?? 0), 16777619);
  return (((hash >>> 8) % 41) - 20) / 10;
}
