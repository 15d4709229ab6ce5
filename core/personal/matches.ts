/**
 * Everywhere a pattern stands in a text. Most comments have nothing of a kind, and getting ready to go through
 * matches costs several times what looking for one does.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  return text.search(pattern) === -1 ? [] : [...text.matchAll(pattern)];
}
