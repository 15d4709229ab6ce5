/** The rules that the titles of tests begin with. */

/** Rule numbers at the start of the titles in a test file; `L1 L2 ...` names two. */
export function rulesNamedIn(source: string): Set<string> {
  const named = new Set<string>();
  for (const [, ids] of source.matchAll(/(?:test|describe|\.each\([^)]*\))\(\s*[`'"]((?:[A-Z]{1,2}\d+ )+)/g))
    for (const id of (ids ?? '').trim().split(' ')) named.add(id);
  return named;
}
