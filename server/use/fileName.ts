/** Names of files that people save: date first, in letters every system takes. */

/** Letters of each part, at most. */
const LONGEST = 60;

/**
 * A part that is too long ends after a whole word.
 *
 * @returns for instance `2026-11-22_What-we-expect_files.zip`
 */
export function fileName(date: string, parts: readonly string[], ending: string): string {
  const safe = parts
    .map((part) =>
      part
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[^A-Za-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .map(shortened)
    .filter((part) => part !== '');
  return `${[date, ...safe].join('_')}.${ending}`;
}

function shortened(part: string): string {
  if (part.length <= LONGEST) return part;
  const end = part.lastIndexOf('-', LONGEST);
  return part.slice(0, end > 0 ? end : LONGEST);
}
