/** The text as it may be printed, made from the original and what somebody chose to replace. */

export interface Chosen {
  /** Offsets in the original, in code units. */
  from: number;
  to: number;
  kind: string;
  /** What stands there instead. */
  replacement: string;
}

/** Kept apart from the published text, for the team only. */
export interface LogEntry {
  from: string;
  to: string;
  kind: string;
}

/**
 * Replaces what was chosen; the original stays as it is.
 *
 * @returns null when two choices overlap, or one is outside the text or cuts a character in half
 */
export function applyReplacements(
  text: string,
  chosen: readonly Chosen[],
): { published: string; log: LogEntry[] } | null {
  let published = '';
  let done = 0;
  const log: LogEntry[] = [];
  for (const { from, to, kind, replacement } of chosen.toSorted((a, b) => a.from - b.from)) {
    const inside =
      Number.isInteger(from) && Number.isInteger(to) && from >= done && from < to && to <= text.length;
    if (!inside || cuts(text, from) || cuts(text, to)) return null;
    published += text.slice(done, from) + replacement;
    log.push({ from: text.slice(from, to), to: replacement, kind });
    done = to;
  }
  return { published: published + text.slice(done), log };
}

/** Whether an offset is between the two halves of one character. */
function cuts(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
}
